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
/// <c>--console [N] [STORE]</c>: how long the console's views take from request to last byte on a record of N events (1,000,000 unless told): the events
/// of samples/, each many times on other days, with their actors, places and months. Copies have no text: what is opened is an original.
/// </summary>
internal static class ConsoleFigures
{
    private const int Rounds = 20, Readers = 4;

    private static readonly string[] Views =
    [
        "/", "/?type=ASSAULT&from=2021&to=2022", "/?actor=PAK", "/events", "/events?page=100", "/events?by=weight", "/events?type=ASSAULT&min-killed=10", "/events?actor=PAK&from=2020-01&to=2020-12", "/events?place=Kabul",
        "/stories", "/dyads", "/dyads/AFG/PAK", "/actors/PAK", "/network", "/network?month=2020-05", "/statistics", "/search?q=killed", "/review", "/codebook",
        "/api/v1/events", "/api/v1/events?by=weight", "/api/v1/events?type=ASSAULT&min-killed=10", "/api/v1/events?actor=PAK&from=2020-01&to=2020-12", "/api/v1/events.csv?from=2020-01&to=2020-01", "/api/v1/changes?limit=100", "/feeds/events.atom?type=ASSAULT",
    ];

    public static void Print(int events, string? kept)
    {
        string store = kept ?? Path.Combine(Directory.CreateTempSubdirectory("casus-bench-").FullName, "console.db");
        if (!File.Exists(store))
        {
            CasusCommand.Run(["read", Samples(), "--db", store]);
            Multiply(store, events);
        }

        Serve(store).GetAwaiter().GetResult();
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
        const string Day = "date('2013-01-01', '+' || ((k * 37 + o.rowid * 101) % 4700) || ' days')";
        store.Write(() =>
        {
            store.Connection.Run($"""
                CREATE TEMP TABLE original AS SELECT rowid AS number, * FROM event;
                {sequence} INSERT INTO event (id, type, quad, factuality, initiators, targets, day_from, day_to, place_id, place, place_within, killed_min, killed_max, injured_min, injured_max, accounts, stories, record, modes, articles, tolls)
                    SELECT o.id || '-' || k, o.type, o.quad, o.factuality, o.initiators, o.targets, {Day}, {Day}, o.place_id, o.place, o.place_within, o.killed_min, o.killed_max, o.injured_min, o.injured_max, 1, 1, o.record, o.modes, 1, o.tolls FROM original o, n;
                INSERT INTO event_change SELECT id, row_number() OVER (ORDER BY id) + (SELECT max(seq) FROM event_change), 2, 'added', '' FROM event WHERE id NOT IN (SELECT event_id FROM event_change);
                {sequence} INSERT INTO event_actor SELECT a.actor_id, a.role, a.event_id || '-' || k FROM event_actor a, n WHERE a.event_id IN (SELECT id FROM original);
                CREATE INDEX actor_of_event ON event_actor (event_id, role);
                DELETE FROM dyad_month;
                INSERT INTO dyad_month SELECT min(a.actor_id, b.actor_id), max(a.actor_id, b.actor_id), substr(e.day_from, 1, 7), 1, 1, sum(e.quad = 1), sum(e.quad = 2), sum(e.quad = 3), sum(e.quad = 4), 0, 0, 0, 0, 0, 0, 0
                    FROM event e JOIN event_actor a ON a.event_id = e.id AND a.role = 'initiator' JOIN event_actor b ON b.event_id = e.id AND b.role = 'target' WHERE e.day_from IS NOT NULL AND a.actor_id <> b.actor_id GROUP BY 1, 2, 3;
                DROP INDEX actor_of_event;
                DROP TABLE actor_event; DROP TABLE actor_month; DROP TABLE actor_place;
                """.Replace("o.rowid", "o.number", StringComparison.Ordinal));
            store.Connection.Run(Migrations.ActorEvents);
            SumWriter.Write(store);
            return 0;
        });
        store.Connection.Run("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");
        Console.WriteLine($"{store.Connection.Value<long>("SELECT count(*) FROM event"):N0} events, {new FileInfo(path).Length >> 20:N0} MiB");
    }

    private static async Task Serve(string store)
    {
        await using WebApplication app = ConsoleHost.Build(new ServeOptions(store, IPAddress.Loopback, 0, null, null, "bench"));
        await app.StartAsync();
        await app.Services.GetRequiredService<World>().Loading;
        using var client = new HttpClient { BaseAddress = new Uri(ConsoleHost.AddressOf(app)), Timeout = TimeSpan.FromMinutes(2) };
        foreach (string view in Views)
        {
            var times = new List<double>();
            for (int round = 0; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(new Uri(view, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : double.PositiveInfinity);
            }

            double first = times[0];
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{view,-45} first {first,8:0} ms   median {times[Rounds / 2],7:0} ms   95 % {times[(int)(Rounds * 0.95) - 1],7:0} ms"));
        }

        await Throughput(client, "the same view", _ => "/events?type=ASSAULT&min-killed=10");
        // No two alike, so that nothing is remembered.
        await Throughput(client, "views with filters, no two alike", n => "/events" + Filter(n));
        await Throughput(client, "the API's list with filters, no two alike", n => "/api/v1/events" + Filter(n));
    }

    private static string Filter(int number)
    {
        string[] types = ["ASSAULT", "COERCE", "ACCUSE", "CONSULT", "THREATEN"];
        var from = new DateOnly(2013, 1, 1).AddDays(number * 7 % 3600);
        return string.Create(CultureInfo.InvariantCulture, $"?type={types[number % types.Length]}&from={from:yyyy-MM-dd}&to={from.AddDays(30 + (number % 300)):yyyy-MM-dd}&min-killed={number % 4}");
    }

    private static async Task Throughput(HttpClient client, string what, Func<int, string> view)
    {
        int asked = 0;
        long start = Stopwatch.GetTimestamp();
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < 10)
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(view(Interlocked.Increment(ref asked)), UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}");
                }
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {asked / Stopwatch.GetElapsedTime(start).TotalSeconds:0} requests a second, {Readers} at a time; {asked / (Environment.CpuUsage.TotalTime - worked).TotalSeconds:0} for each second of a processor, asking included"));
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
