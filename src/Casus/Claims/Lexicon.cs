using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The word lists of knowledge/ that the coder uses, made ready for look-up once.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<string, FrozenSet<string>> lists;
    private readonly LemmaTable<LemmaTable<bool>> members;
    private readonly FrozenSet<string> ideas;
    private readonly LemmaTable<(string Kind, string? Class)> partyNouns;
    private readonly LemmaTable<ImmutableArray<TollWord>> tollWords;
    private readonly LemmaTable<(string Kind, string? Mode)> means;
    private readonly LemmaTable<bool> endsOfMeans;
    private readonly LemmaTable<string> irregular;
    private readonly FrozenDictionary<string, string> placeKinds;
    private readonly FrozenDictionary<(string Word, string Kind), double> multiples;
    private readonly FrozenDictionary<string, Place> capitals;

    public Lexicon(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        lists = Lists(knowledge.Tables);
        // Interned: the names that the code asks for are then the same strings, and found the same without a look at their letters.
        members = new(lists.Select(l => KeyValuePair.Create(string.Intern(l.Key), Members(l.Value))));
        ideas = List("idea-set").SelectMany(List).ToFrozenSet(StringComparer.Ordinal);
        Vocabulary = Members(knowledge.Patterns
            .SelectMany(p => p.Trigger.Verbs.Concat(p.Trigger.Nouns).Concat(p.Require.Concat(p.Forbid).SelectMany(c => c.Words)))
            .Concat(Cells(knowledge.Tables["claims/control"], "word").Select(c => c[0]))
            .SelectMany(w => w.Split(' ')).Where(w => w.Length > 2).Concat(lists.Values.SelectMany(l => l)).Distinct(StringComparer.Ordinal));
        Controls = ControlTable.From(knowledge.Tables["claims/control"]);
        Cameo = CameoTable.From(knowledge.Tables);
        Relations = [.. Cells(knowledge.Tables["claims/relations"], "word", "pos", "relation", "a", "b").Select(c => RelationWord.Of(c[0], c[1], c[2], c[3], c[4]))];
        Changes = ChangeTable.From(knowledge.Changes, this);
        Connectives = [.. Cells(knowledge.Tables["claims/connectives"], "words", "form", "kind", "direction").Select(c => new Connective([.. c[0].Split(' ')], c[1], c[2], c[3]))];
        Seats = new Seats(knowledge.Actors);
        Forces = new ForcesOfCountries(knowledge);
        Roles = RoleDefaults.From(Cells(knowledge.Tables["claims/roles"], "type", "pos", "role", "paths"));
        partyNouns = new(Cells(knowledge.Tables["actors/generic"], "noun", "kind", "class")
            .GroupBy(c => c[0].ToLowerInvariant(), StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, (g.First()[1], g.First()[2].Length == 0 ? null : g.First()[2]))));
        tollWords = new(Cells(knowledge.Tables["claims/toll"], "word", "pos", "toll", "path")
            .GroupBy(c => c[0], StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Select(c => new TollWord(c[1], Enum.Parse<TollKind>(c[2], ignoreCase: true), c[3])).ToImmutableArray())));
        multiples = Cells(knowledge.Tables["claims/multiples"], "word", "kind", "percent").ToFrozenDictionary(c => (c[0], c[1]), c => double.Parse(c[2], System.Globalization.CultureInfo.InvariantCulture));
        irregular = new(Cells(knowledge.Tables["claims/irregular"], "form", "lemma").Select(c => KeyValuePair.Create(c[0], c[1])));
        placeKinds = Cells(knowledge.Tables["cues/place-kinds"], "word", "precision", "side").Where(c => c[2] == "after")
            .ToFrozenDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        KeyValuePair<string, (string, string?)>[] arms = [.. knowledge.Tables.All.Where(t => t.Name.StartsWith("weapons/", StringComparison.Ordinal))
            .SelectMany(t => Cells(t, "word", "means", "mode"))
            .GroupBy(c => c[0].ToLowerInvariant(), StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, (g.First()[1], g.First()[2].Length == 0 ? null : g.First()[2])))];
        means = new(arms);
        capitals = Cells(knowledge.Tables["actors/countries"], "alpha3", "capitals").Where(c => c[1].Length > 0)
            .Select(c => (Country: c[0], Capital: c[1].Split('|').SelectMany(knowledge.Places.Named).FirstOrDefault(p => p.Country == c[0] && p.Kind == "town")))
            .Where(c => c.Capital is not null).ToFrozenDictionary(c => c.Country, c => c.Capital!, StringComparer.Ordinal);
        endsOfMeans = Members(arms.Select(a => a.Key).Where(w => w.Contains(' ')).Select(w => w[(w.LastIndexOf(' ') + 1)..]).Distinct(StringComparer.Ordinal));
    }

    public KnowledgeBase Knowledge { get; }

    /// <summary>The town that is a country's capital; null where no file names it.</summary>
    public Place? CapitalOf(string country) => capitals.GetValueOrDefault(country);

    /// <summary>Every single word that a pattern, a set or a control row names: what lemmas of inflected forms are looked for among.</summary>
    public LemmaTable<bool> Vocabulary { get; }

    public ControlTable Controls { get; }

    public CameoTable Cameo { get; }

    public ImmutableArray<RelationWord> Relations { get; }

    public ChangeTable Changes { get; }

    public ImmutableArray<Connective> Connectives { get; }

    public RoleDefaults Roles { get; }

    public Seats Seats { get; }

    public ForcesOfCountries Forces { get; }

    /// <summary>Is the word in the named list of knowledge/claims/words or in knowledge/sets?</summary>
    public bool In(string list, string word) => members.TryGetValue(list, out LemmaTable<bool> words) && words.Contains(word);

    /// <summary>Quarrels, truces, plans, deeds: whose words are in a set that the list "idea-set" names, they begin and end and do nothing to anybody.</summary>
    public bool IsIdea(string word) => ideas.Contains(word);

    public FrozenSet<string> List(string list) => lists.GetValueOrDefault(list, FrozenSet<string>.Empty);

    /// <summary>What people, bodies and things a common noun names; null for nouns that are none of these.</summary>
    public (string Kind, string? Class)? PartyNoun(string lemma) => partyNouns.TryGetValue(lemma, out var found) ? found : lemma.StartsWith("ex-", StringComparison.Ordinal) ? PartyNoun(lemma[3..]) : null;

    /// <summary>By how many hundredths a figure grew that "doubled" or "halved"; null for other words.</summary>
    public double? Multiple(string lemma) => multiples.TryGetValue((lemma, "verb"), out double percent) ? percent : null;

    /// <summary>How many hundredths a "third" is; null for other words.</summary>
    public double? Fraction(string lemma) => multiples.TryGetValue((lemma, "fraction"), out double percent) ? percent : null;

    public ImmutableArray<TollWord> TollWords(string lemma) => tollWords.TryGetValue(lemma, out var found) ? found : [];

    /// <summary>Lemma of an irregular verb form, for words whose tag led the lemmatiser astray; null for other words.</summary>
    public string? Irregular(string form) => irregular.TryGetValue(form, out string lemma) ? lemma : null;

    /// <summary>What a word behind a name says that it names ("village": "town"), as <see cref="Language.PlaceMention.Precision"/>; null for other words.</summary>
    public string? PlaceKind(string form) => placeKinds.GetValueOrDefault(form);

    /// <summary>Kind of weapon and the mode of assault that its use means; null for other words.</summary>
    public (string Kind, string? Mode)? MeansOf(string words) => means.TryGetValue(words, out var found) ? found : null;

    /// <summary>Whether a name of a weapon in several words ends with this one.</summary>
    public bool MayEndMeans(string word) => endsOfMeans.Contains(word);

    /// <summary>The named cells of every row, in file order.</summary>
    internal static IEnumerable<string[]> Cells(KnowledgeTable table, params string[] columns)
    {
        int[] at = [.. columns.Select(table.Column)];
        return table.Rows.Select(row => at.Select(i => row[i]).ToArray());
    }

    private static LemmaTable<bool> Members(IEnumerable<string> words) => new(words.Select(w => KeyValuePair.Create(w, true)));

    private static FrozenDictionary<string, FrozenSet<string>> Lists(KnowledgeTables tables)
    {
        IEnumerable<(string List, string Word)> own = Cells(tables["claims/words"], "list", "word").Concat(Cells(tables[QuantityChanges.Table], "list", "word")).Select(c => (c[0], c[1]));
        IEnumerable<(string List, string Word)> sets = tables.All.Where(t => t.Name.StartsWith("sets/", StringComparison.Ordinal))
            .SelectMany(t => Cells(t, "word").Select(c => (t.Name["sets/".Length..], c[0])));
        return own.Concat(sets)
            .GroupBy(w => w.List, w => w.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}

/// <param name="Path">Where the counted people stand: "object", "subject", "of" or "noun" (the word itself counts).</param>
internal sealed record TollWord(string Pos, TollKind Kind, string Path);

internal sealed record RelationWord(ImmutableArray<string> Words, string Pos, string Relation, ImmutableArray<TreePath> A, ImmutableArray<TreePath> B, RuleId Rule)
{
    public LemmaBits First { get; } = LemmaBits.Of(Words.Take(1));

    public static RelationWord Of(string words, string pos, string relation, string a, string b) =>
        new([.. words.Split(' ')], pos, relation, Paths(a), Paths(b), new RuleId($"relation.{relation}.{words.Replace(' ', '-')}"));

    private static ImmutableArray<TreePath> Paths(string texts) => TreePath.All(texts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Words">Lemmas in order.</param>
/// <param name="Form">"mark" (before a clause or nominal), "verb" (between two events) or "back" (refers to what was told before).</param>
/// <param name="Direction">"forward": the governing event bears on the marked one; "backward": the other way round.</param>
internal sealed record Connective(ImmutableArray<string> Words, string Form, string Kind, string Direction)
{
    public LemmaBits Bits { get; } = LemmaBits.Of(Words);
}

/// <summary>Where the roles of a type stand when a pattern does not say: by type and part of speech ("*" for every type).</summary>
internal sealed class RoleDefaults
{
    private readonly FrozenDictionary<string, ImmutableArray<TreePath>> byKey;

    private RoleDefaults(FrozenDictionary<string, ImmutableArray<TreePath>> byKey) => this.byKey = byKey;

    public static RoleDefaults From(IEnumerable<string[]> rows) =>
        new(rows.ToFrozenDictionary(
            r => $"{r[0]} {r[1]} {r[2]}",
            r => r[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => TreePath.Parse(t, out _)).OfType<TreePath>().ToImmutableArray(),
            StringComparer.Ordinal));

    public ImmutableArray<TreePath> Find(string type, string pos, string role) =>
        byKey.TryGetValue($"{type} {pos} {role}", out var own) ? own
        : byKey.TryGetValue($"* {pos} {role}", out var every) ? every : [];
}
