using System.Globalization;
using System.Text.Json;
using Casus.App.Fetch;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>What a run of <c>read</c> came to: counts that add up, refusals with their reasons, the events, and where to go on.</summary>
internal sealed class ReadSummary(Ledger ledger, PageFinder finder, CasusStore store, TimeSpan took)
{
    private const int ShownEvents = 25;
    private const int ShownRefusals = 5;

    private readonly Queries queries = new(store);

    public void Write(IAnsiConsole console)
    {
        Totals totals = queries.Totals();
        console.WriteLine();
        string name = store.Path;
        bool nothingNew = ledger.Fetched > 0 && ledger.Added == 0;
        if (nothingNew)
        {
            console.MarkupLine($"[bold]Nothing new:[/] {(ledger.Fetched == 1 ? "the page was" : $"all {Screen.Plural(ledger.Fetched, "page")} were")} accounted for in {Screen.Plain(name)} already{(ledger.RefusedBefore == 0 ? "" : $", {(ledger.RefusedBefore == ledger.Fetched ? "and" : $"{ledger.RefusedBefore} of them")} refused: casus show pages --type refused tells why")}.");
        }
        else if (ledger.Fetched == 0 && finder.Feeds.Count > 0)
        {
            console.MarkupLine("[bold]Nothing new:[/] the feeds have not changed.");
        }
        else if (ledger.Fetched == 0)
        {
            console.MarkupLine("[bold]No pages found.[/] Pages are .html, .htm, .xhtml, .mht, .eml, .md and .txt files (also .gz), and lines of .jsonl files.");
        }

        console.MarkupLine($"[bold]{Screen.Plural(totals.Pages, "page")} → {Screen.Plural(totals.Articles, "article")} → {Screen.Plural(totals.Stories, "story", "stories")} → {Screen.Plural(totals.Events, "event")}[/] in {Screen.Plain(name)}");
        console.MarkupLine($"[grey]this run: {Sum()}, in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]");
        FeedLines.Write(console, finder.Feeds);
        WriteRefusals(console);
        List<EventRow> events = queries.Events(new Filter(Limit: ShownEvents));
        if (events.Count > 0 && !nothingNew)
        {
            EventTable.Write(console, events);
            console.MarkupLine($"[grey]{(totals.Events > events.Count ? $"{events.Count} of {Screen.Plural(totals.Events, "event")}, " : "")}{Queries.WeightSays}[/]");
        }

        WriteNext(console, events);
    }

    public void WriteJson(Stream stream)
    {
        Totals totals = queries.Totals();
        using var json = new Utf8JsonWriter(stream, Json.Pretty);
        json.WriteStartObject();
        json.WriteNumber("fetched", ledger.Fetched);
        json.WriteNumber("read", ledger.Read);
        json.WriteNumber("empty", ledger.Empty);
        json.WriteNumber("duplicate", ledger.Duplicate);
        json.WriteNumber("refused", ledger.Refused);
        json.WriteNumber("notCoded", ledger.NotCoded);
        json.WriteStartArray("refusals");
        foreach ((string reason, List<Refusal> refusals) in ledger.RefusedByReason)
        {
            foreach (Refusal refusal in refusals)
            {
                json.WriteStartObject();
                json.WriteString("reason", reason);
                json.WriteString("page", refusal.Name);
                json.WriteString("detail", refusal.Detail);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("passedOver");
        foreach ((string ending, int count) in finder.PassedOver)
        {
            json.WriteNumber(ending, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("passedOverInArchives");
        foreach ((string why, int count) in finder.PassedOverInArchives)
        {
            json.WriteNumber(why, count);
        }

        json.WriteEndObject();
        FeedLines.Write(json, finder.Feeds);
        json.WriteStartObject("store");
        json.WriteString("path", store.Path);
        json.WriteNumber("pages", totals.Pages);
        json.WriteNumber("articles", totals.Articles);
        json.WriteNumber("stories", totals.Stories);
        json.WriteNumber("events", totals.Events);
        json.WriteNumber("claims", totals.Claims);
        json.WriteEndObject();
        json.WriteNumber("seconds", Math.Round(took.TotalSeconds, 3));
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private string Sum() =>
        $"{ledger.Fetched} fetched = {ledger.Read} read + {ledger.Empty} empty + {ledger.Duplicate} duplicate + {ledger.Refused} refused" +
        (ledger.NotCoded > 0 ? $" ({ledger.NotCoded} of the read in a language that is not coded)" : "");

    private void WriteRefusals(IAnsiConsole console)
    {
        if (ledger.Refused > 0)
        {
            console.WriteLine();
            foreach ((string reason, List<Refusal> refusals) in ledger.RefusedByReason)
            {
                console.MarkupLine($"[yellow]refused, {Screen.Plain(reason)}: {refusals.Count}[/]");
                foreach (Refusal refusal in refusals.Take(ShownRefusals))
                {
                    console.MarkupLine($"  {Screen.Plain(refusal.Name)} [grey]{Screen.Plain(refusal.Detail)}[/]");
                }

                if (refusals.Count > ShownRefusals)
                {
                    console.MarkupLine($"  [grey]… and {refusals.Count - ShownRefusals} more: casus show pages --type {Screen.Plain(reason)}[/]");
                }
            }
        }

        if (finder.PassedOver.Count > 0)
        {
            string endings = string.Join(", ", finder.PassedOver.Select(p => $"{p.Value} {(p.Key.Length == 0 ? "without ending" : p.Key)}"));
            console.MarkupLine($"[grey]passed over, not pages by their name: {Screen.Plain(endings)}[/]");
        }

        if (finder.PassedOverInArchives.Count > 0)
        {
            string reasons = string.Join(", ", finder.PassedOverInArchives.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(12).Select(p => $"{Screen.Number(p.Value)} {p.Key}"));
            console.MarkupLine($"[grey]passed over in archives, records without a page: {Screen.Plain(reasons)}{(finder.PassedOverInArchives.Count > 12 ? " …" : "")}[/]");
        }
    }

    private void WriteNext(IAnsiConsole console, List<EventRow> events)
    {
        string db = store.Path == SharedOptions.DefaultStore ? "" : $" --db {store.Path}";
        console.WriteLine();
        console.MarkupLine("[bold]Go on with[/]");
        if (events.Count > 0)
        {
            EventRow shown = events[0];
            console.MarkupLine($"  casus explain {shown.Id[..EventTable.ShortIds(events.Select(e => e.Id))]}{Screen.Plain(db)}   [grey]why it says what it says, down to the words[/]");
            console.MarkupLine($"  casus show events{Screen.Plain(db)}   [grey]all of them; also articles, stories, actors, claims, pages[/]");
            console.MarkupLine($"  casus export --format csv --out events.csv{Screen.Plain(db)}");
        }
        else
        {
            console.MarkupLine($"  casus show pages{Screen.Plain(db)}   [grey]what became of each page[/]");
        }
    }
}
