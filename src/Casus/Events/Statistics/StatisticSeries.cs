using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>A statistic claim with what its article knows.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record StatisticTelling(StatisticClaim Claim, string StoryId, DateOnly? Published, string? Outlet);

/// <summary>What is counted, where and for which time; figures of several compilers for it can be compared.</summary>
/// <param name="Place">Id of the place, else its words in small letters; null: no place is told.</param>
/// <param name="From">First day of the period; null: unbounded or not told. <paramref name="To"/>: last day, included.</param>
public sealed record StatisticSeries(string Measure, string? Place, string? PlaceName, DateOnly? From, DateOnly? To, ImmutableArray<StatisticFigure> Figures);

/// <summary>One compiler's figure.</summary>
/// <param name="CompilerId">Id of the compiler; null where it is not known.</param>
/// <param name="Min">Lower bound, included; null with only a change. <paramref name="Max"/>: upper bound; null: at least.</param>
/// <param name="ChangePercent">Signed, against <paramref name="Baseline"/>; null: not told.</param>
/// <param name="Against">Claims of other figures of the series that cannot be right together with this one.</param>
public sealed record StatisticFigure(
    string Compiler, string? CompilerId, string? Cause, double? Min, double? Max, double? ChangePercent, string? Baseline, ImmutableArray<StatisticPart> Breakdown, int Stories, ImmutableArray<string> Claims, ImmutableArray<string> Against);

/// <summary>Statistic claims → series, in the order of measure, place and time.</summary>
public static class StatisticTable
{
    private const string OwnVoice = "the article itself";

    public static ImmutableArray<StatisticSeries> Of(IEnumerable<StatisticTelling> tellings) =>
    [
        .. tellings.OrderBy(t => t.Published ?? DateOnly.MaxValue).ThenBy(t => t.Claim.Id, StringComparer.Ordinal)
            .GroupBy(t => (t.Claim.Measure, Place: t.Claim.Place is { } place ? place.PlaceId ?? place.Evidence.Quote.ToLowerInvariant() : null, From: t.Claim.Period?.Earliest, To: t.Claim.Period?.Latest))
            .OrderBy(g => g.Key.Measure, StringComparer.Ordinal).ThenBy(g => g.Key.Place, StringComparer.Ordinal).ThenBy(g => g.Key.From).ThenBy(g => g.Key.To)
            .Select(g => new StatisticSeries(g.Key.Measure, g.Key.Place, g.First().Claim.Place?.Evidence.Quote, g.Key.From, g.Key.To, Figures([.. g]))),
    ];

    private static ImmutableArray<StatisticFigure> Figures(StatisticTelling[] told) =>
    [
        .. told.GroupBy(t => (Compiler: CompilerId(t) ?? Compiler(t), Cause: t.Claim.Cause?.ToLowerInvariant(), t.Claim.Min, t.Claim.Max, t.Claim.ChangePercent))
            .Select(g =>
            {
                StatisticTelling first = g.First();
                return new StatisticFigure(
                    Compiler(first), CompilerId(first), first.Claim.Cause, first.Claim.Min, first.Claim.Max, first.Claim.ChangePercent, first.Claim.Baseline?.Value, first.Claim.Breakdown.IsDefault ? [] : first.Claim.Breakdown,
                    g.Select(t => t.StoryId).Distinct().Count(),
                    [.. g.Select(t => t.Claim.Id).Distinct()],
                    [.. told.Where(o => Contradict(first.Claim, o.Claim)).Select(o => o.Claim.Id).Distinct()]);
            }),
    ];

    private static string Compiler(StatisticTelling told) => Speaker(told)?.Evidence.Quote ?? told.Outlet ?? OwnVoice;

    private static string? CompilerId(StatisticTelling told) => Speaker(told)?.Resolution?.ActorId;

    private static Speaker? Speaker(StatisticTelling told) => told.Claim.Speakers.IsDefaultOrEmpty ? null : told.Claim.Speakers[0];

    /// <summary>Figures for the same thing whose bounds leave no number in common. Other causes are other things.</summary>
    private static bool Contradict(StatisticClaim a, StatisticClaim b) =>
        string.Equals(a.Cause, b.Cause, StringComparison.OrdinalIgnoreCase)
        && ((a.Min is { } least && b.Max is { } most && least > most) || (b.Min is { } other && a.Max is { } top && other > top)
            || (a.ChangePercent is { } rose && b.ChangePercent is { } fell && Math.Sign(rose) != Math.Sign(fell)));
}
