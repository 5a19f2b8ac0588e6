using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>show story</c>: the editions in order, and what became of the text from one to the next.</summary>
internal static class StoryPage
{
    /// <summary>Passages that are shown; JSON has all.</summary>
    private const int MostPassages = 5;

    public static int Show(CasusStore store, Lookup lookup, string id, bool asJson, bool full)
    {
        StoryComparison story = StoryComparison.Of(lookup, id, new EditionDiff(Construction.LoadKnowledge(null)), asJson ? int.MaxValue : MostPassages);
        string[] judged = [.. new JudgementLines(store).OnArticles([.. story.Editions.Select(e => e.ArticleId)])];
        if (asJson)
        {
            Screen.WriteJson(json => StoryJson.Write(json, id, story, judged, full));
            return ExitCode.Ok;
        }

        Screen.Out.Write(Editions(story.Editions));
        foreach (string line in judged)
        {
            Screen.Out.MarkupLine($"[grey]judged:[/] {Screen.Plain(line)}");
        }

        if (!story.Compared.IsEmpty)
        {
            DiffScreen.Legend(Screen.Out);
        }

        foreach (ComparedEdition edition in story.Compared)
        {
            DiffScreen.Write(Screen.Out, edition, full);
        }

        Write(story.Passages);
        return ExitCode.Ok;
    }

    private static Table Editions(ImmutableArray<EditionRow> editions)
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

    private static void Write(ImmutableArray<PassageElsewhere> passages)
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
            Screen.Out.MarkupLine($"  [grey]{passage.Row.Words} words, also in {Screen.Plain(StoryComparison.Name(passage.Other))}, {passage.Row.StoryId}[/]");
        }
    }
}
