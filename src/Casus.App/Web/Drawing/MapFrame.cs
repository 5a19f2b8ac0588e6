using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>A place as it is drawn.</summary>
/// <param name="Radius">Of the mark, by the number of events.</param>
/// <param name="Kilometres">Within which it may lie, as its kind is precise, and where others lie that it stands for; 0 where the mark says it.</param>
/// <param name="Area">The same as a radius of the drawing.</param>
/// <param name="Others">Places too near to tell apart, whose events count in with the busiest, which the mark is at; mostly none.</param>
/// <param name="Label">Whether there is room for the name; <paramref name="LabelLeft"/>: left of the mark.</param>
internal sealed record DrawnPlace(MappedPlace Point, double X, double Y, double Radius, double Kilometres, double Area, ImmutableArray<MappedPlace> Others, bool Label, bool LabelLeft)
{
    public string Name => Others.IsEmpty ? Point.Name : $"{Point.Name} +{Others.Length}";

    /// <summary>What holds all that the mark stands for.</summary>
    public MapWindow Window => MapWindow.Around([Point, .. Others]);
}

/// <summary>
/// Places as they are drawn. Where borders run is disputed: none are drawn. What is known only by country, or by a line or region, has no point and is
/// listed instead.
/// </summary>
/// <param name="Projection">Null where no place is drawn.</param>
internal sealed record MapFrame(int Width, MapProjection? Projection, ImmutableArray<DrawnPlace> Drawn, ImmutableArray<MappedPlace> Listed)
{
    /// <summary>Widths of a map that stands alone and of one beside text.</summary>
    public const int Large = 720, Small = 400;

    /// <summary>Lines of the graticule at the most, about.</summary>
    public const int Lines = 4;

    private const int Margin = 34;

    /// <summary>Degrees shown at the least, and the room around the outermost places as a share of the whole.</summary>
    private const double Least = 1.2, Around = 0.06;

    public const double KilometresOfDegree = 111.2;

    /// <summary>Kilometres within which something in a place of the kind happened; null: too wide for a mark.</summary>
    public static double? Kilometres(string kind) => kind switch { "town" or "point" => 0, "admin2" => 20, "admin1" => 70, _ => null };

    /// <param name="window">Only what lies in it is drawn; null: all.</param>
    public static MapFrame Of(IReadOnlyList<MappedPlace> places, int width, MapWindow? window = null)
    {
        MappedPlace[] drawn = [.. places.Where(p => Kilometres(p.Kind) is not null && window?.Holds(p) is not false).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal)];
        ImmutableArray<MappedPlace> listed = [.. places.Where(p => Kilometres(p.Kind) is null)];
        if (drawn.Length == 0)
        {
            return new(width, null, [], listed);
        }

        var projection = new MapProjection([.. drawn.Select(p => (p.Latitude, p.Longitude))], width, width * 0.64, Margin, Least, Around);
        return new(width, projection, Place(drawn, projection, width), listed);
    }

    private static ImmutableArray<DrawnPlace> Place(MappedPlace[] places, MapProjection projection, int width)
    {
        MapMark[] marks = MapMark.Of(places, projection);
        double most = Math.Sqrt(marks.Max(m => m.Point.Events));
        List<(double Left, double Right, double Y)> taken = [];
        var drawn = ImmutableArray.CreateBuilder<DrawnPlace>();
        foreach (MapMark mark in marks)
        {
            MappedPlace place = mark.Point;
            double x = projection.X(place.Longitude), y = projection.Y(place.Latitude), radius = 3 + (11 * Math.Sqrt(place.Events) / Math.Max(most, 4));
            double area = mark.Kilometres / KilometresOfDegree * projection.Scale, wide = (7.2 * (place.Name.Length + (mark.Others.IsEmpty ? 0 : 3))) + 6;
            bool left = x + radius + wide > width - 4;
            (double Left, double Right, double Y) box = left ? (x - radius - wide, x - radius, y) : (x + radius, x + radius + wide, y);
            bool room = !taken.Exists(t => Math.Abs(t.Y - box.Y) < 13 && t.Left < box.Right && box.Left < t.Right);
            if (room)
            {
                taken.Add(box);
            }

            drawn.Add(new(place, x, y, radius, mark.Kilometres, Math.Min(area, 120), mark.Others, room, left));
        }

        return drawn.ToImmutable();
    }
}
