using System.Diagnostics;
using System.Globalization;
using System.Net;
using Casus.App.Commands;
using Casus.App.Store;
using Casus.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.Bench;

/// <summary>
/// <c>--console [N] [STORE] [VIEW]</c>: how long the console's views take from request to last byte on a record of N events (1,000,000 unless told): the events
/// of samples/, each many times on other days, with their actors, places and months. To every ten events there is an article with a story, sentences and claims
/// of events, copies of those of the samples; what is opened is an original. With VIEW only addresses that hold it are asked, and none under load.
/// </summary>
internal static class ConsoleFigures
{
    private const int Rounds = 20, Warming = 200;

    /// <summary>Events for each copy of an article with its sentences.</summary>
    private const int EventsOfArticle = 10;

    private static readonly string[] Views =
    [
        "/", "/?type=ASSAULT&from=2021&to=2022", "/?actor=PAK", "/?confidence=0.95", "/?factuality=denied", "/?mode=aerial", "/?place=Kabul", "/?min-killed=10", "/?outlet=Attock", "/?actor=PAK,AFG", "/?text=mosque", "/?text=killed", "/events", "/events?page=100", "/events?by=weight", "/events?confidence=0.9", "/events?type=ASSAULT&min-killed=10", "/events?actor=PAK&from=2020-01&to=2020-12", "/events?place=Kabul", "/events?mode=cyber", "/events?factuality=denied", "/events?outlet=Attock", "/events?text=mosque", "/events?text=killed", "/events?actor=PAK&outlet=Bolan", "/events?actor=PAK,AFG", "/events?factuality=reported&page=150",
        "/stories", "/stories?by=editions", "/stories?min-killed=500", "/stories?min-killed=40", "/stories?confidence=0.99", "/stories?factuality=denied", "/stories?mode=cyber", "/dyads", "/dyads/AFG/PAK", "/actors/PAK", "/network", "/network?month=2020-05", "/statistics", "/statistics?actor=PAK", "/search?q=killed", "/search?q=mosque+bomber", "/review", "/codebook",
        "/api/v1/events", "/api/v1/events?by=weight", "/api/v1/events?type=ASSAULT&min-killed=10", "/api/v1/events?actor=PAK&from=2020-01&to=2020-12", "/api/v1/events.csv?from=2020-01&to=2020-01", "/api/v1/changes?limit=100", "/feeds/events.atom?type=ASSAULT",
    ];

    public static void Print(int events, string? kept, string? view)
    {
        string store = kept ?? Path.Combine(Directory.CreateTempSubdirectory("casus-bench-").FullName, "console.db");
        if (!File.Exists(store))
        {
            CasusCommand.Run(["read", Samples(), "--db", store]);
            Multiply(store, events);
        }

        Serve(store, view).GetAwaiter().GetResult();
        if (kept is null)
        {
            Directory.Delete(Path.GetDirectoryName(store)!, recursive: true);
        }
    }

