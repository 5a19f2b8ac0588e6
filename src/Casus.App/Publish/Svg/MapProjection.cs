using System.Globalization;

namespace Casus.App.Publish;

/// <summary>An equirectangular projection that is true at the middle latitude. Lengths in units of the drawing, places in degrees.</summary>
internal sealed class MapProjection
{
    private static readonly double[] Steps = [0.25, 0.5, 1, 2, 5, 10, 20, 30];

    private readonly double narrow, left;
    private readonly int margin;

    /// <param name="points">At least one.</param>
    /// <param name="tallest">Height that is not to be passed, like the width with <paramref name="margin"/> on either side.</param>
    /// <param name="least">Degrees shown at the least.</param>
    /// <param name="around">Room around the outermost points as a share of the whole.</param>
    public MapProjection(IReadOnlyCollection<(double Latitude, double Longitude)> points, int width, double tallest, int margin, double least, double around)
    {
        this.margin = margin;
        (South, North) = Frame(points.Min(p => p.Latitude), points.Max(p => p.Latitude), least, around);
        (West, East) = Frame(points.Min(p => p.Longitude), points.Max(p => p.Longitude), least, around);
        narrow = Math.Cos((South + North) / 2 * Math.PI / 180);
        Scale = Math.Min((width - (2 * margin)) / ((East - West) * narrow), (tallest - (2 * margin)) / (North - South));
        Height = (int)Math.Ceiling((North - South) * Scale) + (2 * margin);
        left = (width - ((East - West) * narrow * Scale)) / 2;
    }

    public double West { get; }

    public double East { get; }

    public double South { get; }

    public double North { get; }

    /// <summary>Length of a degree of latitude.</summary>
    public double Scale { get; }

    public int Height { get; }

    public double X(double longitude) => left + ((longitude - West) * narrow * Scale);

    public double Y(double latitude) => margin + ((North - latitude) * Scale);

    /// <summary>Longitudes at round degrees, about so many at the most.</summary>
    public IEnumerable<double> Meridians(int most) => Lines(West, East, most);

    /// <summary>Latitudes likewise.</summary>
    public IEnumerable<double> Parallels(int most) => Lines(South, North, most);

    public static string Degrees(double value, string positive, string negative) => $"{Math.Abs(value).ToString("0.##", CultureInfo.InvariantCulture)}°{(value < 0 ? negative : value > 0 ? positive : "")}";

    private static (double From, double To) Frame(double from, double to, double least, double around)
    {
        double wide = Math.Max(to - from, least), middle = (from + to) / 2;
        return (middle - (wide * (0.5 + around)), middle + (wide * (0.5 + around)));
    }

    private static IEnumerable<double> Lines(double from, double to, int most)
    {
        double step = Steps.FirstOrDefault(s => (to - from) / s <= most, Steps[^1]);
        for (double at = Math.Ceiling(from / step) * step; at <= to; at += step)
        {
            yield return at;
        }
    }
}
