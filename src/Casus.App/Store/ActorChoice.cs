using System.Collections.Immutable;

namespace Casus.App.Store;

/// <summary>Whom names on the command line mean, one or several separated by commas: by id, the last part of an id, a code or a whole name; where nobody is called so, by part of a name.</summary>
/// <param name="Ids">Of actors that the record names, or for whom such act.</param>
/// <param name="Words">Also parties whose words hold one of these: names by which no actor is called.</param>
internal sealed record ActorChoice(ImmutableArray<string> Ids, ImmutableArray<string> Words)
{
    public static ActorChoice Of(CasusStore store, string names)
    {
        ActorChoice[] each = [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => One(store, n))];
        return new ActorChoice([.. each.SelectMany(c => c.Ids).Distinct()], [.. each.SelectMany(c => c.Words)]);
    }

    private static ActorChoice One(CasusStore store, string word) => store.Read(() =>
    {
        using Statement named = store.Prepare("""
            SELECT id FROM actor WHERE id LIKE $1 ESCAPE '\' OR id LIKE '%.' || $1 ESCAPE '\' OR code LIKE $1 ESCAPE '\' OR name LIKE $1 ESCAPE '\'
            UNION SELECT actor_id FROM actor_name WHERE name = $2 ORDER BY 1
            """);
        string plain = Where.Plain(word);
        List<string> ids = named.Rows(r => r.GetString(0), plain, word);
        if (ids.Count > 0)
        {
            return new ActorChoice([.. ids], []);
        }

        using Statement like = store.Prepare(@"SELECT id FROM actor WHERE name LIKE '%' || $1 || '%' ESCAPE '\' UNION SELECT actor_id FROM actor_name WHERE name LIKE '%' || $1 || '%' ESCAPE '\' ORDER BY 1");
        return new ActorChoice([.. like.Rows(r => r.GetString(0), plain)], [word]);
    });

    /// <summary>Whether they and who acts for them stand in so few claims that these are soonest looked at one by one.</summary>
    public bool HasFewClaims(CasusStore store, FewRows few)
    {
        var where = new Where();
        where.AnyOf("a.actor_id IN (SELECT w.actor_id FROM actor_whole w WHERE w.whole_id IN {0}) OR a.actor_id IN {0}", Ids);
        return FewRows.Are(store, few.Claims, $"claim_actor a {where}", [.. where.Values]);
    }

    /// <summary>That one of these takes part in claim c, or who acts for them on its day: it is looked up by the claim.</summary>
    public string TakesPart(Where where, bool exact)
    {
        string ids = $"({string.Join(", ", Ids.Select(i => where.Add(i)))})", acting = exact ? "" : $" OR EXISTS (SELECT 1 FROM actor_whole w WHERE w.whole_id IN {ids} AND w.actor_id = x.actor_id AND {Acting("c")})";
        return $"EXISTS (SELECT 1 FROM claim_actor x INDEXED BY actor_by_claim WHERE x.article_id = c.article_id AND x.claim_id = c.id AND (x.actor_id IN {ids}{acting}) LIMIT 1)";
    }

    /// <summary>On the last day of a row, or the first where it has no last, w acts for its whole.</summary>
    private static string Acting(string row) => $"CASE WHEN {row}.day_from IS NULL AND {row}.day_to IS NULL THEN w.since = '' AND w.until = '~' ELSE coalesce({row}.day_to, {row}.day_from) BETWEEN w.since AND w.until END";

    /// <summary>Adds that one of these takes part, or who acts for them on the row's last day (its first, where it has no last).</summary>
    public void Narrow(Where where, in Cast cast, bool exact)
    {
        string ids = $"({string.Join(", ", Ids.Select(i => where.Add(i)))})";
        string own = cast.Closed is { } closed ? $"{cast.Key} IN (SELECT x.event_id FROM {closed} x WHERE x.actor_id IN {ids}{(exact ? " AND x.exact = 1" : "")})" : $"{cast.Key} IN (SELECT {cast.Picked} FROM {cast.Table} a WHERE a.actor_id IN {ids})";
        string parts = exact || cast.Closed is not null ? "" : $"""
             OR {cast.Key} IN (SELECT {cast.Picked} FROM actor_whole w JOIN {cast.Table} a ON a.actor_id = w.actor_id JOIN {cast.Dated}
             WHERE w.whole_id IN {ids} AND {Acting("d")})
            """;
        (string initiators, string targets) = (cast.Initiators, cast.Targets);
        string said = string.Concat(Words.Select(w => $" OR {initiators} LIKE {where.Holding(w)} OR {targets} LIKE {where.Holding(w)}"));
        where.And($"({own}{parts}{said})");
    }
}

/// <summary>Where rows of a kind keep who takes part.</summary>
/// <param name="Key">Of a row; <paramref name="Picked"/>: the same in the table of actors, a.</param>
/// <param name="Dated">The row again, as d.</param>
/// <param name="Initiators">Column with their words; <paramref name="Targets"/> likewise.</param>
/// <param name="Closed">A table that also has those for whom they act; null: there is none.</param>
internal readonly record struct Cast(string Key, string Picked, string Table, string Dated, string Initiators, string Targets, string? Closed = null)
{
    public static readonly Cast Events = new("e.id", "a.event_id", "event_actor", "event d ON d.id = a.event_id", "e.initiators", "e.targets", "actor_event");

    public static readonly Cast Claims = new("(c.article_id, c.id)", "a.article_id, a.claim_id", "claim_actor", "claim d ON d.article_id = a.article_id AND d.id = a.claim_id", "c.initiators", "c.targets");
}
