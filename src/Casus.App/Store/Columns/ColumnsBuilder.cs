using System.Collections.Immutable;

namespace Casus.App.Store;

/// <summary>
/// Makes columns of all events of a store. Only indexes are walked, none of them twice: the records beside the columns of the table are ten times as large. A million events take some
/// seconds, so it is done beside the requests.
/// </summary>
internal static class ColumnsBuilder
{
    /// <summary>To be called in a transaction that only reads.</summary>
    /// <exception cref="OverflowException">There are more events, or more different words, than columns have numbers for.</exception>
    /// <exception cref="InvalidOperationException">Two events have one hash, or tables contradict each other.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static EventColumns Build(CasusStore store, CancellationToken stop = default)
    {
        var stamp = ColumnStamp.Of(store);
        var words = new EventColumns(stamp);
        int[] rows = Rows(store);
        Array.Sort(rows);
        var cells = new ColumnCells(rows.Length);
        rows.CopyTo(cells.Rows, 0);
        stop.ThrowIfCancellationRequested();
        Each(store, $"SELECT {ColumnCells.Filters} FROM event INDEXED BY event_by_weight ORDER BY weight DESC", row => cells.ReadFilters(row, At(rows, row), words));
        Each(store, $"SELECT rowid, {ColumnCells.Days} FROM event INDEXED BY event_by_day", row => cells.ReadDays(row, 1, At(rows, row)));
        var positions = new Dictionary<ulong, int>(rows.Length);
        for (int at = 0; at < rows.Length; at++)
        {
            if (!positions.TryAdd(cells.Id(at), at))
            {
                throw new InvalidOperationException("Two events have one hash.");
            }
        }

        stop.ThrowIfCancellationRequested();
        ColumnLists actors = Lists(store, "SELECT event_id, actor_id, exact FROM actor_event", positions, row => (words.ActorWords.Add(row.Bytes(1)) << 1) | row.GetInt32(2));
        stop.ThrowIfCancellationRequested();
        ColumnLists outlets = Lists(store, "SELECT event_id, outlet FROM event_outlet INDEXED BY event_by_outlet", positions, row => words.OutletWords.Add(row.Bytes(1)));
        stop.ThrowIfCancellationRequested();
        return cells.Behind(words, stamp, actors, outlets, Sentences(store, stamp, positions));
    }

    private static int[] Rows(CasusStore store)
    {
        var rows = new List<int>();
        Each(store, "SELECT rowid FROM event INDEXED BY event_by_place", row => rows.Add(checked((int)row.GetInt64(0))));
        return [.. rows];
    }

    private static SentenceEvents Sentences(CasusStore store, ColumnStamp stamp, Dictionary<ulong, int> positions)
    {
        var pairs = new List<(int Sentence, int Position)>(positions.Count);
        Each(store, SentenceEvents.OfAll, row =>
        {
            if (positions.TryGetValue(EventColumns.IdOf(row.Bytes(1)), out int position))
            {
                pairs.Add((checked((int)row.GetInt64(0)), position));
            }
        });
        pairs.Sort();
        return new(stamp.Sentence, [.. pairs], []);
    }

    private static ColumnLists Lists(CasusStore store, string query, Dictionary<ulong, int> positions, Func<Row, int> number)
    {
        var pairs = new List<(int Position, int Number)>(positions.Count);
        int[] ends = new int[positions.Count];
        Each(store, query, row =>
        {
            if (positions.TryGetValue(EventColumns.IdOf(row.Bytes(0)), out int position))
            {
                pairs.Add((position, number(row)));
                ends[position]++;
            }
        });
        int end = 0;
        for (int position = 0; position < ends.Length; position++)
        {
            (ends[position], end) = (end, end + ends[position]);
        }

        // Each list begins where the one before ends, and has grown to its end when all are placed.
        int[] numbers = new int[pairs.Count];
        foreach ((int position, int one) in pairs)
        {
            numbers[ends[position]++] = one;
        }

        return new(new(ends), new(numbers));
    }

    private static int At(int[] rows, Row row) => Array.BinarySearch(rows, row.GetInt32(0)) is >= 0 and var at ? at : throw new InvalidOperationException("An index tells of an event that another does not have.");

    private static void Each(CasusStore store, string query, Action<Row> take)
    {
        using Statement find = store.Prepare(query);
        find.Each(take);
    }
}
