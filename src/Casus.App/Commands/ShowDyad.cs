using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus show dyad A B</c>: months, tolls each way, relations as told, turning points.</summary>
internal static class ShowDyad
{
    /// <summary>Characters of the longest bar.</summary>
    private const int BarWidth = 12;

    public static int Show(CasusStore store, string one, string other, Filter filter, bool exact, bool asJson)
    {
        KnowledgeBase knowledge = Construction.LoadKnowledge(null);
        DyadStory story = DyadStory.Of(store, new Sides(knowledge.Actors), NamedActor.Find(store, knowledge.Actors, one), NamedActor.Find(store, knowledge.Actors, other), filter, exact);
        if (asJson)
        {
            Screen.WriteJson(json => DyadJson.Write(json, story, exact));
            return ExitCode.Ok;
        }

        IAnsiConsole console = Screen.Out;
        console.MarkupLine($"[bold]{Screen.Plain(story.First.Name)} – {Screen.Plain(story.Second.Name)}[/] [grey]{story.First.Id} {story.Second.Id}{(exact ? "" : ", with those who act for them")}[/]");
        Turns(console, new Lookup(store), story);
        Months(console, story);
        Tolls(console, story);
        RelationTable.Write(console, story.Relations);
        return ExitCode.Ok;
    }

    private static void Turns(IAnsiConsole console, Lookup lookup, DyadStory story)
    {
        console.WriteLine();
        if (story.Turns.IsEmpty)
        {
            console.MarkupLine("[grey]No turning point: no article tells one, and the record holds too little, or nothing that changed.[/]");
            return;
        }

        console.MarkupLine("[bold]Turning points[/]");
        foreach (TurningPoint turn in story.Turns)
        {
            console.MarkupLine($"  {Screen.Plain(turn.Sentence)} [grey]({(turn is ToldTurn ? "told in words" : "counted")})[/]");
            foreach (string claim in turn.Claims)
            {
                StoredClaim stored = lookup.Claims(claim)[0];
                console.MarkupLine($"    [grey]{claim[..8]}[/] “{Screen.Plain(Screen.Shortened(stored.Claim.Evidence[0].Quote, 200))}”");
            }

            foreach (Event told in turn.Events.Select(lookup.Event))
            {
                console.MarkupLine($"    [grey]{told.Id[..8]}[/] {Screen.Plain(Said(told))}");
            }
        }
    }

    private static string Said(Event told)
    {
        string day = told.Time.Value.Value is { } time ? TimeWords.Of(time) : (told.Time.Value.Latest is { } by ? $"by {by:yyyy-MM-dd}" : "undated");
        string killed = told.TollOf(TollKind.Killed) is { } toll ? $", {EventTable.Bounds(toll.Min, toll.Max)} killed" : "";
        return $"{day} {told.Type}: {Names(told.Initiators.Value)} → {Names(told.Targets.Value)}{killed}";
    }

    private static string Names(IEnumerable<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name)) is { Length: > 0 } names ? names : "?";

    private static void Months(IAnsiConsole console, DyadStory story)
    {
        if (story.Months.Count == 0)
        {
            console.MarkupLine("[grey]The record holds no event between them.[/]");
            return;
        }

        Table table = Screen.Table("month", "hostile", "", "cooperative", "", "verbal +", "material +", "verbal −", "material −", "PLOVER", "Goldstein", "tone");
        foreach (int number in (int[])[1, 3, 5, 6, 7, 8, 9, 10, 11])
        {
            table.Columns[number].Alignment = Justify.Right;
        }

        var months = story.Months.GroupBy(m => m.Month, StringComparer.Ordinal).Select(g => (Month: g.Key, Rows: g.ToArray())).ToArray();
        int most = months.Max(m => Math.Max(m.Rows.Sum(r => r.Hostile), m.Rows.Sum(r => r.Cooperative)));
        foreach ((string month, DyadMonth[] rows) in months)
        {
            int hostile = rows.Sum(r => r.Hostile), cooperative = rows.Sum(r => r.Cooperative);
            table.AddRow(
                month.Length == 0 ? "undated" : EventMonth.IsMonth(month) ? month : $"{month} (year)", Screen.Number(hostile), $"[red]{Bar(hostile, most)}[/]", Screen.Number(cooperative), $"[green]{Bar(cooperative, most)}[/]",
                Screen.Number(rows.Sum(r => r.VerbalCooperation)), Screen.Number(rows.Sum(r => r.MaterialCooperation)), Screen.Number(rows.Sum(r => r.VerbalConflict)), Screen.Number(rows.Sum(r => r.MaterialConflict)),
                Tenths(rows.Sum(r => r.Score)), Tenths(rows.Sum(r => r.Goldstein)), Tone(hostile, cooperative).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    private static void Tolls(IAnsiConsole console, DyadStory story)
    {
        foreach ((DyadWay way, string words) in new[] { (DyadWay.FirstActs, $"{story.First.Name} → {story.Second.Name}"), (DyadWay.SecondActs, $"{story.Second.Name} → {story.First.Name}"), (DyadWay.Together, "both in the same act") })
        {
            DyadMonth[] rows = [.. story.Months.Where(m => m.Way == way)];
            if (rows.Length > 0)
            {
                bool open = rows.Any(r => r.Open > 0);
                console.MarkupLine($"{Screen.Plain(words)}: {Screen.Plural(rows.Sum(r => r.Events), "event")}, in them {Bounds(rows.Sum(r => r.Killed), rows.Sum(r => r.KilledMost), open)} killed, {Bounds(rows.Sum(r => r.Injured), rows.Sum(r => r.InjuredMost), open)} injured [grey](on whichever side)[/]");
            }
        }
    }

    private static string Bounds(long least, long most, bool open) => least == most ? Screen.Number(least) + (open ? "+" : "") : $"{Screen.Number(least)}–{Screen.Number(most)}{(open ? "+" : "")}";

    private static string Bar(int count, int most) => new('█', most == 0 ? 0 : (int)Math.Ceiling((double)count * BarWidth / most));

    private static string Tenths(long tenths) => (tenths / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>(cooperative − hostile) / all, −1 to 1.</summary>
    internal static double Tone(int hostile, int cooperative) => hostile + cooperative == 0 ? 0 : (double)(cooperative - hostile) / (hostile + cooperative);
}
