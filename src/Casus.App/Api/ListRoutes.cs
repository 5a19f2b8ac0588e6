using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>Lists: each with the filters of the one filter bar as far as they bear on it.</summary>
internal static class ListRoutes
{
    private static readonly ImmutableArray<ApiParameter> Days = [.. ApiParameter.Filter.Where(p => p.Name is FilterForm.From or FilterForm.To)], Who = [.. ApiParameter.Filter.Where(p => p.Name == FilterForm.Actor)];

    private static readonly ApiParameter Words = new("q", "text", "Words that must stand in one sentence, in any form. \"side by side\", begin*, OR and -not are understood.") { Required = true }, Exact = new(FilterForm.Exact, "flag", "Only pairs that events name themselves.");

    public static readonly ImmutableArray<ApiRoute> All =
    [
        ApiRoute.List("/events", "events", "Events that match, with tolls, places and actors.", PublishedTable.Find("events")!, ApiJson.Readable.PageEventLine, [.. ApiParameter.Filter, ApiParameter.By], OrderOfEvents, Events, "?type=ASSAULT&min-killed=1&limit=2"),
        ApiRoute.List("/articles", "articles", "Articles, the latest first.", PublishedTable.Find("articles")!, ApiJson.Readable.PageArticleLine, ApiParameter.Filter, _ => ("published", "nSs"), (call, after, limit) => call.Read(s => new ListQueries(s).Articles(call.Filter, after, limit))),
        ApiRoute.List("/stories", "stories", "Stories, the latest first: texts with their editions.", ApiTables.Stories, ApiJson.Readable.PageStoryLine, ApiParameter.Filter, _ => ("published", "nSs"), (call, after, limit) => Of(call.Read(s => new ListQueries(s).Stories(call.Filter, after, limit)), r => new StoryLine(r.Id, r.Title, Json.Day(r.Published), r.Outlets, r.Editions, r.Events))),
        ApiRoute.List("/actors", "actors", "Actors that events name, those of most events first.", ApiTables.Actors, ApiJson.Readable.PageActorLine, Who, _ => ("events", "ns"), (call, after, limit) => Of(call.Read(s => new ListQueries(s).Actors(call.Word(FilterForm.Actor), after, limit)), r => new ActorLine(r.Id, r.Name, r.Code, r.Kind, r.AsInitiator, r.AsTarget))),
        ApiRoute.List("/dyads", "dyads", "Pairs of actors, the busiest first.", ApiTables.Pairs, ApiJson.Readable.PagePairLine, [.. Who, Exact], call => (call.Flag(FilterForm.Exact) ? "exact" : "events", "nss"), Dyads),
        ApiRoute.List("/episodes", "episodes", "Chains of events that answer, cause, follow or make up one another, the longest first.", ApiTables.Episodes, ApiJson.Readable.PageEpisodeRow, Days, _ => ("length", "ns"), (call, after, limit) => Of(call.Read(s => new ListQueries(s).Episodes(call.Filter, after, limit)), e => new EpisodeRow(e.Id, e.From, e.To, e.Events))),
        ApiRoute.List("/statistics", "statistics", "Figures about periods, as articles tell them; never events.", PublishedTable.Find("statistics")!, ApiJson.Readable.PageStatisticLine, ApiParameter.Filter, _ => ("published", "nSsn"), (call, after, limit) => Of(call.Read(s => new ListQueries(s).Beside("statistic", call.Filter, after, limit)), c => LineMaker.Statistic((StatisticClaim)c))),
        ApiRoute.List("/relations", "relations", "States between two actors, as articles tell them.", PublishedTable.Find("relations")!, ApiJson.Readable.PageRelationLine, ApiParameter.Filter, _ => ("published", "nSsn"), (call, after, limit) => Of(call.Read(s => new ListQueries(s).Beside("relation", call.Filter, after, limit)), c => LineMaker.Relation((RelationClaim)c))),
        ApiRoute.List("/judgements", "judgements", "What people have judged, in the order of judging, and what became of it.", PublishedTable.Find("judgements")!, ApiJson.Readable.PageJudgementLine, [], _ => ("seq", "n"), Judgements),
        ApiRoute.List("/search", "search", "Sentences that hold words, the best first; the same sentence once, in its earliest article.", ApiTables.Found, ApiJson.Readable.PageFoundLine, [Words, .. ApiParameter.Filter.Where(p => p.Name != FilterForm.Text)], _ => ("rank", "nsn"), Search, "?q=killed&limit=2"),
        ApiRoute.List("/codebook", "codebook", "Types of events and what they mean.", ApiTables.Types, ApiJson.Readable.PageTypeLine, [], _ => ("type", "s"), Types),
    ];

