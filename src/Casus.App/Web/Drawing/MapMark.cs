using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>Places under one mark. It stands at the busiest of them: a point between places would be one where nothing happened.</summary>
/// <param name="Point">The busiest, with the events and victims of all and the gravest quad class.</param>
/// <param name="Kilometres">From it, within which all lie, as precise as each is.</param>
internal readonly record struct MapMark(MappedPlace Point, ImmutableArray<MappedPlace> Others, double Kilometres)
{
    /// <summary>Places up to which each has a mark of its own.</summary>
    private const int Few = 24;

    /// <summary>Side of the cells in which places are joined, in units of the drawing.</summary>
    private const double Cell = 28;

    /// <param name="places">The busiest first.</param>
    public static MapMark[] Of(IReadOnlyList<MappedPlace> places, MapProjection projection) => places.Count <= Few
        ? [.. places.Select(p => new MapMark(p, [], MapFrame.Kilometres(p.Kind)!.Value))]
        : [.. places.GroupBy(p => ((int)Math.Floor(projection.X(p.Longitude) / Cell), (int)Math.Floor(projection.Y(p.Latitude) / Cell))).Select(g => Joined([.. g])).OrderByDescending(m => m.Point.Events).ThenBy(m => m.Point.Name, StringComparer.Ordinal)];

    private static MapMark Joined(MappedPlace[] near)
    {
        MappedPlace busiest = near[0];
        return new(busiest with { Events = near.Sum(p => p.Events), Killed = near.Sum(p => p.Killed), Quad = near.Max(p => p.Quad) }, [.. near[1..]], near.Max(p => Distance(busiest, p) + MapFrame.Kilometres(p.Kind)!.Value));
    }

    private static double Distance(MappedPlace a, MappedPlace b)
    {
        double north = a.Latitude - b.Latitude, east = (a.Longitude - b.Longitude) * Math.Cos(a.Latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east)) * MapFrame.KilometresOfDegree;
    }
}
