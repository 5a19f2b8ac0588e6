using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>One file of knowledge/ as text. The path is relative to knowledge/, with forward slashes.</summary>
public sealed record KnowledgeFile(string Path, string Text);

/// <summary>Something wrong in a knowledge file, with the line (from 1) and what to do about it.</summary>
public sealed record KnowledgeProblem(string Path, int Line, string Message, string Remedy)
{
    public override string ToString() => $"{Path}:{Line}: {Message} → {Remedy}";
}

/// <summary>All that Casus knows, typed and checked. Made by <c>KnowledgeLoader</c> from strings.</summary>
/// <param name="Hash">Content hash over every file: part of each release's provenance.</param>
public sealed record KnowledgeBase(
    string Hash,
    Ontology Ontology,
    ActorCatalogue Actors,
    PlaceCatalogue Places,
    ImmutableArray<Pattern> Patterns,
    KnowledgeTables Tables)
{
    /// <summary>Words by which texts tell that a relation changed.</summary>
    public ImmutableArray<ChangePattern> Changes { get; init; } = [];

    /// <summary>What a country's people are by their class.</summary>
    public Sectors Sectors { get; } = new(Actors, Tables);
}

/// <summary>The sixteen PLOVER event types.</summary>
public sealed record Ontology(ImmutableArray<EventType> Types)
{
    public EventType? Find(string name)
    {
        foreach (EventType type in Types)
        {
            if (type.Name == name)
            {
                return type;
            }
        }

        return null;
    }
}

/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Score">PLOVER conflict–cooperation score of the bare type, −10 to 10.</param>
/// <param name="Cameo">CAMEO root code that stands for the bare type, such as "18".</param>
/// <param name="Words">The field's own words for the type: for people and for the codebook, not triggers.</param>
/// <param name="Goldstein">Goldstein score of that CAMEO code (GDELT's table); null where that prints none.</param>
/// <param name="Decided">Where the manuals contradict themselves, and what Casus does (docs/decisions/0010).</param>
public sealed record EventType(
    string Name,
    int Quad,
    double Score,
    bool TargetRequired,
    string Cameo,
    string Definition,
    ImmutableArray<string> Includes,
    ImmutableArray<string> Excludes,
    ImmutableArray<EventMode> Modes,
    ImmutableArray<string> Words,
    Crosswalk Crosswalk,
    double? Goldstein,
    ImmutableArray<string> Decided)
{
    /// <summary>What a sentence calls it, and the words before who did it and to whom.</summary>
    public required Telling Telling { get; init; }

    /// <summary>Two initiators and no target mean that they did it to or with each other: a fight, talks, a treaty.</summary>
    public bool Reciprocal { get; init; }

    public EventMode? Mode(string name) => Modes.FirstOrDefault(m => m.Name == name);
}

/// <param name="Noun">"attack"; <paramref name="By"/>: "by"; <paramref name="On"/>: "on".</param>
public sealed record Telling(string Noun, string By, string On);

/// <param name="Score">PLOVER score; null where the manual prints none.</param>
/// <param name="Crosswalk">Empty lists where the type's own crosswalk holds.</param>
/// <param name="Goldstein">Goldstein score of the first of its CAMEO codes (GDELT's table); null where that prints none.</param>
public sealed record EventMode(string Name, double? Score, string Definition, Crosswalk Crosswalk, double? Goldstein)
{
    /// <summary>Name of the mode that says that the text tells none. Only types that define it have it, and it never stands beside another.</summary>
    public const string Untold = "unspecified";
}

/// <summary>What other schemes call it; empty where they have no such thing.</summary>
/// <param name="Cameo">CAMEO codes, such as "195".</param>
/// <param name="Acled">ACLED event and sub-event type: "Battles/Armed clash".</param>
/// <param name="Ucdp">UCDP types of violence: "state-based", "non-state", "one-sided".</param>
public sealed record Crosswalk(ImmutableArray<string> Cameo, ImmutableArray<string> Acled, ImmutableArray<string> Ucdp);

