using BenchmarkDotNet.Attributes;
using Casus.App;
using Casus.App.Store;
using Casus.Articles;

namespace Casus.Bench;

/// <summary>The whole of <c>read</c> for one article of 800 words: page → claims → store. One thread; linking is apart.</summary>
[MemoryDiagnoser]
public class WholeRead
{
    private const int Prepared = 4000;

    private readonly string folder = Directory.CreateTempSubdirectory("casus-bench-").FullName;
    private Page[] pages = [];
    private Reader reader = null!;
    private CasusStore store = null!;
    private PageWriter writer = null!;
    private int next;

    [GlobalSetup]
    public void Open()
    {
        Engine engine = Construction.Load(null, null);
        var news = new GeneratedNews(engine.Knowledge);
        pages = [.. Enumerable.Range(0, Prepared).Select(news.Article)];
        reader = engine.NewReader();
        store = CasusStore.OpenOrCreate(Path.Combine(folder, "bench.db"));
        writer = new PageWriter(store, engine.Provenance, DateTimeOffset.UnixEpoch);
    }

    [Benchmark(Description = "page to claims, 800 words")]
    public object Read() => reader.Read(pages[next++ % Prepared]);

    [Benchmark(Description = "page to store, 800 words")]
    public object ReadAndStore() => writer.Add(reader.Read(pages[next++ % Prepared]));

    [GlobalCleanup]
    public void Close()
    {
        writer.Dispose();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
