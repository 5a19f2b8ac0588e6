using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>The first lines of a brief: how much, how many victims, and what weighs most.</summary>
internal static class InShort
{
    private const int Weightiest = 3;

    public static ImmutableArray<BriefPart> Of(PickedEvents picked, EventWords words, EventCitations cite)
    {
        PickedEvent[] weightiest = [.. picked.Dated.Concat(picked.Loose).Where(e => e.Told.Quad == 4).Take(Weightiest)];
        return
        [
            .. picked.Dated.IsEmpty ? [] : (BriefPart[])[cite.Count($"The record holds {Events(picked.Dated.Length)} on known days of this time: {Classes(picked.Dated)}", [.. picked.Dated.Select(e => e.Told)])],
            .. Victims(picked.Dated, TollKind.Killed, cite),
            .. Victims(picked.Dated, TollKind.Injured, cite),
            .. picked.Loose.IsEmpty ? [] : (BriefPart[])[cite.Count($"{(picked.Dated.IsEmpty ? "The record holds" : "Beside them stand")} {Events(picked.Loose.Length)} that may be of this time, without a known day: {Classes(picked.Loose)}", [.. picked.Loose.Select(e => e.Told)])],
            .. weightiest.Length == 0 ? [] : (BriefPart[])[new BriefHeading("What weighs most"), .. weightiest.Select(e => new BriefSentence(words.Of(e), cite.Of(e.Told)))],
        ];
    }

    /// <summary>"5 acts of material conflict, 2 of verbal cooperation".</summary>
    public static string Classes(IReadOnlyCollection<PickedEvent> events) => string.Join(", ", Enumerable.Range(1, 4).Reverse()
        .Select(quad => (Count: events.Count(e => e.Told.Quad == quad), Name: QuadNames.All[quad - 1]))
        .Where(c => c.Count > 0)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} of {c.Name}")));

    public static string Events(int count) => count == 1 ? "1 event" : count.ToString(CultureInfo.InvariantCulture) + " events";

    /// <summary>Sums over the events that tell a count. A sum of lower bounds is a lower bound.</summary>
    private static IEnumerable<BriefPart> Victims(ImmutableArray<PickedEvent> events, TollKind kind, EventCitations cite)
    {
        (PickedEvent Event, Toll Toll)[] counted = [.. events.Select(e => (e, e.Told.TollOf(kind)!)).Where(e => e.Item2 is { Min: > 0 })];
        if (counted.Length == 0)
        {
            yield break;
        }

        string least = Values.Number(counted.Sum(c => c.Toll.Min)), times = counted.Length == 1 ? "one event that tells" : $"{Values.Number(counted.Length)} events that tell";
        string low = Values.Number(counted.Sum(c => Bounds(c.Event.Told, kind)?.Low ?? c.Toll.Min)), high = Values.Number(counted.Sum(c => Bounds(c.Event.Told, kind)?.High ?? c.Toll.Max ?? c.Toll.Min));
        string range = low == high ? "" : $", from {low} by the lowest accounts to {high} by the highest";
        yield return cite.Count($"At least {least} {Json.Word(kind)} in the {times} a count{range}", [.. counted.Select(c => c.Event.Told)]);
    }

    private static TollBounds? Bounds(Event told, TollKind kind) => told.Bounds.IsDefault ? null : told.Bounds.FirstOrDefault(b => b.Kind == kind);
}
