using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus show statistics</c>: figures about periods by compiler, and what the record itself counts.</summary>
internal static class ShowStatistics
{
    public static int Show(CasusStore store, Filter filter, bool asJson)
    {
        var queries = new StatisticQueries(store);
        (StatisticSeries Series, RecordCount? Counted)[] all = [.. StatisticTable.Of(queries.Tellings(filter)).Select(s => (s, queries.Counted(s)))];
        if (asJson)
        {
            Screen.WriteJson(json => Write(json, all));
            return ExitCode.Ok;
        }

        foreach ((StatisticSeries series, RecordCount? counted) in all)
        {
            Screen.Out.MarkupLine($"[bold]{Screen.Plain(string.Join(" · ", new[] { series.Measure, series.PlaceName ?? "place not told", EventTable.Day(Day(series.From), Day(series.To)) is { Length: > 0 } time ? time : "time not told" }))}[/]");
            foreach (StatisticFigure figure in series.Figures)
            {
                string change = Values.Change(figure);
                string parts = figure.Breakdown.IsEmpty ? "" : $"of them {string.Join(", ", figure.Breakdown.Select(p => $"{Values.Number(p.Min)} {p.Whom}"))}";
                string line = string.Join(", ", new[] { Values.Of(figure), figure.Cause is { } cause ? $"by {cause}" : "", change, parts }.Where(w => w.Length > 0));
                string against = figure.Against.IsEmpty ? "" : $" [red]against {string.Join(' ', figure.Against.Select(c => c[..8]))}[/]";
                Screen.Out.MarkupLine($"  {Screen.Plain(figure.Compiler)}: {Screen.Plain(line)} [grey]{string.Join(' ', figure.Claims.Select(c => c[..8]))}, {Screen.Plural(figure.Stories, "story", "stories")}[/]{against}");
            }

            if (counted is not null)
            {
                string told = series.Figures.FirstOrDefault(f => f.Min is not null) is { } figure ? $" of {Values.Of(figure)}" : "";
                Screen.Out.MarkupLine($"  the record holds {EventTable.Bounds(counted.Least, counted.Upper)}{told}, in {Screen.Plural(counted.Events, "event")} of that time{(series.Place is null ? "" : " and place")}");
            }
        }

        Screen.Out.MarkupLine($"[grey]{(all.Length == 0 ? "no statistics that match" : Screen.Plural(all.Length, "series", "series"))}[/]");
        return ExitCode.Ok;
    }

    private static string? Day(DateOnly? day) => day is { } known ? Json.Day(known) : null;

    private static void Write(Utf8JsonWriter json, (StatisticSeries Series, RecordCount? Counted)[] all)
    {
        json.WriteStartArray();
        foreach ((StatisticSeries series, RecordCount? counted) in all)
        {
            json.WriteStartObject();
            json.WriteString("measure", series.Measure);
            json.Maybe("place", series.Place);
            json.Maybe("from", series.From);
            json.Maybe("to", series.To);
            json.WriteStartArray("figures");
            foreach (StatisticFigure figure in series.Figures)
            {
                json.WriteStartObject();
                json.WriteString("compiler", figure.Compiler);
                json.Maybe("compilerId", figure.CompilerId);
                json.Maybe("cause", figure.Cause);
                json.Maybe("min", figure.Min);
                json.Maybe("max", figure.Max);
                json.Maybe("changePercent", figure.ChangePercent);
                json.Maybe("baseline", figure.Baseline);
                json.WriteNumber("stories", figure.Stories);
                json.Strings("claims", figure.Claims);
                json.Strings("against", figure.Against);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (counted is not null)
            {
                json.WriteStartObject("record");
                json.WriteNumber("events", counted.Events);
                json.WriteNumber("min", counted.Least);
                json.Maybe("max", counted.Upper);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
