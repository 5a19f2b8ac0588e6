using System.Globalization;

namespace Casus.App.Store;

/// <summary>What a list is ordered by; of several the first counts most and the last tells all rows apart.</summary>
/// <param name="Nullable">It may be NULL, which in a descending order comes last; ascending keys never are.</param>
internal sealed record SortKey(string Sql, bool Descending = false, bool Nullable = false);

/// <param name="Next">Keys of the last row; null where nothing comes after it.</param>
internal sealed record Paged<T>(List<T> Rows, object?[]? Next);

/// <summary>A list stretch by stretch: each begins behind the keys of the row before it, so that rows which come or go elsewhere neither repeat nor skip one.</summary>
internal sealed class Keyset(CasusStore store, params SortKey[] keys)
{
    public int Length => keys.Length;

    /// <param name="select">SELECT with its columns; keys are read after them.</param>
    /// <param name="from">FROM with its tables.</param>
    /// <param name="where">Made anew at each call.</param>
    /// <param name="after">Keys of the row before, as many as there are; null: from the beginning.</param>
    /// <param name="limit">At least 1.</param>
    public Paged<T> Read<T>(string select, string from, Func<Where> where, object?[]? after, int limit, Func<Row, T> make)
    {
        var rows = new List<(T Row, object?[] Keys)>();
        foreach ((Where stretch, int first) in after is null ? [(where(), 0)] : Stretches(where, after))
        {
            // One more row tells whether there is another stretch.
            string sql = string.Create(CultureInfo.InvariantCulture, $"{select}, {string.Join(", ", keys.Select(k => k.Sql))} {from} {stretch} ORDER BY {string.Join(", ", keys.Skip(first).Select(k => k.Sql + (k.Descending ? " DESC" : "")))} LIMIT {limit + 1 - rows.Count}");
            rows.AddRange(store.Read(() =>
            {
                using Statement statement = store.Prepare(sql);
                return statement.Rows(r => (make(r), Keys(r)), [.. stretch.Values]);
            }));
            if (rows.Count > limit)
            {
                break;
            }
        }

        bool more = rows.Count > limit;
        return new([.. rows.Take(limit).Select(r => r.Row)], more ? rows[limit - 1].Keys : null);
    }

    private object?[] Keys(Row row)
    {
        var values = new object?[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            int column = row.FieldCount - keys.Length + i;
            values[i] = row.IsDBNull(column) ? null : row.GetValue(column);
        }

        return values;
    }

    /// <summary>What comes after, in order: rows with the same first key, those among them whose second is NULL, and all with a later first key. Each is entered through an index and
    /// ordered by the keys that are not the same throughout, of which the first is told: SQLite sorts by an expression that it knows to be constant.</summary>
    private IEnumerable<(Where Where, int First)> Stretches(Func<Where> where, object?[] after)
    {
        if (keys.Length > 1)
        {
            Where same = where();
            same.And($"{Equal(same, 0, after)} AND {Bound(same, 1, after)}({Beyond(same, 1, after)})");
            yield return (same, 1);
            if (keys[1].Nullable && after[1] is not null)
            {
                Where without = where();
                yield return (without.And($"{Equal(without, 0, after)} AND {keys[1].Sql} IS NULL"), 2);
            }
        }

        Where later = where();
        yield return (later.And(Behind(later, 0, after)), 0);
    }

    private string Beyond(Where where, int at, object?[] after) => at == keys.Length - 1
        ? Behind(where, at, after)
        : $"{Behind(where, at, after)} OR ({Equal(where, at, after)} AND ({Beyond(where, at + 1, after)}))";

    private string Bound(Where where, int at, object?[] after) => after[at] is { } value ? $"{keys[at].Sql} {(keys[at].Descending ? "<=" : ">=")} {where.Add(value)} AND " : $"{keys[at].Sql} IS NULL AND ";

    private string Equal(Where where, int at, object?[] after) => after[at] is { } value ? $"{keys[at].Sql} = {where.Add(value)}" : $"{keys[at].Sql} IS NULL";

    /// <summary>NULLs of the second key are a stretch of their own.</summary>
    private string Behind(Where where, int at, object?[] after) => after[at] is not { } value ? "0"
        : $"{keys[at].Sql} {(keys[at].Descending ? "<" : ">")} {where.Add(value)}" is var beyond && keys[at].Nullable && at > 1 ? $"({beyond} OR {keys[at].Sql} IS NULL)" : beyond;
}
