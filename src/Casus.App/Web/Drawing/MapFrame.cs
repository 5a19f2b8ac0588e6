using System.Collections.Immutable;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>A place as it is drawn.</summary>
/// <param name="Radius">Of the mark, by the number of events.</param>
/// <param name="Area">Radius within which the place may lie, as its kind is precise; 0 where the mark says it.</param>
/// <param name="Label">Whether there is room for the name; <paramref name="LabelLeft"/>: left of the mark.</param>
internal sealed record DrawnPlace(MappedPlace Point, double X, double Y, double Radius, double Area, bool Label, bool LabelLeft);

/// <summary>
/// Places in an equirectangular projection that is true at the middle latitude. Where borders run is disputed: none are drawn. What is known only by
/// country, or by a line or region, has no point and is listed instead.
/// </summary>
internal sealed record MapFrame(int Width, double West, double East, double South, double North, double Scale, double Narrow, int Height, ImmutableArray<DrawnPlace> Drawn, ImmutableArray<MappedPlace> Listed)
{
    /// <summary>Widths of a map that stands alone and of one beside text.</summary>
    public const int Large = 720, Small = 400;

    private const int Margin = 34;

    /// <summary>Degrees shown at the least, and the room around the outermost places as a share of the whole.</summary>
    private const double Least = 1.2, Around = 0.06;

    private const double KilometresOfDegree = 111.2;

    private static readonly double[] Steps = [0.25, 0.5, 1, 2, 5, 10, 20, 30];

    /// <summary>Kilometres within which something in a place of the kind happened; null: too wide for a mark.</summary>
    public static double? Kilometres(string kind) => kind switch { "town" or "point" => 0, "admin2" => 20, "admin1" => 70, _ => null };

    public double X(double longitude) => Left + ((longitude - West) * Narrow * Scale);

    public double Y(double latitude) => Margin + ((North - latitude) * Scale);

    private double Left => (Width - ((East - West) * Narrow * Scale)) / 2;

    public IEnumerable<double> Meridians => Lines(West, East);

    public IEnumerable<double> Parallels => Lines(South, North);

    public static MapFrame Of(IReadOnlyList<MappedPlace> places, int width)
    {
        MappedPlace[] drawn = [.. places.Where(p => Kilometres(p.Kind) is not null).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal)];
        ImmutableArray<MappedPlace> listed = [.. places.Where(p => Kilometres(p.Kind) is null)];
        if (drawn.Length == 0)
        {
            return new(width, 0, 0, 0, 0, 0, 0, 0, [], listed);
        }

        (double south, double north) = Frame(drawn.Min(p => p.Latitude), drawn.Max(p => p.Latitude));
        (double west, double east) = Frame(drawn.Min(p => p.Longitude), drawn.Max(p => p.Longitude));
        double narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        double scale = Math.Min((width - (2 * Margin)) / ((east - west) * narrow), ((width * 0.64) - (2 * Margin)) / (north - south));
        var frame = new MapFrame(width, west, east, south, north, scale, narrow, (int)Math.Ceiling((north - south) * scale) + (2 * Margin), [], listed);
        return frame with { Drawn = frame.Place(drawn) };
    }

    private ImmutableArray<DrawnPlace> Place(MappedPlace[] places)
    {
        double most = Math.Sqrt(places.Max(p => p.Events));
        List<(double Left, double Right, double Y)> taken = [];
        var drawn = ImmutableArray.CreateBuilder<DrawnPlace>();
        foreach (MappedPlace place in places)
        {
            double x = X(place.Longitude), y = Y(place.Latitude), radius = 3 + (11 * Math.Sqrt(place.Events) / Math.Max(most, 4));
            double area = Kilometres(place.Kind)!.Value / KilometresOfDegree * Scale, wide = (7.2 * place.Name.Length) + 6;
            bool left = x + radius + wide > Width - 4;
            (double Left, double Right, double Y) box = left ? (x - radius - wide, x - radius, y) : (x + radius, x + radius + wide, y);
            bool room = !taken.Exists(t => Math.Abs(t.Y - box.Y) < 13 && t.Left < box.Right && box.Left < t.Right);
            if (room)
            {
                taken.Add(box);
            }

            drawn.Add(new(place, x, y, radius, Math.Min(area, 120), room, left));
        }

        return drawn.ToImmutable();
    }

    private static (double From, double To) Frame(double from, double to)
    {
        double wide = Math.Max(to - from, Least), middle = (from + to) / 2;
        return (middle - (wide * (0.5 + Around)), middle + (wide * (0.5 + Around)));
    }

    private static IEnumerable<double> Lines(double from, double to)
    {
        double step = Steps.FirstOrDefault(s => (to - from) / s <= 4, Steps[^1]);
        for (double at = Math.Ceiling(from / step) * step; at <= to; at += step)
        {
            yield return at;
        }
    }

    public static string Degrees(double value, char positive, char negative) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Abs(value):0.##}°{(value < 0 ? negative : value > 0 ? positive : ' ')}");
}