    private static void Multiply(string path, int events)
    {
        using CasusStore store = CasusStore.OpenExisting(path);
        long own = store.Connection.Value<long>("SELECT count(*) FROM event");
        string sequence = $"WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {events / own})";
        // Thirteen years, the same for the same event and copy.
        const string Day = "date('2013-01-01', '+' || ((k * 37 + o.rowid * 101) % 4700) || ' days')", Last = $"date({Day}, '+' || coalesce(min(julianday(o.day_to) - julianday(o.day_from), 1500), 0) || ' days')";
        long articles = store.Connection.Value<long>("SELECT count(*) FROM article");
        string copies = $"WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {Math.Max(1, events / EventsOfArticle / articles)})";
        store.Write(() =>
        {
            store.Connection.Run($"""
                CREATE TEMP TABLE original AS SELECT rowid AS number, * FROM event;
                {sequence} INSERT INTO event (id, type, quad, factuality, initiators, targets, day_from, day_to, place_id, place, killed_min, killed_max, injured_min, injured_max, accounts, stories, record, modes, articles, tolls, dissent, doubt, surest)
                    SELECT o.id || '-' || k, o.type, o.quad, o.factuality, o.initiators, o.targets, CASE WHEN o.day_from IS NOT NULL THEN {Day} END, {Last}, o.place_id, o.place, o.killed_min, o.killed_max, o.injured_min, o.injured_max, 1, 1, o.record, o.modes, 1, o.tolls, o.dissent, o.doubt, o.surest FROM original o, n;
                INSERT INTO event_change SELECT id, row_number() OVER (ORDER BY CAST(substr(id, instr(substr(id, 3), '-') + 3) AS INTEGER), id) + (SELECT max(seq) FROM event_change), 2, 'added', '' FROM event WHERE id NOT IN (SELECT event_id FROM event_change);
                {sequence} INSERT INTO event_actor SELECT a.actor_id, a.role, a.event_id || '-' || k FROM event_actor a, n WHERE a.event_id IN (SELECT id FROM original);
                CREATE INDEX actor_of_event ON event_actor (event_id, role);
                DELETE FROM dyad_month;
                INSERT INTO dyad_month SELECT min(a.actor_id, b.actor_id), max(a.actor_id, b.actor_id), substr(e.day_from, 1, 7), 1, 1, sum(e.quad = 1), sum(e.quad = 2), sum(e.quad = 3), sum(e.quad = 4), 0, 0, 0, 0, 0, 0, 0
                    FROM event e JOIN event_actor a ON a.event_id = e.id AND a.role = 'initiator' JOIN event_actor b ON b.event_id = e.id AND b.role = 'target' WHERE e.day_from IS NOT NULL AND a.actor_id <> b.actor_id GROUP BY 1, 2, 3;
                DROP INDEX actor_of_event;
                CREATE TEMP TABLE printed AS SELECT * FROM article; CREATE TEMP TABLE told AS SELECT * FROM edition; CREATE TEMP TABLE said AS SELECT * FROM sentence;
                {copies} INSERT INTO article (id, page_id, text_id, title, outlet, published, language, address, text, record) SELECT a.id || '-' || k, a.page_id, a.text_id, a.title || ' ' || k, a.outlet, date('2013-01-01', '+' || ((k * 37 + a.rowid * 101) % 4700) || ' days'), a.language, a.address, a.text, a.record FROM printed a, n;
                {copies} INSERT INTO story (id, editions) SELECT s.story_id || '-' || k, count(*) FROM told s, n GROUP BY 1;
                {copies} INSERT INTO edition (article_id, story_id, position, kind, derives_from, overlap) SELECT e.article_id || '-' || k, e.story_id || '-' || k, e.position, e.kind, e.derives_from || '-' || k, e.overlap FROM told e, n;
                {copies} INSERT INTO sentence (article_id, number, text) SELECT s.article_id || '-' || k, s.number, s.text || ' ' || k FROM said s, n;
                CREATE TEMP TABLE claimed AS SELECT c.*, a.rowid AS number FROM claim c JOIN article a ON a.id = c.article_id WHERE c.kind = 'event';
                CREATE TEMP TABLE named AS SELECT * FROM claim_actor WHERE claim_id IN (SELECT id FROM claimed); CREATE TEMP TABLE held AS SELECT * FROM event_claim;
                {copies} INSERT INTO claim SELECT o.article_id || '-' || k, o.id || '-' || k, o.position, o.kind, o.type, o.factuality, o.sentence, o.rank, o.initiators, o.targets, CASE WHEN o.day_from IS NOT NULL THEN {Day} END, CASE WHEN o.day_to IS NOT NULL THEN {Day} END, o.place_id, o.place, o.score, o.record, o.killed_min, o.modes FROM claimed o, n ORDER BY 1, 2;
                {copies} INSERT INTO claim_actor SELECT a.actor_id, a.role, a.article_id || '-' || k, a.claim_id || '-' || k FROM named a, n ORDER BY 1, 2, 3, 4;
                {copies} INSERT INTO event_claim SELECT x.event_id || '-' || k, x.position, x.claim_id || '-' || k FROM held x, n ORDER BY 1, 2;
                INSERT OR IGNORE INTO event_outlet SELECT x.event_id, a.outlet FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id WHERE a.outlet IS NOT NULL;
                DROP TABLE actor_event; DROP TABLE actor_month; DROP TABLE actor_place;
                """.Replace("o.rowid", "o.number", StringComparison.Ordinal));
            store.Connection.Run(Migrations.ActorEvents);
            SumWriter.Write(store);
            return 0;
        });
        store.Connection.Run("PRAGMA wal_checkpoint(TRUNCATE);");
        Console.WriteLine($"{store.Connection.Value<long>("SELECT count(*) FROM event"):N0} events, {store.Connection.Value<long>("SELECT count(*) FROM article"):N0} articles, {store.Connection.Value<long>("SELECT count(*) FROM sentence"):N0} sentences, {new FileInfo(path).Length >> 20:N0} MiB");
    }

