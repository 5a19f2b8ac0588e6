using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>A later edition beside the one it derives from.</summary>
internal sealed record ComparedEdition(EditionRow Row, StoredArticle From, StoredArticle Article, ImmutableArray<DiffPart> Parts);

/// <summary>A passage that an article of the story shares with one of another story.</summary>
/// <param name="Words">As the story's article has them.</param>
internal sealed record PassageElsewhere(PassageRow Row, StoredArticle Other, string Words);

/// <summary>A story's editions in order, what became of the text from one to the next, and what other stories print too.</summary>
internal sealed record StoryComparison(ImmutableArray<EditionRow> Editions, ImmutableArray<ComparedEdition> Compared, ImmutableArray<PassageElsewhere> Passages)
{
    /// <param name="passages">How many at the most.</param>
    public static StoryComparison Of(Lookup lookup, string id, EditionDiff diff, int passages)
    {
        List<EditionRow> editions = lookup.Editions(id);
        Dictionary<string, StoredArticle> articles = editions.ToDictionary(e => e.ArticleId, e => lookup.Article(e.ArticleId), StringComparer.Ordinal);
        return new(
            [.. editions],
            [
                .. editions.Where(e => e.Of is not null).Select(e => (Row: e, From: articles[e.Of!], Article: articles[e.ArticleId]))
                    .Select(e => new ComparedEdition(e.Row, e.From, e.Article, diff.Of(e.From.Text, e.From.Pieces, e.Article.Text, e.Article.Pieces))),
            ],
            [.. lookup.Passages(id).Take(passages).Select(p => Passage(p, articles[p.ArticleId], lookup.Article(p.OtherId))).OfType<PassageElsewhere>()]);
    }

    /// <summary>Outlet and day, else the title.</summary>
    public static string Name(StoredArticle article) =>
        string.Join(", ", new[] { article.Outlet ?? article.Title ?? article.Id, article.Published }.Where(s => s is not null));

    private static PassageElsewhere? Passage(PassageRow row, StoredArticle own, StoredArticle other) =>
        SharedStretch.Longest(own.Text, other.Text) is { } stretch ? new PassageElsewhere(row, other, stretch.A.Of(own.Text)) : null;
}
