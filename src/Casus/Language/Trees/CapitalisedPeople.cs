using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"| Gunmen | took six girls", "| Policemen | were held": people named by a noun that the tag has for a name, which has no plural.</summary>
internal sealed class CapitalisedPeople(KnowledgeBase knowledge)
{
    private const string Ending = "men";

    private readonly FrozenSet<string> men = Men(knowledge.Tables["actors/generic"]);

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            Token word = sentence.Tokens[i];
            if (word is { Upos: "PROPN", Deprel: not ("compound" or "flat") } && word.Form.EndsWith(Ending, StringComparison.Ordinal)
                && string.Concat(word.Form.AsSpan(0, word.Form.Length - Ending.Length), "man").ToLowerInvariant() is var one && men.Contains(one))
            {
                sentence = sentence.Rebuilt(sentence.Tokens.SetItem(i, word with { Upos = "NOUN", Xpos = "NNS", Lemma = one }));
            }
        }

        return sentence;
    }

    private static FrozenSet<string> Men(KnowledgeTable table)
    {
        int noun = table.Column("noun");
        return table.Rows.Select(r => r[noun]).Where(n => n.EndsWith("man", StringComparison.Ordinal) && !n.Contains(' ', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    }
}
