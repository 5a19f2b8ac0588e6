using Casus.App.Store;
using Casus.Tests.App.Web;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>What a filter lets through is what the records say, whichever end the search begins at.</summary>
public sealed class NarrowedTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly FewRows[] Ways = [FewRows.Usual, new(0, 0, -1), new(int.MaxValue, int.MaxValue, int.MaxValue)];

    private const string Claims = "SELECT x.event_id AS event, c.article_id AS article, c.* FROM claim c LEFT JOIN event_claim x ON x.claim_id = c.id";

    private static readonly (Filter Filter, string Events, string Articles)[] Asked =
    [
        (new() { Mode = "aerial" }, "SELECT e.id FROM event e, json_each(e.record, '$.modes') m WHERE m.value = 'aerial'", "SELECT c.article_id FROM claim c, json_each(c.record, '$.modes') m WHERE m.value = 'aerial'"),
        (new() { Outlet = "bolan" }, $"SELECT event FROM ({Claims}) k JOIN article a ON a.id = k.article WHERE a.outlet LIKE '%bolan%'", "SELECT id FROM article WHERE outlet LIKE '%bolan%'"),
        (new() { Outlet = "o" }, $"SELECT event FROM ({Claims}) k JOIN article a ON a.id = k.article WHERE a.outlet LIKE '%o%'", "SELECT id FROM article WHERE outlet LIKE '%o%'"),
        (new() { Outlet = "%" }, "SELECT id FROM event WHERE 0", "SELECT id FROM article WHERE 0"),
        (new() { Factuality = "denied,historical" }, "SELECT id FROM event WHERE factuality IN ('denied', 'historical')", "SELECT article_id FROM claim WHERE factuality IN ('denied', 'historical')"),
        (new() { Text = "mosque" }, $"SELECT event FROM ({Claims}) k JOIN sentence s ON s.article_id = k.article AND s.number = k.sentence WHERE s.text LIKE '%mosque%'", "SELECT article_id FROM sentence WHERE text LIKE '%mosque%'"),
        (new("assault") { Text = "mosque", Confidence = 0.7 }, $"SELECT event FROM ({Claims}) k JOIN event e ON e.id = k.event JOIN sentence s ON s.article_id = k.article AND s.number = k.sentence WHERE s.text LIKE '%mosque%' AND e.type = 'ASSAULT' AND e.surest >= 0.7", $"SELECT article FROM ({Claims}) k JOIN sentence s ON s.article_id = k.article AND s.number = k.sentence WHERE s.text LIKE '%mosque%' AND k.type = 'ASSAULT' AND k.score >= 0.7"),
        (new("Killed,RELATION"), "SELECT id FROM event WHERE 0", "SELECT article_id FROM claim WHERE type = 'killed' OR kind = 'relation'"),
        (new(Actor: "PAK") { Exact = true, Factuality = "asserted" }, "SELECT e.id FROM event e JOIN event_actor a ON a.event_id = e.id WHERE a.actor_id = 'PAK' AND e.factuality = 'asserted'", "SELECT c.article_id FROM claim c JOIN claim_actor a ON a.claim_id = c.id AND a.article_id = c.article_id WHERE a.actor_id = 'PAK' AND c.factuality = 'asserted'"),
        (new(Actor: "PAK") { Outlet = "o", MinKilled = 1 }, $"SELECT event FROM ({Claims}) k JOIN article a ON a.id = k.article JOIN event e ON e.id = k.event JOIN actor_event x ON x.event_id = e.id WHERE a.outlet LIKE '%o%' AND e.killed_min >= 1 AND x.actor_id = 'PAK'", ""),
        (new(Actor: "PAK", From: new(2023, 1, 1)) { Mode = "aerial" }, "SELECT e.id FROM event e JOIN actor_event x ON x.event_id = e.id WHERE e.modes LIKE '%|aerial|%' AND x.actor_id = 'PAK' AND coalesce(e.day_to, e.day_from) >= '2023-01-01'", ""),
    ];

    [Fact]
    public void EveryWayFindsWhatTheRecordsSay()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        foreach ((Filter filter, string ofEvents, string ofArticles) in Asked)
        {
            string[] events = Ids(store, ofEvents, []), articles = ofArticles.Length == 0 ? [] : Ids(store, ofArticles, []);
            foreach (FewRows way in Ways)
            {
                Narrowed narrowed() => new(store, filter, way);
                (string From, Where Where)[] walks = [narrowed().EventsToWalk(), narrowed().EventsToCount(), ("event e", narrowed().Events()), ("event e", narrowed().EventsInPassing()), ("event e INDEXED BY event_by_latest", narrowed().EventsFromLatest())];
                Assert.All(walks, w => Assert.Equal(events, Ids(store, $"SELECT {(w.From.Contains("event e", StringComparison.Ordinal) ? "e.id" : "x.event_id")} FROM {w.From} {w.Where}", w.Where.Values)));
                if (ofArticles.Length > 0)
                {
                    Where where = narrowed().Articles();
                    Assert.Equal(articles, Ids(store, $"SELECT a.id FROM article a {where}", where.Values));
                }
            }

            Assert.True(filter.Outlet == "%" || events.Length + articles.Length > 0, $"{string.Join(' ', filter.Asked)} lets nothing through: the test shows nothing");
        }
    }

    [Fact]
    public void FiguresOfAnActorAreFoundFromEitherEnd()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        foreach ((string actor, bool exact) in ((string, bool)[])[("PAK", false), ("PAK", true), ("AFG", false), ("taliban", false)])
        {
            var narrowed = new Narrowed(store, new Filter(Actor: actor) { Exact = exact });
            Where each = narrowed.Claims(oneByOne: true), all = narrowed.Claims();
            string[] found = Ids(store, $"SELECT c.id FROM claim c JOIN article a ON a.id = c.article_id {all}", all.Values);
            Assert.NotEmpty(found);
            Assert.Equal(found, Ids(store, $"SELECT c.id FROM claim c JOIN article a ON a.id = c.article_id {each}", each.Values));
        }
    }

    private static string[] Ids(CasusStore store, string query, List<object?> values)
    {
        using Statement find = store.Prepare(query);
        return [.. find.Rows(r => r.Text(0), [.. values]).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }
}
