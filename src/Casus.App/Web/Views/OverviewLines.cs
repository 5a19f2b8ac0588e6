using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>What the first view shows.</summary>
/// <param name="Unplaced">Events that are on no map.</param>
/// <param name="IsDue">Articles or judgements wait to be linked.</param>
/// <param name="Disputed">Events whose accounts contradict each other, the weightiest first.</param>
internal sealed record OverviewLines(Totals Totals, TimeBins Time, ImmutableArray<MappedPlace> Places, long Unplaced, ImmutableArray<TypeSum> Types, ImmutableArray<StoryRow> Stories, ImmutableArray<DisputedEvent> Disputed, ReviewQueue.Part Waiting, ImmutableArray<string> Disputes, bool IsDue)
{
    private const int MostPlaces = 5_000, Shown = 8;

    public long Events => Types.Sum(t => t.Events);

    public static OverviewLines Of(CasusStore store, Filter filter)
    {
        var queries = new Queries(store);
        var times = new TimeQueries(store, filter);
        (List<MappedPlace> places, long placed) = new MapQueries(store).Places(filter, times, MostPlaces);
        return new(
            queries.Totals(), times.Bins(), [.. places], times.All - placed, times.Types(),
            [.. queries.NewestStories(filter with { Limit = Shown })], [.. new DisputeQueries(store).Weightiest(filter, Shown, times.Match)], new ReviewQueue(store).First(Shown), [.. JudgementTable.Disputes(store)], store.Connection.Value<string>($"SELECT coalesce((SELECT value FROM state WHERE key = '{StateKey.Unlinked}'), '0')") == "1" || JudgementTable.Last(store) != JudgementTable.LastLinked(store));
    }
}
