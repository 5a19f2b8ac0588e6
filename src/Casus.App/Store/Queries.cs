using System.Globalization;
using Casus.App.Fetch;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>What <c>show</c> and <c>export</c> may narrow by. Null: not narrowed.</summary>
/// <param name="Actor">Id, the last part of an id (TTP of PAK.TTP), or part of a name.</param>
/// <param name="Place">Id or part of a name, also of what holds the place.</param>
/// <param name="From">First day, <paramref name="To"/> last day, both included.</param>
/// <param name="Limit">Rows; 0 for all.</param>
internal sealed record Filter(string? Type = null, string? Actor = null, string? Place = null, DateOnly? From = null, DateOnly? To = null, int Limit = 0)
{
    public static Filter None { get; } = new();
}

internal sealed record EventRow(string Id, string Type, string Factuality, string Initiators, string Targets, string? From, string? To, string? PlaceId, string? Place, TollCount[] Tolls, long Accounts, long Stories, long Articles);

internal sealed record ClaimRow(string Id, string ArticleId, string Kind, string Type, string Factuality, long Sentence, long? Rank, string? Initiators, string? Targets, string? From, string? To, string? Place, string? Outlet, string? Published);

internal sealed record ArticleRow(string Id, string? Title, string? Outlet, string? Published, string Language, long Characters, long Claims, string? StoryId, string? Edition, string PageName, string? Address);

internal sealed record StoryRow(string Id, long Editions, string? Title, string? Published, string Outlets, long Events);

internal sealed record ActorRow(string Id, string? Name, string? Code, string? Kind, long AsInitiator, long AsTarget, long Claims);

internal sealed record PageRow(string Id, string Name, string Outcome, string? Reason, string? Detail, string? ArticleId, long Size, string ReadAt, long Sightings)
{
    /// <summary>As the supplier stated it; null where none was.</summary>
    public string? Address { get; init; }

    /// <summary>Null for what is out of no archive.</summary>
    public ArchivePlace? Place { get; init; }
}

/// <summary>Counts over the whole store.</summary>
internal sealed record Totals(long Pages, long Articles, long Stories, long Events, long Claims);

