using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>A feed that is kept, with what its last visit came to.</summary>
/// <param name="TriedAt">Null: it was not asked yet.</param>
/// <param name="Pages">How many of its entries gave a page.</param>
/// <param name="Failed">How many of them failed when they were last tried.</param>
/// <param name="Problem">Why the feed itself failed when it was last tried; null: it did not.</param>
internal sealed record KeptFeed(string Address, string AddedAt, string? TriedAt, long Pages, long Failed, string? Problem);

/// <summary>The feeds that <c>casus feeds</c> keeps.</summary>
internal sealed class FeedList(CasusStore store)
{
    public List<KeptFeed> All() => store.Read(() =>
    {
        using Statement feeds = store.Prepare("""
            SELECT f.address, f.added_at, v.tried_at, (SELECT count(*) FROM visit p WHERE p.feed = f.address AND p.page_id IS NOT NULL), (SELECT count(*) FROM visit p WHERE p.feed = f.address AND p.failures > 0), v.detail
            FROM feed f LEFT JOIN visit v ON v.address = f.address ORDER BY f.address
            """);
        return feeds.Rows(r => new KeptFeed(r.GetString(0), r.GetString(1), r.Text(2), r.GetInt64(3), r.GetInt64(4), r.Text(5)));
    });

    /// <returns>False when it is kept already.</returns>
    public bool Add(string address, DateTimeOffset now) => store.Write(() =>
    {
        using Statement add = store.Prepare("INSERT OR IGNORE INTO feed (address, added_at) VALUES ($1, $2)");
        return add.Run(address, Json.Instant(now)) > 0;
    });

    /// <returns>False when it is not kept.</returns>
    public bool Remove(string address) => store.Write(() =>
    {
        using Statement remove = store.Prepare("DELETE FROM feed WHERE address = $1");
        return remove.Run(address) > 0;
    });
}
