using System.Globalization;

namespace Casus.Language;

/// <summary>
/// Days and months of the solar Hijri calendar (exact: it follows the equinox, as <see cref="PersianCalendar"/> computes it), of the
/// lunar Hijri calendar (the table of Umm al-Qura, 1900 to 2077) and feasts that move. A lunar month begins with the sight of the
/// moon, a day sooner or later by country: such values are spans of days, and their bounds lie one day wider than the table.
/// </summary>
internal static class Feasts
{
    /// <summary>How far from the day of publication the feast may lie that "Eid" alone means.</summary>
    private const int NearDays = 37;

    /// <summary>What points against the tense counts as this much farther: "ahead of Eid" said in the past tense, days before it.</summary>
    private const int FarDays = 300;
    private static readonly PersianCalendar Solar = new();
    private static readonly UmAlQuraCalendar Lunar = new();

    public static bool IsHijriYear(int year) => year is >= 1300 and < 1500;

    public static DateOnly? SolarDay(int year, int month, int day) =>
        year is < 1000 or > 1700 || day < 1 || day > Solar.GetDaysInMonth(year, month) ? null : DateOnly.FromDateTime(Solar.ToDateTime(year, month, day, 0, 0, 0, 0));

    public static TimeValue? SolarMonth(int year, int month) => SolarDay(year, month, 1) is DateOnly first
        ? Between(first, first.AddDays(Solar.GetDaysInMonth(year, month) - 1), "month")
        : null;

    public static TimeValue? SolarYear(int year) => SolarDay(year, 1, 1) is DateOnly first && SolarDay(year + 1, 1, 1) is DateOnly next
        ? Between(first, next.AddDays(-1), "year")
        : null;

    public static DateOnly? LunarDay(int year, int month, int day)
    {
        if (year is < 1319 or > 1499 || month is < 1 or > 12 || day < 1 || day > Lunar.GetDaysInMonth(year, month))
        {
            return null;
        }

        return DateOnly.FromDateTime(Lunar.ToDateTime(year, month, day, 0, 0, 0, 0));
    }

    public static TimeValue? LunarMonth(int year, int month) => LunarDay(year, month, 1) is DateOnly first
        ? Widened(first, first.AddDays(Lunar.GetDaysInMonth(year, month) - 1), "month")
        : null;

    public static TimeValue? LunarYear(int year) => LunarDay(year, 1, 1) is DateOnly first && LunarDay(year + 1, 1, 1) is DateOnly next
        ? Widened(first, next.AddDays(-1), "year")
        : null;

    /// <summary>A day by the moon: the table's, or the next where the moon was seen later.</summary>
    public static TimeValue? LunarDate(int year, int month, int day) => LunarDay(year, month, day) is DateOnly found ? Widened(found, found.AddDays(1), "week") : null;

    /// <summary>Null where the name is none of the feasts, or the year has none.</summary>
    /// <param name="year">Of our calendar.</param>
    public static TimeValue? Of(string name, int year) => name switch
    {
        "easter" => year is < 1583 or > 4000 ? null : Periods.OfDay(Easter(year)),
        "thanksgiving" => year is < 1942 or > 4000 ? null : Periods.OfDay(FourthThursday(year)),
        "nowruz" => SolarDay(year - 621, 1, 1) is DateOnly first ? Periods.OfDay(first) : null,
        "ashura" => InYear(year, y => LunarDate(y, 1, 10)),
        "fitr" => InYear(year, y => LunarDay(y, 10, 1) is DateOnly first ? Widened(first, first.AddDays(2), "week") : null),
        "adha" => InYear(year, y => LunarDay(y, 12, 10) is DateOnly first ? Widened(first, first.AddDays(3), "week") : null),
        _ => null,
    };

    /// <summary>A lunar month or feast that begins in a year of our calendar: the first, should there be two.</summary>
    public static TimeValue? InYear(int year, Func<int, TimeValue?> make)
    {
        if (year is < 1902 or > 2074)
        {
            return null;
        }

        int hijri = Lunar.GetYear(new DateTime(year, 1, 1));
        for (int candidate = hijri; candidate <= hijri + 1; candidate++)
        {
            if (make(candidate) is TimeValue { Earliest: DateOnly first } value && first.AddDays(1).Year == year)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The one that is meant by a name without a year. Null when the nearest is too far to be sure.</summary>
    /// <param name="shift">"last" -1, "this" 0, "next" 1; null where no such word stands.</param>
    public static TimeValue? Nearest(DateOnly from, Func<int, TimeValue?> inYear, int? shift, Direction direction)
    {
        TimeValue? best = null;
        int least = int.MaxValue;
        for (int year = from.Year - 1; year <= from.Year + 1; year++)
        {
            if (inYear(year) is not TimeValue { Earliest: DateOnly first, Latest: DateOnly last } value)
            {
                continue;
            }

            bool over = last < from, ahead = first > from;
            if ((shift < 0 && !over) || (shift > 0 && !ahead) || (shift == 0 && year != from.Year))
            {
                continue;
            }

            int days = over ? from.DayNumber - last.DayNumber : ahead ? first.DayNumber - from.DayNumber : 0;
            bool against = (ahead && direction == Direction.Past) || (over && direction == Direction.Future);
            int cost = against ? days + FarDays : days;
            if (cost < least)
            {
                (best, least) = (value, cost);
            }
        }

        return best;
    }

    /// <summary>"Eid" alone: whichever of the two feasts is near. Null when neither is.</summary>
    public static TimeValue? NearestEid(DateOnly from, int? shift, Direction direction)
    {
        TimeValue? fitr = Nearest(from, y => Of("fitr", y), shift, direction), adha = Nearest(from, y => Of("adha", y), shift, direction);
        TimeValue? nearer = Away(from, fitr) <= Away(from, adha) ? fitr : adha;
        return Away(from, nearer) <= NearDays ? nearer : null;
    }

    private static int Away(DateOnly from, TimeValue? value) => value is not { Earliest: DateOnly first, Latest: DateOnly last }
        ? int.MaxValue
        : Math.Max(0, Math.Max(first.DayNumber - from.DayNumber, from.DayNumber - last.DayNumber));

    public static TimeValue Between(DateOnly first, DateOnly last, string precision) => new($"{Periods.Iso(first)}/{Periods.Iso(last)}", precision, first, last);

    private static TimeValue Widened(DateOnly first, DateOnly last, string precision) =>
        new($"{Periods.Iso(first)}/{Periods.Iso(last)}", precision, first.AddDays(-1), last.AddDays(1));

    private static DateOnly FourthThursday(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays(((4 - Periods.Weekday(first) + 7) % 7) + 21);
    }

    /// <summary>The western Easter, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
