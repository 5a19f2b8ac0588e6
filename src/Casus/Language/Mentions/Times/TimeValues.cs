namespace Casus.Language;

/// <summary>Which way from the publication day an expression points: by the tense of its verb.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>
/// Turns what the words say into a value. Relative expressions are counted from the publication day, and "the next day" or
/// "two weeks later" from the last day that the article named; where that day is not known, what is known is kept ("--12-24").
/// </summary>
internal sealed class TimeValues
{
    private readonly DateOnly? published;

    /// <summary>The last day or period the article named; what "the same day" refers to.</summary>
    private DateOnly? anchor;

    public TimeValues(DateOnly? published)
    {
        this.published = published;
        anchor = published;
    }

    /// <summary>Null when the words do not make a date after all.</summary>
    public TimeValue? Make(TimeRule rule, TimeFields f, Direction direction)
    {
        TimeValue? value = rule.Value switch
        {
            "date" => Date(f, direction),
            "holiday" => Date(f, direction),
            "year" => f.Year is int year ? Periods.OfYear(year, f.Part) : null,
            "decade" => f.Decade is int decade ? Periods.OfDecade(decade, f.Part) : null,
            "century" => f.Ordinal is int century ? Periods.OfCentury(century - 1) : null,
            "month-of" => Relative(d => new DateOnly(d.Year + f.Shift!.Value, f.Month!.Value, 1)) is DateOnly m ? Periods.OfMonth(m.Year, m.Month, f.Part) : new TimeValue($"XXXX-{f.Month:D2}", "month"),
            "month-rel" => MonthRelative(f),
            "weekday" => WithLetters(Weekday(f, direction), f),
            "weekday-rel" => WithLetters(Weekday(f, f.Shift switch { < 0 => Direction.Past, > 0 => Direction.Future, _ => direction }, strict: f.Shift is < 0 or > 0), f),
            "weekday-of" => Relative(d => Periods.Monday(d).AddDays((7 * f.Shift!.Value) + f.Weekday!.Value - 1)) is DateOnly w ? Periods.OfDay(w) : new TimeValue($"XXXX-WXX-{f.Weekday}", "day"),
            "weekday-set" => new TimeValue($"XXXX-WXX-{f.Weekday}{(f.Letters is null ? "" : "T" + f.Letters)}", "none"),
            "dayword" => DaysOff(f.Shift ?? 0, f),
            "days-off" => DaysOff(int.Parse(rule.Argument, System.Globalization.CultureInfo.InvariantCulture), f),
            "unit-rel" => UnitRelative(published, f, f.Shift ?? 0),
            "weekend" => UnitRelative(published, f, published is DateOnly p && direction != Direction.Future && Periods.Weekday(p) < 6 ? -1 : 0),
            "same" => UnitRelative(anchor, f, 0),
            "anchor-rel" => AnchorRelative(f),
            "const" => new TimeValue(rule.Argument, "vague"),
            "ref" => new TimeValue(f.Letters ?? "PRESENT_REF", "vague"),
            "span" => Span(f),
            "duration" => Clocked(f.Unit, f.Vague ? null : f.Number),
            "duration-one" => Clocked(f.Unit, 1),
            "duration-and-half" => Clocked(f.Unit, 1.5),
            "duration-half" => Clocked(f.Unit, 0.5),
            "duration-vague" => Clocked(f.Unit, null),
            "set-other" => Clocked(f.Unit, 2),
            "ago" => f.Vague ? new TimeValue("PAST_REF", "vague") : Ago(published, f.Unit, -(f.Number ?? 1)),
            "ago-one" => Ago(published, f.Unit, -1),
            "quarter-ago" => Relative(d => d.AddYears(-1)) is DateOnly q ? Periods.OfQuarter(q.Year, (q.Month + 2) / 3) : new TimeValue("XXXX-QX", "quarter"),
            "later" => f.Vague ? new TimeValue("FUTURE_REF", "vague") : Ago(anchor, f.Unit, f.Number ?? 1),
            "later-one" => Ago(anchor, f.Unit, 1),
            "clock" => Clock(f, direction),
            "set" => Clocked(f.Unit, f.Number),
            "quarter" => Quarter(f, direction, null),
            "quarter-rel" => Quarter(f, direction, f.Shift),
            "half" => f.Year is int y && f.Ordinal is 1 or 2 ? Periods.OfHalf(f.Year.Value, f.Ordinal.Value) : null,
            "half-last" => f.Year is int last ? Periods.OfHalf(last, 2) : null,
            "season" => Season(f, direction),
            "season-rel" => Season(f, f.Shift switch { < 0 => Direction.Past, > 0 => Direction.Future, _ => direction }),
            "week-of" => Day(f, direction) is DateOnly inWeek ? Periods.OfWeek(inWeek) : new TimeValue("XXXX-WXX", "week"),
            _ => throw new InvalidOperationException($"knowledge/{TimeGrammar.RulesTable}.tsv names the value '{rule.Value}', which no step makes"),
        };
        Remember(value, rule.Type);
        return value;
    }

