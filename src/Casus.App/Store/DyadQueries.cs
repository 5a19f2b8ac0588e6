using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>A pair as lists show it.</summary>
internal sealed record DyadRow(string First, string Second, long Events, long ExactEvents, long Hostile, long Cooperative, long Killed, string? FirstMonth, string? LastMonth);

/// <summary>What the store knows of a pair. Ids of the pair are in ordinal order.</summary>
internal sealed class DyadQueries(CasusStore store)
{
    /// <summary>The busiest first; of an actor only where one is given.</summary>
    /// <param name="exact">Only pairs that events name themselves.</param>
    public List<DyadRow> Busiest(string? actor, bool exact, int limit) => store.Read(() =>
    {
        string count = exact ? "d.exact_events" : "d.events";
        using Statement find = store.Prepare($"""
            {SelectPair} FROM dyad d
            WHERE {count} > 0 AND ($1 IS NULL OR d.first = $1 OR d.second = $1) ORDER BY {count} DESC, d.first, d.second LIMIT $2
            """);
        return find.Rows(Pair, actor, limit > 0 ? limit : -1);
    });

    /// <summary>What <see cref="Pair"/> reads.</summary>
    internal const string SelectPair = "SELECT d.first, d.second, d.events, d.exact_events, d.hostile, d.cooperative, d.killed, d.first_month, d.last_month";

    internal static DyadRow Pair(Row r) => new(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.Text(7), r.Text(8));

    /// <summary>Months and years with acts, ascending, one row a way.</summary>
    /// <param name="from">First month; null: from the beginning. <paramref name="to"/> likewise.</param>
    public List<DyadMonth> Months(string first, string second, bool exact, string? from, string? to) => store.Read(() =>
    {
        using Statement find = store.Prepare("""
            SELECT month, way, sum(verbal_cooperation), sum(material_cooperation), sum(verbal_conflict), sum(material_conflict), sum(score), sum(goldstein), sum(killed), sum(killed_most), sum(injured), sum(injured_most), sum(open)
            FROM dyad_month WHERE first = $1 AND second = $2 AND exact >= $3 AND month >= $4 AND month <= $5 GROUP BY month, way ORDER BY month, way
            """);
        return find.Rows(
            r => new DyadMonth(r.GetString(0), (DyadWay)r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetInt64(9), r.GetInt64(10), r.GetInt64(11), r.GetInt32(12)),
            first, second, exact ? 1 : 0, from ?? "", to ?? "~");
    });

    /// <summary>Months of which the record holds any event.</summary>
    public List<string> Covered(string? from, string? to) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT month FROM record_month WHERE month >= $1 AND month <= $2 ORDER BY month");
        return find.Rows(r => r.GetString(0), from ?? "", to ?? "~");
    });

    /// <summary>Ids of the weightiest acts between two months, both included.</summary>
    public ImmutableArray<string> Moving(string first, string second, bool exact, string from, string to, bool hostile, int limit) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT event_id FROM dyad_event WHERE first = $1 AND second = $2 AND month >= $3 AND month <= $4 AND exact >= $5 AND quad BETWEEN $6 AND $7 ORDER BY abs(score) DESC, month, event_id LIMIT $8");
        return find.Rows(r => r.GetString(0), first, second, from, to, exact ? 1 : 0, hostile ? 3 : 1, hostile ? 4 : 2, limit).ToImmutableArray();
    });

    /// <summary>Ids of all events between them, the weightiest first.</summary>
    public List<string> Events(string first, string second, bool exact) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT event_id FROM dyad_event WHERE first = $1 AND second = $2 AND exact >= $3 GROUP BY event_id ORDER BY max(abs(score)) DESC, event_id");
        return find.Rows(r => r.GetString(0), first, second, exact ? 1 : 0);
    });

    /// <summary>The earliest acts: what bounds the turns that are told in words.</summary>
    public List<DyadAct> Acts(string first, string second, bool exact, int limit) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT month, event_id, way, exact, quad, score FROM dyad_event WHERE first = $1 AND second = $2 AND exact >= $3 ORDER BY month, event_id LIMIT $4");
        return find.Rows(r => new DyadAct(first, second, (DyadWay)r.GetInt32(2), r.GetInt32(3) == 1, r.GetString(0), r.GetString(1), r.GetInt32(4), r.GetInt32(5), 0, 0, 0, 0, 0), first, second, exact ? 1 : 0, limit);
    });

    /// <summary>Relation claims between the parts of two actors.</summary>
    public List<RelationTelling> Relations(ImmutableArray<string> ofOne, ImmutableArray<string> ofOther) => store.Read(() =>
    {
        using Statement claimsOf = store.Prepare("SELECT article_id, claim_id FROM claim_actor WHERE actor_id = $1 AND role = 'party'");
        HashSet<(string, string)> Of(ImmutableArray<string> parts) => [.. parts.SelectMany(p => claimsOf.Rows(r => (r.GetString(0), r.GetString(1)), p))];
        HashSet<(string, string)> both = Of(ofOne);
        both.IntersectWith(Of(ofOther));
        using Statement find = store.Prepare("SELECT c.record, coalesce(e.story_id, c.article_id), a.published, a.outlet FROM claim c JOIN article a ON a.id = c.article_id LEFT JOIN edition e ON e.article_id = c.article_id WHERE c.article_id = $1 AND c.id = $2");
        return both.Order().SelectMany(k => find.Rows(r => new RelationTelling((RelationClaim)Records.ReadClaim("relation", r.GetString(0)), r.GetString(1), r.Day(2), r.Text(3)), k.Item1, k.Item2)).ToList();
    });
}
