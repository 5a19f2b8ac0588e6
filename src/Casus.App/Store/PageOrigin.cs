namespace Casus.App.Store;

/// <summary>Where on the net a page came from.</summary>
/// <param name="From">The address after redirects.</param>
/// <param name="FetchedAt">Never a day of publication.</param>
/// <param name="Feed">The feed that lists it; null: somebody named its address.</param>
/// <param name="Quote">What the feed writes of its publication; null where it writes nothing that can be a day.</param>
internal sealed record PageOrigin(string From, string FetchedAt, string? Feed, string? Quote)
{
    /// <returns>Null: it was not fetched, or something else has taken its place at its address.</returns>
    public static PageOrigin? Of(CasusStore store, string pageId) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT v.final, v.fetched_at, coalesce(l.feed, v.feed), l.quote FROM visit v LEFT JOIN listing l ON l.page_id = v.page_id WHERE v.page_id = $1 ORDER BY v.fetched_at, v.address LIMIT 1");
        return find.Rows(r => new PageOrigin(r.GetString(0), r.GetString(1), r.Text(2), r.Text(3)), pageId).FirstOrDefault();
    });
}
