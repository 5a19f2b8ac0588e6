using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>What the tables of knowledge/articles and knowledge/outlets say, ready for look-up. Made once for each reader.</summary>
internal sealed class ArticleWords
{
    private readonly FrozenSet<string> authorFolders;

    public ArticleWords(KnowledgeBase knowledge)
    {
        KnowledgeTables tables = knowledge.Tables;
        Markup = new MarkupCues(tables["articles/markup"]);
        Lines = new LineCues(tables["articles/lines"]);
        Forms = new FieldLabels(tables["articles/fields"]);
        Stubs = new StubCues(tables["articles/stubs"]);
        Languages = new LanguageGuess(tables["articles/languages"]);
        Months = Pairs(tables["articles/months"], "word", "month").ToFrozenDictionary(
            p => p.Key, p => int.Parse(p.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
        Meta = MetaFields(tables["articles/meta"]);
        Scripts = new ScriptFacts(Meta.Where(m => m.Value.Field == "script").OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value.Weight)));
        Bylines = Kinds(tables["articles/bylines"], "word", "kind");
        authorFolders = Bylines.GetValueOrDefault("folder", []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Names = new NameWords(
            Bylines.GetValueOrDefault("group", []), Bylines.GetValueOrDefault("ending", []), Words(tables["cues/organisation-words"]), Words(tables["cues/given-names"]));
        DayLabels = Kinds(tables["articles/day-labels"], "word", "kind");
        OutletByDomain = Pairs(tables["outlets/outlets"], "domain", "name").ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        Agencies = AgencyNames(tables["outlets/outlets"]);
        OutletNames = Pairs(tables["outlets/outlets"], "name", "domain").Select(p => p.Key).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public MarkupCues Markup { get; }

    public LineCues Lines { get; }

    public FieldLabels Forms { get; }

    public StubCues Stubs { get; }

    public LanguageGuess Languages { get; }

    /// <summary>Month number by name or abbreviation (without its dot), in the languages of news sites.</summary>
    public FrozenDictionary<string, int> Months { get; }

    /// <summary>Field and weight by the name of a meta element.</summary>
    public FrozenDictionary<string, (string Field, int Weight)> Meta { get; }

    /// <summary>Words of bylines by kind: "lead", "desk", "label", "group", "ending", "post", "tail".</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Bylines { get; }

    /// <summary>Words before a day by what they say of it: "published", "modified".</summary>
    public FrozenDictionary<string, ImmutableArray<string>> DayLabels { get; }

    public ScriptFacts Scripts { get; }

    public NameWords Names { get; }

    public FrozenDictionary<string, string> OutletByDomain { get; }

    public FrozenSet<string> OutletNames { get; }

    /// <summary>Full name of an agency by each of its names, as they are written: "AP" but not "ap".</summary>
    public FrozenDictionary<string, string> Agencies { get; }

    /// <summary>The known outlet of an address, by its host or a parent of the host; null when none is known.</summary>
    public string? OutletOf(string? address)
    {
        string host = Address.Host(address);
        while (host.Contains('.', StringComparison.Ordinal))
        {
            if (OutletByDomain.TryGetValue(host, out string? name))
            {
                return name;
            }

            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }

        return null;
    }

    /// <summary>True for an address of which one folder, not the last, is a word for authors: "/author/jane-roe", "/autoren/1234/".</summary>
    public bool IsAuthorsPage(string? address)
    {
        if (address is null || address.Length > 300)
        {
            return false;
        }

        ReadOnlySpan<char> path = Address.Path(address).AsSpan().TrimEnd('/');
        var folders = authorFolders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int slash = path.IndexOf('/'); slash >= 0;)
        {
            path = path[(slash + 1)..];
            slash = path.IndexOf('/');
            if (slash > 0 && folders.Contains(path[..slash]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Words(KnowledgeTable table)
    {
        int word = table.Column("word");
        return table.Rows.Select(r => r[word]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(KnowledgeTable table, string key, string value)
    {
        int first = table.Column(key), second = table.Column(value);
        return table.Rows.Select(r => KeyValuePair.Create(r[first], r[second])).DistinctBy(p => p.Key, StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Kinds(KnowledgeTable table, string word, string kind)
    {
        int first = table.Column(word), second = table.Column(kind);
        return table.Rows.GroupBy(r => r[second], r => r[first], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> AgencyNames(KnowledgeTable table)
    {
        int name = table.Column("name"), domain = table.Column("domain"), kind = table.Column("kind");
        return table.Rows.Where(r => r[kind] == "agency").GroupBy(r => r[domain], StringComparer.OrdinalIgnoreCase)
            .SelectMany(g => g.Select(r => KeyValuePair.Create(r[name], g.First()[name]))).DistinctBy(p => p.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, (string, int)> MetaFields(KnowledgeTable table)
    {
        int key = table.Column("key"), field = table.Column("field"), weight = table.Column("weight");
        return table.Rows.DistinctBy(r => r[key], StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(
            r => r[key], r => (r[field], int.Parse(r[weight], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);
    }
}
