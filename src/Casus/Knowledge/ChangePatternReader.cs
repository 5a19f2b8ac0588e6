using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>Reads knowledge/relations: a list of changes a file, each with the sentences that prove it.</summary>
internal static class ChangePatternReader
{
    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(["allied", "eased", "strained", "hostile"], StringComparer.Ordinal);

    public static ImmutableArray<ChangePattern> Read(KnowledgeFile file, ProblemList problems) => [.. YamlEntries.OfList(file, problems).Select(ReadOne)];

    private static ChangePattern ReadOne(EntryReader entry)
    {
        var change = new ChangePattern(
            entry.Text("id"),
            entry.OptionalWord("from", States),
            entry.Word("to", States),
            PatternReader.ReadTrigger(entry),
            PatternReader.Conditions(entry.Entry("require")),
            entry.Words("bearer"),
            entry.Words("a"),
            entry.Words("b"),
            Examples(entry, "yes"),
            Examples(entry, "no"),
            entry.Path,
            entry.Line);
        entry.Done();
        foreach ((string key, ImmutableArray<ChangeExample> examples) in new[] { ("yes", change.Yes), ("no", change.No) })
        {
            if (examples.IsEmpty)
            {
                entry.Problem(entry.LineOf(key), $"'{change.Id}' has no '{key}:' sentence", "add at least one of your own writing");
            }
        }

        return change;
    }

    private static ImmutableArray<ChangeExample> Examples(EntryReader change, string key)
    {
        var examples = ImmutableArray.CreateBuilder<ChangeExample>();
        foreach (EntryReader entry in change.Entries(key, text => examples.Add(new ChangeExample(text.Text, null, null, null, text.Line))))
        {
            examples.Add(new ChangeExample(entry.Text("text"), entry.Optional("a"), entry.Optional("b"), entry.OptionalWord("from", States), entry.Line));
            entry.Done();
        }

        return examples.ToImmutable();
    }
}
