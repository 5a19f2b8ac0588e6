using System.Globalization;

namespace Casus.App.Publish;

/// <summary>A place with what happened in it.</summary>
/// <param name="Quad">The gravest quad class of its events.</param>
internal sealed record MapPoint(string Name, double Latitude, double Longitude, int Events, int Quad);

/// <summary>Places over a graticule, in an equirectangular projection that is true at the middle latitude. No borders: where they run is disputed.</summary>
internal static class PointMap
{
    private const int Width = 720, Most = 520, Margin = 52;

    /// <summary>Places that are called by name; the others tell theirs to a pointer.</summary>
    private const int Named = 24;

    /// <summary>Pixels of a letter, roughly.</summary>
    private const double Letter = 6;

    /// <summary>Degrees shown at the least, and the room around the outermost places as a share of the whole.</summary>
    private const double Least = 1.5, Around = 0.12;

    private static readonly double[] Steps = [0.25, 0.5, 1, 2, 5, 10, 20, 30];

    /// <param name="points">At least one.</param>
    public static string Draw(IReadOnlyList<MapPoint> points)
    {
        (double south, double north) = Frame(points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        (double west, double east) = Frame(points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        double narrow = Math.Cos((south + north) / 2 * Math.PI / 180), scale = Math.Min((Width - (2 * Margin)) / ((east - west) * narrow), (Most - (2 * Margin)) / (north - south));
        int height = (int)Math.Ceiling((north - south) * scale) + (2 * Margin);
        double left = (Width - ((east - west) * narrow * scale)) / 2;
        double X(double longitude) => left + ((longitude - west) * narrow * scale);
        double Y(double latitude) => Margin + ((north - latitude) * scale);
        using var drawing = new SvgDrawing(Width, height, $"Map of {points.Count} places: {string.Join(", ", points.Select(p => p.Name))}");
        QuadColours.Legend(drawing, Margin, 14);
        foreach (double longitude in Lines(west, east))
        {
            drawing.Line(X(longitude), Y(north), X(longitude), Y(south), "#ddd");
            drawing.Text(X(longitude), Y(south) + 14, Degrees(longitude, "E", "W"), "middle", "#888");
        }

        foreach (double latitude in Lines(south, north))
        {
            drawing.Line(X(west), Y(latitude), X(east), Y(latitude), "#ddd");
            drawing.Text(X(west) - 4, Y(latitude) + 4, Degrees(latitude, "N", "S"), "end", "#888");
        }

        var taken = new List<(double X, double Y)>();
        foreach (MapPoint point in points.OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            double x = X(point.Longitude), y = Y(point.Latitude), radius = Math.Min(3 + (2 * Math.Sqrt(point.Events)), 14);
            drawing.Dot(x, y, radius, QuadColours.Fills[point.Quad - 1], $"{point.Name}: {point.Events}");
            if (taken.Count == Named)
            {
                continue;
            }

            // A name that would lie on another goes a line or two lower, or is left out.
            double row = y + 4;
            while (taken.Exists(t => Math.Abs(t.Y - row) < 12 && Math.Abs(t.X - x) < 110))
            {
                row += 12;
            }

            if (row - y > 28)
            {
                continue;
            }

            taken.Add((x, row));
            string label = $"{point.Name} ({point.Events.ToString(CultureInfo.InvariantCulture)})";
            bool fits = x + radius + (label.Length * Letter) < Width;
            drawing.Text(fits ? x + radius + 3 : x - radius - 3, row, label, fits ? "start" : "end");
        }

        return drawing.Markup();
    }

    private static (double From, double To) Frame(double from, double to)
    {
        double wide = Math.Max(to - from, Least), middle = (from + to) / 2;
        return (middle - (wide * (0.5 + Around)), middle + (wide * (0.5 + Around)));
    }

    private static IEnumerable<double> Lines(double from, double to)
    {
        double step = Steps.FirstOrDefault(s => (to - from) / s <= 6, Steps[^1]);
        for (double at = Math.Ceiling(from / step) * step; at <= to; at += step)
        {
            yield return at;
        }
    }

    private static string Degrees(double value, string positive, string negative) => $"{Math.Abs(value).ToString("0.##", CultureInfo.InvariantCulture)}°{(value < 0 ? negative : value > 0 ? positive : "")}";
}
