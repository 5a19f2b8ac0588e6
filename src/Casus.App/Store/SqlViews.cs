namespace Casus.App.Store;

/// <summary>What people may ask with SQL: views that stay as they are when tables change.</summary>
internal static class SqlViews
{
    /// <summary>Name, what a row is, and the query behind it.</summary>
    public static (string Name, string RowIs, string Query)[] All { get; } =
    [
        ("events", "one happening", "SELECT id, type, quad, factuality, initiators, targets, day_from, day_to, place_id, place, killed_min, killed_max, injured_min, injured_max, accounts, stories, articles FROM event"),
        ("event_actors", "an actor's part in an event", "SELECT event_id, role, actor_id FROM event_actor"),
        ("event_claims", "a claim that tells an event", "SELECT event_id, position, claim_id FROM event_claim"),
        ("claims", "what one article asserts", "SELECT id, article_id, kind, type, factuality, sentence, rank, initiators, targets, day_from, day_to, place_id, place FROM claim"),
        ("articles", "the text of a page", "SELECT id, page_id, title, outlet, published, language, address, text FROM article"),
        ("stories", "an edition of a story", "SELECT story_id, article_id, position, kind, derives_from, overlap FROM edition"),
        ("pages", "a page and what became of it", "SELECT id, name, address, outcome, reason, detail, size, article_id, read_at FROM page"),
        ("actors", "an actor that the record names", "SELECT id, name, code, kind FROM actor"),
        ("episodes", "a chain of events", "SELECT id, events, day_from, day_to FROM episode"),
        ("episode_events", "an event's place in its episode", "SELECT episode_id, position, event_id FROM episode_event"),
        ("dyads", "a pair of actors", "SELECT first, second, events, exact_events, hostile, cooperative, killed, first_month, last_month FROM dyad"),
        ("dyad_months", "a month of a pair; way 1: the first did it, 2: the second, 0: both", "SELECT first, second, month, way, exact, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, score / 10.0 AS score, goldstein / 10.0 AS goldstein, killed, injured FROM dyad_month"),
        ("judgements", "a person's decision", "SELECT id, made_at, made_by, verb, subject_id, other_id, field, value, reason, withdraws FROM judgement"),
    ];
}
