using System.Globalization;

namespace Casus.App.Web;

/// <summary>Where bars and lines over time stand in a drawing. Lengths in its own units.</summary>
/// <param name="Count">Bins along the axis.</param>
/// <param name="Most">The highest value; at least 1.</param>
internal sealed record BarScale(int Count, double Most, int Width = 1100, int Height = 210)
{
    public const int Left = 40, Right = 8, Top = 10, Bottom = 26;

    public double Wide => (Width - Left - Right) / (double)Math.Max(Count, 1);

    public double Floor => Height - Bottom;

    public double X(double bin) => Left + (bin * Wide);

    public double Y(double value) => Floor - (value * (Height - Top - Bottom) / Math.Max(Most, 1));

    /// <summary>Bins from one label to the next.</summary>
    public int Every(int letters) => Math.Max(1, (int)Math.Ceiling(((letters * 7) + 12) / Wide));

    /// <summary>Round values to draw a line at, three to five of them.</summary>
    public IEnumerable<long> Ticks()
    {
        double rough = Math.Max(Most, 1) / 4, power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(rough, 1))));
        long step = (long)Math.Max(1, Math.Ceiling(rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power);
        for (long at = 0; at <= Most; at += step)
        {
            yield return at;
        }
    }

    public static string Short(long number) => number >= 10_000 ? (number / 1000).ToString(CultureInfo.InvariantCulture) + "k" : number.ToString("N0", CultureInfo.InvariantCulture);
}
