namespace Casus.App.Store;

/// <summary>What passed between two actors that events name themselves.</summary>
internal sealed record NetworkEdge(string First, string Second, long Hostile, long Cooperative)
{
    public long All => Hostile + Cooperative;
}

/// <summary>Who acted on whom, by month.</summary>
internal sealed class NetworkQueries(CasusStore store)
{
    /// <summary>Months that hold any act between two named actors, ascending.</summary>
    public List<string> Months() => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT r.month FROM record_month r WHERE length(r.month) = 7 AND EXISTS (SELECT 1 FROM dyad_month d WHERE d.month = r.month AND d.exact = 1) ORDER BY r.month");
        return find.Rows(r => r.GetString(0));
    });

    /// <summary>The busiest first.</summary>
    /// <param name="month">Null: of all time.</param>
    public List<NetworkEdge> Edges(string? month, int limit) => store.Read(() =>
    {
        string within = month is null ? "(m.first, m.second) IN (SELECT first, second FROM dyad WHERE exact_events > 0 ORDER BY exact_events DESC, first, second LIMIT $1)" : "m.month = $2";
        using Statement find = store.Prepare($"""
            SELECT m.first, m.second, sum(m.verbal_conflict + m.material_conflict), sum(m.verbal_cooperation + m.material_cooperation)
            FROM dyad_month m WHERE m.exact = 1 AND {within} GROUP BY m.first, m.second
            ORDER BY sum(m.verbal_conflict + m.material_conflict + m.verbal_cooperation + m.material_cooperation) DESC, m.first, m.second LIMIT $1
            """);
        object?[] values = month is null ? [limit] : [limit, month];
        return find.Rows(r => new NetworkEdge(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)), values);
    });

    /// <summary>Names of actors; those that the record does not name are left out.</summary>
    public Dictionary<string, string> Names(IEnumerable<string> ids) => store.Read(() =>
    {
        var where = new Where();
        where.AnyOf("a.id IN {0}", ids.Distinct());
        using Statement find = store.Prepare($"SELECT a.id, a.name FROM actor a {where}");
        return find.Rows(r => (r.GetString(0), r.GetString(1)), [.. where.Values]).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
    });
}
