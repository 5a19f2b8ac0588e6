using System.Collections.Immutable;

namespace Casus.App.Store;

/// <param name="Quad">The gravest quad class of its events.</param>
internal sealed record PlaceSum(string PlaceId, int Quad, long Events, long Killed);

/// <summary>A place with what happened in it.</summary>
/// <param name="Kind">As of a place in knowledge/: what is no town or point is shown as an area, never as a point.</param>
/// <param name="Quad">The gravest quad class of its events.</param>
internal sealed record MappedPlace(string PlaceId, string Name, string Kind, double Latitude, double Longitude, long Events, int Quad, long Killed);

/// <summary>Where events lie. What is known by its words alone, or without coordinates, is on no map.</summary>
internal sealed class MapQueries(CasusStore store)
{
    private const string Select = "SELECT p.id, p.name, p.kind, p.latitude, p.longitude", Located = "p.latitude IS NOT NULL AND p.longitude IS NOT NULL";

    /// <summary>The busiest places first, and how many events lie in any place with coordinates.</summary>
    /// <param name="times">Of the same filter: what it walked is not walked again.</param>
    public (List<MappedPlace> Places, long Events) Places(Filter filter, TimeQueries times, int limit)
    {
        List<MappedPlace> all = store.Read(() => times.Places is { } walked ? Found(walked) : Summed(new Narrowed(store, filter)));
        return (all[..Math.Min(limit, all.Count)], all.Sum(p => p.Events));
    }

    private List<MappedPlace> Found(ImmutableArray<PlaceSum> walked)
    {
        using Statement find = store.Prepare($"{Select} FROM place p WHERE p.id = $1 AND {Located}");
        return [.. walked.SelectMany(w => find.Rows(r => Place(r, w.Events, w.Quad, w.Killed), w.PlaceId)).OrderByDescending(p => p.Events).ThenBy(p => p.PlaceId, StringComparer.Ordinal)];
    }

    private List<MappedPlace> Summed(Narrowed narrowed)
    {
        (string sums, Where where) = narrowed.Sums("place") is var (from, of)
            ? ($"SELECT place_id, max(quad) AS quad, sum(events) AS events, sum(killed) AS killed FROM {from} {of} GROUP BY place_id", of)
            : Walked(narrowed.EventsToWalk());
        using Statement find = store.Prepare($"{Select}, s.events, s.quad, s.killed FROM ({sums}) s JOIN place p ON p.id = s.place_id WHERE {Located} ORDER BY s.events DESC, p.id");
        return find.Rows(r => Place(r, r.GetInt64(5), r.GetInt32(6), r.GetInt64(7)), [.. where.Values]);
    }

    private static (string Sums, Where Where) Walked((string From, Where Where) walk) =>
        ($"SELECT e.place_id, max(e.quad) AS quad, count(*) AS events, coalesce(sum(e.killed_min), 0) AS killed FROM {walk.From} {walk.Where.And("e.place_id IS NOT NULL")} GROUP BY e.place_id", walk.Where);

    /// <summary>Null where the place has no coordinates.</summary>
    public MappedPlace? Find(string place, int quad) => store.Read(() =>
    {
        using Statement find = store.Prepare($"{Select} FROM place p WHERE p.id = $1 AND {Located}");
        return find.Rows(r => Place(r, 1, quad, 0), place).FirstOrDefault();
    });

    private static MappedPlace Place(Row r, long events, int quad, long killed) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetDouble(3), r.GetDouble(4), events, quad, killed);
}
