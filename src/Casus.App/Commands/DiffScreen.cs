using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>The diff of two editions for people: what differs in fact first, then sentence by sentence. It can be read without colours.</summary>
internal static class DiffScreen
{
    public static void Write(IAnsiConsole console, ComparedEdition edition, bool full)
    {
        (string from, string to) = (edition.From.Text, edition.Article.Text);
        console.WriteLine();
        console.MarkupLine($"[bold]{Screen.Plain(StoryComparison.Name(edition.Article))}[/]: {Screen.Plain(edition.Row.Kind)} of {Screen.Plain(StoryComparison.Name(edition.From))}");
        console.MarkupLine($"[grey]sentences: {string.Join(", ", edition.Parts.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Says(g.Key)}"))}[/]");
        WriteFacts(console, edition);
        foreach (DiffPart part in edition.Parts)
        {
            if (part.Kind == DiffKind.Same && !full)
            {
                continue;
            }

            console.WriteLine();
            switch (part.Kind)
            {
                case DiffKind.Same:
                    console.MarkupLine($"[grey]  {Text(to, part.Later!.Value)}[/]");
                    break;
                case DiffKind.Added:
                    console.MarkupLine($"[green]+ {Marked(to, part.Later!.Value, part.Facts.Select(f => f.Later))}[/]");
                    break;
                case DiffKind.Dropped:
                    console.MarkupLine($"[red]- {Marked(from, part.Earlier!.Value, part.Facts.Select(f => f.Earlier))}[/]");
                    break;
                default:
                    string moved = part.Kind == DiffKind.Moved ? " [grey](stood elsewhere)[/]" : "";
                    console.MarkupLine($"[red]- {Marked(from, part.Earlier!.Value, part.Facts.Select(f => f.Earlier))}[/]{moved}");
                    console.MarkupLine($"[green]+ {Marked(to, part.Later!.Value, part.Facts.Select(f => f.Later))}[/]");
                    break;
            }
        }
    }

    /// <summary>What the marks of the diff mean.</summary>
    public static void Legend(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[grey]Below: - the edition it was made from, + the later one; what stands in brackets are numbers, days and names that differ. --full shows sentences that are the same too.[/]");
    }

    /// <summary>Every fact that differs, in the order of the text.</summary>
    private static void WriteFacts(IAnsiConsole console, ComparedEdition edition)
    {
        (string from, string to) = (edition.From.Text, edition.Article.Text);
        FactDifference[] all = [.. edition.Parts.SelectMany(p => p.Facts)];
        Line("changed", all.Where(f => f.Earlier is not null && f.Later is not null).Select(f => $"{Text(from, f.Earlier!.Value)} → {Text(to, f.Later!.Value)}"));
        foreach ((FactKind kind, string name) in new[] { (FactKind.Number, "numbers"), (FactKind.Date, "dates"), (FactKind.Name, "names") })
        {
            Line($"{name} only before", all.Where(f => f.Kind == kind && f.Later is null).Select(f => Text(from, f.Earlier!.Value)));
            Line($"{name} only here", all.Where(f => f.Kind == kind && f.Earlier is null).Select(f => Text(to, f.Later!.Value)));
        }

        if (!all.Any(f => f.Kind == FactKind.Number))
        {
            console.MarkupLine("  [grey]no number differs[/]");
        }

        void Line(string what, IEnumerable<string> facts)
        {
            string[] told = [.. facts.Distinct()];
            if (told.Length > 0)
            {
                console.MarkupLine($"  [bold]{what}:[/] {string.Join(" · ", told)}");
            }
        }
    }

    private static string Says(DiffKind kind) => kind switch
    {
        DiffKind.Same => "the same",
        DiffKind.Changed => "changed",
        DiffKind.Moved => "moved",
        DiffKind.Added => "added",
        _ => "dropped",
    };

    private static string Text(string text, TextSpan span) => Screen.Plain(span.Of(text));

    /// <summary>Facts that differ between brackets, which can be seen without colours.</summary>
    private static string Marked(string text, TextSpan span, IEnumerable<TextSpan?> facts)
    {
        var marked = new System.Text.StringBuilder();
        int at = span.Begin;
        foreach (TextSpan fact in facts.OfType<TextSpan>().Where(f => f.Begin >= span.Begin && f.End <= span.End).OrderBy(f => f.Begin))
        {
            if (fact.Begin >= at)
            {
                marked.Append(Text(text, new TextSpan(at, fact.Begin))).Append("[bold][[").Append(Text(text, fact)).Append("]][/]");
                at = fact.End;
            }
        }

        return marked.Append(Text(text, new TextSpan(at, span.End))).ToString();
    }
}
