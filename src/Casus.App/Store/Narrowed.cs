using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>A filter as conditions on events (e), claims (c) or articles (a). Its words are looked up once.</summary>
internal sealed class Narrowed(CasusStore store, Filter filter)
{
    private readonly ActorChoice? actor = filter.Actor is { } word ? ActorChoice.Of(store, word) : null;
    private readonly PlaceChoice? place = filter.Place is { } word ? PlaceChoice.Of(store, word) : null;
    private readonly string? words = filter.Text is { } text ? SearchWords.Match(store, text) : null;

    /// <summary>The one actor by whom a table keeps events; null where there is none, or where names or several count.</summary>
    private string? OneActor => actor is { Ids: [var id], Words.IsEmpty: true } ? id : null;

    /// <summary>Whether <see cref="EventsToWalk"/> goes along an actor's own events, as x.</summary>
    public bool IsByActor => OneActor is not null;

    /// <summary>Conditions on event e.</summary>
    public Where Events() => Events(where => actor?.Narrow(where, Cast.Events, filter.Exact));

    /// <summary>The same for who comes by many events in another order: each is looked up among the actor's by itself.</summary>
    public Where EventsInPassing() => OneActor is not { } id ? Events() : Events(where =>
        where.And($"EXISTS (SELECT 1 FROM actor_event x WHERE x.actor_id = {where.Add(id)} AND x.undated = (e.day_from IS NULL) AND x.day = coalesce(e.day_from, e.day_to, '') AND x.event_id = e.id{Own})"));

    /// <summary>What to walk for them, with e among it: an actor's own events, the dated ones first and of these the latest; of a time only what may reach into it.</summary>
    public (string From, Where Where) EventsToWalk() => (OneActor, filter) switch
    {
        (not null, _) => ("actor_event x CROSS JOIN event e ON e.id = x.event_id", Events(OfActor)),
        (_, { From: null, To: null }) => ("event e", Events()),
        _ => ($"{Reach.Since(filter.From)} event e", Events().And(Reach.Meets)),
    };

    /// <summary>What to count for them: an actor's own events tell their days by themselves.</summary>
    public (string From, Where Where) EventsToCount()
    {
        if (OneActor is null || (filter with { Actor = null, From = null, To = null }).Narrows)
        {
            return EventsToWalk();
        }

        var where = new Where();
        OfActor(where);
        return ("actor_event x", where);
    }

    /// <summary>The same along the index event_by_latest, which is entered at the last day that is asked for.</summary>
    public Where EventsFromLatest() => EventsInPassing().And("(e.day_from IS NULL) IN (0, 1)");

    /// <summary>The sums by month or place that linking keeps for what is asked, and conditions on them; null: all that matches is to be walked.</summary>
    /// <param name="by">"month" or "place".</param>
    public (string From, Where Where)? Sums(string by)
    {
        if (!filter.Narrows)
        {
            return (by + "_sum", new Where());
        }

        var where = new Where();
        if (by == "month" && !(filter with { Type = null, From = null, To = null }).Narrows && IsOfMonths)
        {
            string? types = Types is { } asked ? $"IN ({string.Join(", ", asked.Select(where.Add))})" : null;
            return (filter is { From: null, To: null } ? "month_sum" : OfMonths(types), types is null ? where : where.And("type " + types));
        }

        if (OneActor is not { } id || (filter with { Actor = null, Type = null }).Narrows)
        {
            return null;
        }

        where.And($"actor_id = {where.Add(id)}{(filter.Exact ? " AND exact = 1" : "")}");
        where.AnyOf("type IN {0}", Types);
        return ("actor_" + by, where);
    }

    /// <summary>The time that is asked for begins and ends where months do.</summary>
    private bool IsOfMonths => filter.From is null or { Day: 1 } && filter.To?.AddDays(1) is null or { Day: 1 };

    /// <summary>Sums of the months that are asked for, and events that began before and reach into them.</summary>
    /// <param name="types">What of e.type is asked; null: nothing.</param>
    private string OfMonths(string? types)
    {
        (string first, string last) = (filter.From is { } from ? Json.Day(from)[..7] : "0", filter.To is { } to ? Json.Day(to)[..7] : "9");
        string ofType = types is null ? "" : $"e.type {types} AND ";
        string reaching = filter.From is null ? "" : $" UNION ALL SELECT substr({Reach.Day}, 1, 7), e.type, e.quad, 1, coalesce(e.killed_min, 0), coalesce(e.injured_min, 0) FROM {Reach.Since(filter.From)} event e WHERE {ofType}{Reach.Meets} AND t.reach IN (1, 2) AND {Reach.Day} < '{first}' AND e.day_to >= '{first}'";
        return $"(SELECT month, type, quad, events, killed, injured FROM month_sum WHERE month BETWEEN '{first}' AND '{last}'{reaching})";
    }

