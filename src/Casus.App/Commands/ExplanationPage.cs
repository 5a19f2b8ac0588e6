using System.Text;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>An explanation for people: first the values with their rules and words, then the sentences with those words marked.</summary>
internal static class ExplanationPage
{
    /// <summary>Letters of a cell beside the accounts.</summary>
    private const int CellWidth = 70;

    /// <param name="oneField">The sentences then mark only that field's words.</param>
    public static void Write(IAnsiConsole console, Explanation explanation, bool oneField)
    {
        console.MarkupLine($"[bold]{Screen.Plain(explanation.Fields.FirstOrDefault(f => f.Field == "type")?.Value ?? explanation.Says)}[/] [grey]{explanation.Kind} {explanation.Id}[/]");
        // Of one field alone, the heading says it all.
        if (explanation.Kind == "event" && explanation.Fields.Any(f => f.Field == "type"))
        {
            console.MarkupLine(Screen.Plain(explanation.Says));
        }

        console.WriteLine();
        int letters = EventTable.ShortIds(explanation.Claims.Select(c => c.Claim.Id).Distinct());
        WriteFields(console, explanation, letters);
        WriteAccounts(console, explanation, letters);
        if (explanation.Episode is { } episode)
        {
            console.MarkupLine("[bold]The chain that it belongs to[/]");
            EpisodeList.Write(console, episode, explanation.Id);
            console.WriteLine();
        }

        Dictionary<string, HashSet<TextSpan>> words = explanation.Fields
            .SelectMany(f => f.Support)
            .GroupBy(s => s.ClaimId)
            .ToDictionary(g => g.Key, g => g.SelectMany(s => s.Words).Where(w => w.Span is not null).Select(w => w.Span!.Value).ToHashSet());
        console.MarkupLine(oneField ? "[bold]The words it rests on[/]" : "[bold]The words[/]");
        foreach (ClaimContext context in explanation.Claims)
        {
            WriteClaim(console, context, words.GetValueOrDefault(context.Claim.Id) ?? [], letters);
        }
    }

    private static void WriteFields(IAnsiConsole console, Explanation explanation, int letters)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (FieldExplanation field in explanation.Fields)
        {
            string chosen = field.Rule is { } rule ? $" [grey]← {Screen.Plain(rule)}[/]" : "";
            grid.AddRow($"[bold]{Screen.Plain(field.Field)}[/]", Screen.Plain(field.Value) + chosen);
            Support[] worded = [.. field.Support.Where(s => !s.Words.IsEmpty)], silent = [.. field.Support.Where(s => s.Words.IsEmpty)];
            foreach (Support support in field.Field == LinkExplainer.Field ? silent : worded)
            {
                string quotes = string.Join(", ", support.Words.Select(w => $"“{Screen.Plain(Screen.Shortened(w.Quote, 90))}”"));
                string rules = support.Rules.IsEmpty ? "" : $" [grey]← {Screen.Plain(string.Join(", ", support.Rules))}[/]";
                string claim = explanation.Kind == "event" ? $"[grey]← {Short(support.ClaimId, letters)}[/] " : "";
                if (quotes.Length + rules.Length > 0)
                {
                    grid.AddRow("", $"  {claim}{(quotes.Length == 0 ? Screen.Plain(Shortened(string.Join(", ", support.Rules), explanation, letters)) : quotes + rules)}");
                }
            }

            // What no words say is the same for many claims: one line a rule.
            foreach (IGrouping<string, Support> unsaid in field.Field == LinkExplainer.Field ? [] : silent.GroupBy(s => string.Join(", ", s.Rules)).Where(g => g.Key.Length > 0))
            {
                string claims = explanation.Kind == "event" ? $"[grey]← {string.Join(", ", unsaid.Select(s => Short(s.ClaimId, letters)))}[/] " : "";
                grid.AddRow("", $"  {claims}[grey]no words of its own ← {Screen.Plain(unsaid.Key)}[/]");
            }

            foreach (DissentLine dissent in field.Dissent)
            {
                grid.AddRow("", $"  [yellow]otherwise: {Screen.Plain(dissent.Value)}[/] [grey]← {string.Join(", ", dissent.Claims.Select(c => Short(c, letters)))}[/]");
            }
        }

