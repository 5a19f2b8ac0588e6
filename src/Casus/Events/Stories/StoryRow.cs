namespace Casus.Events;

/// <summary>What is kept of a row beside its grams.</summary>
/// <param name="Text">Number of its text in the index; rows with the same words, agency and day share one.</param>
internal readonly record struct StoryRow(string Id, int Text, int Size, DateOnly? Published, TimeOnly? Time, TimeSpan? Offset, string? Outlet, string? Agency, bool Updated, string? Whole)
{
    public static StoryRow Of(StoryText row, int text, int size) =>
        new(row.Id, text, size, row.Published, row.Time, row.Offset, row.Outlet, row.Agency, row.Updated, row.Whole);

    public int Day => Published?.DayNumber ?? int.MaxValue;

    /// <summary>Minutes of the day, in universal time where the page tells the offset; the greatest where it tells no time.</summary>
    public int Clock => Time is { } time ? (int)(time.ToTimeSpan() - (Offset ?? TimeSpan.Zero)).TotalMinutes : int.MaxValue;

    /// <summary>Whether both credit the same agency within a day.</summary>
    public bool IsOneAgency(StoryRow other) => Agency is not null && Agency == other.Agency && Published is not null && other.Published is not null && Math.Abs(Day - other.Day) <= 1;

    public bool IsPartOfOne(StoryRow other) => Whole is not null && Whole == other.Whole;
}
