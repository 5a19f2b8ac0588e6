namespace Casus.App.Store;

/// <summary>Up to how many rows it is quicker to begin with them than to ask each row of a walk for one. What is found is the same either way.</summary>
/// <param name="Claims">Whose records are read.</param>
/// <param name="Indexed">Rows that indexes tell.</param>
/// <param name="OfLatest">Among the <see cref="Latest"/> articles: they tell how soon a walk along all finds what is looked for.</param>
internal sealed record FewRows(int Claims, int Indexed, int OfLatest)
{
    public const int Latest = 2_000;

    public static FewRows Usual { get; } = new(5_000, 50_000, Latest / 20);

    /// <param name="most">One of these.</param>
    /// <param name="matching">A table and conditions on it.</param>
    /// <param name="values">Of its parameters.</param>
    public static bool Are(CasusStore store, long most, string matching, params object?[] values) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {matching} LIMIT {most + 1})");
        return (long)count.Scalar(values)! <= most;
    });
}
