using System.Text.Json;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <param name="Kind">"added", "removed" or "altered": the same words of the article coded otherwise, also under another id.</param>
/// <param name="Rule">The decisive rule: the present one, or the last one of what is gone.</param>
internal sealed record ClaimChange(string Kind, string Id, string? Before, string Type, string Rule);

/// <summary>Puts what an article is coded as now in the place of what it was coded as, each article in one transaction with its stamp: what is stamped is not done again.</summary>
/// <param name="now">The run's instant.</param>
internal sealed class RecodeWriter(CasusStore store, Provenance provenance, DateTimeOffset now) : IDisposable
{
    private readonly PageWriter pages = new(store, provenance, now);
    private readonly Statement findClaims = store.Prepare("SELECT kind, record FROM claim WHERE article_id = $1 ORDER BY position");
    private readonly Statement findLinks = store.Prepare("SELECT record FROM claim_link WHERE article_id = $1 ORDER BY position");
    private readonly Statement[] drop = [.. new[] { "claim_actor", "claim_link", "claim", "linked_article" }.Select(t => store.Prepare($"DELETE FROM {t} WHERE article_id = $1"))];
    private readonly Statement setArticle = store.Prepare("UPDATE article SET coded_with = $2, record = $3 WHERE id = $1");
    private readonly SentenceWriter sentences = new(store);
    private readonly Statement setState = store.Prepare("INSERT INTO state (key, value) VALUES ($1, '1') ON CONFLICT (key) DO UPDATE SET value = excluded.value");

    public List<ClaimChange> Replace(StoredArticle article, Reading reading) => store.Write(() =>
    {
        (string Kind, string Record)[] rows = [.. findClaims.Rows(r => (r.GetString(0), r.GetString(1)), article.Id)];
        Claim[] old = [.. rows.Select(r => Records.ReadClaim(r.Kind, r.Record))];
        bool same = rows.Select(r => r.Record).SequenceEqual(reading.Claims.Select(Records.Write))
            && findLinks.Rows(r => r.GetString(0), article.Id).SequenceEqual(reading.Links.Select(l => JsonSerializer.Serialize(l, Records.Json.ClaimLink)));
        ArticleRecord record = article.Record with { Sentences = [.. reading.Analysis.Sentences.Select(s => s.Span)] };
        setArticle.Run(article.Id, provenance.Stamp, JsonSerializer.Serialize(record, Records.Json.ArticleRecord));
        if (!record.Sentences.SequenceEqual(article.Record.Sentences))
        {
            sentences.Put(article.Id, article.Text, record.Pieces);
        }

        if (same)
        {
            return [];
        }

        foreach (Statement statement in drop)
        {
            statement.Run(article.Id);
        }

        pages.AddClaims(article.Id, reading.Claims, reading.Links);
        setState.Run(StateKey.Unlinked);
        return Changes(old, reading.Claims);
    });

    public void Dispose()
    {
        pages.Dispose();
        sentences.Dispose();
        foreach (Statement statement in (Statement[])[findClaims, findLinks, .. drop, setArticle, setState])
        {
            statement.Dispose();
        }
    }

    /// <summary>By id; what is left is paired by the words that it stands on.</summary>
    internal static List<ClaimChange> Changes(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after)
    {
        var changes = new List<ClaimChange>();
        Dictionary<string, Claim> old = before.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var come = new List<Claim>();
        foreach (Claim claim in after)
        {
            if (!old.Remove(claim.Id, out Claim? was))
            {
                come.Add(claim);
            }
            else if (Records.Write(was) != Records.Write(claim))
            {
                changes.Add(Change("altered", claim, was.Id));
            }
        }

        foreach (Claim claim in come)
        {
            ClaimAnchor words = ClaimAnchor.Of(claim);
            Claim? was = old.Values.Where(c => ClaimAnchor.Of(c).Span == words.Span && c.GetType() == claim.GetType()).MinBy(c => c.Id, StringComparer.Ordinal);
            if (was is not null)
            {
                old.Remove(was.Id);
            }

            changes.Add(Change(was is null ? "added" : "altered", claim, was?.Id));
        }

        changes.AddRange(old.Values.Select(c => Change("removed", c, c.Id)));
        return changes;
    }

    private static ClaimChange Change(string kind, Claim claim, string? before) => new(kind, claim.Id, before, ClaimAnchor.TypeOf(claim), claim.Rules.IsDefaultOrEmpty ? "" : claim.Rules[0].Value);
}

/// <summary>Articles that were coded with another knowledge, model or program, in the order in which they came.</summary>
internal sealed class ArticlesToCode(CasusStore store, Provenance provenance)
{
    public long Count() => store.Read(() =>
    {
        using Statement count = store.Prepare("SELECT count(*) FROM article WHERE coded_with <> $1 AND language = 'en'");
        return (long)count.Scalar(provenance.Stamp)!;
    });

    /// <summary>Each article once, also while they are being stamped as coded.</summary>
    public IEnumerable<StoredArticle> Walk()
    {
        using Statement next = store.Prepare("SELECT id, rowid FROM article WHERE coded_with <> $1 AND language = 'en' AND rowid > $2 ORDER BY rowid LIMIT 1");
        var lookup = new Lookup(store);
        long last = 0;
        while (store.Read(() => next.Rows(r => (Id: r.GetString(0), Row: r.GetInt64(1)), provenance.Stamp, last)) is [var found])
        {
            last = found.Row;
            yield return lookup.Article(found.Id);
        }
    }

    public static Article Article(StoredArticle stored) => new(stored.Id, stored.PageId, new TextId(stored.TextId), stored.Text, stored.Record.Blocks, stored.Record.Title, stored.Record.Bylines, stored.Record.Outlet, stored.Record.Published, stored.Language, stored.Address)
    {
        Desk = stored.Record.Desk,
        Section = stored.Record.Section,
        Agency = stored.Record.Agency,
        Dateline = stored.Record.Dateline,
        Updated = stored.Record.Updated,
    };
}
