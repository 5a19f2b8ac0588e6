using System.Globalization;

namespace Casus.Knowledge;

/// <summary>Days in knowledge files: 2021-08-15, or 2021-08 and 2021 for a month's or year's first (as a start) or last day (as an end).</summary>
internal static class Dates
{
    public static bool TryRange(string text, out DateOnly? from, out DateOnly? until)
    {
        from = until = null;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || text.Length == 2)
        {
            return false;
        }

        string first = text[..dots].Trim(), last = text[(dots + 2)..].Trim();
        return (first.Length == 0 || Try(first, false, out from))
            && (last.Length == 0 || Try(last, true, out until))
            && !(from > until);
    }

    public static bool Try(string text, bool end, out DateOnly? day)
    {
        day = null;
        if (text.Length == 10)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly exact))
            {
                day = exact;
            }

            return day is not null;
        }

        bool isMonth = text.Length == 7, isYear = text.Length == 4;
        if (!(isMonth || isYear) || !DateOnly.TryParseExact(isYear ? text + "-01-01" : text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly start) || start.Year > 9000)
        {
            return false;
        }

        day = !end ? start : isMonth ? start.AddMonths(1).AddDays(-1) : start.AddYears(1).AddDays(-1);
        return true;
    }
}
