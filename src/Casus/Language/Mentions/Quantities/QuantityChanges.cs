using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Which way a percentage or fraction says that something changed, and what it is measured by.</summary>
internal sealed class QuantityChanges
{
    public const string Table = "quantities/changes";
    private const int Highest = 3;
    private const int FarthestBase = 8;
    private readonly FrozenDictionary<string, FrozenSet<string>> lists;

    public QuantityChanges(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables[Table];
        int list = table.Column("list"), word = table.Column("word");
        lists = table.Rows.GroupBy(r => r[list], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(r => r[word]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <param name="first">First token of the quantity.</param>
    /// <param name="last">Its last token: the unit or the part.</param>
    /// <returns>"rise", "fall" or null.</returns>
    public string? ChangeOf(Sentence sentence, int first, int last)
    {
        if (Beside(sentence, first - 1) is { } before)
        {
            return before;
        }

        if (Beside(sentence, last + 1) is { } behind)
        {
            return behind;
        }

        int at = last;
        for (int i = 0; i < Highest && sentence.Tokens[at].Head is >= 0 and var head && !TellsOfAnother(sentence, at); i++)
        {
            at = head;
            if (In("rise", sentence, at))
            {
                return "rise";
            }

            if (In("fall", sentence, at))
            {
                return "fall";
            }
        }

        return null;
    }

    /// <summary>"Rose by a tenth, and a third of the men left": the second verb has a subject of its own.</summary>
    private static bool TellsOfAnother(Sentence sentence, int at)
    {
        if (sentence.Tokens[at].Upos != "VERB")
        {
            return false;
        }

        foreach (int child in sentence.Children(at))
        {
            if (sentence.Tokens[child].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The time after "over", "from", "compared to".</summary>
    public TextSpan? ComparedWith(Sentence sentence, int last, ImmutableArray<TimeMention> times)
    {
        for (int i = last + 1; i < sentence.Tokens.Length && i <= last + FarthestBase; i++)
        {
            if (!In("compared", sentence, i))
            {
                continue;
            }

            foreach (TimeMention time in times)
            {
                if (time.Sentence == sentence.Index && time.Span.Begin >= sentence.Tokens[i].Span.End && time.Span.Begin - sentence.Tokens[i].Span.End < 12)
                {
                    return time.Span;
                }
            }
        }

        return null;
    }

    private string? Beside(Sentence sentence, int token) =>
        token < 0 || token >= sentence.Tokens.Length ? null
        : lists["rise-beside"].Contains(sentence.Tokens[token].Form) ? "rise"
        : lists["fall-beside"].Contains(sentence.Tokens[token].Form) ? "fall"
        : null;

    private bool In(string list, Sentence sentence, int token) => lists[list].Contains(sentence.Tokens[token].Lemma) || lists[list].Contains(sentence.Tokens[token].Form);
}
