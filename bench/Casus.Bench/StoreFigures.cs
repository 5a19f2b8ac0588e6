using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Casus.App;
using Casus.App.Commands;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Bench;

/// <summary>What adding 1,000 pages to a store costs, and what questions about pairs cost, as the store grows: <c>--store 1000000</c> goes on to a million claims.</summary>
internal static class StoreFigures
{
    private const int ClaimsOfPage = 5, Added = 1000, WarmUp = 200;

    private static readonly int[] Marks = [20_000, 100_000, 300_000, 1_000_000];

    public static void Print(int most)
    {
        Engine engine = Construction.Load(null, "none");
        var made = new MadeClaims(engine.Knowledge, 1, ClaimsOfPage);
        var news = new GeneratedReprints();
        string folder = Directory.CreateTempSubdirectory("casus-bench-").FullName;
        try
        {
            using CasusStore store = CasusStore.OpenOrCreate(Path.Combine(folder, "store.db"));
            int page = 0;
            foreach (int mark in Marks.Where(m => m <= most))
            {
                Add(store, engine, made, news, ref page, mark / ClaimsOfPage);
                double filled = Link(store, engine);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"filled by linking in {filled:0.0} CPU s:"));
                Report(store, engine, made, news, ref page);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fills a new store with so many claims and links it.</summary>
    public static void Make(string path, int claims)
    {
        Engine engine = Construction.Load(null, "none");
        using CasusStore store = CasusStore.OpenOrCreate(path);
        int page = 0;
        Add(store, engine, new MadeClaims(engine.Knowledge, 1, ClaimsOfPage), new GeneratedReprints(), ref page, claims / ClaimsOfPage);
        Link(store, engine);
    }

    /// <summary>Adds 1,000 pages to a copy of what <see cref="Make"/> has made: of any day of its five years, so that each block is met, or of its last days, as news is.</summary>
    public static void Grow(string path)
    {
        Engine engine = Construction.Load(null, "none");
        Grow(path, engine, "of any day", new MadeClaims(engine.Knowledge, 1, ClaimsOfPage));
        Grow(path, engine, "of the last days", new MadeClaims(engine.Knowledge, 1, ClaimsOfPage) { LatestOnly = true });
    }

    /// <summary>The same of the last days, added to the store itself.</summary>
    public static void GrowInPlace(string path)
    {
        Engine engine = Construction.Load(null, "none");
        Grown(path, engine, "of the last days", new MadeClaims(engine.Knowledge, 1, ClaimsOfPage) { LatestOnly = true });
    }

    private static void Grow(string path, Engine engine, string when, MadeClaims made)
    {
        File.Copy(path, path + ".grown", overwrite: true);
        using (FileStream copy = File.OpenWrite(path + ".grown"))
        {
            // A store at rest: what the copy left to be written would be waited for by whoever writes next.
            copy.Flush(flushToDisk: true);
        }

        try
        {
            Grown(path + ".grown", engine, when, made);
        }
        finally
        {
            foreach (string part in (string[])["", "-wal", "-shm"])
            {
                File.Delete(path + ".grown" + part);
            }
        }
    }

    private static void Grown(string path, Engine engine, string when, MadeClaims made)
    {
        var news = new GeneratedReprints();
        using CasusStore store = CasusStore.OpenExisting(path);
        int page = (int)store.Connection.Value<long>("SELECT count(*) FROM sighting");
        for (int i = 0; i < page; i++)
        {
            news.Next();
        }

        Console.Write($"pages {when}: ");
        // Code that runs for the first time is compiled first.
        Add(store, engine, made, news, ref page, page + WarmUp);
        Link(store, engine);
        Report(store, engine, made, news, ref page);
    }

    private static void Report(CasusStore store, Engine engine, MadeClaims made, GeneratedReprints news, ref int page)
    {
        PageRead[] pages = [.. Enumerable.Range(page, Added).Select(n => Page(made, news, n))];
        page += Added;
        double begin = CpuClock.Seconds;
        var watch = Stopwatch.StartNew();
        Add(store, engine, pages);
        double written = CpuClock.Seconds - begin, linked = Link(store, engine), clock = watch.Elapsed.TotalSeconds;
        Totals totals = new Queries(store).Totals();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{totals.Events,9:N0} events, {totals.Claims:N0} claims, {totals.Articles:N0} articles: {Added} pages written in {written:0.0} CPU s, linked in {linked:0.0} CPU s; both in {clock:0.0} s by the clock"));
        Ask(store, engine.Knowledge);
    }

    /// <returns>Seconds of processor time, on all threads.</returns>
    private static double Link(CasusStore store, Engine engine)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan begin = process.TotalProcessorTime;
        LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
        process.Refresh();
        return (process.TotalProcessorTime - begin).TotalSeconds;
    }

    /// <summary>Questions about the 40 busiest pairs.</summary>
    private static void Ask(CasusStore store, KnowledgeBase knowledge)
    {
        var queries = new DyadQueries(store);
        var watch = Stopwatch.StartNew();
        List<DyadRow> rows = queries.Busiest(null, exact: false, 240);
        double busiest = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        queries.Busiest(null, exact: true, 240);
        double exact = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        queries.Busiest(rows[0].First, exact: false, 240);
        double ofActor = watch.Elapsed.TotalMilliseconds;
        var sides = new Sides(knowledge.Actors);
        double[] stories = [.. rows.Take(40).Select(r =>
        {
            watch.Restart();
            DyadStory.Of(store, sides, knowledge.Actors.Find(r.First)!, knowledge.Actors.Find(r.Second)!, Filter.None, exact: false);
            return watch.Elapsed.TotalMilliseconds;
        }).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          busiest pairs {busiest:0} ms, exact {exact:0} ms, of an actor {ofActor:0} ms; all about a pair {stories[stories.Length / 2]:0} ms, at most {stories[^1]:0} ms"));
    }

    private static void Add(CasusStore store, Engine engine, MadeClaims made, GeneratedReprints news, ref int page, int until)
    {
        Add(store, engine, Enumerable.Range(page, until - page).Select(n => Page(made, news, n)));
        page = until;
    }

    private static void Add(CasusStore store, Engine engine, IEnumerable<PageRead> pages)
    {
        using var writer = new PageWriter(store, engine.Provenance, DateTimeOffset.UnixEpoch);
        foreach (PageRead[] some in pages.Chunk(PageWriter.Together))
        {
            store.Write(() => some.Count(page => writer.Add(page) == Outcome.Read));
        }
    }

    private static PageRead Page(MadeClaims made, GeneratedReprints news, int number)
    {
        ClaimInContext[] told = [.. Enumerable.Range(number * ClaimsOfPage, ClaimsOfPage).Select(made.Claim)];
        string text = news.Next();
        Page page = Articles.Page.Of(number.ToString(CultureInfo.InvariantCulture), System.Text.Encoding.UTF8.GetBytes(text));
        var id = TextId.Of(text);
        var whole = new TextSpan(0, text.Length);
        var day = new Sourced<Publication>(new Publication(told[0].Published!.Value, "day"), new Evidence(id, null, "day", "meta"), new RuleId("bench"));
        var article = new Article(told[0].Claim.ArticleId, page.Id, id, text, [new Block(BlockKind.Paragraph, whole)], null, [], null, day, "en", null);
        var analysis = new Analysis(article, [new Sentence(0, 0, whole, [])], [], [], [], [], [], []);
        return new PageRead(page, article, new Reading(analysis, [.. told.Select(t => (Claim)t.Claim)], ImmutableArray<ClaimLink>.Empty));
    }
}
