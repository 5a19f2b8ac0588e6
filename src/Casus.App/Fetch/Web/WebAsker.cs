using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <param name="AsFeeds">Addresses are feeds, or pages that name theirs.</param>
/// <param name="OnlyDue">Of a feed, ask only for entries that are new, changed, or failed and worth another try.</param>
internal sealed record WebManner(bool AsFeeds, bool OnlyDue);

/// <summary>A page to fetch.</summary>
/// <param name="Feed">The feed that lists it; null: somebody named it.</param>
/// <param name="Changed">When it last changed, as the feed writes it.</param>
/// <param name="Problem">Why it cannot be asked for.</param>
internal sealed record Wanted(string Address, string? Feed, string? Changed, Listing? Listed, Refused? Problem);

/// <param name="Done">What is handed over once all that is wanted was.</param>
internal sealed record ListedFeed(FeedReport Report, ImmutableArray<Wanted> Wanted, Found Done);

/// <param name="Feed">Null: the address was no feed, and <paramref name="Found"/> is what came.</param>
internal readonly record struct Reply(Found Found, ListedFeed? Feed);

/// <summary>Asks for addresses with what the store knows of them, and tells pages from feeds.</summary>
/// <param name="clock">What time it is.</param>
internal sealed class WebAsker(PoliteClient client, WebLimits limits, VisitLog log, WebManner manner, TimeProvider clock)
{
    /// <summary>After the first failure; doubled with each further one.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(15), LongestRest = TimeSpan.FromHours(24);

    /// <summary>An address that somebody named: a page, a feed, or a page that names a feed.</summary>
    public async Task<Reply> Ask(string text, CancellationToken stop)
    {
        if (WebAddress.Check(text, limits.Ports, out Uri? address) is { } problem)
        {
            return new Reply(new Found(text, null, problem), null);
        }

        string name = address!.AbsoluteUri;
        PastVisit? past = log.Find(name);
        bool asFeed = past is { IsFeed: true } || manner.AsFeeds;
        WebAnswer answer = await client.Get(address, MarksOf(past, asFeed), stop).ConfigureAwait(false);
        return answer is Answered page && manner.AsFeeds && !FeedReader.LooksLikeFeed(page.Bytes)
            ? await Discovered(name, page, stop).ConfigureAwait(false)
            : Taken(name, answer, asFeed, mustBe: false);
    }

    public async Task<Reply> Fetch(Wanted wanted, CancellationToken stop)
    {
        if (wanted.Problem is { } problem)
        {
            return new Reply(PageOf(wanted, new NotAnswered(problem), isFeed: false), null);
        }

        WebAnswer answer = await client.Get(new Uri(wanted.Address), MarksOf(log.Find(wanted.Address), asFeed: false), stop).ConfigureAwait(false);
        return new Reply(PageOf(wanted, answer, isFeed: false), null);
    }

    /// <summary>Marks are of use only while the store has what they stand for.</summary>
    private static Validators? MarksOf(PastVisit? past, bool asFeed) => past is not null && past.IsFeed == asFeed && (asFeed || past.HasPage) ? past.Marks : null;

    private async Task<Reply> Discovered(string name, Answered page, CancellationToken stop)
    {
        string? named = FeedDiscovery.Of(page.Bytes).FirstOrDefault();
        if (named is null || !Uri.TryCreate(page.From, named, out Uri? target) || WebAddress.Check(target.AbsoluteUri, limits.Ports, out Uri? feed) is not null || feed!.AbsoluteUri == name)
        {
            return NoFeed(name, "It is a page that names no feed: look for the feed's address on the site, or read it as a page (casus read, without --feed).");
        }

        string address = feed.AbsoluteUri;
        WebAnswer answer = await client.Get(feed, MarksOf(log.Find(address), asFeed: true), stop).ConfigureAwait(false);
        return Taken(address, answer, asFeed: true, mustBe: true);
    }

    private Reply Taken(string name, WebAnswer answer, bool asFeed, bool mustBe) => answer switch
    {
        Unchanged same when asFeed => Again(name, same),
        Answered body when FeedReader.LooksLikeFeed(body.Bytes) => Listed(name, body),
        Answered when mustBe => NoFeed(name, "A page names it as its feed, but it is none."),
        _ => new Reply(PageOf(new Wanted(name, null, null, null, null), answer, asFeed), null),
    };

