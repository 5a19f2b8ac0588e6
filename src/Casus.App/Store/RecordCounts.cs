namespace Casus.App.Store;

/// <summary>How much there is, counted no further than people care.</summary>
internal sealed class RecordCounts(CasusStore store)
{
    /// <summary>Beyond it, it is "more".</summary>
    private const int Most = 10_001;

    public long Events(Filter filter, int most = Most)
    {
        var narrowed = new Narrowed(store, filter);
        if (narrowed.Sums("month") is var (sums, of))
        {
            return store.Read(() =>
            {
                using Statement sum = store.Prepare($"SELECT min({most}, coalesce(sum(events), 0)) FROM {sums} {of}");
                return (long)sum.Scalar([.. of.Values])!;
            });
        }

        if (EventMatch.OfList(store, filter) is { } match)
        {
            return Math.Min(most, match.Positions.Length);
        }

        (string from, Where where) = narrowed.AreWordsCommon ? ("event e", narrowed.EventsInPassing()) : narrowed.EventsToCount();
        return Count(from, where, most);
    }

    public long Articles(Filter filter) => filter.Narrows ? Count("article a", new Narrowed(store, filter).Articles()) : new Queries(store).Totals().Articles;

    public long Actors() => store.Connection.Value<long>("SELECT count(*) FROM actor_sum");

    public long Stories(Filter filter) => filter.Narrows ? Count(Queries.LatestStories, new Narrowed(store, filter).Articles()) : new Queries(store).Totals().Stories;

    /// <param name="outcome">As pages are narrowed: an outcome or a reason; null: all.</param>
    public long Pages(string? outcome)
    {
        var where = new Where();
        where.Like("(p.outcome LIKE {0} OR p.reason LIKE {0})", outcome);
        return Count("page p", where);
    }

    private long Count(string from, Where where, int most = Most) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {from} {where} LIMIT {most})");
        return (long)count.Scalar([.. where.Values])!;
    });
}
