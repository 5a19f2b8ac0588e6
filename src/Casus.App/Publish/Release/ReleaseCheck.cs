using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>
/// What keeps a release from being put in its place: a value without evidence, a quote that does not stand where it is said to, a reference that leads
/// nowhere, counts that do not add up. Noted while the rows go by.
/// </summary>
internal sealed class ReleaseCheck
{
    private const int MostTold = 20;

    private readonly IdSet articles = new(), claims = new(), stories = new();
    private long articleRows, claimRows, eventRows;

    /// <summary>In plain words, the first twenty and whether there are more; none when all is well.</summary>
    public List<string> Problems { get; } = [];

    public void Stories(IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            stories.Add(id);
        }
    }

    public void Articles(ArticleRows rows)
    {
        articleRows += rows.Articles.Count;
        claimRows += rows.Claims.Count;
        rows.Articles.ForEach(articles.Add);
        rows.Claims.ForEach(claims.Add);
        rows.Problems.ForEach(p => Note(Problems, p));
    }

    /// <summary>After all stories and articles.</summary>
    /// <param name="wrong">What <see cref="Event"/> has noted.</param>
    public void Events(int count, List<EventReferences> references, List<string> wrong)
    {
        eventRows += count;
        wrong.ForEach(p => Note(Problems, p));
        foreach (EventReferences told in references)
        {
            Lost(told.Event, told.Claims, claims);
            Lost(told.Event, told.Articles, articles);
            Lost(told.Event, told.Stories, stories);
        }
    }

    /// <summary>Whether an event is told by claims, and each of its values.</summary>
    public static void Event(Event told, List<string> problems)
    {
        if (told.Claims.IsDefaultOrEmpty)
        {
            Note(problems, $"event {told.Id} has no claim");
        }

        if (told.Time.Support.IsDefaultOrEmpty || told.Tolls.Any(t => t.Support.IsDefaultOrEmpty) || told.Place is { Support.IsDefaultOrEmpty: true })
        {
            Note(problems, $"event {told.Id} has a value that no claim supports");
        }
    }

    /// <summary>After all rows.</summary>
    public void Sums(CasusStore store)
    {
        (long all, Dictionary<string, long> outcomes) = Pages(store);
        if (outcomes.Values.Sum() != all)
        {
            Note(Problems, $"{all} pages, but {outcomes.Values.Sum()} outcomes");
        }

        foreach ((string table, long rows) in new[] { ("article", articleRows), ("claim", claimRows), ("event", eventRows) })
        {
            long stored = store.Connection.Value<long>($"SELECT count(*) FROM {table}");
            if (stored != rows)
            {
                Note(Problems, $"the store holds {stored} rows of {table}, but {rows} were published: some belong to nothing");
            }
        }
    }

    /// <summary>Whether a claim has evidence, and every quote is what stands at its span in the article's text.</summary>
    /// <param name="cited">All of the claim's words.</param>
    public static void Evidence(Claim claim, List<CitedWords> cited, ArticleRecords article, ReadOnlySpan<char> text, List<string> problems)
    {
        if (claim.ArticleId != article.Id)
        {
            Note(problems, $"claim {claim.Id} names {claim.ArticleId}, which is not in the store");
        }

        if (claim.Evidence.IsDefaultOrEmpty)
        {
            Note(problems, $"claim {claim.Id} of {article.Id} has no evidence");
        }

        foreach ((_, Evidence words, _) in cited)
        {
            if (words.Span is { } span && (span.End > text.Length || !text[span.Begin..span.End].SequenceEqual(words.Quote)))
            {
                Note(problems, $"claim {claim.Id} of {article.Id} quotes words that do not stand there in its text");
            }
        }
    }

    /// <summary>Pages in all, and by what became of them.</summary>
    public static (long All, Dictionary<string, long> Outcomes) Pages(CasusStore store) => store.Read(() =>
    {
        using Statement count = store.Prepare("SELECT outcome, count(*) FROM page GROUP BY outcome ORDER BY outcome"), all = store.Prepare("SELECT count(*) FROM page");
        return ((long)all.Scalar()!, count.Rows(r => (r.GetString(0), r.GetInt64(1))).ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal));
    });

    private void Lost(string told, ImmutableArray<(string Id, ulong Hash)> ids, IdSet known)
    {
        foreach ((string id, ulong hash) in ids)
        {
            if (!known.Contains(hash))
            {
                Note(Problems, $"event {told} names {id}, which is not in the store");
            }
        }
    }

    private static void Note(List<string> problems, string what)
    {
        if (problems.Count <= MostTold)
        {
            problems.Add(problems.Count < MostTold ? what : "and more of the kind");
        }
    }
}

/// <summary>What an event names of the record, with the hashes by which it is looked up.</summary>
internal sealed record EventReferences(string Event, ImmutableArray<(string Id, ulong Hash)> Claims, ImmutableArray<(string Id, ulong Hash)> Articles, ImmutableArray<(string Id, ulong Hash)> Stories)
{
    public static EventReferences Of(Event told) => new(told.Id, Hashed(told.Claims), Hashed(told.Articles), Hashed(told.Stories));

    private static ImmutableArray<(string Id, ulong Hash)> Hashed(ImmutableArray<string> ids) => ids.IsDefaultOrEmpty ? [] : ImmutableArray.CreateRange(ids, id => (id, IdSet.Hash(id)));
}
