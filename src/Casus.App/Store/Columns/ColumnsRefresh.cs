using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Carries columns on to what a store holds now: what linking has written since is read, and what it took out is marked as gone.</summary>
internal static class ColumnsRefresh
{
    /// <summary>Events that are read one by one; where more came, all is sooner built anew.</summary>
    public const int Most = 1_000;

    /// <summary>Sentences, likewise.</summary>
    private const int MostSentences = 50_000;

    /// <summary>Of so many positions one may be empty.</summary>
    private const int Whole = 5;

    /// <summary>To be called in a transaction that only reads. Of several threads by one at a time, and each time with the last that it gave.</summary>
    /// <returns>Null where too much has changed.</returns>
    /// <exception cref="OverflowException">As <see cref="ColumnsBuilder.Build"/> throws it.</exception>
    public static EventColumns? Of(CasusStore store, EventColumns before)
    {
        var stamp = ColumnStamp.Of(store);
        if (stamp.Schema != before.Stamp.Schema || stamp.Row < before.Stamp.Row || stamp.Change < before.Stamp.Change)
        {
            return null;
        }

        List<string>? removed = Few(store, "SELECT event_id FROM event_change WHERE seq > $1 AND kind = 'removed'", before.Stamp.Change), added = Few(store, "SELECT id FROM event WHERE rowid > $1 ORDER BY rowid", before.Stamp.Row);
        if (removed is null || added is null || stamp.Sentence < before.Sentences.Last || stamp.Sentence > before.Sentences.Last + MostSentences)
        {
            return null;
        }

        var cells = new ColumnCells(added.Count);
        Fill(store, before, cells);
        List<int[]> actors = [.. added.Select(id => Actors(store, id, before.ActorWords))], outlets = [.. added.Select(id => Outlets(store, id, before.OutletWords))];
        ImmutableArray<ulong> gone = Gone(store, before, [.. added.Concat(removed).Select(Hash)]);
        var positions = new Dictionary<ulong, int>();
        for (int at = 0; at < added.Count; at++)
        {
            if (!positions.TryAdd(cells.Id(at), before.Length + at))
            {
                return null;
            }
        }

        return gone.Sum(b => System.Numerics.BitOperations.PopCount(b)) > before.Length / Whole ? null
            : cells.Behind(before, stamp, before.Actors.With(actors), before.Outlets.With(outlets), Sentences(store, before, added, positions, stamp.IsWaiting ? null : stamp.Sentence)) with { Gone = gone };
    }

    private static List<string>? Few(CasusStore store, string query, long after)
    {
        using Statement find = store.Prepare($"{query} LIMIT {Most + 1}");
        List<string> found = find.Rows(r => r.GetString(0), after);
        return found.Count > Most ? null : found;
    }

    private static void Fill(CasusStore store, EventColumns before, ColumnCells cells)
    {
        using Statement find = store.Prepare($"SELECT {ColumnCells.Filters}, {ColumnCells.Days} FROM event WHERE rowid > $1 ORDER BY rowid");
        int at = 0;
        find.Each(row =>
        {
            cells.Rows[at] = checked((int)row.GetInt64(0));
            cells.ReadFilters(row, at, before);
            cells.ReadDays(row, 10, at++);
        }, before.Stamp.Row);
    }

    /// <summary>Whom the event concerns: of those whom it names, and for whom these act at any time, each is looked up by itself.</summary>
    private static int[] Actors(CasusStore store, string id, ColumnWords words)
    {
        using Statement find = store.Prepare("SELECT record FROM event WHERE id = $1"), wholes = store.Prepare("SELECT DISTINCT whole_id FROM actor_whole WHERE actor_id = $1");
        using Statement concerned = store.Prepare("SELECT x.actor_id, x.exact FROM event e CROSS JOIN actor_event x ON x.actor_id = $2 AND x.undated = (e.day_from IS NULL) AND x.day = coalesce(e.day_from, e.day_to, '') AND x.event_id = e.id WHERE e.id = $1");
        Event told = find.Rows(r => EventJson.Read(r.Bytes(0)), id)[0];
        string[] named = [.. told.Initiators.Value.Concat(told.Targets.Value).Select(p => p.ActorId).OfType<string>().Distinct()];
        return [.. named.Concat(named.SelectMany(n => wholes.Rows(r => r.GetString(0), n))).Distinct().SelectMany(a => concerned.Rows(r => (words.Add(r.Bytes(0)) << 1) | r.GetInt32(1), id, a))];
    }

    private static int[] Outlets(CasusStore store, string id, ColumnWords words)
    {
        using Statement find = store.Prepare("SELECT outlet FROM event_outlet WHERE event_id = $1");
        return [.. find.Rows(r => words.Add(r.Bytes(0)), id)];
    }

    /// <summary>With the positions of events that stood there before and do not now, or in another row.</summary>
    /// <param name="touched">Hashes of all that came and went: what only shares one is still in its row.</param>
    private static ImmutableArray<ulong> Gone(CasusStore store, EventColumns before, HashSet<ulong> touched)
    {
        if (touched.Count == 0)
        {
            return before.Gone;
        }

        using Statement there = store.Prepare("SELECT 1 FROM event WHERE rowid = $1");
        ulong[] gone = new ulong[(before.Length + 63) / 64];
        before.Gone.CopyTo(gone);
        ReadOnlySpan<ulong> ids = before.Ids.Cells;
        for (int position = 0; position < ids.Length; position++)
        {
            if (touched.Contains(ids[position]) && there.Scalar(before.Rows.Cells[position]) is null)
            {
                gone[position >> 6] |= 1UL << (position & 63);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(gone);
    }

    /// <param name="last">Sentence of the store; null while articles wait.</param>
    private static SentenceEvents Sentences(CasusStore store, EventColumns before, List<string> added, Dictionary<ulong, int> positions, long? last)
    {
        var more = new List<(int, int)>();
        void Find(string query, object value)
        {
            using Statement find = store.Prepare(query);
            find.Each(r =>
            {
                if (Position(store, before, positions, r.GetString(1)) is { } position)
                {
                    more.Add((checked((int)r.GetInt64(0)), position));
                }
            }, value);
        }

        foreach (string id in added)
        {
            Find(SentenceEvents.OfEvent, id);
        }

        // While articles wait, nobody asks it; what came by then is looked at when they are linked.
        if (last > before.Sentences.Last)
        {
            Find(SentenceEvents.OfLater, before.Sentences.Last);
        }

        return before.Sentences.With(last ?? before.Sentences.Last, more);
    }

    private static int? Position(CasusStore store, EventColumns before, Dictionary<ulong, int> positions, string id)
    {
        if (positions.TryGetValue(Hash(id), out int position))
        {
            return position;
        }

        using Statement find = store.Prepare("SELECT rowid FROM event WHERE id = $1");
        return find.Scalar(id) is long row && before.Rows.Cells.BinarySearch((int)row) is >= 0 and var at ? at : null;
    }

    private static ulong Hash(string id) => EventColumns.IdOf(Encoding.UTF8.GetBytes(id));
}
