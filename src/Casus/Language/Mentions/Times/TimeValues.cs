namespace Casus.Language;

/// <summary>Which way from the publication day an expression points: by the tense of its verb.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>
/// Turns what the words say into a value. Relative expressions are counted from the publication day, or from the day of the
/// dateline where there is one; "the next day" or "two weeks later" from the last day that the article named. Where that day is
/// not known, what is known is kept ("--12-24", "2019-XX-XX").
/// </summary>
internal sealed class TimeValues
{
    /// <summary>How many sentences back a day may have been named for "the next day" to follow it.</summary>
    private const int NearSentences = 5;

    /// <summary>The same for the quarter that "a year earlier" compares with.</summary>
    private const int NearQuarter = 8;
    private readonly FiscalYears fiscal;
    private DateOnly? published;
    private int sentence;

    /// <summary>The last day the article named, and the last period of any length.</summary>
    private (DateOnly Day, int Sentence)? lastDay;
    private TimeValue? lastNamed;
    private int lastNamedAt;
    private (int Year, int Quarter, int Sentence)? lastQuarter;

    /// <summary>True once the article has named a day, month or year of the solar Hijri calendar.</summary>
    private bool solarSeen;

    /// <param name="published">Null where it is not known; a year that is no year of the press counts as not known.</param>
    public TimeValues(DateOnly? published, FiscalYears fiscal)
    {
        this.published = published is { Year: > 1500 and < 2500 } ? published : null;
        this.fiscal = fiscal;
    }

    public void Begin(int index) => sentence = index;

    /// <summary>A dateline tells on which day its article was written; what the supplier says may be later by days.</summary>
    public void Dateline(DateOnly day)
    {
        if (published is null || (day <= published && published.Value.DayNumber - day.DayNumber <= 10))
        {
            published = day;
        }
    }

