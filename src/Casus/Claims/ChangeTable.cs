using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>The changes of knowledge/relations by the lemma that opens them.</summary>
internal sealed class ChangeTable
{
    private readonly FrozenDictionary<string, ImmutableArray<CompiledChange>> byWord;

    private ChangeTable(FrozenDictionary<string, ImmutableArray<CompiledChange>> byWord) => this.byWord = byWord;

    public static ChangeTable From(ImmutableArray<ChangePattern> changes, Lexicon lexicon) => new(changes
        .Select(c => CompiledChange.Of(c, lexicon))
        .SelectMany(c => c.Pattern.Trigger.Verbs.Concat(c.Pattern.Trigger.Nouns).Select(w => (Word: w.Split(' ')[0], Change: c)))
        .GroupBy(p => p.Word, p => p.Change, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.Ordinal));

    public ImmutableArray<CompiledChange> At(string lemma) => byWord.TryGetValue(lemma, out ImmutableArray<CompiledChange> found) ? found : [];
}

/// <summary>A <see cref="ChangePattern"/> with its paths and word sets made ready.</summary>
internal sealed record CompiledChange(ChangePattern Pattern, RuleId Rule, ImmutableArray<CompiledCondition> Require, ImmutableArray<TreePath> Bearer, ImmutableArray<TreePath> A, ImmutableArray<TreePath> B)
{
    public static CompiledChange Of(ChangePattern pattern, Lexicon lexicon) => new(
        pattern, new RuleId(pattern.Id), [.. pattern.Require.Select(c => CompiledCondition.Of(c, lexicon))], TreePath.All(pattern.Bearer), TreePath.All(pattern.A), TreePath.All(pattern.B));

    /// <summary>What is wrong with its paths and sets, in words; empty when all is well.</summary>
    public static IEnumerable<string> Problems(ChangePattern pattern, Lexicon lexicon)
    {
        foreach (string path in pattern.Require.Select(c => c.Path).Concat(pattern.Bearer).Concat(pattern.A).Concat(pattern.B))
        {
            if (TreePath.Parse(path, out string? problem) is null)
            {
                yield return problem!;
            }
        }

        foreach (string word in pattern.Require.SelectMany(c => c.Words).Where(w => w.StartsWith('@') && lexicon.List(w[1..]).Count == 0))
        {
            yield return CompiledPattern.UnknownSet(word);
        }
    }
}
