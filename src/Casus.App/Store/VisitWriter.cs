using Casus.App.Fetch.Web;
using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>Notes what asking addresses came to.</summary>
/// <param name="now">The run's instant.</param>
internal sealed class VisitWriter(CasusStore store, DateTimeOffset now) : IDisposable
{
    private readonly Statement fetched = store.Prepare("""
        INSERT INTO visit (address, kind, feed, changed, tried_at, failures, final, etag, modified, page_id, fetched_at) VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $5)
        ON CONFLICT (address) DO UPDATE SET kind = excluded.kind, feed = coalesce(excluded.feed, feed), changed = coalesce(excluded.changed, changed), tried_at = excluded.tried_at, failures = 0,
            final = excluded.final, etag = excluded.etag, modified = excluded.modified, page_id = excluded.page_id, fetched_at = excluded.fetched_at, status = NULL, reason = NULL, detail = NULL
        """);

    private readonly Statement unchanged = store.Prepare("UPDATE visit SET feed = coalesce($2, feed), changed = coalesce($3, changed), tried_at = $4, failures = 0, status = NULL, reason = NULL, detail = NULL WHERE address = $1");

    private readonly Statement failed = store.Prepare("""
        INSERT INTO visit (address, kind, feed, changed, tried_at, failures, status, reason, detail) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8)
        ON CONFLICT (address) DO UPDATE SET feed = coalesce(excluded.feed, feed), tried_at = excluded.tried_at, failures = failures + 1, status = excluded.status, reason = excluded.reason, detail = excluded.detail
        """);

    private readonly string instant = Json.Instant(now);

    /// <param name="pageId">The page that came; null: none did.</param>
    public void Note(Visit visit, string? pageId) => store.Write(() => visit switch
    {
        { Failure: { } failure } => failed.Run(visit.Address, Kind(visit), visit.Feed, visit.Changed, instant, failure.Status, failure.Why.Reason, failure.Why.Detail),
        { Marks: { } marks } => fetched.Run(visit.Address, Kind(visit), visit.Feed, visit.Changed, instant, marks.Address, marks.Tag, marks.Modified, pageId),
        _ => unchanged.Run(visit.Address, visit.Feed, visit.Changed, instant),
    });

    public void Dispose()
    {
        fetched.Dispose();
        unchanged.Dispose();
        failed.Dispose();
    }

    private static string Kind(Visit visit) => visit.IsFeed ? "feed" : "page";
}
