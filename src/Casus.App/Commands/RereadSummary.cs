using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>What became of the pages that were read again. The sum adds up: pages = read + empty + duplicate + refused.</summary>
internal sealed class RereadLedger
{
    public int Pages { get; private set; }

    /// <summary>Pages by what they are now, in the order of <see cref="Outcome"/>.</summary>
    public int[] Became { get; } = new int[Enum.GetValues<Outcome>().Length];

    public RereadCounts Counts { get; private set; }

    public List<PageChange> Changes { get; } = [];

    public void Add(PageChange change)
    {
        Pages++;
        Became[(int)change.Outcome]++;
        Counts += change.Counts;
        if (change.IsAny)
        {
            Changes.Add(change);
        }
    }
}

/// <summary>What a run of <c>reread</c> came to, as a table and for programs.</summary>
/// <param name="meant">Pages that were asked for, whatever they were last read with.</param>
internal sealed class RereadSummary(RereadLedger ledger, Totals before, Totals after, long meant, bool dryRun, string db, TimeSpan took)
{
    private const int ShownChanges = 25;

    public void Write(IAnsiConsole console)
    {
        if (ledger.Pages == 0)
        {
            console.MarkupLine(meant == 0
                ? $"[bold]Nothing to reread:[/] {Screen.Plain(db)} keeps no page of which that is true: casus show pages lists them."
                : $"[bold]Nothing to reread:[/] {(meant == 1 ? "the page was" : $"all {Screen.Plural(meant, "page")} were")} read with this program, this knowledge and this model.");
            return;
        }

        string sum = string.Join(" + ", Enum.GetValues<Outcome>().Select(o => $"{ledger.Became[(int)o]} {Json.Word(o)}"));
        console.MarkupLine($"[bold]{(dryRun ? "would reread" : "reread")} {Screen.Plural(ledger.Pages, "page")}[/] in {Screen.Plain(db)}: {sum}[grey], in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]");
        RereadCounts counts = ledger.Counts;
        Table sums = Screen.Table("", "before", "after", "added", "removed", "altered");
        sums.AddRow("articles", Screen.Number(before.Articles), Screen.Number(after.Articles), Screen.Number(counts.ArticlesAdded), Screen.Number(counts.ArticlesRemoved), Screen.Number(counts.ArticlesAltered));
        sums.AddRow("claims", Screen.Number(before.Claims), Screen.Number(after.Claims), Screen.Number(counts.ClaimsAdded), Screen.Number(counts.ClaimsRemoved), Screen.Number(counts.ClaimsAltered));
        sums.AddRow("stories", Screen.Number(before.Stories), Screen.Number(after.Stories), "", "", "");
        sums.AddRow("events", Screen.Number(before.Events), Screen.Number(after.Events), "", "", "");
        console.Write(sums);
        WriteChanges(console);
        if (dryRun)
        {
            console.MarkupLine("[grey]nothing was changed: the same command without --dry-run does it[/]");
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("dryRun", dryRun);
        json.WriteNumber("pages", ledger.Pages);
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
        {
            json.WriteNumber(Json.Word(outcome), ledger.Became[(int)outcome]);
        }

        WriteCounts(json, ledger.Counts);
        WriteTotals(json, "before", before);
        WriteTotals(json, "after", after);
        json.WriteStartArray("changes");
        foreach (PageChange change in ledger.Changes)
        {
            json.WriteStartObject();
            json.WriteString("page", change.Name);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.Maybe("articleBefore", change.ArticleBefore);
            json.Maybe("articleAfter", change.ArticleAfter);
            WriteCounts(json, change.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seconds", Math.Round(took.TotalSeconds, 3));
        json.WriteEndObject();
    }

    private void WriteChanges(IAnsiConsole console)
    {
        if (ledger.Changes.Count == 0)
        {
            console.MarkupLine("[grey]no page tells anything else than before[/]");
            return;
        }

        Table table = Screen.Table("page", "was", "is", "claims");
        foreach (PageChange change in ledger.Changes.OrderBy(c => c.Before == c.After).Take(ShownChanges))
        {
            RereadCounts c = change.Counts;
            string article = change.Before == change.After && change.ArticleBefore != change.ArticleAfter ? ", another text" : "";
            table.AddRow(Screen.Plain(change.Name), Screen.Plain(change.Before), Screen.Plain(change.After + article), $"+{c.ClaimsAdded} −{c.ClaimsRemoved} ~{c.ClaimsAltered}");
        }

        console.Write(table);
        if (ledger.Changes.Count > ShownChanges)
        {
            console.MarkupLine($"[grey]{ShownChanges} of {Screen.Plural(ledger.Changes.Count, "page")} that changed; --json lists all[/]");
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, RereadCounts counts)
    {
        Write("articles", counts.ArticlesAdded, counts.ArticlesRemoved, counts.ArticlesAltered);
        Write("claims", counts.ClaimsAdded, counts.ClaimsRemoved, counts.ClaimsAltered);

        void Write(string key, int added, int removed, int altered)
        {
            json.WriteStartObject(key);
            json.WriteNumber("added", added);
            json.WriteNumber("removed", removed);
            json.WriteNumber("altered", altered);
            json.WriteEndObject();
        }
    }

    private static void WriteTotals(Utf8JsonWriter json, string key, Totals totals)
    {
        json.WriteStartObject(key);
        json.WriteNumber("articles", totals.Articles);
        json.WriteNumber("claims", totals.Claims);
        json.WriteNumber("stories", totals.Stories);
        json.WriteNumber("events", totals.Events);
        json.WriteEndObject();
    }
}
