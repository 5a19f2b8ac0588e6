using System.Text.Json;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>In which order events are listed.</summary>
internal enum EventOrder
{
    /// <summary>The latest first.</summary>
    Day,

    /// <summary>As <see cref="Queries.WeightSays"/>.</summary>
    Weight,

    /// <summary>As in a release.</summary>
    Id,
}

/// <summary>The lists that programs walk stretch by stretch. Filters are those of every other list.</summary>
internal sealed class ListQueries(CasusStore store)
{
    private static readonly SortKey[] ByDay = [new("(e.day_from IS NULL)"), new("coalesce(e.day_from, e.day_to)", Descending: true, Nullable: true), new("e.accounts", Descending: true), new("e.id")];

    private static readonly SortKey[] ByWeight = [new("e.weight", Descending: true), .. ByDay], ById = ByDay[^1..];

    /// <summary>As <see cref="ByDay"/> along an actor's own events.</summary>
    private static readonly SortKey[] ByActorsDay = [new("x.undated"), new("x.day", Descending: true), .. ByDay[2..]];

    private static readonly SortKey[] ByPublication = [new("(a.published IS NULL)"), new("a.published", Descending: true, Nullable: true)];

    /// <summary>Rows up to which a time is soonest listed by walking back from its last day; with more of them the walk would go on far beyond its first.</summary>
    private const int Walked = 1_000;

    /// <param name="many">As of <see cref="Queries.Events(Filter, bool, bool)"/>.</param>
    public Paged<Event> Events(Filter filter, EventOrder order, bool many, object?[]? after, int limit)
    {
        if (order != EventOrder.Id && EventMatch.OfList(store, filter) is { } match && (after is null ? match.Stretch(store, order == EventOrder.Day, 0, limit + 1) : match.Stretch(order == EventOrder.Day, after, limit + 1)) is { } stretch)
        {
            return Told(new Keyset(store, order == EventOrder.Day ? ByDay : ByWeight).Read("SELECT e.rowid", $"FROM {EventStretch.From}", () => new Where([stretch.Rows]), after, limit, r => r.GetInt64(0)));
        }

        var narrowed = new Narrowed(store, filter);
        many &= filter.From is null || limit <= Walked;
        (SortKey[] keys, string from, Func<Where> where) = (order, many, narrowed.IsByActor) switch
        {
            (EventOrder.Day, _, true) => (ByActorsDay, narrowed.EventsToWalk().From, Within),
            (EventOrder.Day, true, _) => (ByDay, "event e INDEXED BY event_by_latest", narrowed.EventsFromLatest),
            (EventOrder.Weight, true, _) => (ByWeight, "event e INDEXED BY event_by_weight", narrowed.EventsInPassing),
            (EventOrder.Id, true, _) => (ById, "event e", narrowed.EventsInPassing),
            _ => (order switch { EventOrder.Day => ByDay, EventOrder.Weight => ByWeight, _ => ById }, narrowed.EventsToWalk().From, (Func<Where>)Within),
        };
        // Which rows are shown is told by indexes as far as they reach; only these are read.
        return Told(new Keyset(store, keys).Read("SELECT e.rowid", $"FROM {from}", where, after, limit, r => r.GetInt64(0)));

        Where Within() => narrowed.EventsToWalk().Where;
    }

    private Paged<Event> Told(Paged<long> rows)
    {
        using Statement find = store.Prepare("SELECT e.record FROM json_each($1) k CROSS JOIN event e ON e.rowid = k.value");
        List<byte[]> records = store.Read(() => find.Rows(r => r.Bytes(0).ToArray(), $"[{string.Join(',', rows.Rows)}]"));
        return new(records.Count > Walked ? [.. records.AsParallel().AsOrdered().Select(r => EventJson.Read(r))] : [.. records.Select(r => EventJson.Read(r))], rows.Next);
    }

    /// <summary>The latest first. Texts are read of the rows alone that are shown.</summary>
    public Paged<ArticleLine> Articles(Filter filter, object?[]? after, int limit)
    {
        Paged<string> ids = new Keyset(store, [.. ByPublication, new("a.id")]).Read("SELECT a.id", "FROM article a", new Narrowed(store, filter).Articles, after, limit, r => r.GetString(0));
        using Statement find = store.Prepare("SELECT id, text_id, page_id, title, outlet, published, language, address, text FROM article WHERE id = $1");
        return new([.. ids.Rows.Select(id => find.Rows(Article, id)[0])], ids.Next);
    }

    /// <summary>The latest first, by their first editions.</summary>
    public Paged<StoryRow> Stories(Filter filter, object?[]? after, int limit)
    {
        Paged<long> rows = new Keyset(store, [.. ByPublication, new("s.id")]).Read("SELECT s.rowid", $"FROM {Queries.LatestStories}", new Narrowed(store, filter).Articles, after, limit, r => r.GetInt64(0));
        using Statement find = store.Prepare($"{Queries.SelectStory} FROM story s {Queries.EditionOfStory} WHERE s.rowid = $1");
        return new([.. rows.Rows.Select(row => find.Rows(Queries.Story, row)[0])], rows.Next);
    }

    /// <summary>Those of most events first.</summary>
    public Paged<ActorRow> Actors(string? names, object?[]? after, int limit) =>
        new Keyset(store, new(Queries.BySummed, Descending: true), new("a.actor_id")).Read(Queries.SelectSummed, Queries.FromSummed, () => new Queries(store).Chosen(names, exact: false), after, limit, Queries.Summed);

    /// <summary>The busiest pairs first.</summary>
    /// <param name="actor">Id of one of the two; null: all pairs.</param>
    public Paged<DyadRow> Dyads(string? actor, bool exact, object?[]? after, int limit)
    {
        string count = exact ? "d.exact_events" : "d.events";
        return new Keyset(store, new(count, Descending: true), new("d.first"), new("d.second")).Read(DyadQueries.SelectPair, "FROM dyad d", () =>
        {
            var where = new Where();
            where.If("(d.first = {0} OR d.second = {0})", actor);
            return where.And($"{count} > 0");
        }, after, limit, DyadQueries.Pair);
    }

    /// <summary>The longest first.</summary>
    public Paged<Episode> Episodes(Filter filter, object?[]? after, int limit) => new Keyset(store, new("p.events", Descending: true), new("p.id")).Read("SELECT p.record", "FROM episode p", () =>
    {
        var where = new Where();
        where.Days("p.day_from", "p.day_to", filter);
        return where;
    }, after, limit, r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.Episode)!);

    /// <summary>Claims that are no events, of the latest article first.</summary>
    /// <param name="kind">"statistic" or "relation".</param>
    public Paged<Claim> Beside(string kind, Filter filter, object?[]? after, int limit)
    {
        var narrowed = new Narrowed(store, filter);
        return new Keyset(store, [.. ByPublication, new("c.article_id"), new("c.position")]).Read("SELECT c.record", "FROM claim c INDEXED BY claim_beside_events JOIN article a ON a.id = c.article_id", () =>
        {
            Where where = narrowed.Claims(oneByOne: true);
            where.If("c.kind = {0}", kind);
            return where.And("c.kind <> 'event'");
        }, after, limit, r => Records.ReadClaim(kind, r.GetString(0)));
    }

    private static ArticleLine Article(Row r)
    {
        string text = r.GetString(8);
        return new(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Day(5), r.GetString(6), r.Text(7), new CodePoints(text).FromUtf16(text.Length));
    }
}
