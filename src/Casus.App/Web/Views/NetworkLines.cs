using System.Collections.Immutable;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>The network of a month, or of all time.</summary>
/// <param name="At">Positions by all time's edges: an actor stays where it is from month to month.</param>
internal sealed record NetworkLines(ImmutableArray<string> Months, string? Month, ImmutableArray<NetworkEdge> Edges, Dictionary<string, (double X, double Y)> At, Dictionary<string, string> Names)
{
    /// <summary>Pairs that are drawn.</summary>
    private const int Most = 140;

    public string? Before => Month is null ? Months.LastOrDefault() : Months.LastOrDefault(m => string.CompareOrdinal(m, Month) < 0);

    public string? After => Month is null ? null : Months.FirstOrDefault(m => string.CompareOrdinal(m, Month) > 0);

    public static NetworkLines Of(CasusStore store, string? month)
    {
        var queries = new NetworkQueries(store);
        List<NetworkEdge> all = queries.Edges(null, Most), shown = month is null ? all : queries.Edges(month, Most);
        Dictionary<string, (double X, double Y)> at = NetworkLayout.Of(all);
        // Of a month only who has a place in the whole is drawn; the rest is in the table.
        return new([.. queries.Months()], month, [.. shown], at, queries.Names(all.Concat(shown).SelectMany(e => new[] { e.First, e.Second })));
    }

    public string Name(string id) => Names.GetValueOrDefault(id) ?? id;

    /// <summary>Acts of the actor among those shown.</summary>
    public long Acts(string id) => Edges.Where(e => e.First == id || e.Second == id).Sum(e => e.All);
}
