using System.Collections.Immutable;
using System.Globalization;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>The places of a brief's dated events that are known finer than their country.</summary>
internal static class BriefMap
{
    public static ImmutableArray<BriefPart> Of(KnowledgeBase knowledge, PickedEvents picked, EventCitations cite)
    {
        (PickedEvent Event, Place Place)[] placed =
        [
            .. picked.Dated.Select(e => (e, Known(e, knowledge.Places)!)).Where(e => e.Item2 is not null),
        ];
        if (placed.Length == 0)
        {
            return [];
        }

        MapPoint[] points = [.. placed.GroupBy(p => p.Place.Id, StringComparer.Ordinal).Select(g => new MapPoint(g.First().Place.Name, g.First().Place.Latitude!.Value, g.First().Place.Longitude!.Value, g.Count(), g.Max(p => p.Event.Told.Quad)))];
        string caption = string.Create(CultureInfo.InvariantCulture, $"{placed.Length} of {InShort.Events(picked.Dated.Length)} by place, in the colour of the gravest class; the others are told of a country at the finest");
        return [new BriefFigure(new BriefSentence(caption, placed.SelectMany(p => cite.Of(p.Event.Told))), PointMap.Draw(points))];
    }

    private static Place? Known(PickedEvent picked, PlaceCatalogue places) =>
        picked.Told.Place?.Value is { PlaceId: { } id, Precision: not ("country" or "region") } && places.Find(id) is { Latitude: not null, Longitude: not null } place ? place : null;
}
