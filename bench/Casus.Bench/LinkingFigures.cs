using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Casus.App;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.Bench;

/// <summary>
/// Time and memory of linking claims that a seed makes: five years, places and actors of knowledge/ drawn by Zipf's law, a happening told by one to
/// eight articles that lack fields and disagree in tolls. Claims are made row by row and again for each event, as a store hands them out.
/// </summary>
internal static class LinkingFigures
{
    public static void Print(int[] sizes)
    {
        KnowledgeBase knowledge = Construction.LoadWorld(null, "none");
        Console.WriteLine("| Claims | Seconds (rows, joining, resolving) | Events | Claims/s | Peak memory (MB) |\n|---|---|---|---|---|");
        foreach (int size in sizes)
        {
            var linker = new Linker(knowledge, Construction.LoadLinks());
            var made = new MadeClaims(knowledge);
            var watch = Stopwatch.StartNew();
            var rows = new LinkRow[size];
            Parallel.For(0, size, i => rows[i] = linker.RowOf(made.Claim(i)));

            double read = watch.Elapsed.TotalSeconds;
            ImmutableArray<ImmutableArray<int>> groups = linker.Group(rows, [], LinkConstraints.None);
            double joined = watch.Elapsed.TotalSeconds;
            int events = 0;
            Parallel.ForEach(groups, group => Interlocked.Add(ref events, linker.Resolve([.. group.Select(made.Claim)]) is null ? 0 : 1));

            double seconds = watch.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {seconds:0.0} ({read:0.0}, {joined - read:0.0}, {seconds - joined:0.0}) | {events:N0} | {size / seconds:N0} | {process.PeakWorkingSet64 / 1e6:N0} |"));
        }
    }
}
