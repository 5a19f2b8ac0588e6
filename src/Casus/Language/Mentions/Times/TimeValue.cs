using System.Globalization;

namespace Casus.Language;

/// <summary>The meaning of a time expression: its TIMEX3 value, how fine it is, and the days it may lie on.</summary>
internal readonly record struct TimeValue(string Value, string Precision, DateOnly? Earliest = null, DateOnly? Latest = null);

/// <summary>Periods of the calendar and their TIMEX3 values.</summary>
internal static class Periods
{
    public static TimeValue OfDay(DateOnly day, string? letters = null) => new(Iso(day) + (letters is null ? "" : "T" + letters), "day", day, day);

    public static TimeValue OfMonth(int year, int month, PeriodPart part = PeriodPart.Whole)
    {
        var first = new DateOnly(year, month, 1);
        return Cut(new TimeValue($"{year:D4}-{month:D2}", "month", first, first.AddMonths(1).AddDays(-1)), part);
    }

    public static TimeValue OfYear(int year, PeriodPart part = PeriodPart.Whole) =>
        Cut(new TimeValue($"{year:D4}", "year", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), part);

    public static TimeValue OfWeek(DateOnly day, PeriodPart part = PeriodPart.Whole)
    {
        DateOnly monday = Monday(day);
        return Cut(new TimeValue(WeekOf(day), "week", monday, monday.AddDays(6)), part);
    }

    public static TimeValue OfWeekend(DateOnly day)
    {
        DateOnly monday = Monday(day);
        return new TimeValue(WeekOf(day) + "-WE", "week", monday.AddDays(5), monday.AddDays(6));
    }

    public static TimeValue OfQuarter(int year, int quarter, PeriodPart part = PeriodPart.Whole)
    {
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return Cut(new TimeValue($"{year:D4}-Q{quarter}", "quarter", first, first.AddMonths(3).AddDays(-1)), part);
    }

    public static TimeValue OfHalf(int year, int half)
    {
        var first = new DateOnly(year, half == 1 ? 1 : 7, 1);
        return new TimeValue($"{year:D4}-H{half}", "quarter", first, first.AddMonths(6).AddDays(-1));
    }

    /// <summary>Northern seasons; a winter belongs to the year in which it begins.</summary>
    public static TimeValue OfSeason(int year, string season, PeriodPart part = PeriodPart.Whole)
    {
        var first = new DateOnly(year, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1);
        DateOnly last = year == 9999 ? new DateOnly(9999, 12, 31) : first.AddMonths(3).AddDays(-1);
        return Cut(new TimeValue($"{year:D4}-{season}", "season", first, last), part);
    }

    /// <param name="decade">The first three digits of its years.</param>
    public static TimeValue OfDecade(int decade, PeriodPart part = PeriodPart.Whole) => decade < 1
        ? new TimeValue($"{decade:D3}", "decade")
        : Cut(new TimeValue($"{decade:D3}", "decade", new DateOnly(decade * 10, 1, 1), new DateOnly((decade * 10) + 9, 12, 31)), part);

    /// <param name="century">Its first two digits: 19 for the twentieth.</param>
    public static TimeValue OfCentury(int century) =>
        new($"{century:D2}", "century", century < 1 ? null : new DateOnly(century * 100, 1, 1), century < 1 ? null : new DateOnly((century * 100) + 99, 12, 31));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Monday(DateOnly day) => day.AddDays(1 - Weekday(day));

    /// <summary>1 Monday to 7 Sunday.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The period of a unit that lies so many units from the one that holds the day. Null where the calendar ends.</summary>
    public static TimeValue? Around(DateOnly day, TimeUnit unit, int shift, PeriodPart part = PeriodPart.Whole)
    {
        if (Shifted(day, unit, shift) is not DateOnly moved)
        {
            return null;
        }

        return unit switch
        {
            TimeUnit.Day => OfDay(moved),
            TimeUnit.Weekend => OfWeekend(moved),
            TimeUnit.Week or TimeUnit.Fortnight => OfWeek(moved, part),
            TimeUnit.Month => OfMonth(moved.Year, moved.Month, part),
            TimeUnit.Quarter => OfQuarter(moved.Year, (moved.Month + 2) / 3, part),
            TimeUnit.Year => OfYear(moved.Year, part),
            TimeUnit.Decade => OfDecade(moved.Year / 10, part),
            TimeUnit.Century => OfCentury(moved.Year / 100),
            _ => null,
        };
    }

    public static DateOnly? Shifted(DateOnly day, TimeUnit unit, double count)
    {
        double days = unit switch
        {
            TimeUnit.Day => count,
            TimeUnit.Week or TimeUnit.Weekend => count * 7,
            TimeUnit.Fortnight => count * 14,
            _ => 0,
        };
        double months = unit switch
        {
            TimeUnit.Month => count,
            TimeUnit.Quarter => count * 3,
            TimeUnit.Year => count * 12,
            TimeUnit.Decade => count * 120,
            TimeUnit.Century => count * 1200,
            _ => 0,
        };
        double year = day.Year + (months / 12) + (days / 365);
        if (year is < 2 or > 9990)
        {
            return null;
        }

        return months != 0 ? day.AddMonths((int)Math.Round(months)) : day.AddDays((int)Math.Round(days));
    }

    private static string WeekOf(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}";
    }

    /// <summary>"early" is taken for the first half, "late" for the second, "mid" for the middle half.</summary>
    public static TimeValue Cut(TimeValue whole, PeriodPart part)
    {
        if (part == PeriodPart.Whole || whole.Earliest is not DateOnly first || whole.Latest is not DateOnly last)
        {
            return whole;
        }

        int days = last.DayNumber - first.DayNumber;
        return part switch
        {
            PeriodPart.Start => whole with { Latest = first.AddDays(days / 2) },
            PeriodPart.End => whole with { Earliest = first.AddDays(days / 2) },
            _ => whole with { Earliest = first.AddDays(days / 4), Latest = last.AddDays(-days / 4) },
        };
    }
}
