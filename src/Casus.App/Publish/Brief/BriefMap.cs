using System.Collections.Immutable;
using System.Globalization;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>The places of what happened, or may have, in the time of a brief, that are known finer than their country.</summary>
internal static class BriefMap
{
    public static ImmutableArray<BriefPart> Of(KnowledgeBase knowledge, PickedEvents picked, EventCitations cite)
    {
        PickedEvent[] happened = [.. picked.Dated, .. picked.Loose];
        (PickedEvent Event, Place Place)[] placed =
        [
            .. happened.Select(e => (e, Known(e, knowledge.Places)!)).Where(e => e.Item2 is not null),
        ];
        if (placed.Length == 0)
        {
            return [];
        }

        MapPoint[] points = [.. placed.GroupBy(p => p.Place.Id, StringComparer.Ordinal).Select(g => new MapPoint(g.First().Place.Name, g.First().Place.Latitude!.Value, g.First().Place.Longitude!.Value, g.Count(), g.Max(p => p.Event.Told.Quad)))];
        string caption = string.Create(CultureInfo.InvariantCulture, $"{placed.Length} of {InShort.Events(happened.Length)} by place, in the colour of the gravest class, those without a known day included; the others are told of a country or wider, or of a place that is not known");
        return [new BriefFigure(cite.Count(caption, [.. placed.Select(p => p.Event.Told)]), PointMap.Draw(points))];
    }

    private static Place? Known(PickedEvent picked, PlaceCatalogue places) =>
        picked.Told.Place?.Value is { PlaceId: { } id, Precision: not ("country" or "region") } && places.Find(id) is { Latitude: not null, Longitude: not null } place ? place : null;
}
