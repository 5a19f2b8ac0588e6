using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>
/// Keeps the rollups of pairs beside the events: what passes between a pair in a month is summed when linking runs, so that questions about
/// a pair touch only its own months. Adding and removing events leaves the same rows as writing all anew. Inside the caller's transaction.
/// </summary>
internal sealed class DyadWriter : IDisposable
{
    private readonly Statement addAct, dropAct, addMonth, dropMonth, grow, total, dropTotal, covered, uncovered;
    private readonly DyadActs reader;

    public DyadWriter(CasusStore store, KnowledgeBase knowledge)
    {
        reader = new DyadActs(new Sides(knowledge.Actors), knowledge.Ontology);
        addAct = store.Prepare("INSERT INTO dyad_event (first, second, month, event_id, way, exact, quad, score) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        dropAct = store.Prepare("DELETE FROM dyad_event WHERE first = $1 AND second = $2 AND month = $3 AND event_id = $4");
        addMonth = store.Prepare("""
            INSERT INTO dyad_month (first, second, month, way, exact, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, score, goldstein, killed, killed_most, injured, injured_most, open)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (first, second, month, way, exact) DO UPDATE SET
                verbal_cooperation = verbal_cooperation + $6, material_cooperation = material_cooperation + $7, verbal_conflict = verbal_conflict + $8, material_conflict = material_conflict + $9,
                score = score + $10, goldstein = goldstein + $11, killed = killed + $12, killed_most = killed_most + $13, injured = injured + $14, injured_most = injured_most + $15, open = open + $16
            """);
        dropMonth = store.Prepare("DELETE FROM dyad_month WHERE first = $1 AND second = $2 AND month = $3 AND way = $4 AND exact = $5 AND verbal_cooperation + material_cooperation + verbal_conflict + material_conflict = 0");
        grow = store.Prepare("""
            INSERT INTO dyad (first, second, events, exact_events, hostile, cooperative, killed, first_month, last_month) VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), nullif($8, ''))
            ON CONFLICT (first, second) DO UPDATE SET
                events = events + $3, exact_events = exact_events + $4, hostile = hostile + $5, cooperative = cooperative + $6, killed = killed + $7,
                first_month = coalesce(min(first_month, excluded.first_month), first_month, excluded.first_month), last_month = coalesce(max(last_month, excluded.last_month), last_month, excluded.last_month)
            """);
        total = store.Prepare("""
            INSERT OR REPLACE INTO dyad (first, second, events, exact_events, hostile, cooperative, killed, first_month, last_month)
            SELECT first, second, sum(verbal_cooperation + material_cooperation + verbal_conflict + material_conflict), sum(exact * (verbal_cooperation + material_cooperation + verbal_conflict + material_conflict)),
                sum(verbal_conflict + material_conflict), sum(verbal_cooperation + material_cooperation), sum(killed), min(nullif(month, '')), max(nullif(month, ''))
            FROM dyad_month WHERE first = $1 AND second = $2 GROUP BY first, second
            """);
        dropTotal = store.Prepare("DELETE FROM dyad WHERE first = $1 AND second = $2");
        covered = store.Prepare("INSERT INTO record_month (month, events) VALUES ($1, $2) ON CONFLICT (month) DO UPDATE SET events = events + $2");
        uncovered = store.Prepare("DELETE FROM record_month WHERE events = 0");
    }

    public static void Clear(CasusStore store)
    {
        using Statement clear = store.Prepare("DELETE FROM dyad; DELETE FROM dyad_month; DELETE FROM dyad_event; DELETE FROM record_month;");
        clear.Run();
    }

    public void Add(IEnumerable<Event> events) => Change(events, 1);

    /// <param name="events">As they were when they were added.</param>
    public void Remove(IEnumerable<Event> events) => Change(events, -1);

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[addAct, dropAct, addMonth, dropMonth, grow, total, dropTotal, covered, uncovered])
        {
            statement.Dispose();
        }
    }

    private void Change(IEnumerable<Event> events, int sign)
    {
        List<DyadAct> acts = [];
        var months = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Event told in events)
        {
            reader.Of(told, acts);
            string month = EventMonth.Of(told.Time.Value, told.Factuality);
            months[month] = months.GetValueOrDefault(month) + sign;
        }

        // In the order of the keys, so that the trees of the tables grow at their ends.
        acts.Sort((a, b) => Order(a, b) is var order and not 0 ? order : string.CompareOrdinal(a.EventId, b.EventId));
        for (int i = 0; i < acts.Count;)
        {
            DyadAct first = acts[i];
            for (; i < acts.Count && acts[i].First == first.First && acts[i].Second == first.Second;)
            {
                i = Month(acts, i, sign);
            }

            // What is added grows the sums of the pair month by month; what is removed may leave it another first or last month.
            if (sign < 0 && total.Run(first.First, first.Second) == 0)
            {
                dropTotal.Run(first.First, first.Second);
            }
        }

        foreach ((string month, int count) in months)
        {
            covered.Run(month, count);
        }

        uncovered.Run();
    }

    /// <summary>One row of dyad_month and its events; returns the index after them.</summary>
    private int Month(List<DyadAct> acts, int from, int sign)
    {
        DyadAct key = acts[from];
        DyadMonth sum = DyadMonth.Nothing(key.Month, key.Way);
        int i = from;
        for (; i < acts.Count && Order(key, acts[i]) == 0; i++)
        {
            DyadAct act = acts[i];
            sum = sum.With(act);
            if (sign > 0)
            {
                addAct.Run(act.First, act.Second, act.Month, act.EventId, (int)act.Way, act.Exact ? 1 : 0, act.Quad, act.Score);
            }
            else
            {
                dropAct.Run(act.First, act.Second, act.Month, act.EventId);
            }
        }

        int exact = key.Exact ? 1 : 0;
        addMonth.Run(key.First, key.Second, key.Month, (int)key.Way, exact, sign * sum.VerbalCooperation, sign * sum.MaterialCooperation, sign * sum.VerbalConflict, sign * sum.MaterialConflict, sign * sum.Score, sign * sum.Goldstein, sign * sum.Killed, sign * sum.KilledMost, sign * sum.Injured, sign * sum.InjuredMost, sign * sum.Open);
        if (sign > 0)
        {
            grow.Run(key.First, key.Second, sum.Events, exact * sum.Events, sum.Hostile, sum.Cooperative, sum.Killed, key.Month);
        }
        else
        {
            dropMonth.Run(key.First, key.Second, key.Month, (int)key.Way, exact);
        }

        return i;
    }

    private static int Order(in DyadAct a, in DyadAct b)
    {
        int order = string.CompareOrdinal(a.First, b.First);
        order = order != 0 ? order : string.CompareOrdinal(a.Second, b.Second);
        order = order != 0 ? order : string.CompareOrdinal(a.Month, b.Month);
        order = order != 0 ? order : a.Way.CompareTo(b.Way);
        return order != 0 ? order : a.Exact.CompareTo(b.Exact);
    }
}
