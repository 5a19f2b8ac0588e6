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
        using Statement find = store.Prepare("SELECT DISTINCT month FROM dyad_month WHERE exact = 1 AND length(month) = 7 ORDER BY month");
        return find.Rows(r => r.GetString(0));
    });

    /// <summary>The busiest first.</summary>
    /// <param name="month">Null: of all time.</param>
    public List<NetworkEdge> Edges(string? month, int limit) => store.Read(() =>
    {
        using Statement find = store.Prepare("""
            SELECT first, second, sum(verbal_conflict + material_conflict), sum(verbal_cooperation + material_cooperation)
            FROM dyad_month WHERE exact = 1 AND ($1 IS NULL OR month = $1) GROUP BY first, second
            ORDER BY sum(verbal_conflict + material_conflict + verbal_cooperation + material_cooperation) DESC, first, second LIMIT $2
            """);
        return find.Rows(r => new NetworkEdge(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)), month, limit);
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
