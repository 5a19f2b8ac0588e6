namespace Casus.Events;

/// <summary>
/// Which edition of a story came first: by the day of publication; that day the agency's own before those who credit it; then by the clock; then
/// those that tell of no later change, the longer, the lesser id. What a page does not tell comes last.
/// </summary>
internal static class EditionOrder
{
    public static void Sort(Span<int> rows, List<StoryRow> all, GramSequences sequences)
    {
        HashSet<string> credited = new(StringComparer.OrdinalIgnoreCase);
        foreach (int row in rows)
        {
            if (all[row].Agency is { } agency)
            {
                credited.Add(agency);
            }
        }

        rows.Sort((a, b) => Compare(all[a], all[b], credited, sequences));
    }

    private static int Compare(StoryRow a, StoryRow b, HashSet<string> credited, GramSequences sequences)
    {
        int order = a.Day.CompareTo(b.Day);
        order = order != 0 ? order : IsCredited(b, credited).CompareTo(IsCredited(a, credited));
        order = order != 0 ? order : a.Clock.CompareTo(b.Clock);
        order = order != 0 ? order : a.Updated.CompareTo(b.Updated);
        order = order != 0 ? order : b.Size.CompareTo(a.Size);
        order = order != 0 ? order : a.Id.Length.CompareTo(b.Id.Length);
        order = order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        return order != 0 ? order : sequences.Compare(a.Text, b.Text);
    }

    private static bool IsCredited(StoryRow row, HashSet<string> credited) => row.Outlet is not null && credited.Contains(row.Outlet);
}
