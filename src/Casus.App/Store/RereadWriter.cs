using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Claims;

namespace Casus.App.Store;

/// <summary>What reading a page again changed.</summary>
/// <param name="Before">Outcome and, of a refusal, its reason; <paramref name="After"/> the same now.</param>
/// <param name="Outcome">The outcome now.</param>
/// <param name="ArticleBefore">The page's article, also where another page owns it; null where it had none.</param>
internal sealed record PageChange(string Name, string Before, string After, Outcome Outcome, string? ArticleBefore, string? ArticleAfter, RereadCounts Counts)
{
    public bool IsAny => Before != After || ArticleBefore != ArticleAfter || Counts != default;
}

/// <summary>Articles and claims of the store that came, went, or say something else under the same id.</summary>
internal readonly record struct RereadCounts(int ArticlesAdded, int ArticlesRemoved, int ArticlesAltered, int ClaimsAdded, int ClaimsRemoved, int ClaimsAltered)
{
    public static RereadCounts operator +(RereadCounts a, RereadCounts b) => new(
        a.ArticlesAdded + b.ArticlesAdded, a.ArticlesRemoved + b.ArticlesRemoved, a.ArticlesAltered + b.ArticlesAltered,
        a.ClaimsAdded + b.ClaimsAdded, a.ClaimsRemoved + b.ClaimsRemoved, a.ClaimsAltered + b.ClaimsAltered);
}