    /// <summary>An actor's own events, as x, in the time that is asked for.</summary>
    private void OfActor(Where where)
    {
        where.And($"x.actor_id = {where.Add(OneActor!)} AND x.undated IN (0, 1){Own}");
        where.If("x.until >= {0}", filter.From);
        where.If("x.day <= {0} AND x.day <> ''", filter.To);
    }

    private string Own => filter.Exact ? " AND x.exact = 1" : "";

    private IEnumerable<string>? Types => List(filter.Type)?.Select(t => t.ToUpperInvariant());

    private Where Events(Action<Where> byActor)
    {
        var where = new Where();
        where.AnyOf("e.type IN {0}", Types);
        where.AnyOf("e.factuality IN {0}", List(filter.Factuality)?.Select(f => f.ToLowerInvariant()));
        where.If("e.modes LIKE '%|' || {0} || '|%'", filter.Mode);
        where.If("e.killed_min >= {0}", filter.MinKilled);
        byActor(where);
        place?.Narrow(where, "e.place_id", "e.place");
        where.Days("e.day_from", "e.day_to", filter);
        where.If("e.surest >= {0}", filter.Confidence);
        where.Like("EXISTS (SELECT 1 FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id WHERE x.event_id = e.id AND a.outlet LIKE {0})", filter.Outlet);
        where.If("e.id IN (SELECT x.event_id FROM sentence_words w JOIN sentence s ON s.id = w.rowid JOIN claim c ON c.article_id = s.article_id AND c.sentence = s.number JOIN event_claim x ON x.claim_id = c.id WHERE sentence_words MATCH {0})", words);
        return where;
    }

    /// <summary>The query has the claim's article as a.</summary>
    public Where Claims()
    {
        var where = new Where();
        Claim(where);
        actor?.Narrow(where, Cast.Claims, filter.Exact);
        where.Like("a.outlet LIKE {0}", filter.Outlet);
        where.Days("c.day_from", "c.day_to", filter);
        return where;
    }

    /// <summary>By the day of publication, the outlet, and whatever must hold of one of its claims.</summary>
    public Where Articles()
    {
        var where = new Where();
        where.If("(a.published IS NULL) = 0 AND a.published >= {0}", filter.From);
        where.If("(a.published IS NULL) = 0 AND a.published <= {0}", filter.To);
        where.Like("a.outlet LIKE {0}", filter.Outlet);
        if (!(filter with { From = null, To = null, Outlet = null, Text = null }).Narrows)
        {
            where.If("a.id IN (SELECT s.article_id FROM sentence_words w JOIN sentence s ON s.id = w.rowid WHERE sentence_words MATCH {0})", words);
            return where;
        }

        var claim = new Where(where.Values);
        Claim(claim);
        // Without LIMIT, SQLite 3.35 makes a list of the articles of all claims that match before it looks at the first.
        return where.And(actor switch
        {
            { Words.IsEmpty: true } known when !known.HasFewClaims(store) => $"EXISTS (SELECT 1 FROM {known.ClaimsOf(claim, "a.id", filter.Exact)} {claim} LIMIT 1)",
            { Words.IsEmpty: true } known => $"a.id IN (SELECT c.article_id FROM claim c {By(known)})",
            { } named => $"EXISTS (SELECT 1 FROM claim c {By(named).And("c.article_id = a.id")} LIMIT 1)",
            null when FewTellTheToll => $"a.id IN (SELECT c.article_id FROM claim c INDEXED BY claim_by_killed {claim})",
            null => $"EXISTS (SELECT 1 FROM claim c {claim.And("c.article_id = a.id")} LIMIT 1)",
        });

        Where By(ActorChoice choice)
        {
            choice.Narrow(claim, Cast.Claims, filter.Exact);
            return claim;
        }
    }

    private void Claim(Where where)
    {
        where.AnyOf("(c.type IN {0} OR upper(c.type) IN {0} OR upper(c.kind) IN {0})", List(filter.Type)?.Select(t => t.ToUpperInvariant()));
        where.AnyOf("c.factuality IN {0}", List(filter.Factuality)?.Select(f => f.ToLowerInvariant()));
        where.If("EXISTS (SELECT 1 FROM json_each(c.record, '$.modes') m WHERE m.value = {0})", filter.Mode);
        where.If("c.killed_min >= {0}", filter.MinKilled);
        place?.Narrow(where, "c.place_id", "c.place");
        where.If("c.score >= {0}", filter.Confidence);
        where.If("EXISTS (SELECT 1 FROM sentence s WHERE s.article_id = c.article_id AND s.number = c.sentence AND s.id IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH {0}))", words);
    }

    private bool FewTellTheToll => filter.MinKilled is { } least && FewClaims.Are(store, "claim WHERE killed_min >= $1", least);

    private static string[]? List(string? words) => words?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
