using System.Collections.Frozen;

namespace Casus.Knowledge;

/// <summary>
/// Every table that knowledge/ may hold, by path without ".tsv"; "sets/*" stands for every table in that folder.
/// A room that needs a new table adds a line here.
/// </summary>
internal static class TableSchemas
{
    private static readonly TableSchema Places = TableSchema.Of(
        Column.Text("id"),
        Column.Text("name"),
        Column.Word("kind", "country", "admin1", "admin2", "town", "point", "region", "line"),
        Column.Like("country", "an ISO 3166 alpha-3 code", IsAlpha3).MayBeAbsent(),
        Column.Text("admin1").MayBeAbsent(),
        Column.Text("admin2").MayBeAbsent(),
        Column.Decimal("lat", -90, 90).MayBeAbsent(),
        Column.Decimal("lon", -180, 180).MayBeAbsent(),
        Column.Integer("geonames", 1, 100_000_000).MayBeAbsent(),
        Column.Integer("population", 0, 10_000_000_000).MayBeAbsent(),
        Column.List("names").MayBeAbsent(),
        Column.Date("from").MayBeAbsent(),
        Column.Date("until").MayBeAbsent());

    private static readonly string[] SpeechStrengths =
    [
        "said", "announced", "reported", "claimed", "alleged", "accused", "denied", "admitted", "confirmed", "warned", "vowed", "condemned", "welcomed",
        "asked", "demanded", "estimated", "thought", "attitude",
    ];