    /// <summary>Null when the words do not make a date after all.</summary>
    public TimeValue? Make(TimeRule rule, TimeFields f, Direction direction)
    {
        f.Unit = rule.Unit == TimeUnit.None ? f.Unit : rule.Unit;
        TimeValue? value = rule.Value switch
        {
            "date" or "holiday" => Date(f, direction),
            "day-rel" => DayRelative(f),
            "year" => f.Year is int year ? Periods.OfYear(year, f.Part) : null,
            "fiscal" => f.Year is int year ? fiscal.Named(year, f.Country, f.Part) : null,
            "fiscal-span" => f.Year is int year ? fiscal.Spanning(year, f.Country, f.Part) : null,
            "fiscal-now" => published is DateOnly day ? fiscal.Holding(day, f.Country) : new TimeValue("XXXX", "vague"),
            "decade" => f.Decade is int decade ? Periods.OfDecade(decade, f.Part) : null,
            "century" => f.Ordinal is int century and > 0 ? Periods.OfCentury(century - 1) : null,
            "month-of" => Relative(d => new DateOnly(d.Year + f.Shift!.Value, f.Month!.Value, 1)) is DateOnly m ? Periods.OfMonth(m.Year, m.Month, f.Part) : new TimeValue($"XXXX-{f.Month:D2}", "month"),
            "month-rel" => MonthRelative(f),
            "weekday" => WithLetters(Weekday(f, direction), f),
            "night-before" => Day(f, direction) is DateOnly after ? Periods.OfDay(after.AddDays(-1), "NI") : new TimeValue("XXXX-XX-XXTNI", "day"),
            "weekday-rel" => WithLetters(Weekday(f, f.Shift switch { < 0 => Direction.Past, > 0 => Direction.Future, _ => direction }, strict: f.Shift is < 0 or > 0), f),
            "weekday-anchor" => (NearDay ?? published) is DateOnly from ? Periods.OfDay(NearestWeekday(from, f.Weekday!.Value, f.Shift < 0 ? Direction.Past : Direction.Future, strict: true)) : new TimeValue($"XXXX-WXX-{f.Weekday}", "day"),
            "weekday-of" => Relative(d => Periods.Monday(d).AddDays((7 * f.Shift!.Value) + f.Weekday!.Value - 1)) is DateOnly w ? Periods.OfDay(w) : new TimeValue($"XXXX-WXX-{f.Weekday}", "day"),
            "weekday-set" => new TimeValue($"XXXX-WXX-{f.Weekday}{(f.Letters is null ? "" : "T" + f.Letters)}", "none"),
            "dayword" => DaysOff(f.Shift ?? 0, f),
            "days-off" => DaysOff(int.Parse(rule.Argument, System.Globalization.CultureInfo.InvariantCulture), f),
            "unit-rel" => UnitRelative(published, f, f.Shift ?? 0),
            "weekend" => UnitRelative(published, f, published is DateOnly p && direction != Direction.Future && Periods.Weekday(p) < 6 ? -1 : 0),
            "period-end" => UnitRelative(published, f with { Part = PeriodPart.End }, 0),
            "period-start" => UnitRelative(published, f with { Part = PeriodPart.Start }, 0),
            "year-end" => YearEnd(direction),
            "same" => FromNamed(f, 0),
            "anchor-rel" => FromNamed(f, f.Shift ?? 0),
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
            "ago-one" => YearOfQuarter(f) ?? Ago(published, f.Unit, -1),
            "earlier" => f.Vague ? new TimeValue(Durations.Of(null, f.Unit), "vague") : Ago(NamedFor(f.Unit) ?? published, f.Unit, -(f.Number ?? 1)),
            "earlier-one" => YearOfQuarter(f) ?? Ago(NamedFor(f.Unit) ?? published, f.Unit, -1),
            "later" => f.Vague ? new TimeValue(Durations.Of(null, f.Unit), "vague") : After(f, f.Number ?? 1),
            "later-one" => After(f, 1),
            "clock" => Clock(f, direction),
            "quarter" => Quarter(f, direction, null),
            "quarter-rel" => Quarter(f, direction, f.Shift),
            "quarter-ago" => QuarterAgo(f, direction),
            "period" => CurrentQuarter is (int year, int quarter) ? Periods.OfQuarter(year, quarter) : new TimeValue("XXXX-QX", "vague"),
            "period-of-year" => PeriodOf(f.Year!.Value),
            "half" => f.Ordinal is 1 or 2 && (f.Year ?? YearOfHalf(f.Ordinal.Value, f.Shift)) is int y ? Periods.OfHalf(y, f.Ordinal.Value) : null,
            "half-last" => f.Year is int last ? Periods.OfHalf(last, 2) : null,
            "season" => Season(f, direction),
            "season-rel" => Season(f, f.Shift switch { < 0 => Direction.Past, > 0 => Direction.Future, _ => direction }),
            "week-of" => Day(f, direction) is DateOnly inWeek ? Periods.OfWeek(inWeek) : new TimeValue("XXXX-WXX", "vague"),
            "week-to" => Day(f, direction) is DateOnly end ? Feasts.Between(end.AddDays(-6), end, "week") : new TimeValue("XXXX-WXX", "vague"),
            "feast" => HijriValues.Feast(f.Letters is null ? rule.Argument : f.Letters, f, published, direction),
            "lunar" => HijriValues.Lunar(f, published, direction),
            "solar" => HijriValues.Solar(f, published, direction),
            "solar-open" => solarSeen ? HijriValues.Solar(f, published, direction) : null,
            "none" => null,
            _ => throw new InvalidOperationException($"knowledge/{TimeGrammar.RulesTable}.tsv names the value '{rule.Value}', which no step makes"),
        };
        solarSeen |= value is not null && rule.Value == "solar";
        Remember(value, rule, f);
        return value;
    }

