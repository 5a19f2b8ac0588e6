using System.Globalization;

namespace Casus.Language;

/// <summary>TIMEX3 values of durations: P3Y, PT2H, PXD where the number is not told.</summary>
internal static class Durations
{
    /// <summary>More than this is told of no duration; what says so is taken for a number that is not known.</summary>
    private const double MostUnits = 1e10;

    public static string Of(double? number, TimeUnit unit)
    {
        (string letter, double factor, bool clock) = unit switch
        {
            TimeUnit.Second => ("S", 1, true),
            TimeUnit.Minute => ("M", 1, true),
            TimeUnit.Hour => ("H", 1, true),
            TimeUnit.Day => ("D", 1, false),
            TimeUnit.Weekend => ("D", 2, false),
            TimeUnit.Week => ("W", 1, false),
            TimeUnit.Fortnight => ("W", 2, false),
            TimeUnit.Month => ("M", 1, false),
            TimeUnit.Quarter => ("Q", 1, false),
            TimeUnit.Year => ("Y", 1, false),
            TimeUnit.Decade => number is null ? ("E", 1, false) : ("Y", 10, false),
            TimeUnit.Century => number is null ? ("C", 1, false) : ("Y", 100, false),
            _ => ("X", 1, false),
        };
        string prefix = clock ? "PT" : "P";
        if (number is not double count || count > MostUnits)
        {
            return prefix + "X" + letter;
        }

        count *= factor;
        double whole = Math.Floor(count), rest = count - whole;
        if (rest == 0)
        {
            return prefix + Text(whole) + letter;
        }

        // Halves are written with the next smaller unit, as annotators do: 2 1/2 years is P2Y6M.
        return (letter, clock) switch
        {
            ("Y", _) => Parts(prefix, whole, "Y", Math.Round(rest * 12), "M"),
            ("H", true) => Parts(prefix, whole, "H", Math.Round(rest * 60), "M"),
            ("M", true) => Parts(prefix, whole, "M", Math.Round(rest * 60), "S"),
            ("D", _) => Parts(prefix, whole, "DT", Math.Round(rest * 24), "H"),
            _ => prefix + Text(count) + letter,
        };
    }

    private static string Parts(string prefix, double whole, string letter, double rest, string smaller) =>
        whole == 0 && letter == "DT" ? "PT" + Text(rest) + smaller
        : whole == 0 ? prefix + Text(rest) + smaller
        : prefix + Text(whole) + letter + Text(rest) + smaller;

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
