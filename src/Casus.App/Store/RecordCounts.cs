namespace Casus.App.Store;

/// <summary>How much there is, counted no further than people care.</summary>
internal sealed class RecordCounts(CasusStore store)
{
    /// <summary>Beyond it, it is "more".</summary>
    private const int Most = 10_001;

    public long Events(Filter filter) => Count(new Narrowed(store, filter).EventsToWalk());

    public long Articles(Filter filter) => Count("article a", new Narrowed(store, filter).Articles());

    public long Actors() => store.Connection.Value<long>("SELECT count(*) FROM actor_sum");

    public long Stories(Filter filter) => Count("story s JOIN edition e ON e.story_id = s.id AND e.position = 0 JOIN article a ON a.id = e.article_id", new Narrowed(store, filter).Articles());

    /// <param name="outcome">As pages are narrowed: an outcome or a reason; null: all.</param>
    public long Pages(string? outcome)
    {
        var where = new Where();
        where.Like("(p.outcome LIKE {0} OR p.reason LIKE {0})", outcome);
        return Count("page p", where);
    }

    private long Count((string From, Where Where) walked) => Count(walked.From, walked.Where);

    private long Count(string from, Where where) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {from} {where} LIMIT {Most})");
        return (long)count.Scalar([.. where.Values])!;
    });
}