    private static readonly FrozenDictionary<string, TableSchema> ByName = new Dictionary<string, TableSchema>
    {
        ["actors/countries"] = TableSchema.Of(
            Column.Like("alpha3", "an ISO 3166 alpha-3 code", IsAlpha3),
            Column.Like("alpha2", "an ISO 3166 alpha-2 code", cell => cell.Length == 2 && cell.All(char.IsAsciiLetterUpper)),
            Column.Text("name"),
            Column.List("names").MayBeEmpty(),
            Column.List("adjectives").MayBeEmpty(),
            Column.List("people").MayBeEmpty(),
            Column.List("capitals").MayBeEmpty(),
            Column.List("seats").MayBeEmpty()).Unique("alpha3"),
        ["actors/forces"] = TableSchema.Of(
            Column.Like("alpha3", "an ISO 3166 alpha-3 code", IsAlpha3),
            Column.Word("role", "MIL", "COP"),
            Column.Text("actor"),
            Column.Date("from").MayBeEmpty(),
            Column.Date("until").MayBeEmpty()).Unique("alpha3", "role", "from"),
        ["actors/generic"] = TableSchema.Of(
            Column.Text("noun"),
            Column.Word("class", ActorWords.ClassList),
            Column.Text("role").MayBeEmpty(),
            Column.Word("kind", "person", "group", "body", "facility", "place", "property"),
            Column.Text("note").MayBeAbsent()).Unique("noun"),
        ["actors/sectors"] = TableSchema.Of(
            Column.Word("class", ActorWords.ClassList),
            Column.Text("sector"),
            Column.Word("own", "yes", "no")).Unique("class"),
        ["actors/modifiers"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("kind", "qualifier", "past", "own", "apart", "same", "many"),
            Column.Text("means").MayBeEmpty()).Unique("word"),
        ["claims/cameo-composed"] = TableSchema.Of(
            Cameo("inner"),
            Cameo("intent").MayBeEmpty(),
            Cameo("demand").MayBeEmpty(),
            Cameo("reject").MayBeEmpty(),
            Cameo("threaten").MayBeEmpty(),
            Cameo("stop").MayBeEmpty(),
            Cameo("ease").MayBeEmpty()).Unique("inner"),
        ["claims/cameo-words"] = TableSchema.Of(
            Cameo("code"),
            Cameo("finer"),
            Column.Word("of", "trigger", "matter"),
            Column.List("words")).Unique("code", "finer", "of"),
        ["claims/connectives"] = TableSchema.Of(
            Column.Text("words"),
            Column.Word("form", "verb", "mark", "predicate", "back"),
            Column.Word("kind", "retaliates", "causes", "follows", "part-of", "same"),
            Column.Word("direction", "forward", "backward")).Unique("words", "form"),
        ["claims/control"] = TableSchema.Of(
            Column.Text("word"),
            Column.Text("link"),
            Column.Word("effect", "transparent", "report", "deny", "negate", "fail", "will", "plan", "agree", "vow", "threaten", "request", "reject", "consider", "stop", "accuse", "presuppose", "past", "warn")).Unique("word", "link"),
        ["claims/irregular"] = TableSchema.Of(Column.Text("form"), Column.Text("lemma")).Unique("form"),
        ["claims/relations"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("pos", "verb", "noun", "adjective", "adverb"),
            Column.Word("relation", "allied", "part-of", "faction-of", "leads", "splinter-of", "supports", "hosts", "recognises", "hostile", "distinct-from", "speaks-for", "succeeded", "kin"),
            Column.Text("a"),
            Column.Text("b")).Unique("word", "pos"),
        ["claims/roles"] = TableSchema.Of(
            Column.Text("type"),
            Column.Word("pos", "verb", "noun"),
            Column.Word("role", "initiator", "target", "victim"),
            Column.Text("paths")).Unique("type", "pos", "role"),
        ["claims/toll"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("pos", "verb", "noun", "adjective"),
            Column.Word("toll", "killed", "injured", "abducted", "arrested", "displaced", "missing", "expelled", "mobilized", "surrendered"),
            Column.Word("path", "object", "subject", "either", "in-deed", "of", "noun", "described", "bearer", "to", "none")).Unique("word", "pos", "toll", "path"),
        ["claims/multiples"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "verb", "fraction"), Column.Text("percent")).Unique("word", "kind"),
        ["claims/words"] = TableSchema.Of(Column.Text("list"), Column.Text("word")).Unique("list", "word"),
        ["cues/anaphora"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("kind", "armed-group", "organisation", "party", "country", "government", "force", "style", "pair", "members"),
            Column.Text("note").MayBeAbsent()).Unique("word"),
        ["cues/stance-prefixes"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/kin"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/before-peoples"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/directions"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/given-names"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/organisation-words"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "organisation", "armed-group", "force", "party", "ministry", "outlet", "facility", "thing")).Unique("word"),
        ["cues/place-abbreviations"] = TableSchema.Of(Column.Text("word"), Column.Text("place")).Unique("word"),
        ["cues/headline-verbs"] = TableSchema.Of(Column.Text("word"), Column.Text("lemma"), Column.Word("noun", "yes", "no")).Unique("word"),
        ["cues/late-verbs"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "placing", "lone", "asking")).Unique("word", "kind"),
        ["cues/outcome-verbs"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/gerund-compounds"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/outcome-clauses"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "deed", "harm")).Unique("word", "kind"),
        ["cues/next-harm"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "harm", "state", "many", "bound")).Unique("word", "kind"),
        ["cues/lone-verbs"] = TableSchema.Of(Column.Text("word"), Column.Text("lemma")).Unique("word"),
        ["cues/infinitive-verbs"] = TableSchema.Of(Column.Text("word"), Column.Word("part", "governor", "asker", "deed", "intent")).Unique("word", "part"),
        ["cues/giving-verbs"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/bystander-verbs"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/joined-deeds"] = TableSchema.Of(Column.Text("word"), Column.Text("lemma"), Column.Word("joined", "yes", "no")).Unique("word"),
        ["cues/mistaken-verbs"] = TableSchema.Of(Column.Text("word"), Column.Text("next"), Column.Text("lemma")),
        ["cues/plural-names"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/fights"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/place-verbs"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/place-nouns"] = TableSchema.Of(Column.Text("word")).Unique("word"),
        ["cues/place-kinds"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("precision", "point", "town", "admin2", "admin1", "region", "line"),
            Column.Word("side", "before", "after"),
            Column.Word("case", "cap", "any")).Unique("word", "side"),
        ["cues/reference-words"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("kind", "first", "second", "he", "she", "it", "they", "who", "this", "one", "here", "definite", "demonstrative", "indefinite", "quantifier"),
            Column.Word("number", "one", "many").MayBeEmpty()).Unique("word", "kind"),
        ["cues/speech"] = TableSchema.Of(Column.Text("word"), Column.Word("strength", SpeechStrengths), Column.Text("frames")).Unique("word"),
        ["cues/speech-nouns"] = TableSchema.Of(Column.Text("word"), Column.Word("strength", SpeechStrengths)).Unique("word"),
        ["cues/speech-phrases"] = TableSchema.Of(
            Column.Text("phrase"),
            Column.Word("strength", SpeechStrengths),
            Column.Word("side", "after", "none")).Unique("phrase"),
        ["cues/titles"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "civil", "religious", "office", "throne", "rank")).Unique("word"),
        ["articles/bylines"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "lead", "desk", "label", "group", "post", "tail", "ending", "folder")).Unique("word", "kind"),
        ["articles/day-labels"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "published", "modified")).Unique("word"),
        ["articles/fields"] = TableSchema.Of(
            Column.Word("layout", "front-matter", "mail", "nexis", "factiva"),
            Column.Text("label"),
            Column.Word("field", "title", "author", "outlet", "published", "modified", "section", "address", "text", "agency", "saved", "other", "forwarded", "original", "ends", "recipient", "reply")).Unique("layout", "label"),
        ["articles/languages"] = TableSchema.Of(Column.Text("language"), Column.Text("word")).Unique("language", "word"),
        ["articles/lines"] = TableSchema.Of(
            Column.Text("cue"),
            Column.Word("kind", "end", "drop", "author", "credit", "caption", "alt", "network"),
            Column.Word("match", "whole", "start", "anywhere")).Unique("cue", "kind", "match"),
        ["articles/markup"] = TableSchema.Of(
            Column.Text("cue"),
            Column.Word("kind", "body", "clutter", "comment", "caption", "credit", "byline", "date", "subtitle", "kicker", "logo", "live", "clock"),
            Column.Word("match", "token", "word", "part")).Unique("cue", "kind", "match"),
        ["articles/meta"] = TableSchema.Of(
            Column.Text("key"),
            Column.Word("field", "title", "site", "author", "published", "modified", "address", "picture", "script", "section", "description"),
            Column.Integer("weight", 0, 100)).Unique("key"),
        ["articles/months"] = TableSchema.Of(Column.Text("word"), Column.Integer("month", 1, 12), Column.Text("languages")).Unique("word"),
        ["articles/stubs"] = TableSchema.Of(Column.Text("cue"), Column.Word("kind", "paywall", "cookie-wall", "script-only")).Unique("cue"),
        ["outlets/*"] = TableSchema.Of(
            Column.Text("name"),
            Column.Text("domain"),
            Column.Word("kind", "agency", "broadcaster", "newspaper", "magazine", "website"),
            Column.Text("source")).Unique("name"),
        ["places/*"] = Places,
        ["quantities/bounds"] = TableSchema.Of(
            Column.Text("phrase"),
            Column.Word("side", "before", "after"),
            Column.Word("effect", "min", "max", "about")).Unique("phrase", "side"),
        ["quantities/changes"] = TableSchema.Of(
            Column.Word("list", "rise", "fall", "rise-beside", "fall-beside", "compared"),
            Column.Text("word")).Unique("list", "word"),
        ["quantities/numbers"] = TableSchema.Of(
            Column.Text("word"),
            Column.Word("kind", "unit", "tens", "hundred", "scale", "dozen", "many", "few", "portion", "part", "ordinal", "ordinal-ending"),
            Column.Decimal("min", 0),
            Column.Decimal("max", 0).MayBeEmpty()).Unique("word"),
        ["quantities/units"] = TableSchema.Of(
            Column.Text("word"),
            Column.Text("unit"),
            Column.Word("kind", "share", "money-before", "money-after", "measure")).Unique("word"),
        ["sets/*"] = TableSchema.Of(Column.Text("word"), Column.Text("note").MayBeAbsent()).Unique("word"),
        ["times/ahead"] = TableSchema.Of(Column.Text("word"), Column.Word("kind", "governor", "adjective", "limit", "goal", "early")).Unique("word", "kind"),
        ["times/fiscal"] = TableSchema.Of(
            Column.Like("country", "an ISO 3166 alpha-3 code", IsAlpha3),
            Column.Integer("month", 1, 12),
            Column.Integer("day", 1, 31),
            Column.Word("named", "start", "end"),
            Column.Date("from").MayBeEmpty(),
            Column.Text("source")).Unique("country", "from"),
        ["times/rules"] = TableSchema.Of(
            Column.Text("id"),
            Column.Word("type", "DATE", "TIME", "DURATION", "SET", "NONE"),
            Column.Text("value"),
            Column.Text("pattern"),
            Column.Text("example"),
            Column.Text("expected").MayBeEmpty()).Unique("id"),
        ["times/shapes"] = TableSchema.Of(Column.Text("name"), Column.Text("pattern")).Unique("name", "pattern"),
        ["times/words"] = TableSchema.Of(
            Column.Text("word"),
            Column.Text("class"),
            Column.Text("value"),
            Column.Word("case", "cap").MayBeEmpty()).Unique("word", "class"),
        ["weapons/*"] = TableSchema.Of(
            Column.Text("word"),
            Column.Text("means"),
            Column.Text("mode").MayBeEmpty(),
            Column.Word("kind", "weapon", "vehicle", "military-platform"),
            Column.Text("note").MayBeAbsent()).Unique("word"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="table">Path without extension, such as "cues/speech".</param>
    public static TableSchema? Find(string table)
    {
        if (ByName.TryGetValue(table, out TableSchema? schema))
        {
            return schema;
        }

        int slash = table.IndexOf('/');
        return slash > 0 ? ByName.GetValueOrDefault(table[..slash] + "/*") : null;
    }

    private static ColumnRule Cameo(string name) => Column.Like(name, "a CAMEO code of two to four digits", cell => cell.Length is >= 2 and <= 4 && cell.All(char.IsAsciiDigit));

    private static bool IsAlpha3(string cell) => cell.Length == 3 && cell.All(char.IsAsciiLetterUpper);
}
