namespace Casus.Language;

/// <summary>Values of days, months and years told by the solar or the lunar Hijri calendar, and of feasts.</summary>
internal static class HijriValues
{
    public static TimeValue? Feast(string name, TimeFields f, DateOnly? published, Direction direction)
    {
        if (f.Year is int year)
        {
            return Feasts.Of(name, year);
        }

        if (published is not DateOnly day)
        {
            return new TimeValue("XXXX-XX-XX", "vague");
        }

        TimeValue? found = name == "eid" ? Feasts.NearestEid(day, f.Shift, direction) : Feasts.Nearest(day, y => Feasts.Of(name, y), f.Shift, direction);
        return found is TimeValue value ? Periods.Cut(value, f.Part) : null;
    }

    public static TimeValue? Lunar(TimeFields f, DateOnly? published, Direction direction)
    {
        if (f.LunarMonth is not int month)
        {
            return f.Hijri is int only ? Feasts.LunarYear(only) : null;
        }

        Func<int, TimeValue?> make = f.Day is int day ? y => Feasts.LunarDate(y, month, day) : y => Feasts.LunarMonth(y, month);
        TimeValue? value = f.Hijri is int hijri ? make(hijri)
            : f.Year is int year ? Feasts.InYear(year, make)
            : published is DateOnly from ? Feasts.Nearest(from, y => Feasts.InYear(y, make), f.Shift, direction)
            : new TimeValue(f.Day is null ? "XXXX-XX" : "XXXX-XX-XX", "vague");
        return value is TimeValue found ? Periods.Cut(found, f.Part) : null;
    }

    public static TimeValue? Solar(TimeFields f, DateOnly? published, Direction direction)
    {
        if (f.SolarMonth is not int month)
        {
            return f.Hijri is int only ? Feasts.SolarYear(only) : null;
        }

        if (f.Day is not int day)
        {
            return f.Hijri is int year && Feasts.SolarMonth(year, month) is TimeValue value ? Periods.Cut(value, f.Part) : null;
        }

        if (f.Hijri is int hijri)
        {
            return Feasts.SolarDay(hijri, month, day) is DateOnly told ? Periods.OfDay(told) : null;
        }

        if (published is not DateOnly from)
        {
            return day <= (month < 7 ? 31 : 30) ? new TimeValue("XXXX-XX-XX", "vague") : null;
        }

        // A solar year begins in March: of our year Y it is Y - 621 from then on.
        return Feasts.Nearest(from, y => Feasts.SolarDay(month > 9 ? y - 622 : y - 621, month, day) is DateOnly found ? Periods.OfDay(found) : null, null, direction);
    }
}
