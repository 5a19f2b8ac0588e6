namespace Casus.App.Store;

/// <summary>A view that people may ask with SQL. It stays as it is when tables change.</summary>
/// <param name="RowIs">What a row is.</param>
/// <param name="From">Tables behind it.</param>
/// <param name="Columns">Name, expression (null: the column of that name), what it means.</param>
internal sealed record SqlView(string Name, string RowIs, string From, params (string Name, string? Is, string Meaning)[] Columns)
{
    public string Query => $"SELECT {string.Join(", ", Columns.Select(c => c.Is is null ? c.Name : $"{c.Is} AS {c.Name}"))} FROM {From}";
}

internal static class SqlViews
{
    private const string First = "first possible day; null: not bounded", Last = "last possible day; null: not bounded", Least = "lower bound; null: not told", Most = "upper bound; null: not told, or \"at least\"", KnownPlace = "id of the place; null: not known";

    public static SqlView[] All { get; } =
    [
        new("events", "one happening", "event",
            ("id", null, "\"e-\" and a hash"), ("type", null, "one of the sixteen of the codebook"), ("modes", null, "its modes, each between bars: |aerial|drone|"), ("quad", null, "1 and 2: verbal and material cooperation, 3 and 4: conflict"),
            ("factuality", null, "asserted, reported, denied, threatened …"), ("initiators", null, "names, separated by commas"), ("targets", null, "likewise"), ("day_from", null, First), ("day_to", null, Last),
            ("place_id", null, KnownPlace), ("place", null, "its name, or the words of the article"), ("killed_min", null, Least), ("killed_max", null, Most), ("injured_min", null, Least), ("injured_max", null, Most),
            ("accounts", null, "voices that tell it"), ("stories", null, "independent tellings"), ("articles", null, "articles, reprints included")),
        new("event_actors", "an actor's part in an event", "event_actor", ("event_id", null, "→ events"), ("role", null, "initiator or target"), ("actor_id", null, "→ actors")),
        new("event_claims", "a claim that tells an event", "event_claim", ("event_id", null, "→ events"), ("position", null, "order, from 0"), ("claim_id", null, "→ claims")),
        new("claims", "what one article asserts", "claim",
            ("id", null, "\"c-\" and a hash; the same words in two articles share it"), ("article_id", null, "→ articles"), ("kind", null, "event, statistic or relation"), ("type", null, "event type, measure or relation"), ("factuality", null, "asserted, reported, denied, threatened …"),
            ("sentence", null, "number of its sentence, from 0"), ("rank", null, "1: what the article is mainly about; null of other kinds than events"), ("score", null, "how sure the coder is, 0 to 1; null as before"),
            ("initiators", null, "words, separated by commas"), ("targets", null, "likewise"), ("day_from", null, First), ("day_to", null, Last), ("place_id", null, KnownPlace), ("place", null, "the words of the article")),
        new("articles", "the text of a page", "article",
            ("id", null, "\"a-\" and a hash"), ("page_id", null, "→ pages"), ("title", null, "null: not told"), ("outlet", null, "null: not told"), ("published", null, "day; null: not told"), ("language", null, "code such as en"), ("address", null, "URL; null: not known"), ("text", null, "the whole text")),
        new("sentences", "a sentence of an article", "sentence", ("article_id", null, "→ articles"), ("number", null, "→ claims.sentence"), ("text", null, "its words")),
        new("stories", "an edition of a story", "edition",
            ("story_id", null, "shared by the editions"), ("article_id", null, "→ articles"), ("position", null, "order, from 0"), ("kind", null, "original, copy, edit, rewrite or excerpt"), ("derives_from", null, "article; null of the original"), ("overlap", null, "share of the shorter text that the other holds, 0 to 1")),
        new("pages", "a page and what became of it", "page",
            ("id", null, "\"p-\" and a hash"), ("name", null, "as it was first named"), ("address", null, "URL; null: not known"), ("outcome", null, "read, empty, duplicate or refused"), ("reason", null, "of a refusal, a stable word"), ("detail", null, "of a refusal, a sentence"), ("size", null, "bytes"), ("article_id", null, "→ articles; null: none"), ("read_at", null, "instant")),
        new("actors", "an actor that the record names, or for whom such act", "actor", ("id", null, "id in knowledge/"), ("name", null, "main name"), ("code", null, "CAMEO style"), ("kind", null, "country, government, armed-group …")),
        new("actor_wholes", "for whom an actor acts, itself among them", "actor_whole", ("actor_id", null, "→ actors"), ("whole_id", null, "→ actors"), ("since", "nullif(since, '')", "first day; null: from the start"), ("until", "nullif(until, '~')", "last day; null: until now")),
        new("places", "a place that claims name", "place", ("id", null, "→ place_id"), ("name", null, "main name"), ("kind", null, "country, admin1, admin2, town …"), ("latitude", null, "WGS 84; null: not known"), ("longitude", null, "likewise"), ("within", null, "ids and names of the place and what holds it, each between bars")),
        new("episodes", "a chain of events", "episode", ("id", null, "a hash"), ("events", null, "how many"), ("day_from", null, First), ("day_to", null, Last)),
        new("episode_events", "an event's place in its episode", "episode_event", ("episode_id", null, "→ episodes"), ("position", null, "order, from 0"), ("event_id", null, "→ events")),
        new("dyads", "a pair of actors, in the order of ids", "dyad",
            ("first", null, "→ actors"), ("second", null, "→ actors"), ("events", null, "between them and who acts for them"), ("exact_events", null, "that name both themselves"), ("hostile", null, "of quad 3 and 4"), ("cooperative", null, "of quad 1 and 2"), ("killed", null, "sum of the lower bounds"), ("first_month", null, "null: undated"), ("last_month", null, "null: undated")),
        new("dyad_months", "a month of a pair", "dyad_month",
            ("first", null, "→ dyads"), ("second", null, "→ dyads"), ("month", null, "2024-12; a year where no month is told"), ("way", null, "1: the first did it, 2: the second, 0: both"), ("exact", null, "1: the events name both themselves"),
            ("verbal_cooperation", null, "events"), ("material_cooperation", null, "events"), ("verbal_conflict", null, "events"), ("material_conflict", null, "events"), ("score", "score / 10.0", "sum by the PLOVER scale"), ("goldstein", "goldstein / 10.0", "sum by the Goldstein scale"), ("killed", null, "sum of the lower bounds"), ("injured", null, "likewise")),
        new("judgements", "a person's decision", "judgement",
            ("id", null, "\"j-\" and a hash"), ("made_at", null, "instant"), ("made_by", null, "name"), ("verb", null, "accept, reject, correct, same, different, split or withdraw"), ("subject_id", null, "what is judged"), ("other_id", null, "the second of same and different"), ("field", null, "of correct"), ("value", null, "of correct"), ("reason", null, "null: none given"), ("withdraws", null, "→ judgements; of withdraw")),
    ];

    /// <summary>docs/sql.md.</summary>
    public static string Markdown()
    {
        var page = new System.Text.StringBuilder("# What casus sql can ask\n\nGenerated by `casus sql --views --markdown`. [Ask the record](how-to/ask-the-record.md) has examples. Days are ISO 8601 text.\n");
        foreach (SqlView view in All)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {view.Name}\n\nA row is {view.RowIs}.\n\n| column | meaning |\n|---|---|\n");
            foreach ((string name, _, string meaning) in view.Columns)
            {
                page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{name}` | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return page.ToString();
    }
}