/// <summary>
/// Puts what a kept page is read as now in the place of what it was read as, each page in one transaction. An article belongs to the first
/// page that gives it, in the order in which pages came: when all pages are done, the store is as if they had been read into an empty one.
/// </summary>
/// <param name="now">The run's instant.</param>
internal sealed class RereadWriter(CasusStore store, Provenance provenance, DateTimeOffset now) : IDisposable
{
    private readonly PageWriter pages = new(store, provenance, now);
    private readonly Statement findPage = store.Prepare("SELECT outcome, reason, article_id FROM page WHERE id = $1");
    private readonly Statement setPage = store.Prepare("UPDATE page SET outcome = $2, reason = $3, detail = $4, article_id = $5, knowledge = $6, model = $7, engine = $8, read_at = $9 WHERE id = $1");
    private readonly Statement setOutcome = store.Prepare("UPDATE page SET outcome = $2 WHERE id = $1");
    private readonly Statement findOwned = store.Prepare("SELECT id FROM article WHERE page_id = $1 ORDER BY id");
    private readonly Statement findOwner = store.Prepare("SELECT a.page_id, o.rowid > p.rowid FROM article a JOIN page o ON o.id = a.page_id, page p WHERE a.id = $1 AND p.id = $2");
    private readonly Statement findHeir = store.Prepare("SELECT id FROM page WHERE article_id = $1 AND id <> $2 ORDER BY rowid LIMIT 1");
    private readonly Statement setOwner = store.Prepare("UPDATE article SET page_id = $2 WHERE id = $1");
    private readonly Statement findArticle = store.Prepare("SELECT record, language, address, page_id FROM article WHERE id = $1");
    private readonly Statement findClaims = store.Prepare("SELECT id, record FROM claim WHERE article_id = $1 ORDER BY position");
    private readonly Statement findLinks = store.Prepare("SELECT record FROM claim_link WHERE article_id = $1 ORDER BY position");
    private readonly Statement setCoded = store.Prepare("UPDATE article SET coded_with = $2 WHERE id = $1");
    private readonly Statement[] drop = [.. new[] { "claim_actor WHERE article_id", "claim_link WHERE article_id", "claim WHERE article_id", "edition WHERE article_id", "linked_article WHERE article_id", "article WHERE id" }.Select(t => store.Prepare($"DELETE FROM {t} = $1"))];
    private readonly Statement setState = store.Prepare("INSERT INTO state (key, value) VALUES ($1, '1') ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    private readonly string instant = Json.Instant(now);

    public PageChange Replace(ReadOutcome outcome) => store.Write(() =>
    {
        Page page = outcome.Page;
        var (before, reason, articleBefore) = findPage.Rows(r => (r.GetString(0), r.Text(1), r.Text(2)), page.Id)[0];
        ImmutableArray<PageRead> articles = PageWriter.Articles(outcome);
        RereadCounts counts = default;
        foreach (string owned in findOwned.Rows(r => r.GetString(0), page.Id).Except(articles.Select(a => a.Article.Id)))
        {
            counts += Release(owned, page.Id);
        }

        Refused? why = (outcome as PageRefused)?.Why;
        Outcome became = articles.Length > 0 ? Outcome.Duplicate : PageWriter.Became(why);
        foreach (PageRead article in articles)
        {
            (bool owns, RereadCounts taken) = Take(article);
            became = owns ? Outcome.Read : became;
            counts += taken;
        }

        string? first = articles.Length > 0 ? articles[0].Article.Id : null;
        setPage.Run(page.Id, Json.Word(became), why?.Reason, why?.Detail, first, provenance.Knowledge, provenance.Model, provenance.Engine, instant);
        return new PageChange(page.Name, Told(before, reason), Told(Json.Word(became), why?.Reason), became, articleBefore, first, counts);
    });

    public void Dispose()
    {
        pages.Dispose();
        foreach (Statement statement in (Statement[])[findPage, setPage, setOutcome, findOwned, findOwner, findHeir, setOwner, findArticle, findClaims, findLinks, .. drop, setState, setCoded])
        {
            statement.Dispose();
        }
    }

    private static string Told(string outcome, string? reason) => reason is null || reason == outcome ? outcome : $"{outcome}: {reason}";

    /// <summary>The page gives the article no more: the next page that gave it owns it now, and without one it goes, with its claims.</summary>
    private RereadCounts Release(string article, string page)
    {
        setState.Run(StateKey.Unlinked);
        if (findHeir.Scalar(article, page) is string heir)
        {
            setOwner.Run(article, heir);
            setOutcome.Run(heir, Json.Word(Outcome.Read));
            return default;
        }

        int claims = findClaims.Rows(r => r.GetString(0), article).Count;
        Drop(article);
        return new RereadCounts { ArticlesRemoved = 1, ClaimsRemoved = claims };
    }

    /// <returns>Whether the article is the page's own now.</returns>
    private (bool Owns, RereadCounts Counts) Take(PageRead read)
    {
        Article article = read.Article;
        var owner = findOwner.Rows(r => (Page: r.GetString(0), CameLater: r.GetInt64(1) != 0), article.Id, read.Page.Id);
        bool isOthers = owner is [var other] && other.Page != read.Page.Id;
        if (isOthers && !owner[0].CameLater)
        {
            return (false, default);
        }

        RereadCounts counts = Put(read, isNew: owner.Count == 0);
        if (isOthers)
        {
            setOutcome.Run(owner[0].Page, Json.Word(findOwned.Scalar(owner[0].Page) is null ? Outcome.Duplicate : Outcome.Read));
        }

        return (true, counts);
    }

    private RereadCounts Put(PageRead read, bool isNew)
    {
        Article article = read.Article;
        List<(string Id, string Record)> inOrder = findClaims.Rows(r => (r.GetString(0), r.GetString(1)), article.Id);
        Dictionary<string, string> old = inOrder.ToDictionary(c => c.Id, c => c.Record);
        Claim[] claims = read.Reading is { } reading ? [.. reading.Claims] : [];
        string[] links = read.Reading is { } r ? [.. r.Links.Select(l => JsonSerializer.Serialize(l, Records.Json.ClaimLink))] : [];
        int added = claims.Count(c => !old.ContainsKey(c.Id)), altered = claims.Count(c => old.TryGetValue(c.Id, out string? record) && record != Records.Write(c));
        var counts = new RereadCounts { ClaimsAdded = added, ClaimsAltered = altered, ClaimsRemoved = old.Count - (claims.Length - added) };
        bool same = !isNew && counts == default
            && inOrder.Select(c => c.Id).SequenceEqual(claims.Select(c => c.Id))
            && findArticle.Rows(a => (a.GetString(0), a.GetString(1), a.Text(2), a.GetString(3)), article.Id)[0] == (PageWriter.Record(read), article.Language, article.Address, article.PageId)
            && findLinks.Rows(l => l.GetString(0), article.Id).SequenceEqual(links);
        if (same)
        {
            setCoded.Run(article.Id, provenance.Stamp);
            return default;
        }

        Drop(article.Id);
        pages.AddArticle(read);
        return counts + (isNew ? new RereadCounts { ArticlesAdded = 1 } : new RereadCounts { ArticlesAltered = 1 });
    }

    private void Drop(string article)
    {
        StoryWriter.Forget(store, article);
        foreach (Statement statement in drop)
        {
            statement.Run(article);
        }
    }
}
