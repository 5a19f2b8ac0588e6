namespace Casus.Events;

/// <summary>What is kept of a row beside its grams.</summary>
/// <param name="Text">Number of its text in the index; rows with the same words, agency and day share one.</param>
/// <param name="Day">Of publication; the greatest where the page writes none.</param>
/// <param name="Clock">Minutes of the day, in universal time where the page tells the offset; the greatest where it tells no time.</param>
internal readonly record struct StoryRow(string Id, string? Outlet, string? Agency, string? Whole, int Text, int Size, int Day, int Clock, bool Updated)
{
    public static StoryRow Of(StoryText row, int text, int size)
    {
        int clock = row.Time is { } time ? (int)(time.ToTimeSpan() - (row.Offset ?? TimeSpan.Zero)).TotalMinutes : int.MaxValue;
        return new(row.Id, row.Outlet, row.Agency, row.Whole, text, size, row.Published?.DayNumber ?? int.MaxValue, clock, row.Updated);
    }

    /// <summary>Whether both credit the same agency within a day.</summary>
    public bool IsOneAgency(StoryRow other) => Agency is not null && Agency == other.Agency && Day != int.MaxValue && other.Day != int.MaxValue && Math.Abs(Day - other.Day) <= 1;

    public bool IsPartOfOne(StoryRow other) => Whole is not null && Whole == other.Whole;
}
