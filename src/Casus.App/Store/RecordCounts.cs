namespace Casus.App.Store;

/// <summary>How much there is, counted no further than people care.</summary>
internal sealed class RecordCounts(CasusStore store)
{
    /// <summary>Beyond it, it is "more".</summary>
    private const int Most = 10_001;

    public long Events(Filter filter) => Count("event e", new Narrowed(store, filter).Events());

    public long Articles(Filter filter) => Count("article a", new Narrowed(store, filter).Articles());

    private long Count(string from, Where where) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {from} {where} LIMIT {Most})");
        return (long)count.Scalar([.. where.Values])!;
    });
}
