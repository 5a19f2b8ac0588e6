using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>Reads knowledge/patterns: a list of patterns a file, each with the sentences that prove it.</summary>
internal static class PatternReader
{
    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["initiator", "target", "victim", "means", "place", "time", "toll", "speaker"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Factualities = FrozenSet.ToFrozenSet(
        ["asserted", "reported", "denied", "negated", "threatened", "planned", "requested", "hypothetical", "habitual", "historical"], StringComparer.Ordinal);

    public static ImmutableArray<Pattern> Read(KnowledgeFile file, ProblemList problems)
    {
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        foreach (EntryReader entry in YamlEntries.OfList(file, problems))
        {
            patterns.Add(ReadOne(entry));
        }

        return patterns.ToImmutable();
    }

    private static Pattern ReadOne(EntryReader entry)
    {
        var pattern = new Pattern(
            entry.Text("id"),
            entry.Text("type"),
            entry.Words("modes"),
            entry.Optional("cameo"),
            entry.Number("weight", 0, 1),
            ReadTrigger(entry),
            Conditions(entry.Entry("require")),
            Conditions(entry.Entry("forbid")),
            Paths(entry.Entry("roles")),
            Examples(entry, "yes"),
            Examples(entry, "no"),
            entry.Path,
            entry.Line);
        entry.Done();
        if (pattern.Id.Length > 0 && !pattern.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
        {
            entry.Problem(entry.LineOf("id"), $"the id '{pattern.Id}' has other than small letters, digits, '.' and '-'", "write type.name.number, such as aid.relief.01");
        }

        foreach ((string key, ImmutableArray<Example> examples) in new[] { ("yes", pattern.Yes), ("no", pattern.No) })
        {
            if (examples.IsEmpty)
            {
                entry.Problem(entry.LineOf(key), $"'{pattern.Id}' has no '{key}:' sentence", "add at least one of your own writing");
            }
        }

        return pattern;
    }

    internal static Trigger ReadTrigger(EntryReader pattern)
    {
        if (pattern.Entry("trigger") is not { } entry)
        {
            pattern.Problem(pattern.Line, "the key 'trigger' is missing", "add trigger: { verbs: […] }");
            return new Trigger([], [], []);
        }

        var trigger = new Trigger(entry.Words("verbs"), entry.Words("nouns"), entry.Words("adjectives"));
        entry.Done();
        if (trigger.Verbs.IsEmpty && trigger.Nouns.IsEmpty && trigger.Adjectives.IsEmpty)
        {
            entry.Problem(entry.Line, "the trigger has no words", "give verbs, nouns or adjectives");
        }

        return trigger;
    }

    internal static ImmutableArray<Condition> Conditions(EntryReader? entry) =>
        entry is null ? [] : [.. entry.Keys.Select(path => new Condition(path, entry.Words(path)))];

    private static ImmutableArray<RolePath> Paths(EntryReader? entry)
    {
        if (entry is null)
        {
            return [];
        }

        foreach (string role in entry.Keys.Where(role => !Roles.Contains(role)))
        {
            entry.Problem(entry.LineOf(role), $"unknown role '{role}'", $"one of: {string.Join(", ", Roles.Order(StringComparer.Ordinal))}");
        }

        return [.. entry.Keys.Select(role => new RolePath(role, entry.Words(role)))];
    }

    private static ImmutableArray<Example> Examples(EntryReader pattern, string key)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        foreach (EntryReader entry in pattern.Entries(key, text => examples.Add(new Example(text.Text, null, null, null, null, null, text.Line))))
        {
            examples.Add(new Example(
                entry.Text("text"),
                entry.Optional("initiator"),
                entry.Optional("target"),
                entry.Optional("mode"),
                entry.OptionalWord("factuality", Factualities),
                entry.Optional("toll"),
                entry.Line));
            entry.Done();
        }

        return examples.ToImmutable();
    }
}