    public static PairLine Pair(DyadRow r) => new(r.First, r.Second, r.Events, r.ExactEvents, r.Hostile, r.Cooperative, r.Killed, r.FirstMonth, r.LastMonth);

    private static (string, string) OrderOfEvents(ApiCall call) => Order(call) switch { EventOrder.Day => ("day", "nSns"), EventOrder.Weight => ("weight", "nnSns"), _ => ("id", "s") };

    private static EventOrder Order(ApiCall call) => call.OneOf(ApiParameter.By.Name, ApiParameter.By.OneOf) is { } word ? Enum.GetValues<EventOrder>().First(o => Json.Word(o) == word) : EventOrder.Day;

    private static Paged<EventLine> Events(ApiCall call, object?[]? after, int limit)
    {
        var lines = new LineMaker(call.Request.World.Knowledge);
        Filter filter = call.OfEvents;
        return Of(call.Read(store => new ListQueries(store).Events(filter, Order(call), call.IsMany(store), after, limit)), lines.Event);
    }

    private static Paged<PairLine> Dyads(ApiCall call, object?[]? after, int limit) => Of(
        call.Read(store =>
        {
            string? actor = call.Word(FilterForm.Actor) is { } word ? ApiCall.Checked(FilterForm.Actor, () => NamedActor.Find(store, call.Request.World.Knowledge.Actors, word).Id) : null;
            return new ListQueries(store).Dyads(actor, call.Flag(FilterForm.Exact), after, limit);
        }), Pair);

    private static Paged<JudgementLine> Judgements(ApiCall call, object?[]? after, int limit) => call.Read(store =>
    {
        long seq = after?[0] as long? ?? 0;
        List<JudgementLine> rows = [.. new Walks(store).Judgements(named: false).Where(j => j.Seq > seq).Take(limit + 1)];
        return rows.Count > limit ? new Paged<JudgementLine>(rows[..limit], [rows[limit - 1].Seq]) : new(rows, null);
    });

    private static Paged<FoundLine> Search(ApiCall call, object?[]? after, int limit)
    {
        string words = call.Word("q")!;
        Filter filter = call.Filter with { Limit = limit };
        (List<FoundSentence> found, long _, object?[]? next) = call.Read(store => new SentenceSearch(store).Find(words, filter, after));
        return new([.. found.Select(f => new FoundLine(f.ArticleId, f.Number, f.Text, f.Title, f.Outlet, Json.Day(f.Published), f.Address, [.. f.Events?.Split(' ') ?? []], f.Others))], next);
    }

    private static Paged<TypeLine> Types(ApiCall call, object?[]? after, int limit)
    {
        TypeLine[] all = [.. call.Request.World.Knowledge.Ontology.Types.OrderBy(t => t.Name, StringComparer.Ordinal).Where(t => after is null || string.CompareOrdinal(t.Name, (string)after[0]!) > 0).Select(TypeAnswer.Line)];
        return new([.. all.Take(limit)], all.Length > limit ? [all[limit - 1].Type] : null);
    }

    private static Paged<TRow> Of<T, TRow>(Paged<T> page, Func<T, TRow> row) => new([.. page.Rows.Select(row)], page.Next);
}
