using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.App.Fetch;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>An article with the page it was read from.</summary>
/// <param name="PageNames">Every name under which the page's bytes came; the first is the one it was read by.</param>
internal sealed record StoredArticle(string Id, string TextId, string? Title, string? Outlet, string? Published, string Language, string? Address, string Text, ArticleRecord Record, string PageId, ImmutableArray<string> PageNames, ArticlePart? Part)
{
    public ImmutableArray<TextSpan> Pieces => Record.Pieces;

    /// <summary>In text order; empty where the store has kept none.</summary>
    public ImmutableArray<TextSpan> Sentences => Record.Sentences.IsDefault ? [] : Record.Sentences;

    /// <summary>Where in an archive the page was kept; null for what is out of none.</summary>
    public ArchivePlace? Place { get; init; }

    /// <summary>The sentence that holds the position; null outside of all.</summary>
    public TextSpan? SentenceAt(int position)
    {
        foreach (TextSpan sentence in Sentences)
        {
            if (sentence.Contains(position))
            {
                return sentence;
            }
        }

        return null;
    }
}

/// <summary>A claim with its place in the store.</summary>
internal sealed record StoredClaim(string ArticleId, Claim Claim);

/// <summary>Whole things by their ids.</summary>
internal sealed class Lookup(CasusStore store)
{
    /// <summary>The full id for the first letters of one; for that of an event that has become part of another, the other's.</summary>
    /// <exception cref="Trouble">No id begins so, or several do.</exception>
    public string Complete(string table, string start) => store.Read(() =>
    {
        using Statement find = store.Prepare($"SELECT DISTINCT id FROM {table} WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 6");
        List<string> ids = find.Rows(r => r.GetString(0), start, start + "\uFFFF");
        return ids switch
        {
            [] when table == "event" && MovedEvents.Now(store, start) is { } now => now,
            [] => throw new Trouble(ExitCode.Findings, $"Nothing in {Path.GetFileName(store.Path)} has the id {start}: `casus show {Plural(table)}` lists what there is."),
            [var only] => only,
            _ when ids[0] == start => start,
            _ => throw new Trouble(ExitCode.Findings, $"Several ids begin with {start}: {string.Join(", ", ids.Take(5))}{(ids.Count > 5 ? " …" : "")}. Give more letters."),
        };
    });

    public Event Event(string id) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT record FROM event WHERE id = $1");
        return EventJson.Read((string)find.Scalar(id)!);
    });

    /// <summary>Every article's claim of this id; the same words may stand in several articles.</summary>
    public List<StoredClaim> Claims(string id) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT article_id, kind, record FROM claim WHERE id = $1 ORDER BY article_id");
        return find.Rows(r => new StoredClaim(r.GetString(0), Records.ReadClaim(r.GetString(1), r.GetString(2))), id);
    });

    public List<StoredClaim> ClaimsOf(string article) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT article_id, kind, record FROM claim WHERE article_id = $1 ORDER BY position");
        return find.Rows(r => new StoredClaim(r.GetString(0), Records.ReadClaim(r.GetString(1), r.GetString(2))), article);
    });

    /// <summary>Events that the claim supports.</summary>
    public List<string> EventsOf(string claim) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT event_id FROM event_claim WHERE claim_id = $1 ORDER BY event_id");
        return find.Rows(r => r.GetString(0), claim);
    });

    public StoredArticle Article(string id) => store.Read(() =>
    {
        using Statement names = store.Prepare("SELECT s.name FROM sighting s JOIN page p ON p.id = s.page_id WHERE s.page_id = $1 ORDER BY s.name <> p.name, s.name");
        using Statement find = store.Prepare("SELECT a.id, a.text_id, a.title, a.outlet, a.published, a.language, a.address, a.text, a.record, a.page_id, p.record_id, p.record_at, p.captured_at, a.whole, a.part, a.parts FROM article a JOIN page p ON p.id = a.page_id WHERE a.id = $1");
        return find.Rows(
            r => new StoredArticle(r.GetString(0), r.GetString(1), r.Text(2), r.Text(3), r.Text(4), r.GetString(5), r.Text(6), r.GetString(7), JsonSerializer.Deserialize(r.GetString(8), Records.Json.ArticleRecord)!, r.GetString(9), [.. names.Rows(n => n.GetString(0), r.GetString(9))], r.Text(13) is { } whole ? new ArticlePart(whole, r.GetInt32(14), (int?)r.Number(15)) : null) { Place = r.Place(10) },
            id)[0];
    });

    public string StoryOf(string article) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT story_id FROM edition WHERE article_id = $1");
        return (string)find.Scalar(article)!;
    });

    /// <summary>Claims that the article itself calls the same.</summary>
    public List<(string From, string To)> SameLinks(string article) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT from_id, to_id FROM claim_link WHERE article_id = $1 AND kind = 'same' ORDER BY position");
        return find.Rows(r => (r.GetString(0), r.GetString(1)), article);
    });

    public List<EditionRow> Editions(string story) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT e.article_id, e.kind, e.derives_from, e.overlap, a.title, a.outlet, a.published FROM edition e JOIN article a ON a.id = e.article_id WHERE e.story_id = $1 ORDER BY e.position");
        return find.Rows(r => new EditionRow(r.GetString(0), r.GetString(1), r.Text(2), r.GetDouble(3), r.Text(4), r.Text(5), r.Text(6)), story);
    });

    /// <summary>Passages that the story's articles share with articles of other stories, the longest first.</summary>
    public List<PassageRow> Passages(string story) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT p.article_id, p.other_id, p.words, f.story_id FROM edition e JOIN passage p ON p.article_id = e.article_id JOIN edition f ON f.article_id = p.other_id WHERE e.story_id = $1 ORDER BY p.words DESC, p.article_id, p.other_id");
        return find.Rows(r => new PassageRow(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3)), story);
    });

    private static string Plural(string table) => table == "story" ? "stories" : table + "s";

    internal static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}

internal sealed record EditionRow(string ArticleId, string Kind, string? Of, double Overlap, string? Title, string? Outlet, string? Published);

/// <param name="StoryId">The story of the other article.</param>
internal sealed record PassageRow(string ArticleId, string OtherId, long Words, string StoryId);
