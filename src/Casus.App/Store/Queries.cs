using System.Globalization;
using Casus.App.Fetch;

namespace Casus.App.Store;

/// <summary>The lists that commands show.</summary>
internal sealed class Queries(CasusStore store)
{
    /// <summary>Of the sums that are kept.</summary>
    public Totals Totals() => Rows(
        "SELECT (SELECT rows FROM total WHERE what = 'page'), (SELECT rows FROM total WHERE what = 'article'), (SELECT rows FROM total WHERE what = 'story'), (SELECT coalesce(sum(events), 0) FROM month_sum), (SELECT rows FROM total WHERE what = 'claim')",
        r => new Totals(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)))[0];

    /// <summary>What the column weight orders by, for people.</summary>
    public const string WeightSays = "the weightiest first: told by more stories and articles, more victims, material conflict, both sides and the place known; then the latest";

    /// <summary>The heaviest first, as the index event_by_weight has them.</summary>
    internal const string ByWeight = "weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id";

    internal const string Latest = "e.day_from IS NULL, coalesce(e.day_from, e.day_to) DESC, e.accounts DESC, e.id";

    internal const string Weightiest = $"e.weight DESC, {Latest}";

    /// <summary>The same as the first along an actor's own events.</summary>
    private const string ActorsLatest = $"x.undated, x.day DESC, {Latest}";

    /// <summary>The latest first, or by weight.</summary>
    /// <param name="many">So many match that the first of them are found soonest by walking in that order.</param>
    public List<EventRow> Events(Filter filter, bool byDay = false, bool many = false)
    {
        string order = byDay ? Latest : Weightiest;
        if (filter.Limit > 0 && EventMatch.OfList(store, filter)?.Stretch(store, byDay, filter.Skip, filter.Limit) is { } stretch)
        {
            return Events(new Where([stretch.Rows]), order, filter with { Skip = stretch.Skip }, EventStretch.From);
        }

        var narrowed = new Narrowed(store, filter);
        if (many && !(byDay && narrowed.IsByActor))
        {
            return byDay
                ? Events(narrowed.EventsFromLatest(), order, filter, "event e INDEXED BY event_by_latest")
                : Events(narrowed.EventsInPassing(), order, filter, "event e INDEXED BY event_by_weight");
        }

        (string from, Where where) = narrowed.EventsToWalk();
        return Events(where, order, filter, from, narrowed.IsByActor && byDay ? ActorsLatest : null);
    }

    /// <summary>How far linking has come, for <see cref="EventsSince"/>.</summary>
    public long LastLinkedArticle() => Rows("SELECT coalesce(max(a.rowid), 0) FROM edition e JOIN article a ON a.id = e.article_id", r => r.GetInt64(0))[0];

    /// <summary>Events that only articles tell which came after <paramref name="article"/>, by weight.</summary>
    public List<EventRow> EventsSince(long article)
    {
        var where = new Where();
        where.If("NOT EXISTS (SELECT 1 FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id WHERE x.event_id = e.id AND a.rowid <= {0})", article);
        return Events(where, Weightiest, Filter.None);
    }

    /// <summary>Those that an edition of the story tells, the heaviest first.</summary>
    public List<EventRow> EventsOfStory(string story)
    {
        var where = new Where();
        where.If("e.id IN (SELECT x.event_id FROM edition f JOIN claim c ON c.article_id = f.article_id JOIN event_claim x ON x.claim_id = c.id WHERE f.story_id = {0})", story);
        return Events(where, Weightiest, Filter.None);
    }

    /// <summary>The latest in which the actor itself has the role.</summary>
    /// <param name="role">"initiator" or "target".</param>
    public List<EventRow> EventsOfActor(string actor, string role, int limit)
    {
        var where = new Where();
        where.If($"x.actor_id = {{0}} AND x.undated IN (0, 1) AND x.roles & {(role == "initiator" ? 1 : 2)}", actor);
        return Events(where, Latest, Filter.None with { Limit = limit }, "actor_event x CROSS JOIN event e ON e.id = x.event_id", ActorsLatest);
    }

    /// <summary>Of a type and about these days, the weightiest first; what began more than a month before them is not looked at.</summary>
    public List<EventRow> EventsNear(string type, DateOnly first, DateOnly last, int limit)
    {
        var where = new Where();
        where.If("e.type = {0}", type);
        where.If($"{Reach.Of} IN (0, 1, 2) AND {Reach.Day} >= {{0}}", first.AddDays(-31));
        where.If($"{Reach.Day} <= {{0}}", last.AddDays(1));
        where.If("coalesce(e.day_to, e.day_from) >= {0}", first.AddDays(-1));
        return Events(where, Weightiest, Filter.None with { Limit = limit });
    }

    /// <summary>By their ids, in no order that means anything.</summary>
    public List<EventRow> EventsOf(IEnumerable<string> ids)
    {
        var where = new Where();
        where.AnyOf("e.id IN {0}", ids);
        return Events(where, Latest, Filter.None);
    }

    /// <summary>Which rows are shown is told by indexes as far as they reach; only these are read.</summary>
    /// <param name="order">Of the rows; <paramref name="walked"/>: the same in words of what is walked.</param>
    private List<EventRow> Events(Where where, string order, Filter filter, string from = "event e", string? walked = null) => Rows(
        $"SELECT e.id, e.type, e.factuality, e.initiators, e.targets, e.day_from, e.day_to, e.place_id, e.place, e.tolls, e.accounts, e.stories, e.articles, e.quad FROM {(filter.Limit == 0 ? $"{from} {where}" : $"(SELECT e.rowid AS row FROM {from} {where} ORDER BY {walked ?? order} {Limit(filter)}) n CROSS JOIN event e ON e.rowid = n.row")} ORDER BY {order}",
        r => new EventRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.Text(7), r.Text(8), TollCounts.Read(r.GetString(9)), r.GetInt64(10), r.GetInt64(11), r.GetInt64(12)) { Quad = r.GetInt32(13) },
        where.Values);

    public List<ClaimRow> Claims(Filter filter)
    {
        Where where = new Narrowed(store, filter).Claims();
        return Rows(
            $"SELECT c.id, c.article_id, c.kind, c.type, c.factuality, c.sentence, c.rank, c.initiators, c.targets, c.day_from, c.day_to, c.place, a.outlet, a.published FROM claim c JOIN article a ON a.id = c.article_id {where} ORDER BY a.published IS NULL, a.published DESC, c.article_id, c.position {Limit(filter)}",
            r => new ClaimRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.Number(6), r.Text(7), r.Text(8), r.Text(9), r.Text(10), r.Text(11), r.Text(12), r.Text(13)),
            where.Values);
    }

    public List<ArticleRow> Articles(Filter filter)
    {
        Where where = new Narrowed(store, filter).Articles();
        return Rows(
            $"SELECT a.id, a.title, a.outlet, a.published, a.language, length(a.text), (SELECT count(*) FROM claim c WHERE c.article_id = a.id), e.story_id, e.kind, p.name, a.address FROM article a JOIN page p ON p.id = a.page_id LEFT JOIN edition e ON e.article_id = a.id {where} ORDER BY a.published IS NULL, a.published DESC, a.id {Limit(filter)}",
            r => new ArticleRow(r.GetString(0), r.Text(1), r.Text(2), r.Text(3), r.GetString(4), r.GetInt64(5), r.GetInt64(6), r.Text(7), r.Text(8), r.GetString(9), r.Text(10)),
            where.Values);
    }

    /// <summary>The most printed first.</summary>
    public List<StoryRow> Stories(Filter filter) => Stories(filter, new Narrowed(store, filter));

    /// <param name="narrowed">The same filter: what it has looked up serves the count too.</param>
    public List<StoryRow> Stories(Filter filter, Narrowed narrowed) => Stories(filter, narrowed, "story s INDEXED BY story_by_editions CROSS JOIN edition e ON e.story_id = s.id AND e.position = 0 CROSS JOIN article a ON a.id = e.article_id", $"s.editions DESC, {ByPublication(filter)}");

    /// <summary>By the day of their first edition.</summary>
    public List<StoryRow> NewestStories(Filter filter) => NewestStories(filter, new Narrowed(store, filter));

    public List<StoryRow> NewestStories(Filter filter, Narrowed narrowed) => Stories(filter, narrowed, LatestStories, ByPublication(filter));

    /// <summary>The latest first. Of a time all are dated: SQLite would sort by what it knows to be constant, and walk all that matches for it.</summary>
    private static string ByPublication(Filter filter) => filter is { From: null, To: null } ? "a.published IS NULL, a.published DESC, s.id" : "a.published DESC, s.id";

    /// <summary>Stories by the day of publication, as far as an index has it.</summary>
    internal const string LatestStories = "article a CROSS JOIN edition e ON e.article_id = a.id AND e.position = 0 CROSS JOIN story s ON s.id = e.story_id";

    private List<StoryRow> Stories(Filter filter, Narrowed narrowed, string walked, string order)
    {
        Where where = narrowed.Articles();
        return Rows($"{SelectStory} FROM (SELECT s.rowid AS row FROM {walked} {where} ORDER BY {order} {Limit(filter)}) n CROSS JOIN story s ON s.rowid = n.row {EditionOfStory} ORDER BY {order}", Story, where.Values);
    }

    /// <summary>What <see cref="Story"/> reads.</summary>
    internal const string SelectStory = """
        SELECT s.id, s.editions, a.title, a.published,
            (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT coalesce(b.outlet, '?') AS outlet FROM edition f JOIN article b ON b.id = f.article_id WHERE f.story_id = s.id ORDER BY f.position)),
            (SELECT count(DISTINCT x.event_id) FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN edition f ON f.article_id = c.article_id WHERE f.story_id = s.id), substr(a.text, 1, 90)
        """;

    /// <summary>The first edition of story s, and its article.</summary>
    internal const string EditionOfStory = "JOIN edition e ON e.story_id = s.id AND e.position = 0 JOIN article a ON a.id = e.article_id";

    internal static StoryRow Story(Row row) => new(row.GetString(0), row.GetInt64(1), row.Text(2), row.Text(3), row.Text(4) ?? "", row.GetInt64(5)) { Begins = row.GetString(6) };

    public List<ActorRow> Actors(Filter filter)
    {
        Where where = Chosen(filter.Actor, filter.Exact);

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

    /// <summary>Actors of events, by how many name them; from the sums that linking wrote.</summary>
    public List<ActorRow> ActorsOfEvents(Filter filter)
    {
        Where where = Chosen(filter.Actor, exact: false);

        return Rows(
            $"{SelectSummed} {FromSummed} {where} ORDER BY {BySummed} DESC, a.actor_id {Limit(filter)}",
            Summed,
            where.Values);
    }

    internal const string SelectSummed = "SELECT a.actor_id, n.name, n.code, n.kind, a.initiator, a.target", FromSummed = "FROM actor_sum a LEFT JOIN actor n ON n.id = a.actor_id", BySummed = "(a.initiator + a.target)";

    internal static ActorRow Summed(Row row) => new(row.GetString(0), row.Text(1), row.Text(2), row.Text(3), row.GetInt64(4), row.GetInt64(5), 0);

    /// <summary>Actors that are called so, and who acts for them.</summary>
    internal Where Chosen(string? names, bool exact)
    {
        var where = new Where();
        where.AnyOf(exact ? "a.actor_id IN {0}" : "(a.actor_id IN {0} OR a.actor_id IN (SELECT w.actor_id FROM actor_whole w WHERE w.whole_id IN {0}))", names is null ? null : ActorChoice.Of(store, names).Ids);
        return where;
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

    private static string Limit(Filter filter) => filter.Limit > 0 ? string.Create(CultureInfo.InvariantCulture, $"LIMIT {filter.Limit} OFFSET {filter.Skip}") : "";

    private List<T> Rows<T>(string sql, Func<Row, T> make, params List<object?> values) => store.Read(() =>
    {
        using Statement statement = store.Prepare(sql);
        return statement.Rows(make, [.. values]);
    });
}
