using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Casus.Events;

namespace Casus.Bench;

/// <summary>What grouping costs as a corpus grows: documents a CPU second, microseconds each for the last tenth, memory. <c>--stories 1000000</c> goes on to a million.</summary>
internal static class StoryFigures
{
    private static readonly int[] Marks = [10_000, 30_000, 100_000, 300_000, 1_000_000];

    public static void Print(int most, bool passages)
    {
        var news = new GeneratedReprints();
        var index = new StoryIndex(passages);
        double seconds = 0, atTenth = 0;
        long words = 0, empty = Memory();
        foreach (int mark in Marks.Where(m => m <= most))
        {
            int tenth = mark - (mark / 10);
            while (index.Count < mark)
            {
                atTenth = index.Count == tenth ? seconds : atTenth;
                string text = news.Next();
                words += text.AsSpan().Count(' ');
                string id = index.Count.ToString(CultureInfo.InvariantCulture);
                double begin = CpuClock.Seconds;
                index.Add(new StoryText(id, text, new DateOnly(2024, 1, 1).AddDays(index.Count / 3000)));
                seconds += CpuClock.Seconds - begin;
            }

            double before = CpuClock.Seconds;
            ImmutableArray<StoryPlace> places = index.Places();
            int stories = places.Select(p => p.StoryId).Distinct(StringComparer.Ordinal).Count();
            double placing = CpuClock.Seconds - before;
            string digest = Digest(places);
            long bytes = Memory() - empty;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{mark,9:N0} documents of {words / mark} words: {mark / (seconds + placing):N0} documents/s on one core, {(seconds - atTenth) / (mark / 10.0) * 1e6:0} µs each at the end, stories formed in {placing:0.0} s; {bytes / mark:N0} bytes a document, {bytes >> 20:N0} MB, peak {Peak() >> 20:N0} MB; {stories:N0} stories, digest {digest}"));
        }
    }

    /// <summary>The same for the same stories, editions and derivations.</summary>
    private static string Digest(ImmutableArray<StoryPlace> places)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (StoryPlace place in places)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.StoryId} {place.Edition}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static long Peak()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