    private void Remember(TimeValue? value, TimeType? type)
    {
        if (type is TimeType.Date or TimeType.Time && value is { Precision: "day" or "time" or "month" or "year", Earliest: DateOnly day })
        {
            anchor = day;
        }
    }

    private DateOnly? Relative(Func<DateOnly, DateOnly> move) => published is DateOnly day && day.Year is > 2 and < 9000 ? move(day) : null;

    private TimeValue? Date(TimeFields f, Direction direction)
    {
        int month = f.Month ?? 0;
        if (f.Day is int d && d > DateTime.DaysInMonth(f.Year ?? 2024, month))
        {
            return null;
        }

        if (f.Year is int year)
        {
            return f.Day is int day ? Periods.OfDay(new DateOnly(year, month, day)) : Periods.OfMonth(year, month, f.Part);
        }

        if (published is null)
        {
            return f.Day is int known ? new TimeValue($"--{month:D2}-{known:D2}", "day") : new TimeValue($"--{month:D2}", "month");
        }

        if (f.Day is null)
        {
            DateOnly first = NearestMonth(published.Value, month, direction);
            return Periods.OfMonth(first.Year, first.Month, f.Part);
        }

        return Day(f, direction) is DateOnly resolved ? Periods.OfDay(resolved) : null;
    }

    /// <summary>A month without a year: the last one for the past (this month included), the next for the future, else the nearest.</summary>
    private static DateOnly NearestMonth(DateOnly from, int month, Direction direction)
    {
        int back = (from.Month - month + 12) % 12, ahead = (month - from.Month + 12) % 12;
        bool future = direction == Direction.Future || (direction == Direction.Unknown && ahead < 3 && back > 6);
        DateOnly moved = from.AddMonths(future ? ahead : -back);
        return new DateOnly(moved.Year, moved.Month, 1);
    }

    private DateOnly? Day(TimeFields f, Direction direction)
    {
        if (f.Month is int month && f.Day is int day)
        {
            if (f.Year is int year)
            {
                return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
            }

            return published is DateOnly from ? NearestDay(from, month, day, direction) : null;
        }

        if (f.Weekday is not null)
        {
            return published is DateOnly from ? NearestWeekday(from, f.Weekday.Value, direction, strict: false) : null;
        }

        return f.Shift is int shift ? published?.AddDays(shift) : null;
    }

    private static DateOnly? NearestDay(DateOnly from, int month, int day, Direction direction)
    {
        DateOnly? best = null;
        int bestCost = int.MaxValue;
        for (int year = from.Year - 1; year <= from.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
            {
                continue;
            }

            var candidate = new DateOnly(year, month, day);
            int distance = candidate.DayNumber - from.DayNumber;
            int cost = direction switch
            {
                // "set a Jan. 14 deadline", said on January 5: a past verb does not make it last year's.
                Direction.Past => distance <= 0 ? -distance : distance <= 31 ? 300 + distance : 10_000 + distance,
                Direction.Future => distance >= 0 ? distance : 10_000 - distance,
                _ => distance <= 0 ? -distance : distance * 2,
            };
            if (cost < bestCost)
            {
                (best, bestCost) = (candidate, cost);
            }
        }

        return best;
    }

    private TimeValue? Weekday(TimeFields f, Direction direction, bool strict = false) => published is DateOnly from
        ? Periods.OfDay(NearestWeekday(from, f.Weekday!.Value, direction, strict))
        : new TimeValue($"XXXX-WXX-{f.Weekday}", "day");

    /// <param name="strict">True: not the day itself ("last Friday" said on a Friday).</param>
    private static DateOnly NearestWeekday(DateOnly from, int weekday, Direction direction, bool strict)
    {
        int back = (Periods.Weekday(from) - weekday + 7) % 7, ahead = (7 - back) % 7;
        if (strict && back == 0)
        {
            back = ahead = 7;
        }

        return direction == Direction.Future ? from.AddDays(ahead) : from.AddDays(-back);
    }

    private static TimeValue? WithLetters(TimeValue? value, TimeFields f) =>
        value is TimeValue v && f.Letters is not null ? v with { Value = v.Value + "T" + f.Letters } : value;

    private TimeValue DaysOff(int days, TimeFields f) => published is DateOnly day
        ? Periods.OfDay(day.AddDays(days), f.Letters)
        : new TimeValue("XXXX-XX-XX" + (f.Letters is null ? "" : "T" + f.Letters), "day");

