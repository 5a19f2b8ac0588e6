using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Commands;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>Statistics that compilers give for the time and place of a brief: no events, and not added to them.</summary>
internal static class CompiledFigures
{
    public static ImmutableArray<BriefPart> Of(CasusStore store, Filter filter, EventCitations cite)
    {
        Filter where = new(Place: filter.Place, From: filter.From, To: filter.To);
        return
        [
            .. StatisticTable.Of(new StatisticQueries(store).Tellings(where))
                .Where(s => s.From is not null || s.To is not null)
                .SelectMany(s => s.Figures.Select(f => new BriefSentence(Says(s, f), cite.Of(f.Claims)))),
        ];
    }

    private static string Says(StatisticSeries series, StatisticFigure figure)
    {
        string change = figure.ChangePercent is { } percent ? $"{percent.ToString("+0.##;−0.##", CultureInfo.InvariantCulture)} %{(figure.Baseline is { } than ? $" on {than}" : "")}" : "";
        string time = EventTable.Day(series.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), series.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        string what = string.Join(", ", new[] { ShowStatistics.Figure(figure), series.Measure, figure.Cause is { } cause ? $"by {cause}" : "", change, series.PlaceName ?? "", time }.Where(w => w.Length > 0));
        return $"{char.ToUpper(figure.Compiler[0], CultureInfo.InvariantCulture)}{figure.Compiler[1..]}: {what}{(figure.Against.IsEmpty ? "" : " (contradicted by another figure)")}";
    }
}
