namespace Casus.App.Store;

/// <summary>A place with what happened in it.</summary>
/// <param name="Kind">As of a place in knowledge/: what is no town or point is shown as an area, never as a point.</param>
/// <param name="Quad">The gravest quad class of its events.</param>
internal sealed record MappedPlace(string PlaceId, string Name, string Kind, double Latitude, double Longitude, long Events, int Quad, long Killed);

/// <summary>Where events lie. What is known by its words alone, or without coordinates, is on no map.</summary>
internal sealed class MapQueries(CasusStore store)
{
    /// <summary>The busiest places first, and how many events lie in any place with coordinates.</summary>
    public (List<MappedPlace> Places, long Events) Places(Filter filter, int limit)
    {
        var narrowed = new Narrowed(store, filter);
        (string From, Where Where)? sum = narrowed.Sums("place");
        (string from, Where where) = sum ?? narrowed.EventsToWalk();
        string sums = sum is not null
            ? $"(SELECT place_id, max(quad) AS quad, sum(events) AS events, sum(killed) AS killed FROM {from} {where} GROUP BY place_id)"
            : $"(SELECT e.place_id, max(e.quad) AS quad, count(*) AS events, coalesce(sum(e.killed_min), 0) AS killed FROM {from} {where.And("e.place_id IS NOT NULL")} GROUP BY e.place_id)";
        return store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT p.id, p.name, p.kind, p.latitude, p.longitude, s.events, s.quad, s.killed FROM {sums} s JOIN place p ON p.id = s.place_id WHERE p.latitude IS NOT NULL AND p.longitude IS NOT NULL ORDER BY s.events DESC, p.id");
            List<MappedPlace> all = find.Rows(r => new MappedPlace(r.GetString(0), r.GetString(1), r.GetString(2), r.GetDouble(3), r.GetDouble(4), r.GetInt64(5), r.GetInt32(6), r.GetInt64(7)), [.. where.Values]);
            return (all[..Math.Min(limit, all.Count)], all.Sum(p => p.Events));
        });
    }

    /// <summary>Null where the place has no coordinates.</summary>
    public MappedPlace? Find(string place, int quad) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT id, name, kind, latitude, longitude FROM place WHERE id = $1 AND latitude IS NOT NULL AND longitude IS NOT NULL");
        return find.Rows(r => new MappedPlace(r.GetString(0), r.GetString(1), r.GetString(2), r.GetDouble(3), r.GetDouble(4), 1, quad, 0), place).FirstOrDefault();
    });
}
