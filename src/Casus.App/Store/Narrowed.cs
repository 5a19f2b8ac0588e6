using System.Text.Json;
using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>A filter as conditions on events (e), claims (c) or articles (a). Its words are looked up once.</summary>
/// <param name="asked">When to begin with what; null: as usual.</param>
internal sealed class Narrowed(CasusStore store, Filter filter, FewRows? asked = null)
{
    private readonly FewRows few = asked ?? FewRows.Usual;
    private readonly ActorChoice? actor = filter.Actor is { } word ? ActorChoice.Of(store, word) : null;
    private readonly PlaceChoice? place = filter.Place is { } word ? PlaceChoice.Of(store, word) : null;
    private readonly OutletChoice? outlet = filter.Outlet is { } part ? OutletChoice.Of(store, part, asked ?? FewRows.Usual) : null;
    private readonly string? words = filter.Text is { } text ? SearchWords.Match(store, text) : null;

    private bool? areWordsCommon, isByActor;
    private (string Ids, bool AreFew)? claimed;

    /// <summary>How events are found by words of their sentences, e among them: beginning with the sentences, or each event by itself.</summary>
    private const string Told = "e.id IN (SELECT x.event_id FROM sentence_words w CROSS JOIN sentence s ON s.id = w.rowid CROSS JOIN claim c INDEXED BY claim_by_sentence ON c.article_id = s.article_id AND c.sentence = s.number CROSS JOIN event_claim x ON x.claim_id = c.id WHERE sentence_words MATCH {0})",
        ToldInPassing = "EXISTS (SELECT 1 FROM event_claim x CROSS JOIN claim c INDEXED BY claim_by_id ON c.id = x.claim_id CROSS JOIN sentence s ON s.article_id = c.article_id AND s.number = c.sentence WHERE x.event_id = e.id AND +s.id IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH {0}) LIMIT 1)";

    /// <summary>The one actor by whom a table keeps events; null where there is none, or where names or several count.</summary>
    private string? OneActor => actor is { Ids: [var id], Words.IsEmpty: true } ? id : null;

    /// <summary>Whether <see cref="EventsToWalk"/> goes along an actor's own events, as x. Where these are many and something else narrows, all events are walked, as indexes tell that of each.</summary>
    public bool IsByActor => isByActor ??= OneActor is { } id && (!(filter with { Actor = null, From = null, To = null }).Narrows || FewRows.Are(store, few.Indexed, "actor_event WHERE actor_id = $1", id));

    /// <summary>Conditions on event e.</summary>
    public Where Events() => Events(ByActor);

    /// <summary>The same for who comes by many events in another order: each is looked up among the actor's by itself.</summary>
    public Where EventsInPassing() => Events(ByActorInPassing, inPassing: true);

    private Where EventsOneByOne() => Events(ByActorInPassing);

    private void ByActorInPassing(Where where)
    {
        if (OneActor is { } id)
        {
            where.And($"EXISTS (SELECT 1 FROM actor_event x WHERE x.actor_id = {where.Add(id)} AND x.undated = (e.day_from IS NULL) AND x.day = coalesce(e.day_from, e.day_to, '') AND x.event_id = e.id{Own})");
        }
        else
        {
            ByActor(where);
        }
    }

    /// <summary>What to walk for them, with e among it: an actor's own events, the dated ones first and of these the latest; of a time only what may reach into it.</summary>
    public (string From, Where Where) EventsToWalk() => filter switch
    {
        _ when IsByActor => ("actor_event x CROSS JOIN event e ON e.id = x.event_id", Events(OfActor)),
        { From: null, To: null } => ("event e", EventsOneByOne()),
        _ => ($"{Reach.Since(filter.From)} event e", EventsOneByOne().And(Reach.Meets)),
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

    private void ByActor(Where where) => actor?.Narrow(where, Cast.Events, filter.Exact);

    private Where Events(Action<Where> byActor, bool inPassing = false)
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
        outlet?.Narrow(where);
        where.If(inPassing && AreWordsCommon ? ToldInPassing : Told, words);
        return where;
    }

    /// <summary>The query has the claim's article as a.</summary>
    /// <param name="oneByOne">What else the query asks lets so few through that each is looked up by itself.</param>
    public Where Claims(bool oneByOne = false)
    {
        var where = new Where();
        Claim(where);
        if (oneByOne && actor is { Words.IsEmpty: true })
        {
            where.And(actor.TakesPart(where, filter.Exact));
        }
        else
        {
            actor?.Narrow(where, Cast.Claims, filter.Exact);
        }

        where.Like("a.outlet LIKE {0}", filter.Outlet);
        where.Days("c.day_from", "c.day_to", filter);
        return where;
    }

