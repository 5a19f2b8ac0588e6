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
            return Math.Min(most, match.Count);
        }

        (string from, Where where) = narrowed.AreWordsCommon ? ("event e", narrowed.EventsInPassing()) : narrowed.EventsToCount();
        return Count(from, where, most);
    }

    public long Articles(Filter filter) => filter.Narrows ? Count("article a", new Narrowed(store, filter).Articles()) : new Queries(store).Totals().Articles;

    public long Actors() => store.Connection.Value<long>("SELECT count(*) FROM actor_sum");

    /// <param name="narrowed">The same, where a list has looked it up.</param>
    public long Stories(Filter filter, Narrowed? narrowed = null)
    {
        if (!filter.Narrows)
        {
            return new Queries(store).Totals().Stories;
        }

        if (filter.Text is not { } text || (filter with { Text = null }).Narrows)
        {
            return Count(Queries.LatestStories, (narrowed ?? new Narrowed(store, filter)).Articles());
        }

        // Sentences of an article lie together: it is enough to go along them until so many articles have come.
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT DISTINCT e.story_id FROM sentence_words w CROSS JOIN sentence t ON t.id = w.rowid CROSS JOIN edition e ON e.article_id = t.article_id AND e.position = 0 WHERE sentence_words MATCH $1 LIMIT {Most})");
        return store.Read(() => (long)count.Scalar(SearchWords.Match(store, text))!);
    }

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