/// <summary>A state, body, group or person that does or suffers things.</summary>
/// <param name="Id">Stable, such as "AFG.TALIBAN"; never reused.</param>
/// <param name="Code">CAMEO style: country and role, such as "AFGGOV" or "PAKREB".</param>
/// <param name="Kind">"country", "government", "ministry", "force", "faction", "armed-group", "party", "organisation", "outlet" or "person".</param>
/// <param name="Class">"security_forces", "militant", "civilian", "politician", "government", "journalist" …; null when none fits.</param>
/// <param name="Country">ISO 3166 alpha-3; null for what belongs to no country.</param>
public sealed record Actor(
    string Id,
    string Name,
    string Code,
    string Kind,
    string? Class,
    string? Country,
    ImmutableArray<ActorName> Names,
    ImmutableArray<ActorTie> Ties,
    ImmutableArray<ActorRole> Roles,
    string Source)
{
    /// <summary>What the actor is on a day: the first role that holds then, else its lasting code and class.</summary>
    /// <param name="day">Null: as things stand now.</param>
    public ActorRole RoleOn(DateOnly? day)
    {
        foreach (ActorRole role in Roles)
        {
            if (day is null ? role.Until is null : !(role.From > day) && !(role.Until < day))
            {
                return role;
            }
        }

        return new ActorRole(Code, Class, null, null);
    }
}

/// <param name="Alone">True: the words identify the actor by themselves; false: only beside <paramref name="Context"/> or an earlier full name.</param>
/// <param name="Context">Words, actor ids or country codes one of which must stand in the same article.</param>
/// <param name="Demonym">True for adjectives such as "Afghan": they name the country only in a role.</param>
/// <param name="Form">"name"; "adjective" (Afghan); "people" (Afghans: the civilians of the country); "metonym" (Kabul, the Kremlin: a place that acts).</param>
public sealed record ActorName(string Text, bool Alone, bool Demonym, ImmutableArray<string> Context, DateOnly? From, DateOnly? To, string Form = "name")
{
    /// <summary>Whether it was borne on the day; null: on whatever day.</summary>
    public bool IsBorneOn(DateOnly? day) => day is null || (!(From > day) && !(To < day));
}

/// <param name="Kind">"part-of", "leads", "allied", "hostile", "splinter-of", "supports", "speaks-for", "distinct-from".</param>
/// <param name="From">First day on which it held; null: from the start. To: last day; null: until now.</param>
/// <param name="Office">For persons: what they are in it, such as "foreign minister"; null when not told.</param>
public sealed record ActorTie(string Kind, string To, DateOnly? From, DateOnly? Until, string? Source, string? Office = null);

/// <summary>What an actor's code and class are during a time (the Taliban: insurgents until 14 August 2021, de-facto government after).</summary>
public sealed record ActorRole(string Code, string? Class, DateOnly? From, DateOnly? Until);

public sealed class ActorCatalogue
{
    private readonly Dictionary<string, Actor> byId;

    public ActorCatalogue(ImmutableArray<Actor> all)
    {
        All = all;
        byId = all.ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    public ImmutableArray<Actor> All { get; }

    public Actor? Find(string id) => byId.GetValueOrDefault(id);
}

/// <param name="Id">ISO 3166 code for countries and divisions ("AF-PKA"), else a stable id of ours ("pk.mir-ali") or "geonames:N".</param>
/// <param name="Kind">"country", "admin1", "admin2", "town", "point", "region", "line".</param>
/// <param name="Country">ISO 3166 alpha-3; null for what lies across countries.</param>
/// <param name="Admin1">Id of the first-level division that holds it; null for countries and where not known.</param>
/// <param name="Admin2">Name of the second-level division (district); null as above.</param>
/// <param name="Latitude">WGS 84 degrees; null when only the containment is known.</param>
/// <param name="Geonames">GeoNames id; null when not known.</param>
/// <param name="Names">Every spelling, the main one first.</param>
public sealed record Place(
    string Id,
    string Name,
    string Kind,
    string? Country,
    string? Admin1,
    string? Admin2,
    double? Latitude,
    double? Longitude,
    long? Geonames,
    long Population,
    ImmutableArray<string> Names,
    DateOnly? From = null,
    DateOnly? Until = null);

/// <summary>Places by name (case-insensitive) and by id; beside them what gazetteers hold.</summary>
public sealed class PlaceCatalogue
{
    private readonly Dictionary<string, Place> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Place> countries = new(StringComparer.Ordinal);

