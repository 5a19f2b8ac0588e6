using System.Diagnostics;
using System.Globalization;
using Casus.App;
using Casus.App.Store;

namespace Casus.Bench;

/// <summary>Articles a second on one core through the whole of read, memory at 200 and 2,000 articles, and start-up.</summary>
internal static class QuickFigures
{
    private static readonly int[] Counts = [200, 2000];

    public static void Print()
    {
        PrintStart();
        var load = Stopwatch.StartNew();
        Engine engine = Construction.Load(null, null);
        Reader reader = engine.NewReader();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"knowledge and weights loaded in {load.Elapsed.TotalSeconds:0.00} s"));
        var news = new GeneratedNews(engine.Knowledge);
        StageFigures.Print([]);
        string folder = Directory.CreateTempSubdirectory("casus-bench-").FullName;
        try
        {
            int done = 0;
            foreach (int count in Counts)
            {
                using CasusStore store = CasusStore.OpenOrCreate(Path.Combine(folder, $"{count}.db"));
                using var writer = new PageWriter(store, engine.Provenance, DateTimeOffset.UnixEpoch);
                long tokens = 0;
                var watch = Stopwatch.StartNew();
                TimeSpan cpu = Cpu();
                for (int i = 0; i < count; i++)
                {
                    ReadOutcome outcome = reader.Read(news.Article(done++));
                    tokens += outcome is PageRead { Reading: { } reading } ? reading.Analysis.Sentences.Sum(s => s.Tokens.Length) : 0;
                    writer.Add(outcome);
                }

                double seconds = watch.Elapsed.TotalSeconds, cpuSeconds = (Cpu() - cpu).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles of 800 words: {count / seconds:0.0} articles/s, {tokens / seconds:0} tokens/s on one thread ({count / cpuSeconds:0.0} articles per CPU second), peak {Peak()} MB"));
                if (count == Counts[0])
                {
                    // A hard case: the same few hundred sentences told over and over, one happening in hundreds of claims.
                    cpu = Cpu();
                    LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  linked in {(Cpu() - cpu).TotalSeconds:0.0} CPU seconds, {new Queries(store).Totals().Events} events"));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Cpu()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static long Peak()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static void PrintStart()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Casus.App.dll");
        var times = new List<double>();
        for (int i = 0; i < 7; i++)
        {
            var watch = Stopwatch.StartNew();
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "--help"]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"casus --help: {times.Order().ElementAt(3):0} ms (median of 7)"));
    }
}
