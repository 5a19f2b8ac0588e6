using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What a phrase beside a number does to its bounds.</summary>
internal enum BoundEffect
{
    None,
    Min,
    Max,
    About,
}

/// <param name="Kind">"share", "money-before", "money-after" or "measure".</param>
internal sealed record QuantityUnit(string Unit, string Kind);

/// <summary>The phrases and units of knowledge/quantities.</summary>
internal sealed class QuantityWords
{
    public const string BoundsTable = "quantities/bounds";
    public const string UnitsTable = "quantities/units";
    private readonly ImmutableArray<(string[] Words, BoundEffect Effect)> before;
    private readonly ImmutableArray<(string[] Words, BoundEffect Effect)> after;
    private readonly FrozenDictionary<string, QuantityUnit>.AlternateLookup<ReadOnlySpan<char>> units;

    public QuantityWords(KnowledgeBase knowledge)
    {
        KnowledgeTable bounds = knowledge.Tables[BoundsTable];
        before = Phrases(bounds, "before");
        after = Phrases(bounds, "after");
        KnowledgeTable table = knowledge.Tables[UnitsTable];
        units = table.Rows
            .ToDictionary(r => r[table.Column("word")], r => new QuantityUnit(r[table.Column("unit")], r[table.Column("kind")]), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Longest first, so that "no more than" is found before "more than".</summary>
    private static ImmutableArray<(string[], BoundEffect)> Phrases(KnowledgeTable table, string side) =>
        [.. table.Rows
            .Where(r => r[table.Column("side")] == side)
            .Select(r => (Words: r[table.Column("phrase")].Split(' '), Enum.Parse<BoundEffect>(r[table.Column("effect")], ignoreCase: true)))
            .OrderByDescending(p => p.Words.Length)];

    public QuantityUnit? Unit(AtomBuffer atoms, int at) =>
        at >= 0 && at < atoms.Count && units.TryGetValue(atoms.Word(at), out QuantityUnit? unit) ? unit : null;

    /// <summary>The phrase that ends before an atom.</summary>
    /// <param name="begin">Its first atom; <paramref name="at"/> when there is none.</param>
    public BoundEffect Before(AtomBuffer atoms, int at, out int begin)
    {
        foreach ((string[] words, BoundEffect effect) in before)
        {
            begin = at - words.Length;
            if (begin >= 0 && Matches(atoms, begin, words))
            {
                return effect;
            }
        }

        begin = at;
        return BoundEffect.None;
    }

    /// <param name="end">The atom after the phrase; <paramref name="at"/> when there is none.</param>
    public BoundEffect After(AtomBuffer atoms, int at, out int end)
    {
        foreach ((string[] words, BoundEffect effect) in after)
        {
            end = at + words.Length;
            if (end <= atoms.Count && Matches(atoms, at, words))
            {
                return effect;
            }
        }

        end = at;
        return BoundEffect.None;
    }

    private static bool Matches(AtomBuffer atoms, int at, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!atoms.Word(at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
