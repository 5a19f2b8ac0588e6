using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Events by actor: what linking keeps event by event is what one question over all events finds, and narrows as that does.</summary>
public sealed class ActorEventTests : IDisposable
{
    private static readonly string[] Tables = ["actor_event", "actor_month", "actor_place"];

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void RowsAreTheSameHoweverTheRecordGrew()
    {
        string[] pages = [.. Directory.GetFiles(Repository.Path("samples"), "*.html").Order(StringComparer.Ordinal).Take(12)];
        Assert.Equal(ExitCode.Ok, place.Run(["read", .. pages[..7], "--db", place.Store]).Exit);
        Assert.Equal(ExitCode.Ok, place.Run(["read", .. pages, "--db", place.Store]).Exit);
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        string[] kept = Rows(store);
        Assert.NotEmpty(kept);
        store.Connection.Run("DROP TABLE actor_event; DROP TABLE actor_month; DROP TABLE actor_place;");
        store.Connection.Run(Migrations.ActorEvents);
        Assert.Equal(kept, Rows(store));

        using Statement actors = store.Prepare("SELECT id FROM actor ORDER BY id");
        foreach (string actor in actors.Rows(r => r.GetString(0)))
        {
            foreach (bool exact in (bool[])[true, false])
            {
                Same(store, new Filter(Actor: actor) { Exact = exact });
                Same(store, new Filter("ASSAULT", Actor: actor, From: new DateOnly(2024, 1, 1)) { Exact = exact });
            }
        }
    }

    /// <summary>Lists, counts and sums agree, whichever way each takes.</summary>
    private static void Same(CasusStore store, Filter filter)
    {
        var queries = new Queries(store);
        string[] ids = [.. queries.Events(filter, byDay: true).Select(e => e.Id)];
        Assert.Equal(ids, queries.Events(filter, byDay: true, many: true).Select(e => e.Id));
        Assert.Equal(queries.Events(filter).Select(e => e.Id), queries.Events(filter, many: true).Select(e => e.Id));
        Assert.Equal(ids.Order(StringComparer.Ordinal), queries.Events(filter with { MinKilled = null }).Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Length, new RecordCounts(store).Events(filter));
        var times = new TimeQueries(store, filter);
        Assert.Equal(ids.Length, times.All);
        using Statement all = store.Prepare($"SELECT count(*) FROM event e {new Narrowed(store, filter).Events()}");
        Assert.Equal((long)ids.Length, all.Scalar([.. new Narrowed(store, filter).Events().Values]));
    }

    private static string[] Rows(CasusStore store) => [.. Tables.SelectMany(table =>
    {
        using Statement all = store.Prepare($"SELECT * FROM {table}");
        return all.Rows(r => table + ": " + string.Join(' ', Enumerable.Range(0, r.FieldCount).Select(r.GetValue)));
    }).Order(StringComparer.Ordinal)];
}
