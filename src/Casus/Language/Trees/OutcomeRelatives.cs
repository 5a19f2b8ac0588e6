using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"an ambush on soldiers | that killed nine |": what came of the deed, which parsers hang on those to whom it was done, so that they did it. "who" is of people, and stays.</summary>
internal sealed class OutcomeRelatives(KnowledgeBase knowledge)
{
    /// <summary>Nouns from the one before the clause up to the deed: "an attack on a convoy of soldiers that …".</summary>
    private const int Deepest = 3;

    private readonly FrozenSet<string> deeds = knowledge.Tables["cues/outcome-clauses"].Words("word", "deed"), harms = knowledge.Tables["cues/outcome-clauses"].Words("word", "harm");

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 3, behind: 0);

    private Token[]? At(Sentence sentence, int harm)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (!harms.Contains(old[harm].Form) || old[harm] is not { Deprel: "acl:relcl", Head: >= 0 and var noun } || noun > harm || deeds.Contains(old[noun].Form)
            || !TreeShape.Has(sentence, harm, (c, t) => c < harm && t is { Deprel: "nsubj", Form: "that" or "which" }))
        {
            return null;
        }

        for (int i = 0; i < Deepest && noun >= 0; i++)
        {
            if (TreeShape.Has(sentence, noun, (_, t) => t.Deprel == "case" && t.Form == "by"))
            {
                // "an attack by a group that killed 40 people last year"
                return null;
            }

            int over = old[noun].Deprel is "nmod" or "obl" or "conj" ? old[noun].Head : -1;
            if (over >= 0 && old[noun].Deprel == "obl")
            {
                // "carried out | a raid | on a village that left nine dead": the parser may hang the village on the verb.
                int verb = over, below = noun;
                over = TreeShape.Child(sentence, verb, (c, t) => c > verb && c < below && t.Deprel == "obj");
            }

            if (over >= 0 && over < noun && deeds.Contains(old[over].Form))
            {
                return TreeShape.Hung(old, harm, over, "acl:relcl");
            }

            noun = over;
        }

        return null;
    }
}
