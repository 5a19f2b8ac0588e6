using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>Reads knowledge/ontology: one event type a file.</summary>
internal static class OntologyReader
{
    private static readonly FrozenSet<string> UcdpTypes = FrozenSet.ToFrozenSet(["state-based", "non-state", "one-sided"], StringComparer.Ordinal);

    public static EventType? Read(KnowledgeFile file, ProblemList problems)
    {
        if (YamlTree.Read(file, problems) is not { } piece)
        {
            return null;
        }

        if (piece is not YamlMap map)
        {
            problems.Add(file.Path, piece.Line, "an event type is not a list or a text", "begin with 'name:'");
            return null;
        }

        var entry = new EntryReader(file.Path, map, problems);
        var type = new EventType(
            entry.Text("name"),
            (int)entry.Number("quad", 1, 4),
            entry.Number("score", -10, 10),
            entry.Truth("target-required"),
            entry.Text("cameo"),
            entry.Text("definition"),
            entry.Words("includes"),
            entry.Words("excludes"),
            Modes(entry),
            entry.Words("words"),
            ReadCrosswalk(entry.Entry("crosswalk")),
            entry.OptionalNumber("goldstein", -10, 10),
            entry.Words("decided"))
        {
            Telling = ReadTelling(entry),
            Reciprocal = entry.Has("reciprocal") && entry.Truth("reciprocal"),
        };
        entry.Done();
        if (!file.Path.EndsWith($"/{type.Name.ToLowerInvariant()}.yaml", StringComparison.Ordinal) && type.Name.Length > 0)
        {
            problems.Add(file.Path, entry.LineOf("name"), $"the type '{type.Name}' is in a file of another name", $"name the file {type.Name.ToLowerInvariant()}.yaml");
        }

        return type;
    }

    private static Telling ReadTelling(EntryReader entry)
    {
        ImmutableArray<string> words = entry.Words("telling");
        if (words.Length == 3)
        {
            return new Telling(words[0], words[1], words[2]);
        }

        entry.Problem(entry.LineOf("telling"), "'telling' does not have three words", "write the noun and the words before who did it and to whom: telling: [attack, by, on]");
        return new Telling("", "", "");
    }

    private static ImmutableArray<EventMode> Modes(EntryReader type)
    {
        var modes = ImmutableArray.CreateBuilder<EventMode>();
        foreach (EntryReader entry in type.Entries("modes"))
        {
            var mode = new EventMode(
                entry.Text("name"),
                entry.OptionalNumber("score", -10, 10),
                entry.Text("definition"),
                ReadCrosswalk(entry.Entry("crosswalk")),
                entry.OptionalNumber("goldstein", -10, 10));
            entry.Done();
            if (modes.Any(m => m.Name == mode.Name))
            {
                entry.Problem(entry.Line, $"the mode '{mode.Name}' is there twice", "keep one of them");
            }

            modes.Add(mode);
        }

        return modes.ToImmutable();
    }

    private static Crosswalk ReadCrosswalk(EntryReader? entry)
    {
        if (entry is null)
        {
            return new Crosswalk([], [], []);
        }

        var crosswalk = new Crosswalk(entry.Words("cameo"), entry.Words("acled"), entry.Words("ucdp", UcdpTypes));
        entry.Done();
        return crosswalk;
    }
}
