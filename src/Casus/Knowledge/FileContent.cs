using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>What one file of knowledge/ says by itself, before files are held against each other.</summary>
/// <param name="Table">Null for YAML, and for places, whose rows are all in <paramref name="Places"/>.</param>
internal sealed record FileContent(
    ProblemList Problems,
    ImmutableArray<EventType> Types,
    ImmutableArray<PlacedActor> Actors,
    ImmutableArray<PlacedPlace> Places,
    ImmutableArray<Pattern> Patterns,
    ImmutableArray<ChangePattern> Changes,
    KnowledgeTable? Table)
{
    public static FileContent Of(KnowledgeFile file)
    {
        var nothing = new FileContent(new(), [], [], [], [], [], null);
        int slash = file.Path.IndexOf('/');
        string room = slash < 0 ? "" : file.Path[..slash];
        if (file.Path.EndsWith(".tsv", StringComparison.Ordinal))
        {
            return OfTable(file, room, nothing);
        }

        switch (file.Path.EndsWith(".yaml", StringComparison.Ordinal) ? room : "")
        {
            case "ontology":
                return OntologyReader.Read(file, nothing.Problems) is { } type ? nothing with { Types = [type] } : nothing;
            case "actors":
                return nothing with { Actors = [.. ActorReader.Read(file, nothing.Problems)] };
            case "patterns":
                return nothing with { Patterns = [.. PatternReader.Read(file, nothing.Problems)] };
            case "relations":
                return nothing with { Changes = [.. ChangePatternReader.Read(file, nothing.Problems)] };
            default:
                nothing.Problems.Add(file.Path, 1, "no reader knows this file", "put YAML in ontology/, actors/, patterns/ or relations/ and tables (.tsv) in a folder with a schema");
                return nothing;
        }
    }

    private static FileContent OfTable(KnowledgeFile file, string room, FileContent nothing)
    {
        string name = file.Path[..^4];
        if (TableSchemas.Find(name) is not { } schema)
        {
            nothing.Problems.Add(file.Path, 1, "no schema for this table", "register its columns in TableSchemas");
            return nothing;
        }

        KnowledgeTable table = TableReader.Read(file, name, schema, nothing.Problems);
        return room == "places"
            ? nothing with { Places = [.. PlaceReader.Read(file.Path, table)] }
            : nothing with { Table = table, Actors = name == "actors/countries" ? [.. ActorReader.Countries(file.Path, table)] : [] };
    }
}
