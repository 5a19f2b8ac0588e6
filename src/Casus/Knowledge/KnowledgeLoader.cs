using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>
/// Text of knowledge/ → typed knowledge. Strict: anything not understood is a problem, and all problems come out at once.
/// </summary>
public static class KnowledgeLoader
{
    /// <param name="files">In any order; the result is the same.</param>
    public static KnowledgeLoad Load(IReadOnlyList<KnowledgeFile> files)
    {
        var problems = new ProblemList();
        var types = ImmutableArray.CreateBuilder<EventType>();
        var actors = new List<PlacedActor>();
        var places = new List<PlacedPlace>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        var changes = ImmutableArray.CreateBuilder<ChangePattern>();
        var tables = new Dictionary<string, KnowledgeTable>(StringComparer.Ordinal);
        ImmutableArray<KnowledgeFile> sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        foreach (KnowledgeFile file in sorted)
        {
            int slash = file.Path.IndexOf('/');
            string room = slash < 0 ? "" : file.Path[..slash];
            if (file.Path.EndsWith(".tsv", StringComparison.Ordinal))
            {
                ReadTable(file, room, tables, actors, places, problems);
                continue;
            }

            switch (file.Path.EndsWith(".yaml", StringComparison.Ordinal) ? room : "")
            {
                case "ontology" when OntologyReader.Read(file, problems) is { } type:
                    types.Add(type);
                    break;
                case "ontology":
                    break;
                case "actors":
                    actors.AddRange(ActorReader.Read(file, problems));
                    break;
                case "patterns":
                    patterns.AddRange(PatternReader.Read(file, problems));
                    break;
                case "relations":
                    changes.AddRange(ChangePatternReader.Read(file, problems));
                    break;
                default:
                    problems.Add(file.Path, 1, "no reader knows this file", "put YAML in ontology/, actors/, patterns/ or relations/ and tables (.tsv) in a folder with a schema");
                    break;
            }
        }

        actors.AddRange(ActorReader.Forces([.. actors], tables));
        var ontology = new Ontology([.. types.OrderBy(t => t.Name, StringComparer.Ordinal)]);
        CrossCheck.Ontology(ontology, problems);
        CrossCheck.Patterns(patterns, ontology, tables, problems);
        CrossCheck.Actors(actors, problems);
        CrossCheck.Forces(actors, tables, problems);
        CrossCheck.Places(places, problems);
        if (problems.Any)
        {
            return new KnowledgeLoad(null, problems.Sorted());
        }

        Dictionary<string, Actor> byId = actors.ToDictionary(a => a.Actor.Id, a => a.Actor, StringComparer.Ordinal);
        return new KnowledgeLoad(
            new KnowledgeBase(
                ContentHash.Of([.. sorted.SelectMany(f => new[] { f.Path, f.Text.ReplaceLineEndings("\n") })]),
                ontology,
                new ActorCatalogue([.. actors.Select(a => ActorReader.WithOffices(a.Actor, byId))]),
                new PlaceCatalogue(PlaceReader.WithDistricts([.. places.Select(p => p.Place)])),
                patterns.ToImmutable(),
                new KnowledgeTables(tables))
            { Changes = changes.ToImmutable() },
            []);
    }

    private static void ReadTable(
        KnowledgeFile file, string room, Dictionary<string, KnowledgeTable> tables, List<PlacedActor> actors, List<PlacedPlace> places, ProblemList problems)
    {
        string name = file.Path[..^4];
        if (TableSchemas.Find(name) is not { } schema)
        {
            problems.Add(file.Path, 1, "no schema for this table", "register its columns in TableSchemas");
            return;
        }

        if (tables.ContainsKey(name))
        {
            problems.Add(file.Path, 1, "the file was handed in twice", "hand in each file once");
            return;
        }

        KnowledgeTable table = TableReader.Read(file, name, schema, problems);
        tables.Add(name, table);
        if (name == "actors/countries")
        {
            actors.AddRange(ActorReader.Countries(file.Path, table));
        }
        else if (room == "places")
        {
            places.AddRange(PlaceReader.Read(file.Path, table));
        }
    }
}
