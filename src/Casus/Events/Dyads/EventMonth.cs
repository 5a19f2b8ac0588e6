using System.Globalization;
using Casus.Claims;

namespace Casus.Events;

/// <summary>The month that an event counts in.</summary>
public static class EventMonth
{
    /// <summary>Days that a time may span to belong to the month of its middle: a week, "in the last ten days", a month.</summary>
    private const int Widest = 31;

    /// <summary>
    /// "2024-12"; "2024" for what happened some time in a year; "" for wider times. What no words date counts in the month in which it was first
    /// told, unless it is told as history.
    /// </summary>
    public static string Of(ClaimTime time, Factuality factuality)
    {
        if (time.Earliest is null && time is { Latest: { } told, Evidence: null } && factuality != Factuality.Historical)
        {
            return Month(told);
        }

        if (time is not { Earliest: { } first, Latest: { } last })
        {
            return "";
        }

        int days = last.DayNumber - first.DayNumber + 1;
        return days is > 0 and <= Widest ? Month(first.AddDays(days / 2)) : first.Year == last.Year ? first.Year.ToString("0000", CultureInfo.InvariantCulture) : "";
    }

    /// <summary>True for "2024-12", false for a year or nothing.</summary>
    public static bool IsMonth(string month) => month.Length == 7;

    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first day of a month or year.</summary>
    public static DateOnly FirstDay(string month) => DateOnly.ParseExact(month, IsMonth(month) ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>The last day of a month or year.</summary>
    public static DateOnly LastDay(string month) => (IsMonth(month) ? FirstDay(month).AddMonths(1) : FirstDay(month).AddYears(1)).AddDays(-1);
}
