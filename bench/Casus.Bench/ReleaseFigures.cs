using System.Diagnostics;
using System.Globalization;
using Casus.App;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.Bench;

/// <summary>Time, memory and share of each table of a release of so many events out of a <see cref="MadeStore"/>. Each release is written by a process of its own, whose peak is the release's.</summary>
internal static class ReleaseFigures
{
    public static void Print(int[] sizes)
    {
        KnowledgeBase knowledge = Construction.LoadWorld(null, "none");
        foreach (int size in sizes)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("casus-bench-");
            try
            {
                string store = Path.Combine(folder.FullName, "made.db");
                var watch = Stopwatch.StartNew();
                MadeStore.Write(store, size, knowledge);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a store of {size:N0} events: {new FileInfo(store).Length / 1e6:N0} MB, made in {watch.Elapsed.TotalSeconds:0} s"));
                using Process run = Process.Start(new ProcessStartInfo("dotnet", [typeof(ReleaseFigures).Assembly.Location, "--publish-store", store]))!;
                run.WaitForExit();
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>Writes the release beside the store and prints what it took.</summary>
    public static void Publish(string path)
    {
        KnowledgeBase knowledge = Construction.LoadWorld(null, "none");
        using CasusStore store = CasusStore.OpenExisting(path);
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        using var folder = new ReleaseFolder(path + ".release", replace: false);
        var writer = new ReleaseWriter(store, knowledge, folder, "bench", Environment.ProcessorCount);
        var stages = new List<(string Name, double At)>();
        IReadOnlyList<ReleaseFile> files = writer.Write(step =>
        {
            string name = step.Split(':')[0];
            if (stages.All(s => s.Name != name))
            {
                stages.Add((name, watch.Elapsed.TotalSeconds));
            }
        });
        writer.Check.Problems.ForEach(Console.WriteLine);
        folder.Finish();
        double seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        long events = files.First(f => f.Name == "events.csv").Rows!.Value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events in {seconds:0.0} s ({(process.TotalProcessorTime - before).TotalSeconds:0.0} CPU s), {events / seconds:N0} events/s, {files.Sum(f => f.Bytes) / 1e6:N0} MB, peak {process.PeakWorkingSet64 / 1e6:N0} MB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalAllocatedBytes() / 1e6:N0} MB allocated; collections {GC.CollectionCount(0)}, of them {GC.CollectionCount(1)} of generation 1 and {GC.CollectionCount(2)} of all; paused {GC.GetTotalPauseDuration().TotalSeconds:0.0} s"));
        Console.WriteLine("begun at: " + string.Join(", ", stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.At:0.0} s"))));
        Console.WriteLine("| Table | Rows | Seconds of rendering |\n|---|---|---|");
        foreach ((string table, TimeSpan work) in writer.Costs)
        {
            long? rows = files.FirstOrDefault(f => f.Name == table + ".csv" || f.Name == $"layout-{table}.csv")?.Rows;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {table} | {rows:N0} | {work.TotalSeconds:0.00} |"));
        }
    }
}