    private void Remember(TimeValue? value, TimeRule rule, TimeFields f)
    {
        if (value is not TimeValue known)
        {
            return;
        }

        if (rule.Type is TimeType.Duration)
        {
            // After "the first nine months" a year earlier is no quarter of a year earlier.
            lastQuarter = (f.Unit == TimeUnit.Month && f.Number > 3) || rule.Id.Value is "time.year-ended" ? null : lastQuarter;
            return;
        }

        if (rule.Type is TimeType.Set || known.Earliest is not DateOnly first || IsBareClock(rule, f))
        {
            return;
        }

        if (known.Precision is "day" or "time")
        {
            lastDay = (first, sentence);
        }

        if (known.Precision == "quarter" && rule.Value is "quarter" or "quarter-rel" or "period" or "unit-rel" && known.Value.Contains('Q', StringComparison.Ordinal))
        {
            lastQuarter = (first.Year, (first.Month + 2) / 3, sentence);
        }
        else if (rule.Value is "fiscal-now")
        {
            lastQuarter = null;
        }

        // What was a year ago is told to compare; nothing is counted from it.
        if (rule.Value is "ago" or "ago-one" or "earlier-one" or "quarter-ago" && f.Unit is TimeUnit.None or TimeUnit.Year)
        {
            return;
        }

        (lastNamed, lastNamedAt) = (known, sentence);
    }

    /// <summary>A clock time with no day of its own.</summary>
    public static bool IsBareClock(TimeRule rule, TimeFields f) => rule.Value == "clock" && f is { Weekday: null, Month: null, Shift: null };

    private DateOnly? NearDay => lastDay is (DateOnly day, int at) && sentence - at <= NearSentences && at >= lastNamedAt ? day : null;

    /// <summary>"the first half of the year": of the year of publication, or of the one before while that half has hardly begun.</summary>
    private int? YearOfHalf(int half, int? shift) =>
        published is not DateOnly day ? null : shift is int years ? day.Year + years : day.Month < (half * 6) - 2 ? day.Year - 1 : day.Year;

    /// <summary>The quarter the article speaks of; a report that names none is about the last that is over.</summary>
    private (int Year, int Quarter)? CurrentQuarter =>
        lastQuarter is (int year, int quarter, int at) && sentence - at <= NearQuarter ? (year, quarter)
        : published is DateOnly day ? (day.AddMonths(-3).Year, (day.AddMonths(-3).Month + 2) / 3)
        : null;

    /// <summary>"a year earlier" of what was told of a quarter: the same quarter.</summary>
    private TimeValue? YearOfQuarter(TimeFields f) =>
        f.Unit == TimeUnit.Year && lastQuarter is (int year, int quarter, int at) && sentence - at <= NearQuarter ? Periods.OfQuarter(year - 1, quarter) : null;

    private TimeValue? QuarterAgo(TimeFields f, Direction direction)
    {
        if (f.Ordinal is not null)
        {
            return Quarter(f, direction, null) is { Earliest: DateOnly first } ? Periods.OfQuarter(first.Year - 1, (first.Month + 2) / 3) : null;
        }

        return CurrentQuarter is (int year, int quarter) ? Periods.OfQuarter(year - 1, quarter) : new TimeValue("XXXX-QX", "vague");
    }

    private TimeValue PeriodOf(int year) => lastQuarter is (_, int quarter, int at) && sentence - at <= NearQuarter
        ? Periods.OfQuarter(year, quarter)
        : Periods.OfYear(year) with { Value = $"{year:D4}-QX" };

    private TimeValue? YearEnd(Direction direction)
    {
        if (published is not DateOnly day)
        {
            return new TimeValue("XXXX", "vague");
        }

        TimeValue year = Periods.OfYear(direction == Direction.Past && day.Month < 12 ? day.Year - 1 : day.Year);
        return year with { Earliest = year.Latest!.Value.AddDays(-30) };
    }

    /// <summary>The day from which so many units are counted: one that is at least as exact as they are.</summary>
    private DateOnly? NamedFor(TimeUnit unit) => unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight
        ? NearDay
        : lastNamed is { Earliest: DateOnly first } named && Grain(named.Precision) <= Grain(unit) ? first : NearDay;

    private TimeValue? After(TimeFields f, double count) =>
        NamedFor(f.Unit) is DateOnly from ? Ago(from, f.Unit, count) : f.Unit < TimeUnit.Day ? Ago(null, f.Unit, count) : UnitRelative(null, f, 0);

