using System.Globalization;

namespace Casus.App.Fetch;

/// <summary>In which order a table writes the parts of a day as numbers.</summary>
internal enum DayOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

/// <summary>Days as tables write them. What may be two days is none: 03/04/2024 needs its order to be told.</summary>
internal static class DayForms
{
    private static readonly string[] Clear = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d-MMM-yyyy", "dddd, d MMMM yyyy", "ddd, d MMM yyyy", "dddd, MMMM d, yyyy", "ddd, MMM d, yyyy"];
    private static readonly string[] DayFirst = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M.d.yyyy", "M-d-yyyy"];

    /// <summary>Null when it is no word for an order.</summary>
    public static DayOrder? Order(string word) => word.ToLowerInvariant() switch
    {
        "ymd" => DayOrder.YearMonthDay,
        "dmy" => DayOrder.DayMonthYear,
        "mdy" => DayOrder.MonthDayYear,
        _ => null,
    };

    /// <summary>Null when it is no day that can be told. A time of day after it is passed over.</summary>
    public static DateOnly? Of(string text, DayOrder? order)
    {
        string day = WithoutTime(text.Trim());
        string[] forms = order switch
        {
            DayOrder.DayMonthYear => [.. Clear, .. DayFirst],
            DayOrder.MonthDayYear => [.. Clear, .. MonthFirst],
            _ => Clear,
        };
        return DateOnly.TryParseExact(day, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly found) ? found : null;
    }

    private static string WithoutTime(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return text;
        }

        // The hour before the first colon goes too, with the T or blank that parts it from the day.
        int end = colon;
        while (end > 0 && char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd(' ', 'T', 't', ',');
    }
}