    /// <summary>By the day of publication, the outlet, and whatever must hold of one of its claims.</summary>
    public Where Articles()
    {
        Where where = Published();
        if (!(filter with { From = null, To = null, Outlet = null, Text = null }).Narrows)
        {
            where.If(AreWordsCommon
                ? "EXISTS (SELECT 1 FROM sentence s CROSS JOIN sentence_words w ON w.rowid = s.id WHERE s.article_id = a.id AND sentence_words MATCH {0} LIMIT 1)"
                : "a.id IN (SELECT s.article_id FROM sentence_words w JOIN sentence s ON s.id = w.rowid WHERE sentence_words MATCH {0})", words);
            return where;
        }

        var claim = new Where(where.Values);
        Claim(claim);
        bool isBusy = actor is { Words.IsEmpty: true } && !actor.HasFewClaims(store, few);
        if (actor is not null && !isBusy)
        {
            actor.Narrow(claim, Cast.Claims, filter.Exact);
            return where.And(actor.Words.IsEmpty ? $"a.id IN (SELECT c.article_id FROM claim c {claim})" : Each(claim));
        }

        string? index = FewTellTheToll ? "claim_by_killed" : AreFewTold ? "claim_by_factuality" : HaveFewClaims ? "claim_by_sentence" : null;
        if (index is null)
        {
            return where.And(Each(isBusy ? claim.And(actor!.TakesPart(claim, filter.Exact)) : claim));
        }

        // A list and its count go by what one walk over the claims has found.
        claimed ??= Claimed(index);
        where = Published();
        where.If($"{(claimed.Value.AreFew ? "" : "+")}a.id IN (SELECT value FROM json_each({{0}}))", claimed.Value.Ids);
        return where;
    }

    /// <summary>Articles by what is told of them alone.</summary>
    private Where Published()
    {
        var where = new Where();
        where.If("(a.published IS NULL) = 0 AND a.published >= {0}", filter.From);
        where.If("(a.published IS NULL) = 0 AND a.published <= {0}", filter.To);
        where.Like("a.outlet LIKE {0}", filter.Outlet);
        return where;
    }

    /// <summary>Ids of the articles that have a claim which matches, as a list of JSON, and whether they are so few that each is sooner looked up than met in the order of a list.</summary>
    private (string Ids, bool AreFew) Claimed(string index) => store.Read(() =>
    {
        var claim = new Where();
        Claim(claim);
        if (actor is not null)
        {
            claim.And(actor.TakesPart(claim, filter.Exact));
        }

        using Statement find = store.Prepare($"SELECT DISTINCT c.article_id FROM claim c INDEXED BY {index} {claim}");
        List<string> ids = find.Rows(r => r.GetString(0), [.. claim.Values]);
        return (JsonSerializer.Serialize(ids, Records.Json.ListString), ids.Count <= FewRows.Latest);
    });

    private bool FewTellTheToll => filter.MinKilled is { } least && FewRows.Are(store, few.Claims, "claim WHERE killed_min >= $1", least);

    /// <summary>Claims are narrowed by how they are told alone, and so few are told so that their index is walked.</summary>
    private bool AreFewTold
    {
        get
        {
            if (filter.Factuality is null || (filter with { Factuality = null, From = null, To = null, Outlet = null }).Narrows)
            {
                return false;
            }

            var where = new Where();
            Claim(where);
            return FewRows.Are(store, few.Indexed, $"claim c INDEXED BY claim_by_factuality {where}", [.. where.Values]);
        }
    }

    /// <summary>Whether so few of the latest articles have a claim that matches, whoever takes part, that all claims are sooner walked along their index than those of each article are asked for.</summary>
    private bool HaveFewClaims
    {
        get
        {
            if (filter.Text is not null || !(filter with { Actor = null, From = null, To = null, Outlet = null }).Narrows)
            {
                return false;
            }

            var where = new Where();
            Claim(where);
            return FewRows.Are(store, few.OfLatest, $"(SELECT b.id FROM article b INDEXED BY article_by_published WHERE (b.published IS NULL) IN (0, 1) LIMIT {FewRows.Latest}) a WHERE {Each(where)}", [.. where.Values]);
        }
    }

    // Without LIMIT, SQLite 3.35 makes a list of the articles of all claims that match before it looks at the first.
    private static string Each(Where claim) => $"EXISTS (SELECT 1 FROM claim c INDEXED BY claim_by_sentence {claim.And("c.article_id = a.id")} LIMIT 1)";

    private void Claim(Where where)
    {
        // Types of events are written in capitals, measures, relations and kinds of claims in small letters.
        where.AnyOf("(c.type IN {0} OR c.kind IN {0})", List(filter.Type)?.SelectMany(t => (string[])[t.ToUpperInvariant(), t.ToLowerInvariant()]));
        where.AnyOf("c.factuality IN {0}", List(filter.Factuality)?.Select(f => f.ToLowerInvariant()));
        where.If("c.modes LIKE '%|' || {0} || '|%'", filter.Mode);
        where.If("c.killed_min >= {0}", filter.MinKilled);
        place?.Narrow(where, "c.place_id", "c.place");
        where.If("c.score >= {0}", filter.Confidence);
        where.If("EXISTS (SELECT 1 FROM sentence s WHERE s.article_id = c.article_id AND s.number = c.sentence AND s.id IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH {0}))", words);
    }

    /// <summary>Too many sentences hold the words to begin with these.</summary>
    public bool AreWordsCommon => areWordsCommon ??= words is not null && !FewRows.Are(store, few.Indexed, "sentence_words WHERE sentence_words MATCH $1", words);

    private static string[]? List(string? words) => words?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