/// <summary>The lists that commands show.</summary>
internal sealed class Queries(CasusStore store)
{
    public Totals Totals() => Rows(
        "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM article), (SELECT count(*) FROM story), (SELECT count(*) FROM event), (SELECT count(*) FROM claim)",
        r => new Totals(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)))[0];

    /// <summary>What <see cref="Weight"/> orders by, for people.</summary>
    public const string WeightSays = "the weightiest first: told by more stories and articles, more victims, material conflict, both sides and the place known; then the latest";

    /// <summary>
    /// Points: 4 for each further story (at most 12), 2 for each further article (at most 4); 2 for a count of victims, 2 more for each
    /// decade of them; 3 for material and 1 for verbal conflict; 1 for an initiator, a target, a place each; less 6 for what is told as history.
    /// </summary>
    private const string Weight = """
        4 * min(e.stories - 1, 3) + 2 * min(e.articles - 1, 2)
        + CASE WHEN e.killed_min IS NULL AND e.injured_min IS NULL THEN 2 * (e.tolls <> '[]') ELSE 2 * length(coalesce(e.killed_min, 0) + coalesce(e.injured_min, 0)) END
        + CASE e.quad WHEN 4 THEN 3 WHEN 3 THEN 1 ELSE 0 END
        + (e.initiators <> '') + (e.targets <> '') + (e.place IS NOT NULL) - 6 * (e.factuality = 'historical')
        """;

    /// <summary>The latest first, or by <see cref="Weight"/>.</summary>
    public List<EventRow> Events(Filter filter, bool byDay = false)
    {
        string first = byDay ? "" : $"{Weight} DESC, ";
        var where = new Where();
        where.Equal("e.type", filter.Type?.ToUpperInvariant());
        where.Actor("EXISTS (SELECT 1 FROM event_actor a LEFT JOIN actor n ON n.id = a.actor_id WHERE a.event_id = e.id AND {0}) OR e.initiators LIKE {1} OR e.targets LIKE {1}", filter.Actor);
        where.Like("(e.place_within LIKE {0} OR e.place LIKE {0})", filter.Place);
        where.Days("e.day_from", "e.day_to", filter);
        return Events(where, first, filter);
    }

    /// <summary>How far linking has come, for <see cref="EventsSince"/>.</summary>
    public long LastLinkedArticle() => Rows("SELECT coalesce(max(a.rowid), 0) FROM edition e JOIN article a ON a.id = e.article_id", r => r.GetInt64(0))[0];

    /// <summary>Events that only articles tell which came after <paramref name="article"/>, by <see cref="Weight"/>.</summary>
    public List<EventRow> EventsSince(long article)
    {
        var where = new Where();
        where.Above("NOT EXISTS (SELECT 1 FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id WHERE x.event_id = e.id AND a.rowid <= {0})", article);
        return Events(where, $"{Weight} DESC, ", Filter.None);
    }

    private List<EventRow> Events(Where where, string first, Filter filter) => Rows(
        $"SELECT e.id, e.type, e.factuality, e.initiators, e.targets, e.day_from, e.day_to, e.place_id, e.place, e.tolls, e.accounts, e.stories, e.articles FROM event e {where} ORDER BY {first}e.day_from IS NULL, coalesce(e.day_from, e.day_to) DESC, e.accounts DESC, e.id {Limit(filter)}",
        r => new EventRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.Text(7), r.Text(8), TollCounts.Read(r.GetString(9)), r.GetInt64(10), r.GetInt64(11), r.GetInt64(12)),
        where.Values);

    public List<ClaimRow> Claims(Filter filter)
    {
        var where = new Where();
        where.Like("(c.type LIKE {0} OR c.kind LIKE {0})", filter.Type);
        where.Actor("EXISTS (SELECT 1 FROM claim_actor a LEFT JOIN actor n ON n.id = a.actor_id WHERE a.article_id = c.article_id AND a.claim_id = c.id AND {0}) OR c.initiators LIKE {1} OR c.targets LIKE {1}", filter.Actor);
        where.Like("(c.place_id LIKE {0} OR c.place LIKE {0})", filter.Place);
        where.Days("c.day_from", "c.day_to", filter);
        return Rows(
            $"SELECT c.id, c.article_id, c.kind, c.type, c.factuality, c.sentence, c.rank, c.initiators, c.targets, c.day_from, c.day_to, c.place, a.outlet, a.published FROM claim c JOIN article a ON a.id = c.article_id {where} ORDER BY a.published IS NULL, a.published DESC, c.article_id, c.position {Limit(filter)}",
            r => new ClaimRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.Number(6), r.Text(7), r.Text(8), r.Text(9), r.Text(10), r.Text(11), r.Text(12), r.Text(13)),
            where.Values);
    }

    public List<ArticleRow> Articles(Filter filter)
    {
        var where = new Where();
        where.Days("a.published", "a.published", filter);
        return Rows(
            $"SELECT a.id, a.title, a.outlet, a.published, a.language, length(a.text), (SELECT count(*) FROM claim c WHERE c.article_id = a.id), e.story_id, e.kind, p.name, a.address FROM article a JOIN page p ON p.id = a.page_id LEFT JOIN edition e ON e.article_id = a.id {where} ORDER BY a.published IS NULL, a.published DESC, a.id {Limit(filter)}",
            r => new ArticleRow(r.GetString(0), r.Text(1), r.Text(2), r.Text(3), r.GetString(4), r.GetInt64(5), r.GetInt64(6), r.Text(7), r.Text(8), r.GetString(9), r.Text(10)),
            where.Values);
    }

    public List<StoryRow> Stories(Filter filter)
    {
        var where = new Where();
        where.Days("a.published", "a.published", filter);
        return Rows(
            $"""
            SELECT s.id, s.editions, a.title, a.published,
                (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT coalesce(b.outlet, '?') AS outlet FROM edition f JOIN article b ON b.id = f.article_id WHERE f.story_id = s.id ORDER BY f.position)),
                (SELECT count(DISTINCT x.event_id) FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN edition f ON f.article_id = c.article_id WHERE f.story_id = s.id)
            FROM story s JOIN edition e ON e.story_id = s.id AND e.position = 0 JOIN article a ON a.id = e.article_id {where}
            ORDER BY s.editions DESC, a.published IS NULL, a.published DESC, s.id {Limit(filter)}
            """,
            r => new StoryRow(r.GetString(0), r.GetInt64(1), r.Text(2), r.Text(3), r.Text(4) ?? "", r.GetInt64(5)),
            where.Values);
    }

    public List<ActorRow> Actors(Filter filter)
    {
        var where = new Where();
        where.Actor("{0} OR n.name LIKE {1}", filter.Actor);
        return Rows(
            $"""
            SELECT a.actor_id, n.name, n.code, n.kind,
                (SELECT count(*) FROM event_actor e WHERE e.actor_id = a.actor_id AND e.role = 'initiator') AS first,
                (SELECT count(*) FROM event_actor e WHERE e.actor_id = a.actor_id AND e.role = 'target') AS second,
                count(DISTINCT a.article_id || a.claim_id)
            FROM claim_actor a LEFT JOIN actor n ON n.id = a.actor_id {where}
            GROUP BY a.actor_id ORDER BY first + second DESC, a.actor_id {Limit(filter)}
            """,
            r => new ActorRow(r.GetString(0), r.Text(1), r.Text(2), r.Text(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6)),
            where.Values);
    }

    public List<PageRow> Pages(Filter filter)
    {
        var where = new Where();
        where.Like("(p.outcome LIKE {0} OR p.reason LIKE {0})", filter.Type);
        return Rows(
            $"SELECT p.id, p.name, p.outcome, p.reason, p.detail, p.article_id, p.size, p.read_at, (SELECT count(*) FROM sighting s WHERE s.page_id = p.id), p.address, p.record_id, p.record_at, p.captured_at FROM page p {where} ORDER BY p.name, p.id {Limit(filter)}",
            r => new PageRow(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Text(5), r.GetInt64(6), r.GetString(7), r.GetInt64(8)) { Address = r.Text(9), Place = r.Place(10) },
            where.Values);
    }

    private static string Limit(Filter filter) => filter.Limit > 0 ? "LIMIT " + filter.Limit.ToString(CultureInfo.InvariantCulture) : "";

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> make, params List<object?> values) => store.Read(() =>
    {
        using Statement statement = store.Prepare(sql);
        return statement.Rows(make, [.. values]);
    });
}

