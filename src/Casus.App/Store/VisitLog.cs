using System.Globalization;
using Casus.App.Fetch.Web;

namespace Casus.App.Store;

/// <summary>What earlier runs came to at addresses. Has a connection of its own, for the threads that fetch.</summary>
internal sealed class VisitLog(string path) : IDisposable
{
    private const string Row = "address, kind, final, etag, modified, EXISTS (SELECT 1 FROM page_bytes b WHERE b.page_id = v.page_id), changed, failures, tried_at";

    private readonly Lock gate = new();
    private readonly CasusStore store = CasusStore.OpenExisting(path);

    /// <returns>Null: it was never asked.</returns>
    public PastVisit? Find(string address) => Rows($"SELECT {Row} FROM visit v WHERE address = $1", address).FirstOrDefault();

    /// <summary>Addresses that the feed listed and that failed when they were last tried, with the feed's word on their change.</summary>
    public List<PastVisit> Failed(string feed) => Rows($"SELECT {Row} FROM visit v WHERE feed = $1 AND failures > 0 ORDER BY address", feed);

    public void Dispose() => store.Dispose();

    private List<PastVisit> Rows(string sql, string value)
    {
        lock (gate)
        {
            return store.Read(() =>
            {
                using Statement statement = store.Prepare(sql);
                return statement.Rows(Past, value);
            });
        }
    }

    private static PastVisit Past(Row row) => new(
        row.GetString(0),
        row.GetString(1) == "feed",
        row.Text(2) is { } final ? new Validators(final, row.Text(3), row.Text(4)) : null,
        row.GetBoolean(5),
        row.Text(6),
        row.GetInt32(7),
        DateTimeOffset.Parse(row.GetString(8), CultureInfo.InvariantCulture));
}