    /// <summary>"the same day", "that year", "the next morning": from what was named last. A day of what was only named as a month stays open.</summary>
    private TimeValue? FromNamed(TimeFields f, int shift)
    {
        bool part = f.Unit == TimeUnit.Part;
        if (part || f.Unit == TimeUnit.Day)
        {
            return NearDay is DateOnly day ? Periods.OfDay(day.AddDays(shift), f.Letters) : Open(f, shift);
        }

        if (lastNamed is not { Earliest: DateOnly first } named || sentence - lastNamedAt > NearSentences)
        {
            return UnitRelative(published, f, shift);
        }

        return Grain(named.Precision) <= Grain(f.Unit) ? UnitRelative(first, f, shift)
            : NearDay is DateOnly near && f.Unit is not (TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century) ? UnitRelative(near, f, shift)
            : Open(f, shift);
    }

    private TimeValue? Open(TimeFields f, int shift)
    {
        string letters = f.Letters is null ? "" : "T" + f.Letters;
        if (shift == 0 && lastNamed is { Precision: "month" or "year" } named && sentence - lastNamedAt <= (named.Precision == "year" ? 1 : NearSentences) && f.Unit is TimeUnit.Day or TimeUnit.Part or TimeUnit.Month && named.Value.IndexOf('/', StringComparison.Ordinal) < 0)
        {
            return named with { Value = named.Value[..Math.Min(7, named.Value.Length)] + (named.Precision == "year" ? "-XX" : "") + (f.Unit == TimeUnit.Month ? "" : "-XX") + letters };
        }

        return f.Unit == TimeUnit.Part ? new TimeValue("XXXX-XX-XX" + letters, "vague") : UnitRelative(null, f, 0);
    }

    private static int Grain(string precision) => precision switch
    {
        "day" or "time" => 0,
        "week" => 1,
        "month" => 2,
        "quarter" or "season" => 3,
        "year" => 4,
        "decade" => 5,
        _ => 6,
    };

    private static int Grain(TimeUnit unit) => unit switch
    {
        <= TimeUnit.Day => 0,
        TimeUnit.Weekend or TimeUnit.Week or TimeUnit.Fortnight => 1,
        TimeUnit.Month => 2,
        TimeUnit.Quarter => 3,
        TimeUnit.Year => 4,
        TimeUnit.Decade => 5,
        _ => 6,
    };

    /// <summary>"last Oct. 23": the last that is over; "next", the first to come; "this", of this year.</summary>
    private TimeValue? DayRelative(TimeFields f)
    {
        if (published is not DateOnly from || f.Month is not int month || f.Day is not int day)
        {
            return Date(f, Direction.Unknown);
        }

        int step = f.Shift < 0 ? -1 : 1;
        for (int year = from.Year, tries = 0; tries < 5; year += step, tries++)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var found && (f.Shift == 0 || (step < 0 ? found < from : found > from)))
            {
                return Periods.OfDay(found);
            }
        }

        return null;
    }

    private DateOnly? Relative(Func<DateOnly, DateOnly> move) => published is DateOnly day ? move(day) : null;

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
                Direction.Future => distance >= 0 ? distance : distance >= -31 ? 300 - distance : 10_000 - distance,
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

        if (f.Unit == TimeUnit.Hour && other == day && f.Shift < 0)
        {
            // The past 24 hours began on the day before.
            other = day.AddDays(-(int)Math.Clamp(Math.Ceiling(number / 24), 1, 999));
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
        DateOnly? day = dated ? Day(f, direction) : (lastDay is (DateOnly named, int at) && sentence - at <= 2 ? named : published);
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

        // What "will be reported for the third quarter" in the fourth is still of the third that is over.
        int now = (from.Month + 2) / 3;
        int resolved = shift is int s ? from.Year + s : direction != Direction.Future && quarter > now ? from.Year - 1 : direction == Direction.Future && quarter < now - 1 ? from.Year + 1 : from.Year;
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