/// <summary>The conditions of a query, with their values in $1, $2 …</summary>
internal sealed class Where
{
    private readonly List<string> conditions = [];

    public List<object?> Values { get; } = [];

    public void Equal(string column, string? value)
    {
        if (value is not null)
        {
            conditions.Add($"{column} = {Add(value)}");
        }
    }

    /// <param name="condition">{0} stands for the pattern.</param>
    public void Like(string condition, string? part)
    {
        if (part is not null)
        {
            conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, Add("%" + part + "%")));
        }
    }

    /// <param name="condition">{0} stands for "the actor's id is meant, or its name", {1} for a pattern of the words.</param>
    public void Actor(string condition, string? actor)
    {
        if (actor is null)
        {
            return;
        }

        string id = Add(actor), last = Add("%." + actor), words = Add("%" + actor + "%");
        conditions.Add("(" + string.Format(CultureInfo.InvariantCulture, condition, $"(a.actor_id LIKE {id} OR a.actor_id LIKE {last} OR n.name LIKE {words} OR n.code LIKE {id})", words) + ")");
    }

    /// <param name="condition">{0} stands for the number.</param>
    public void Above(string condition, long number) => conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, Add(number)));

    /// <summary>What may have happened in the time asked for. A row without days never did.</summary>
    public void Days(string first, string last, Filter filter)
    {
        if (filter.From is { } from)
        {
            conditions.Add($"coalesce({last}, {first}) >= {Add(from)}");
        }

        if (filter.To is { } to)
        {
            conditions.Add($"coalesce({first}, {last}) <= {Add(to)}");
        }
    }

    /// <summary>With one more condition that has no values.</summary>
    public Where And(string condition)
    {
        conditions.Add(condition);
        return this;
    }

    public override string ToString() => conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);

    private string Add(object value)
    {
        Values.Add(value);
        return "$" + Values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
