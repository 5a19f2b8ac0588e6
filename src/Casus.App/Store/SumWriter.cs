namespace Casus.App.Store;

/// <summary>Sums of the whole record, for views that nobody has narrowed.</summary>
internal static class SumWriter
{
    /// <summary>Of all events that the store now holds. To be called in linking's transaction.</summary>
    public static void Write(CasusStore store)
    {
        using Statement write = store.Prepare("""
            DELETE FROM month_sum;
            INSERT INTO month_sum SELECT coalesce(substr(coalesce(day_from, day_to), 1, 7), ''), type, max(quad), count(*), coalesce(sum(killed_min), 0), coalesce(sum(injured_min), 0) FROM event GROUP BY 1, 2;
            DELETE FROM actor_sum;
            INSERT INTO actor_sum SELECT actor_id, sum(role = 'initiator'), sum(role = 'target') FROM event_actor GROUP BY actor_id;
            DELETE FROM place_sum;
            INSERT INTO place_sum SELECT place_id, max(quad), count(*), coalesce(sum(killed_min), 0) FROM event WHERE place_id IS NOT NULL GROUP BY place_id;
            """);
        write.Run();
    }
}