        console.Write(grid);
        console.WriteLine();
    }

    private static void WriteAccounts(IAnsiConsole console, Explanation explanation, int letters)
    {
        if (explanation.Accounts.IsEmpty)
        {
            return;
        }

        console.MarkupLine("[bold]By whose account[/] [grey](≠ another value than the published one)[/]");
        FieldExplanation[] told = [.. explanation.Fields.Where(f => explanation.Accounts.Any(a => a.Cells.Any(c => c.Field == f.Field && c.Says.Length > 0)))];
        Table table = Screen.Table(["voice", "side", "standing", .. told.Select(f => f.Field == "type" ? "called" : f.Field), "claims"]);
        table.AddRow(["[bold]published[/]", "", "", .. told.Select(f => $"[bold]{Screen.Plain(Screen.Shortened(f.Value, CellWidth))}[/]{(f.Rule is { } rule ? $"\n[grey]← {Screen.Plain(rule)}[/]" : "")}"), ""]);
        foreach (AccountLine account in explanation.Accounts)
        {
            IEnumerable<string> cells = told.Select(f => account.Cells.First(c => c.Field == f.Field)).Select(c => (c.Differs ? "[yellow]≠ " : "") + Screen.Plain(Screen.Shortened(c.Says, CellWidth)) + (c.Differs ? "[/]" : ""));
            table.AddRow([Screen.Plain(account.Voice), Screen.Plain(account.Side), Screen.Plain(account.Factuality), .. cells, $"[grey]{string.Join(", ", account.Claims.Select(c => Short(c, letters)))}[/]"]);
        }

        console.Write(table);
    }

    private static string? Record(StoredArticle article) => article.Place is { } place ? $"record {place.RecordId ?? place.At}{(place.CapturedAt is { } at ? $", captured {at}" : "")}" : null;

    private static void WriteClaim(IAnsiConsole console, ClaimContext context, HashSet<TextSpan> words, int letters)
    {
        StoredArticle article = context.Article;
        string[] known = [article.Outlet ?? "", article.Published ?? "", article.Title is { } title ? $"“{title}”" : ""];
        string pages = string.Join(", ", article.PageNames.Append(article.Address).Append(Record(article)).Where(n => n is not null).Distinct());
        string rules = string.Join(", ", context.Claim.Rules.Select(r => r.Value));
        Indented(console, 2, $"[grey]{Short(context.Claim.Id, letters)}[/] {Screen.Plain(string.Join(" · ", known.Where(k => k.Length > 0)))}");
        Indented(console, 2, $"[grey]{Json.Word(context.Claim.Factuality)} ← {Screen.Plain(rules)} ← article {article.Id} ← page {article.PageId}: {Screen.Plain(pages)}[/]");
        foreach (TextSpan sentence in context.Sentences)
        {
            Indented(console, 4, Marked(article.Text, sentence, words));
        }

        // Words outside of the claim's own sentences: an antecedent, a dateline, an earlier name of the place.
        foreach (TextSpan sentence in words.Where(w => !context.Sentences.Any(s => s.Contains(w))).Select(w => article.SentenceAt(w.Begin) ?? w).Distinct().Order())
        {
            Indented(console, 4, $"[grey]elsewhere:[/] {Marked(article.Text, sentence, words)}");
        }

        console.WriteLine();
    }

    private static void Indented(IAnsiConsole console, int columns, string markup) => console.Write(new Padder(new Markup(markup), new Padding(columns, 0, 0, 0)));

    /// <summary>The text with the claims' ids cut as everywhere on the page.</summary>
    private static string Shortened(string text, Explanation explanation, int letters) =>
        explanation.Claims.Aggregate(text, (said, claim) => said.Replace(claim.Claim.Id, Short(claim.Claim.Id, letters), StringComparison.Ordinal));

    private static string Short(string id, int letters) => id[..Math.Min(letters, id.Length)];

    /// <summary>The sentence with the words in bold and between marks that show without colours too.</summary>
    private static string Marked(string text, TextSpan sentence, HashSet<TextSpan> words)
    {
        var marked = new StringBuilder();
        int at = sentence.Begin;
        foreach (TextSpan word in Merged(words.Where(sentence.Contains)))
        {
            marked.Append(Screen.Plain(text[at..word.Begin])).Append("[bold yellow]⟦").Append(Screen.Plain(word.Of(text))).Append("⟧[/]");
            at = word.End;
        }

        return marked.Append(Screen.Plain(text[at..sentence.End])).ToString();
    }

    private static List<TextSpan> Merged(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (TextSpan span in spans.Order())
        {
            if (merged.Count > 0 && merged[^1].Overlaps(span))
            {
                merged[^1] = merged[^1].Cover(span);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
