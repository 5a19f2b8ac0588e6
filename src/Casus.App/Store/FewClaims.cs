namespace Casus.App.Store;

/// <summary>Claims so few that it is quicker to begin with them than to ask each article of a page for one.</summary>
internal static class FewClaims
{
    private const int Most = 5_000;

    /// <param name="matching">A table and conditions on it.</param>
    /// <param name="values">Of its parameters.</param>
    public static bool Are(CasusStore store, string matching, params object?[] values) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {matching} LIMIT {Most + 1})");
        return (long)count.Scalar(values)! <= Most;
    });
}