    private static Reply NoFeed(string name, string why)
    {
        var refused = new NotAnswered(new Refused(WebRefusal.NotAFeed, why));
        return new Reply(new Found(name, null, refused.Why) { Visit = new Visit(name, true, null, null, null, refused) }, null);
    }

    /// <summary>The feed is as it was: what failed of it is tried again.</summary>
    private Reply Again(string name, Unchanged same)
    {
        ImmutableArray<Wanted> wanted = [.. log.Failed(name).Where(IsDue).Select(p => new Wanted(p.Address, name, p.Changed, null, null))];
        var done = new Found(name, null, null) { Visit = new Visit(name, true, null, null, null, null) };
        return new Reply(default, new ListedFeed(new FeedReport(name, null, 0, wanted.Length, true, false, same.FreshFor), wanted, done));
    }

    private Reply Listed(string name, Answered body)
    {
        Feed feed = FeedReader.Read(body.Bytes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<Wanted> wanted = [.. feed.Entries.Select((e, i) => WantedOf(name, body.From, e, i)).Where(w => seen.Add(w.Address) && IsWanted(w))];
        NotAnswered? failure = feed.Problem is { } problem && problem.Reason != RefusalReason.TooLarge ? new NotAnswered(problem) : null;
        var done = new Found(name, null, feed.Problem) { Visit = new Visit(name, true, null, null, body.Validators, failure) };
        TimeSpan? next = feed.Every > body.FreshFor || body.FreshFor is null ? feed.Every : body.FreshFor;
        return new Reply(default, new ListedFeed(new FeedReport(name, feed.Title, feed.Entries.Length, wanted.Length, false, failure is not null, next), wanted, done));
    }

    private Wanted WantedOf(string feed, Uri from, FeedEntry entry, int index)
    {
        Refused? problem = Uri.TryCreate(from, entry.Address ?? "", out Uri? address) && entry.Address is not null
            ? WebAddress.Check(address.AbsoluteUri, limits.Ports, out address)
            : new Refused(WebAddress.BadAddress, "The feed gives this entry no address.");
        DateOnly? day = FeedDays.Of(entry.Published, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1));
        Listing? listing = day is { } told ? new Listing(told, entry.Published!.Trim(), feed) : null;
        return new Wanted(problem is null ? address!.AbsoluteUri : $"{feed}#{index + 1}", feed, entry.Updated ?? entry.Published, listing, problem);
    }

    private bool IsWanted(Wanted wanted) =>
        !manner.OnlyDue || log.Find(wanted.Address) is not { } past || (past.Failures > 0 ? IsDue(past) : !past.HasPage || past.Changed != wanted.Changed);

    private bool IsDue(PastVisit past)
    {
        TimeSpan rest = FirstRest * Math.Pow(2, Math.Min(past.Failures - 1, 10));
        return !manner.OnlyDue || clock.GetUtcNow() - past.TriedAt >= (rest < LongestRest ? rest : LongestRest);
    }

    private static Found PageOf(Wanted wanted, WebAnswer answer, bool isFeed)
    {
        if (answer is Answered body && MediaTypes.OnlyFeeds(body.MediaType))
        {
            answer = new NotAnswered(new Refused(WebRefusal.ContentType, $"It is {body.MediaType}, but no feed."));
        }

        var visit = new Visit(wanted.Address, isFeed, wanted.Feed, wanted.Changed, (answer as Answered)?.Validators, answer as NotAnswered);
        return answer switch
        {
            Answered page => new Found(wanted.Address, KnownPage.Of(wanted.Address, page.Bytes, PageFormat.Unknown, new KnownFacts(page.From.AbsoluteUri) { Listed = wanted.Listed, Charset = page.Charset }), null) { Visit = visit with { IsFeed = false } },
            NotAnswered failed => new Found(wanted.Address, null, failed.Why) { Visit = visit },
            _ => new Found(wanted.Address, null, null) { Visit = visit },
        };
    }
}
