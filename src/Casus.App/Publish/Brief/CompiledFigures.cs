using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>Statistics that compilers give for the time and place of a brief, beside what the record itself counts for the same. They are no events and are not added to them.</summary>
internal static class CompiledFigures
{
    private const int Most = 30;

    public static ImmutableArray<BriefPart> Of(CasusStore store, BriefQuestion question, PickedEvents picked, EventCitations cite)
    {
        var queries = new StatisticQueries(store);
        // Of actors without a place no statistic tells: those are taken that stand beside their events.
        HashSet<string>? beside = question.Actors.IsEmpty || question.Filter.Place is not null ? null : [.. picked.All.SelectMany(e => e.Told.Stories)];
        BriefRow[] rows =
        [
            .. StatisticTable.Of(queries.Tellings(new Filter(Place: question.Filter.Place, From: question.Filter.From, To: question.Filter.To)).Where(t => beside is null || beside.Contains(t.StoryId)))
                .Where(s => s.From is not null || s.To is not null)
                .SelectMany(s => s.Figures.Select(f => Row(s, f, queries.Counted(s), cite))),
        ];
        return rows.Length == 0 ? [] : [new BriefTable(["who says so", "of what", "figure", "the record counts"], [.. rows.Take(Most)])];
    }

    private static BriefRow Row(StatisticSeries series, StatisticFigure figure, RecordCount? counted, EventCitations cite)
    {
        string compiler = $"{char.ToUpper(figure.Compiler[0], CultureInfo.InvariantCulture)}{figure.Compiler[1..]}";
        string what = $"{series.Measure}{(figure.Cause is { } cause ? $" by {cause}" : "")}{(series.PlaceName is { } place ? $", {place}" : "")}, {EventWords.Time(series.From, series.To)}";
        string[] says = [.. new[] { Values.Of(figure), Values.Change(figure), figure.Against.IsEmpty ? "" : "contradicted by another figure" }.Where(w => w.Length > 0)];
        string own = counted is null ? "" : $"{(counted.Upper == counted.Least ? "" : "at least ")}{Values.Number(counted.Least)} in {InShort.Events((int)counted.Events)}";
        return new BriefRow([compiler, what, string.Join(", ", says), own], [.. cite.Of(figure.Claims)]);
    }
}