    private static TimeValue? UnitRelative(DateOnly? from, TimeFields f, int shift)
    {
        if (f.Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second or TimeUnit.None)
        {
            return f.Unit == TimeUnit.None ? null : Clocked(f.Unit, 1);
        }

        if (from is not DateOnly day)
        {
            return new TimeValue(
                f.Unit switch
                {
                    TimeUnit.Day => "XXXX-XX-XX",
                    TimeUnit.Week => "XXXX-WXX",
                    TimeUnit.Weekend => "XXXX-WXX-WE",
                    TimeUnit.Month => "XXXX-XX",
                    TimeUnit.Quarter => "XXXX-QX",
                    _ => "XXXX",
                },
                "vague");
        }

        return Periods.Around(day, f.Unit, shift, f.Part);
    }

    private TimeValue? AnchorRelative(TimeFields f)
    {
        if (f.Unit != TimeUnit.Part)
        {
            return UnitRelative(anchor, f, f.Shift ?? 0);
        }

        return anchor is DateOnly day ? Periods.OfDay(day.AddDays(f.Shift ?? 0), f.Letters) : new TimeValue("XXXX-XX-XXT" + f.Letters, "day");
    }

    private TimeValue? MonthRelative(TimeFields f)
    {
        if (published is not DateOnly from)
        {
            return new TimeValue($"XXXX-{f.Month:D2}", "month");
        }

        // "last May" is the last May that is over; "this May" lies in this year.
        int month = f.Month!.Value;
        int year = f.Shift switch
        {
            < 0 => month < from.Month ? from.Year : from.Year - 1,
            > 0 => month > from.Month ? from.Year : from.Year + 1,
            _ => from.Year,
        };
        return Periods.OfMonth(year, month, f.Part);
    }

    private TimeValue? Span(TimeFields f)
    {
        TimeValue duration = Clocked(f.Unit, f.Vague ? null : f.Number);
        if (published is not DateOnly day || f.Vague || f.Number is not double number || Periods.Shifted(day, f.Unit, (f.Shift ?? 0) * number) is not DateOnly other)
        {
            return duration;
        }

        return other < day ? duration with { Earliest = other, Latest = day } : duration with { Earliest = day, Latest = other };
    }

    private static TimeValue Clocked(TimeUnit unit, double? number) => new(Durations.Of(number, unit), "none");

    /// <summary>So many units from a day, as fine as the unit: "two years ago" is a year, "three days ago" a day.</summary>
    private static TimeValue? Ago(DateOnly? from, TimeUnit unit, double count)
    {
        if (unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second or TimeUnit.None || from is not DateOnly day)
        {
            return new TimeValue(Durations.Of(Math.Abs(count), unit), "vague");
        }

        if (Periods.Shifted(day, unit, count) is not DateOnly moved)
        {
            return null;
        }

        return Periods.Around(moved, unit == TimeUnit.Decade ? TimeUnit.Year : unit, 0);
    }

    private TimeValue? Clock(TimeFields f, Direction direction)
    {
        int hour = f.Hour ?? 0;
        if (f.Afternoon is bool afternoon)
        {
            hour = afternoon ? (hour < 12 ? hour + 12 : hour) : hour == 12 ? 0 : hour;
        }

        bool dated = f.Weekday is not null || f.Month is not null || f.Shift is not null;
        DateOnly? day = dated ? Day(f, direction) : published;
        string clock = $"T{hour:D2}:{f.Minute ?? 0:D2}";
        return day is DateOnly known
            ? new TimeValue(Periods.Iso(known) + clock, "time", known, known)
            : new TimeValue((f.Month is int month && f.Day is int d ? $"--{month:D2}-{d:D2}" : "XXXX-XX-XX") + clock, "time");
    }

    private TimeValue? Quarter(TimeFields f, Direction direction, int? shift)
    {
        if (f.Ordinal is not (>= 1 and <= 4))
        {
            return null;
        }

        int quarter = f.Ordinal.Value;
        if (f.Year is int year)
        {
            return Periods.OfQuarter(year, quarter);
        }

        if (published is not DateOnly from)
        {
            return new TimeValue($"XXXX-Q{quarter}", "quarter");
        }

        int now = (from.Month + 2) / 3;
        int resolved = shift is int s ? from.Year + s : direction != Direction.Future && quarter > now ? from.Year - 1 : direction == Direction.Future && quarter < now ? from.Year + 1 : from.Year;
        return Periods.OfQuarter(resolved, quarter, f.Part);
    }

    private TimeValue? Season(TimeFields f, Direction direction)
    {
        if (f.Year is int year)
        {
            return Periods.OfSeason(year, f.Season!, f.Part);
        }

        if (published is not DateOnly from)
        {
            return new TimeValue($"XXXX-{f.Season}", "season");
        }

        TimeValue here = Periods.OfSeason(from.Year, f.Season!, f.Part);
        int shift = f.Shift switch
        {
            < 0 => here.Latest < from ? 0 : -1,
            > 0 => here.Earliest > from ? 0 : 1,
            _ => direction != Direction.Future && here.Earliest > from ? -1 : direction == Direction.Future && here.Latest < from ? 1 : 0,
        };
        return Periods.OfSeason(from.Year + shift, f.Season!, f.Part);
    }
}
