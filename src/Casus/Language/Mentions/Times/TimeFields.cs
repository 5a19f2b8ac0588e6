namespace Casus.Language;

/// <summary>A unit of the calendar or the clock, in TIMEX3's letters.</summary>
internal enum TimeUnit
{
    None,
    Second,
    Minute,
    Hour,
    Part,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Which part of a period is meant: "early 2022".</summary>
internal enum PeriodPart
{
    Whole,
    Start,
    Middle,
    End,
}

/// <summary>What the words of one time expression fill in. Null: the words do not say.</summary>
internal struct TimeFields
{
    public int? Year;
    public int? Month;
    public int? Day;

    /// <summary>1 Monday to 7 Sunday.</summary>
    public int? Weekday;

    /// <summary>"last" -1, "this" 0, "next" 1; for day words, days from the publication day.</summary>
    public int? Shift;
    public double? Number;
    public bool Vague;
    public TimeUnit Unit;
    public int? Ordinal;

    /// <summary>The first three digits of its years.</summary>
    public int? Decade;
    public int? Hour;
    public int? Minute;
    public bool? Afternoon;
    public PeriodPart Part;

    /// <summary>TIMEX3 letters for a part of the day or a season, or a whole value such as PAST_REF.</summary>
    public string? Letters;
    public string? Season;

    /// <summary>A year of the solar or lunar Hijri calendar, and a month of one of them.</summary>
    public int? Hijri;
    public int? SolarMonth;
    public int? LunarMonth;

    /// <summary>ISO 3166 alpha-3 code of the country whose fiscal year is meant, where the sentence names one.</summary>
    public string? Country;
}
