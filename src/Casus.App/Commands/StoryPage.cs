using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>A later edition beside the one it derives from.</summary>
internal sealed record ComparedEdition(EditionRow Row, StoredArticle From, StoredArticle Article, ImmutableArray<DiffPart> Parts);

/// <summary>A passage that an article of the story shares with one of another story.</summary>
/// <param name="Words">As the story's article has them.</param>
internal sealed record PassageElsewhere(PassageRow Row, StoredArticle Other, string Words);

/// <summary><c>show story</c>: the editions in order, and what became of the text from one to the next.</summary>
internal static class StoryPage
{
    /// <summary>Passages that are shown; JSON has all.</summary>
    private const int MostPassages = 5;

    public static int Show(CasusStore store, Lookup lookup, string id, bool asJson, bool full)
    {
        List<EditionRow> editions = lookup.Editions(id);
        Dictionary<string, StoredArticle> articles = editions.ToDictionary(e => e.ArticleId, e => lookup.Article(e.ArticleId), StringComparer.Ordinal);
        var diff = new EditionDiff(Construction.LoadKnowledge(null));
        ComparedEdition[] compared =
        [
            .. editions.Where(e => e.Of is not null).Select(e => (Row: e, From: articles[e.Of!], Article: articles[e.ArticleId]))
                .Select(e => new ComparedEdition(e.Row, e.From, e.Article, diff.Of(e.From.Text, e.From.Pieces, e.Article.Text, e.Article.Pieces))),
        ];
        PassageElsewhere[] passages = [.. lookup.Passages(id).Take(asJson ? int.MaxValue : MostPassages).Select(p => Passage(p, articles[p.ArticleId], lookup.Article(p.OtherId))).OfType<PassageElsewhere>()];
        string[] judged = [.. new JudgementLines(store).OnArticles([.. articles.Keys])];
        if (asJson)
        {
            Screen.WriteJson(json => StoryJson.Write(json, id, editions, compared, passages, judged, full));
            return ExitCode.Ok;
        }

        Screen.Out.Write(Editions(editions));
        foreach (string line in judged)
        {
            Screen.Out.MarkupLine($"[grey]judged:[/] {Screen.Plain(line)}");
        }

        foreach (ComparedEdition edition in compared)
        {
            DiffScreen.Write(Screen.Out, edition, full);
        }

        Write(passages);
        return ExitCode.Ok;
    }

    private static Table Editions(List<EditionRow> editions)
    {
        Table table = Screen.Table("edition", "published", "outlet", "title", "words shared", "article");
        int letters = EventTable.ShortIds(editions.Select(e => e.ArticleId));
        foreach (EditionRow edition in editions)
        {
            string shared = edition.Of is { } of ? $"{Lookup.Percent(edition.Overlap)} with {of[..Math.Min(letters, of.Length)]}" : "";
            table.AddRow(Screen.Plain(edition.Kind), edition.Published ?? "", Screen.Plain(edition.Outlet), Screen.Plain(edition.Title), $"[grey]{shared}[/]", $"[grey]{edition.ArticleId[..letters]}[/]");
        }

        return table;
    }

    private static PassageElsewhere? Passage(PassageRow row, StoredArticle own, StoredArticle other) =>
        SharedStretch.Longest(own.Text, other.Text) is { } stretch ? new PassageElsewhere(row, other, stretch.A.Of(own.Text)) : null;

    private static void Write(PassageElsewhere[] passages)
    {
        if (passages.Length == 0)
        {
            return;
        }

        Screen.Out.WriteLine();
        Screen.Out.MarkupLine("[bold]Words that other stories print too[/]");
        foreach (PassageElsewhere passage in passages)
        {
            Screen.Out.MarkupLine($"  “{Screen.Plain(Screen.Shortened(passage.Words.ReplaceLineEndings(" "), 300))}”");
            Screen.Out.MarkupLine($"  [grey]{passage.Row.Words} words, also in {Screen.Plain(Name(passage.Other))}, {passage.Row.StoryId}[/]");
        }
    }

    /// <summary>Outlet and day, else the title.</summary>
    public static string Name(StoredArticle article) =>
        string.Join(", ", new[] { article.Outlet ?? article.Title ?? article.Id, article.Published }.Where(s => s is not null));
}
