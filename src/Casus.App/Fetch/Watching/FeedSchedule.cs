using System.Collections.Immutable;
using Casus.App.Fetch.Web;

namespace Casus.App.Fetch.Watching;

/// <summary>When each feed is due.</summary>
/// <param name="start">All are due then.</param>
internal sealed class FeedSchedule(ImmutableArray<string> feeds, TimeSpan every, DateTimeOffset start)
{
    private readonly Dictionary<string, Turn> turns = feeds.Distinct(StringComparer.Ordinal).ToDictionary(f => f, _ => new Turn(start, 0), StringComparer.Ordinal);

    /// <summary>When the first is due; the end of time when there are none.</summary>
    public DateTimeOffset Next => turns.Count == 0 ? DateTimeOffset.MaxValue : turns.Values.Min(t => t.Due);

    public ImmutableArray<string> Due(DateTimeOffset now) => [.. feeds.Distinct(StringComparer.Ordinal).Where(f => turns[f].Due <= now)];

    /// <summary>After a success a feed rests as long as asked or as its publisher says; each failure in a row doubles the rest.</summary>
    /// <param name="reports">A feed without one failed.</param>
    public void Asked(IEnumerable<string> asked, IReadOnlyList<FeedReport> reports, DateTimeOffset now)
    {
        foreach (string feed in asked)
        {
            FeedReport? report = reports.FirstOrDefault(r => r.Named == feed);
            int failures = report is null or { Failed: true } ? turns[feed].Failures + 1 : 0;
            TimeSpan rest = failures > 0 ? every * Math.Pow(2, Math.Min(failures, 16)) : report!.Next > every ? report.Next.Value : every;
            turns[feed] = new Turn(now + (rest < WatchTimes.Longest ? rest : WatchTimes.Longest), failures);
        }
    }

    private readonly record struct Turn(DateTimeOffset Due, int Failures);
}
