namespace Casus.App.Store;

/// <summary>
/// A part of the record that hangs together: the events that a filter lets through with the claims that tell them, the statistics and relations
/// that it lets through, and their articles. Kept in temporary tables of the connection.
/// </summary>
internal static class Picked
{
    public static void Fill(CasusStore store, Filter filter)
    {
        var narrowed = new Narrowed(store, filter);
        Where events = narrowed.Events();
        Fill(store, "event", "id TEXT PRIMARY KEY", $"SELECT e.id FROM event e {events}", events);
        Fill(store, "claim", "article_id TEXT, id TEXT, PRIMARY KEY (article_id, id)", "SELECT c.article_id, c.id FROM picked_event e JOIN event_claim x ON x.event_id = e.id JOIN claim c ON c.id = x.claim_id", new Where());
        Where others = narrowed.Claims().And("c.kind <> 'event'");
        Add(store, "claim", $"SELECT c.article_id, c.id FROM claim c JOIN article a ON a.id = c.article_id {others}", others);
        Fill(store, "article", "id TEXT PRIMARY KEY", "SELECT DISTINCT article_id FROM picked_claim", new Where());
        Fill(store, "episode", "id TEXT PRIMARY KEY", "SELECT DISTINCT x.episode_id FROM picked_event e JOIN episode_event x ON x.event_id = e.id", new Where());
    }

    private static void Fill(CasusStore store, string what, string columns, string query, Where where)
    {
        store.Connection.Run($"DROP TABLE IF EXISTS temp.picked_{what}; CREATE TEMP TABLE picked_{what} ({columns}) WITHOUT ROWID");
        Add(store, what, query, where);
    }

    private static void Add(CasusStore store, string what, string query, Where where) => store.Read(() =>
    {
        using Statement fill = store.Prepare($"INSERT OR IGNORE INTO picked_{what} {query}");
        return fill.Run([.. where.Values]);
    });
}
