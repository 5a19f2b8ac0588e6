using System.Buffers;
using System.Globalization;
using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>Rows among which a stretch of a list lies.</summary>
/// <param name="Rows">As a list of JSON.</param>
/// <param name="Skip">How many of them come before it in the order of the list.</param>
internal sealed record EventStretch(string Rows, int Skip)
{
    /// <summary>What to walk for them, as e, where $1 is <see cref="Rows"/>.</summary>
    public const string From = "json_each($1) k CROSS JOIN event e ON e.rowid = k.value";
}

/// <summary>Puts the events of a match into the order of lists as far as columns tell it; what they hold to be equal, SQLite tells apart by ids.</summary>
internal static class EventMatchOrder
{
    /// <summary>More than these are not sorted: so many are soon met by a walk in order.</summary>
    private const int Most = 200_000;

    /// <summary>Rows that SQLite may have to tell apart.</summary>
    private const int MostRows = 5_000;

    private const int DayBits = 22, AccountBits = 24;

    /// <param name="skip">Rows before the stretch; <paramref name="take"/>: in it.</param>
    /// <returns>Null where the columns hold too many to be equal.</returns>
    public static EventStretch? Stretch(this EventMatch match, CasusStore store, bool byDay, int skip, int take)
    {
        if (match.Count > Most)
        {
            return Walked(match, store, byDay, skip, take);
        }

        return skip >= match.Count ? new("[]", 0) : Sorted(match, byDay, (keys, positions) =>
        {
            int first = skip;
            while (first > 0 && keys[first - 1] == keys[skip])
            {
                first--;
            }

            return Rows(match.Columns, keys, positions, first, skip + take) is { } rows ? new(rows, skip - first) : null;
        });
    }

    /// <summary>A stretch behind a row, as <see cref="Keyset"/> asks for it.</summary>
    /// <param name="after">Weight, unless the order is by day; whether it has no first day; its day; its accounts; its id.</param>
    /// <returns>Null where a walk in order is better.</returns>
    public static EventStretch? Stretch(this EventMatch match, bool byDay, object?[] after, int take)
    {
        if (match.Count > Most)
        {
            return null;
        }

        object?[] ofDay = byDay ? after : after[1..];
        ulong key = Key(byDay ? 0 : Convert.ToInt64(after[0], CultureInfo.InvariantCulture), Convert.ToInt64(ofDay[0], CultureInfo.InvariantCulture) != 0, Json.Day(ofDay[1] as string)?.DayNumber ?? -1, Convert.ToInt64(ofDay[2], CultureInfo.InvariantCulture));
        return Sorted(match, byDay, (keys, positions) =>
        {
            int first = 0;
            while (first < keys.Count && keys[first] < key)
            {
                first++;
            }

            int beyond = first;
            while (beyond < keys.Count && keys[beyond] == key)
            {
                beyond++;
            }

            return Rows(match.Columns, keys, positions, first, beyond + take) is { } rows ? new(rows, 0) : null;
        });
    }

    /// <summary>Along an index in the order of the list, which tells the rows.</summary>
    private static EventStretch Walked(EventMatch match, CasusStore store, bool byDay, int skip, int take)
    {
        using Statement walk = store.Prepare($"SELECT e.rowid FROM event e INDEXED BY {(byDay ? "event_by_latest" : "event_by_weight")} ORDER BY {(byDay ? Queries.Latest : Queries.Weightiest)}");
        var rows = new List<long>();
        int left = skip;
        walk.While(r =>
        {
            if (match.Has(r.GetInt64(0)) && left-- <= 0)
            {
                rows.Add(r.GetInt64(0));
            }

            return rows.Count < take;
        });
        return new($"[{string.Join(',', rows)}]", 0);
    }

    /// <summary>What is sorted is lent: so large pieces of memory are not made for each question.</summary>
    private static EventStretch? Sorted(EventMatch match, bool byDay, Func<ArraySegment<ulong>, int[], EventStretch?> find)
    {
        EventColumns columns = match.Columns;
        int[] positions = ArrayPool<int>.Shared.Rent(match.Count);
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(match.Count);
        try
        {
            int count = 0;
            for (int at = match.Marks.Next(-1); at >= 0; at = match.Marks.Next(at))
            {
                positions[count] = at;
                keys[count++] = Key(byDay ? 0 : columns.Weights.Cells[at], columns.Undated.Cells[at], columns.Firsts.Cells[at], columns.Accounts.Cells[at]);
            }

            Array.Sort(keys, positions, 0, count);
            return find(new(keys, 0, count), positions);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(positions);
            ArrayPool<ulong>.Shared.Return(keys);
        }
    }

    /// <summary>The less, the sooner it comes. What does not fit is held to be equal.</summary>
    private static ulong Key(long weight, bool undated, int day, long accounts)
    {
        const ulong Days = (1UL << DayBits) - 1, Accounts = (1UL << AccountBits) - 1;
        ulong ofDay = day < 0 ? Days : Days - 1 - (ulong)day;
        return ((ulong)Math.Clamp(short.MaxValue - weight, 0, ushort.MaxValue) << (DayBits + AccountBits + 1)) | ((undated ? 1UL : 0) << (DayBits + AccountBits)) | (ofDay << AccountBits) | (Accounts - Math.Min(Accounts, (ulong)accounts));
    }

    private static string? Rows(EventColumns columns, ArraySegment<ulong> keys, int[] positions, int first, int end)
    {
        end = Math.Min(end, keys.Count);
        while (end > first && end < keys.Count && keys[end] == keys[end - 1])
        {
            end++;
        }

        return end - first > MostRows ? null : $"[{string.Join(',', positions[first..end].Select(p => columns.Rows.Cells[p]))}]";
    }
}
