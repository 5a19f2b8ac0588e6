namespace Casus.App.Store;

/// <summary>
/// A part of the record that hangs together: the events that a filter lets through with the claims that tell them, the statistics and relations
/// that it lets through, their articles, and the judgements that bear on any of these. Kept in temporary tables of the connection.
/// </summary>
internal static class Picked
{
    private const string Events = "event_id IN (SELECT id FROM temp.picked_event)", Articles = "article_id IN (SELECT id FROM temp.picked_article)", Whole = "NOT IN (SELECT episode_id FROM main.episode_event WHERE event_id NOT IN (SELECT id FROM temp.picked_event))";

    private static readonly (string Table, string Condition)[] Views =
    [
        ("event", "id IN (SELECT id FROM temp.picked_event)"),
        ("event_claim", Events),
        ("event_actor", Events),
        ("claim", "(article_id, id) IN (SELECT article_id, id FROM temp.picked_claim)"),
        ("article", "id IN (SELECT id FROM temp.picked_article)"),
        ("edition", Articles),
        ("story", $"id IN (SELECT story_id FROM main.edition WHERE {Articles})"),
        ("episode", "id " + Whole),
        ("episode_event", "episode_id " + Whole),
        ("dyad_event", Events),
        ("judgement", "id IN (SELECT id FROM temp.picked_judgement)"),
        ("judgement_outcome", "judgement_id IN (SELECT id FROM temp.picked_judgement)"),
        ("dyad", "0"),
        ("dyad_month", "0"),
    ];

    /// <summary>Of the part's events, claims and stories, of actors that take part in its events, and what withdraws one of these.</summary>
    private const string Judgements = """
        WITH RECURSIVE named (judgement_id, id) AS (
            SELECT id, subject_id FROM judgement UNION ALL SELECT id, other_id FROM judgement WHERE other_id IS NOT NULL),
        bearing (id) AS (
            SELECT n.judgement_id FROM named n WHERE n.id IN (SELECT id FROM picked_event) OR n.id IN (SELECT id FROM picked_claim)
                OR EXISTS (SELECT 1 FROM edition d JOIN picked_article a ON a.id = d.article_id WHERE d.story_id = n.id)
                OR EXISTS (SELECT 1 FROM event_actor x JOIN picked_event e ON e.id = x.event_id WHERE x.actor_id = n.id)
            UNION SELECT o.judgement_id FROM judgement_outcome o JOIN picked_event e ON e.id = o.event_id
            UNION SELECT j.id FROM judgement j JOIN bearing b ON j.withdraws = b.id)
        SELECT id FROM bearing
        """;

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
        Fill(store, "judgement", "id TEXT PRIMARY KEY", Judgements, new Where());
    }

    /// <summary>
    /// Lets the connection see nothing else from now on: temporary views stand before the tables. Chains of events that reach out of the part, and
    /// what is summed up over the whole record, are left out.
    /// </summary>
    public static void Only(CasusStore store)
    {
        foreach ((string table, string condition) in Views)
        {
            store.Connection.Run($"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {condition}");
        }
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
