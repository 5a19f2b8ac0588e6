using System.Collections.Immutable;

namespace Casus.App.Web;

/// <summary>A stretch of a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="All">Rows of the whole list, as far as they are counted.</param>
internal sealed record ListPage<T>(int Number, ImmutableArray<T> Rows, long All)
{
    public bool IsOpen => All > Limits.Counted;

    public int First => ((Number - 1) * Limits.Rows) + 1;

    public int Last => First + Rows.Length - 1;

    public bool HasMore => All > Last && Number < Limits.Pages;
}

internal static class ListPage
{
    /// <param name="rows">Asked with how many rows to show and how many to pass over.</param>
    /// <param name="all">May stop counting beyond <see cref="Limits.Counted"/>.</param>
    public static ListPage<T> Of<T>(int number, Func<(int Limit, int Skip), IEnumerable<T>> rows, Func<long> all)
    {
        int before = (number - 1) * Limits.Rows;
        ImmutableArray<T> shown = [.. rows((Limits.Rows, before))];
        // What ends on this page is counted by it.
        return new(number, shown, shown.Length < Limits.Rows && (before == 0 || shown.Length > 0) ? before + shown.Length : all());
    }
}
