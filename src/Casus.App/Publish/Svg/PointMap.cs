using System.Globalization;

namespace Casus.App.Publish;

/// <summary>A place with what happened in it.</summary>
/// <param name="Quad">The gravest quad class of its events.</param>
internal sealed record MapPoint(string Name, double Latitude, double Longitude, int Events, int Quad);

/// <summary>Places over a graticule. No borders: where they run is disputed.</summary>
internal static class PointMap
{
    private const int Width = 720, Most = 520, Margin = 52, Lines = 6;

    /// <summary>Places that are called by name; the others tell theirs to a pointer.</summary>
    private const int Named = 24;

    /// <summary>Pixels of a letter, roughly.</summary>
    private const double Letter = 6;

    /// <summary>Degrees shown at the least, and the room around the outermost places as a share of the whole.</summary>
    private const double Least = 1.5, Around = 0.12;

    /// <param name="points">At least one.</param>
    public static string Draw(IReadOnlyList<MapPoint> points)
    {
        var map = new MapProjection([.. points.Select(p => (p.Latitude, p.Longitude))], Width, Most, Margin, Least, Around);
        using var drawing = new SvgDrawing(Width, map.Height, $"Map of {points.Count} places: {string.Join(", ", points.Select(p => p.Name))}");
        QuadColours.Legend(drawing, Margin, 14);
        foreach (double longitude in map.Meridians(Lines))
        {
            drawing.Line(map.X(longitude), map.Y(map.North), map.X(longitude), map.Y(map.South), "#ddd");
            drawing.Text(map.X(longitude), map.Y(map.South) + 14, MapProjection.Degrees(longitude, "E", "W"), "middle", "#888");
        }

        foreach (double latitude in map.Parallels(Lines))
        {
            drawing.Line(map.X(map.West), map.Y(latitude), map.X(map.East), map.Y(latitude), "#ddd");
            drawing.Text(map.X(map.West) - 4, map.Y(latitude) + 4, MapProjection.Degrees(latitude, "N", "S"), "end", "#888");
        }

        var taken = new List<(double X, double Y)>();
        foreach (MapPoint point in points.OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            double x = map.X(point.Longitude), y = map.Y(point.Latitude), radius = Math.Min(3 + (2 * Math.Sqrt(point.Events)), 14);
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
}
