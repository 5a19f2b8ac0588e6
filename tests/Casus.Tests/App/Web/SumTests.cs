using System.Globalization;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Claims;
using Casus.Events;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>What the overview adds up is what the record holds, whether summed by linking, by a migration or on the spot.</summary>
public sealed class SumTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    /// <summary>Narrows to what is there, so that nothing is taken from the sums that linking wrote.</summary>
    private static readonly Filter All = new() { Confidence = 0 };

    [Fact]
    public void SumsOfLinkingAreThoseOfTheEvents()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        TimeQueries summed = new(store, Filter.None), counted = new(store, All);
        Assert.Equal(counted.Types().AsEnumerable(), summed.Types());
        Assert.Equal(new MapQueries(store).Places(All, counted, 1000).Places, new MapQueries(store).Places(Filter.None, summed, 1000).Places);
        Assert.Equal(counted.Bins().Bins.Select(b => (b.From, b.All, b.Killed)), summed.Bins().Bins.Select(b => (b.From, b.All, b.Killed)));
        Assert.Equal((counted.Bins().Earlier, counted.Bins().Since), (summed.Bins().Earlier, summed.Bins().Since));
        Assert.Equal(store.Connection.Value<long>("SELECT count(*) FROM event"), summed.All);
    }

    [Fact]
    public void RowsAreCountedAsTheyCome()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        long Rows(string table) => store.Connection.Value<long>("SELECT count(*) FROM " + table);
        Assert.Equal(new Totals(Rows("page"), Rows("article"), Rows("story"), Rows("event"), Rows("claim")), new Queries(store).Totals());
        Assert.Equal(Rows("event"), new ReviewQueue(store).First(1).All);
    }

    [Theory]
    [InlineData("2024-12-24", "2024-12-24")]
    [InlineData("2024-11-30", "2025-03-02")]
    [InlineData("2024-01-01", "2024-12-31")]
    [InlineData("2023-03-01", "2025-10-12")]
    [InlineData("2025-10-05", "2025-11-30")]
    public void ATimeIsEnteredWhereItBegins(string from, string to)
    {
        (DateOnly first, DateOnly last) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
        using CasusStore store = CasusStore.OpenReading(console.Store);
        Event[] all = [.. new Walks(store).Events()];
        Assert.Contains(all, e => e.Time.Value is { Earliest: { } a, Latest: { } b } && a.Year != b.Year);
        Event[] within = [.. all.Where(e => (e.Time.Value.Latest ?? e.Time.Value.Earliest) >= first && (e.Time.Value.Earliest ?? e.Time.Value.Latest) <= last)];
        Assert.NotEmpty(within);
        Assert.Equal(within.Select(e => e.Id).Order(), new Queries(store).Events(new Filter(From: first, To: last)).Select(e => e.Id).Order());
        Assert.Equal(within.Length, new RecordCounts(store).Events(new Filter(From: first, To: last)));
        TimeQueries bins = new(store, new Filter(From: first, To: last)), spot = new(store, All with { From = first, To = last });
        Assert.Equal(spot.Types().AsEnumerable(), bins.Types());
        Assert.Equal(spot.Bins().Bins.Select(b => (b.From, b.All, b.Killed)), bins.Bins().Bins.Select(b => (b.From, b.All, b.Killed)));
        foreach (string measure in (string[])["killed", "injured", "displaced"])
        {
            Toll[] counted = [.. all.Where(e => e.Time.Value.Earliest >= first && e.Time.Value.Latest <= last).SelectMany(e => e.Tolls).Select(t => t.Value).Where(t => t.Kind.ToString().Equals(measure, StringComparison.OrdinalIgnoreCase))];
            var series = new StatisticSeries(measure, null, null, first, last, []);
            Assert.Equal(new RecordCount(counted.Length, counted.Sum(t => t.Min), counted.All(t => t.Max is not null) ? counted.Sum(t => t.Max!.Value) : null), new StatisticQueries(store).Counted(series));
        }
    }

    [Fact]
    public void WalkingInOrderFindsTheSameRows()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        var queries = new Queries(store);
        foreach (Filter filter in (Filter[])[Filter.None, new("ASSAULT,COERCE"), new(Actor: "PAK", From: new DateOnly(2024, 1, 1)), new(From: new DateOnly(2024, 3, 5), To: new DateOnly(2025, 3, 19)), new(Place: "Afghanistan"), new() { MinKilled = 1, Factuality = "asserted" }, new() { Text = "killed", Confidence = 0.5, Outlet = "a" }])
        {
            foreach (bool byDay in (bool[])[true, false])
            {
                Filter page = filter with { Limit = 20, Skip = 3 };
                Assert.Equal(queries.Events(page, byDay).Select(e => e.Id), queries.Events(page, byDay, many: true).Select(e => e.Id));
            }
        }
    }

    [Fact]
    public void CountsAreThoseOfTheRows()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        foreach (Filter filter in (Filter[])[
            Filter.None, new("ASSAULT"), new("assault,CONSULT", From: new DateOnly(2024, 1, 1), To: new DateOnly(2024, 12, 31)), new(From: new DateOnly(2022, 12, 1)), new(To: new DateOnly(2023, 1, 31)), new(Actor: "PAK"), new("ASSAULT", "PAK"),
            new(Actor: "PAK") { Exact = true }, new(Actor: "PAK", From: new DateOnly(2023, 1, 5), To: new DateOnly(2024, 12, 24)), new(Actor: "PAK", To: new DateOnly(2024, 1, 1)) { Exact = true }, new(Actor: "nobody at all"), new(Place: "Kabul")])
        {
            Assert.Equal(new Queries(store).Events(filter).Count, new RecordCounts(store).Events(filter));
            Assert.Equal(Math.Min(3, new Queries(store).Events(filter).Count), new RecordCounts(store).Events(filter, 3));
        }
    }

    [Fact]
    public void AStretchOfATimeIsTheSameHoweverManyMatchAndAreAskedFor()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        var lists = new ListQueries(store);
        var filter = new Filter(From: new DateOnly(2024, 3, 5), To: new DateOnly(2025, 3, 19));
        string[] walked = [.. lists.Events(filter, EventOrder.Day, many: true, null, 1_000).Rows.Select(e => e.Id)];
        Assert.NotEmpty(walked);
        Assert.Equal(walked, lists.Events(filter, EventOrder.Day, many: true, null, 50_000).Rows.Select(e => e.Id));
        Assert.Equal(walked, lists.Events(filter, EventOrder.Day, many: false, null, 1_000).Rows.Select(e => e.Id));
    }

    [Fact]
    public void AnActorOfManyClaimsHasTheSameArticles()
    {
        const int Many = 5_001;
        using var folder = new Workplace();
        string copy = folder.Path("copy.db");
        using (CasusStore whole = CasusStore.OpenExisting(console.Store))
        {
            whole.Connection.Run($"VACUUM INTO '{copy}'");
        }

        using CasusStore store = CasusStore.OpenExisting(copy);
        Filter[] filters = [new(Actor: "PAK"), new(Actor: "PAK") { Exact = true }, new("ASSAULT", "PAK", From: new DateOnly(2023, 1, 1)), new(Actor: "PAK,AFG") { Outlet = "a" }];
        string[][] Found() => [.. filters.Select(f => new Queries(store).Articles(f).Select(a => a.Id).ToArray()), .. filters.Select(f => new Queries(store).NewestStories(f with { Limit = 100 }).Select(s => s.Id).ToArray())];
        string[][] few = Found();
        Assert.All(few, Assert.NotEmpty);
        // Claims of no article weigh in what is counted and are found by nobody.
        store.Connection.Run($"WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {Many}) INSERT INTO claim_actor SELECT 'PAK', 'party', 'none', 'c-' || k FROM n");
        Assert.Equal(few, Found());
    }

    [Fact]
    public void AStoreOfVersion10GetsThem()
    {
        using var place = new Workplace();
        File.Copy(console.Store, place.Store);
        TypeSum[] before;
        long dissent;
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            before = [.. new TimeQueries(store, Filter.None).Types()];
            dissent = store.Connection.Value<long>("SELECT sum(dissent) FROM event");
            store.Connection.Run(OlderStores.OfVersion10 + "PRAGMA user_version = 10;");
        }

        using CasusStore migrated = CasusStore.OpenExisting(place.Store);
        Assert.Equal(before, new TimeQueries(migrated, Filter.None).Types());
        Assert.Equal(dissent, migrated.Connection.Value<long>("SELECT sum(dissent) FROM event"));
        Assert.True(dissent > 0);
    }

    [Fact]
    public void TheSamePairsGiveTheSamePicture()
    {
        NetworkEdge[] edges = [new("A", "B", 3, 0), new("B", "C", 0, 2), new("D", "E", 1, 1)];
        Assert.Equal(NetworkLayout.Of(edges), NetworkLayout.Of([.. edges.Reverse()]).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary());
        Assert.All(NetworkLayout.Of(edges).Values, at => Assert.InRange(at.X, 0, 1));
    }

    [Fact]
    public void PiecesOfATextAreAllOfIt()
    {
        var whole = new TextSpan(3, 40);
        TextPiece[] pieces = [.. LayeredText.Of(whole, [new(new(0, 10), "actor", "a"), new(new(5, 20), "toll", "b"), new(new(39, 50), "place", "c")], new TextSpan(8, 12))];
        Assert.Equal(whole.Begin, pieces[0].Span.Begin);
        Assert.Equal(whole.End, pieces[^1].Span.End);
        Assert.All(pieces.Zip(pieces.Skip(1)), p => Assert.Equal(p.First.Span.End, p.Second.Span.Begin));
        Assert.Contains(pieces, p => p.Marked && p.Layers.SequenceEqual(["actor", "toll"]));
    }
}