    public PlaceCatalogue(IEnumerable<Place> places)
    {
        foreach (Place place in places)
        {
            byId.TryAdd(place.Id, place);
            if (place is { Kind: "country", Country: { } code })
            {
                countries.TryAdd(code, place);
            }

            foreach (string name in place.Names)
            {
                if (!byName.TryGetValue(name, out List<Place>? list))
                {
                    byName.Add(name, list = []);
                }

                list.Add(place);
            }
        }

        All = [.. byId.Values];
    }

    private PlaceCatalogue(PlaceCatalogue places, Gazetteer gazetteer)
    {
        (byId, byName, countries, All) = (places.byId, places.byName, places.countries, places.All);
        Gazetteer = gazetteer;
    }

    /// <summary>Places of knowledge/ alone.</summary>
    public ImmutableArray<Place> All { get; }

    /// <summary>Null when none is used.</summary>
    public Gazetteer? Gazetteer { get; }

    /// <summary>The same places with gazetteers beside them, in place of any before.</summary>
    public PlaceCatalogue With(IEnumerable<GazetteerIndex> indexes) => new(this, new Gazetteer(indexes, this));

    public Place? Find(string id) => byId.GetValueOrDefault(id) ?? Gazetteer?.Find(id);

    /// <param name="code">As in <see cref="Place.Country"/>.</param>
    public Place? CountryOf(string code) => countries.GetValueOrDefault(code);

    /// <summary>Of the places of knowledge/ alone.</summary>
    public IReadOnlyList<Place> Named(string name) => byName.TryGetValue(name, out List<Place>? list) ? list : [];
}

/// <summary>
/// The flat lists of knowledge/ (TSV), by path without extension: "cues/speech", "quantities/words". Each list has a
/// schema registered in <c>TableSchemas</c>; a file without a schema, or a row that breaks it, is a problem.
/// </summary>
public sealed class KnowledgeTables(IReadOnlyDictionary<string, KnowledgeTable> byName)
{
    public KnowledgeTable this[string name] =>
        byName.TryGetValue(name, out KnowledgeTable? table) ? table : KnowledgeTable.Empty(name);

    public IEnumerable<KnowledgeTable> All => byName.Values.OrderBy(t => t.Name, StringComparer.Ordinal);
}

public sealed record KnowledgeTable(string Name, ImmutableArray<string> Columns, ImmutableArray<KnowledgeRow> Rows)
{
    public static KnowledgeTable Empty(string name) => new(name, [], []);

    public int Column(string name) => Columns.IndexOf(name);

    /// <summary>All that stands in a column, each once.</summary>
    public FrozenSet<string> Words(string column) => Words(column, _ => true);

    /// <summary>What stands in a column of the rows of that kind, each once.</summary>
    public FrozenSet<string> Words(string column, string kind)
    {
        int of = Column("kind");
        return Words(column, row => row[of] == kind);
    }

    private FrozenSet<string> Words(string column, Func<KnowledgeRow, bool> such)
    {
        int word = Column(column);
        return Rows.Where(such).Select(row => row[word]).ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <param name="Line">Line in its file, from 1.</param>
public sealed record KnowledgeRow(int Line, ImmutableArray<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