    private static async Task Serve(string store, string? asked)
    {
        await using WebApplication app = ConsoleHost.Build(new ServeOptions(store, IPAddress.Loopback, 0, null, null, "bench"));
        await app.StartAsync();
        await app.Services.GetRequiredService<World>().Loading;
        await FirstView.Draw(app.Services);
        await Columns(app.Services.GetRequiredService<StorePool>());
        using var client = new HttpClient { BaseAddress = new Uri(ConsoleHost.AddressOf(app)), Timeout = TimeSpan.FromMinutes(2) };
        // What the asking itself compiles at its first call is no part of the figures.
        await Time(client, "/assets/casus.css");
        using CasusStore changing = CasusStore.OpenExisting(store);
        foreach (string view in Views.Where(v => asked is null || v.Contains(asked, StringComparison.Ordinal)))
        {
            double first = await Time(client, view);
            var anew = new List<double>();
            TimeSpan worked = Environment.CpuUsage.TotalTime;
            for (int round = 0; round < Rounds; round++)
            {
                // A commit empties what the console remembers.
                changing.Connection.Run("INSERT INTO state (key, value) VALUES ('bench', '0') ON CONFLICT (key) DO UPDATE SET value = value + 1");
                anew.Add(await Time(client, view));
            }

            double busy = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / Rounds;
            var again = new List<double>();
            for (int round = 0; round < Rounds; round++)
            {
                again.Add(await Time(client, view));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{view,-50} first {first,6:0} ms   after a commit: median {At(anew, 0.5),6:0} ms   95 % {At(anew, 0.95),6:0} ms, {busy:0} ms of a processor   again: median {At(again, 0.5),6:0} ms   95 % {At(again, 0.95),6:0} ms"));
        }

        if (asked is not null)
        {
            return;
        }

        foreach (string what in ConsoleClient.Loads.Keys)
        {
            // First until what is compiled at the first calls is compiled.
            for (int i = 0; i < Warming; i++)
            {
                (await client.GetAsync(new Uri(ConsoleClient.Loads[what](-i), UriKind.Relative))).Dispose();
            }

            await Throughput(client.BaseAddress, what);
        }
    }

    /// <summary>Waits until the events are in memory, and tells how long that took and how much of it they fill.</summary>
    private static async Task Columns(StorePool stores)
    {
        (long start, TimeSpan worked, long held) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalMemory(forceFullCollection: true));
        stores.Read(store => store.Columns);
        await stores.Columns;
        (TimeSpan took, TimeSpan busy) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - worked);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"columns of {stores.Read(store => store.Columns?.Length ?? 0):N0} events in {took.TotalMilliseconds:0} ms, {busy.TotalMilliseconds:0} ms of a processor: {(GC.GetTotalMemory(forceFullCollection: true) - held) / 1e6:0} MB"));
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share) - 1);

    private static async Task<double> Time(HttpClient client, string view)
    {
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(view, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : double.PositiveInfinity;
    }

    /// <summary>Asked from another process, so that what asking costs is told apart.</summary>
    private static async Task Throughput(Uri console, string what)
    {
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        var start = new ProcessStartInfo(Environment.ProcessPath!, [ConsoleClient.Argument, console.ToString(), what]) { RedirectStandardOutput = true };
        using Process asking = Process.Start(start)!;
        string[] told = (await asking.StandardOutput.ReadToEndAsync()).Split(' ', StringSplitOptions.TrimEntries);
        await asking.WaitForExitAsync();
        double[] figures = [.. told.Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
        (double asked, double seconds, double client, double server) = (figures[0], figures[1], figures[2], (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {asked / seconds:0} requests a second, {ConsoleClient.Readers} at a time; {1000 * server / asked:0.0} ms of a processor each in the server and {1000 * client / asked:0.0} in who asks: {2 * asked / server:0} a second on two processors"));
    }

    private static string Samples()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Casus.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? throw new InvalidOperationException("The bench runs from a build inside the repository."), "samples");
    }
}
