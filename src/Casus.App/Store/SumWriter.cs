using Casus.Events;

namespace Casus.App.Store;

/// <summary>Sums of the whole record, for views that nobody has narrowed. To be called in linking's transaction.</summary>
internal static class SumWriter
{
    /// <summary>Of all events that the store now holds.</summary>
    public static void Write(CasusStore store)
    {
        using Statement write = store.Prepare("""
            DELETE FROM month_sum;
            INSERT INTO month_sum SELECT coalesce(substr(coalesce(day_from, day_to), 1, 7), ''), type, max(quad), count(*), coalesce(sum(killed_min), 0), coalesce(sum(injured_min), 0) FROM event GROUP BY 1, 2;
            DELETE FROM actor_sum;
            INSERT INTO actor_sum SELECT actor_id, sum(role = 'initiator'), sum(role = 'target') FROM event_actor GROUP BY actor_id;
            DELETE FROM place_sum;
            INSERT INTO place_sum SELECT place_id, max(quad), count(*), coalesce(sum(killed_min), 0) FROM event WHERE place_id IS NOT NULL GROUP BY place_id;
            """ + Migrations.TollSums);
        write.Run();
    }

    /// <summary>The same where only these events came and went; the table of events is as it is after both.</summary>
    public static void Change(CasusStore store, IReadOnlyCollection<Event> added, IReadOnlyCollection<Event> removed)
    {
        var changes = new SumChanges();
        changes.Add(removed, -1);
        changes.Add(added, 1);
        using Statement month = store.Prepare("INSERT INTO month_sum (month, type, quad, events, killed, injured) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (month, type) DO UPDATE SET quad = max(quad, $3), events = events + $4, killed = killed + $5, injured = injured + $6");
        using Statement monthQuad = store.Prepare("UPDATE month_sum SET quad = coalesce((SELECT max(quad) FROM event WHERE type = $2 AND coalesce(substr(coalesce(day_from, day_to), 1, 7), '') = $1), 0) WHERE month = $1 AND type = $2");
        foreach (((string of, string type), SumChange change) in changes.Months)
        {
            month.Run(of, type, change.Quad, change.Events, change.Killed, change.Injured);
            if (change.IsGravest(store, "SELECT quad FROM month_sum WHERE month = $1 AND type = $2", $"SELECT 1 FROM event e WHERE e.type = $2 AND e.quad = $3 AND {Reach.Of} IN (0, 1, 2, 3) AND {(of.Length == 0 ? $"$1 = '' AND {Reach.Day} IS NULL" : $"{Reach.Day} >= $1 AND {Reach.Day} < $1 || '~'")} LIMIT 1", of, type))
            {
                monthQuad.Run(of, type);
            }
        }

        using Statement place = store.Prepare("INSERT INTO place_sum (place_id, quad, events, killed) VALUES ($1, $2, $3, $4) ON CONFLICT (place_id) DO UPDATE SET quad = max(quad, $2), events = events + $3, killed = killed + $4");
        using Statement placeQuad = store.Prepare("UPDATE place_sum SET quad = coalesce((SELECT max(quad) FROM event WHERE place_id = $1), 0) WHERE place_id = $1");
        foreach ((string of, SumChange change) in changes.Places)
        {
            place.Run(of, change.Quad, change.Events, change.Killed);
            if (change.IsGravest(store, "SELECT quad FROM place_sum WHERE place_id = $1", "SELECT 1 FROM event WHERE place_id = $1 AND quad = $3 LIMIT 1", of, ""))
            {
                placeQuad.Run(of);
            }
        }

        using Statement actor = store.Prepare("INSERT INTO actor_sum (actor_id, initiator, target) VALUES ($1, $2, $3) ON CONFLICT (actor_id) DO UPDATE SET initiator = initiator + $2, target = target + $3");
        foreach ((string of, (int initiator, int target)) in changes.Actors)
        {
            actor.Run(of, initiator, target);
        }

        using Statement toll = store.Prepare("INSERT INTO toll_sum (kind, place_id, month, events, least, most, bounded) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO UPDATE SET events = events + $4, least = least + $5, most = most + $6, bounded = bounded + $7");
        foreach (((string kind, string where, string when), TollChange change) in changes.Tolls)
        {
            toll.Run(kind, where, when, change.Events, change.Least, change.Most, change.Bounded);
        }

        using Statement empty = store.Prepare("DELETE FROM month_sum WHERE events = 0; DELETE FROM place_sum WHERE events = 0; DELETE FROM actor_sum WHERE initiator = 0 AND target = 0; DELETE FROM toll_sum WHERE events = 0;");
        empty.Run();
    }
}
