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
        ImmutableArray<KnowledgeFile> sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var read = new FileContent[sorted.Length];
        // A process reads all of it before its first sentence, and the towns alone take a third: the longest first, or one thread would end with them.
        Parallel.ForEach(Enumerable.Range(0, read.Length).OrderByDescending(i => sorted[i].Text.Length), i => read[i] = FileContent.Of(sorted[i]));
        var problems = new ProblemList();
        var types = ImmutableArray.CreateBuilder<EventType>();
        var actors = new List<PlacedActor>();
        var places = new List<PlacedPlace>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        var changes = ImmutableArray.CreateBuilder<ChangePattern>();
        var tables = new Dictionary<string, KnowledgeTable>(StringComparer.Ordinal);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < read.Length; i++)
        {
            FileContent content = read[i];
            if (!paths.Add(sorted[i].Path))
            {
                problems.Add(sorted[i].Path, 1, "the file was handed in twice", "hand in each file once");
                continue;
            }

            problems.Add(content.Problems);
            types.AddRange(content.Types);
            actors.AddRange(content.Actors);
            places.AddRange(content.Places);
            patterns.AddRange(content.Patterns);
            changes.AddRange(content.Changes);
            if (content.Table is { } table)
            {
                tables.Add(table.Name, table);
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
}
