using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"Iran threatened to halt talks": where the tree takes "to" for a preposition and the verb behind it for part of its noun, though no noun may stand there.</summary>
internal sealed class LostInfinitives
{
    private readonly FrozenSet<string> governors;
    private readonly FrozenSet<string> verbs;

    public LostInfinitives(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/infinitive-verbs"], headlines = knowledge.Tables["cues/headline-verbs"];
        int word = table.Column("word"), lemma = headlines.Column("lemma");
        governors = table.Rows.Select(r => r[word]).ToFrozenSet(StringComparer.Ordinal);
        verbs = headlines.Rows.Select(r => r[lemma]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        for (int to = 1; to + 2 < old.Length; to++)
        {
            int governor = to - 1, verb = to + 1, noun = old[to].Head;
            if (old[to].Form != "to" || old[to].Deprel != "case" || noun <= verb || old[verb].Head != noun || !governors.Contains(old[governor].Lemma) || !verbs.Contains(old[verb].Form))
            {
                continue;
            }

            Token[] tokens = [.. old];
            tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Lemma = old[verb].Form, Head = governor, Deprel = "xcomp" };
            tokens[to] = old[to] with { Upos = "PART", Xpos = "TO", Head = verb, Deprel = "mark" };
            tokens[noun] = old[noun] with { Head = verb, Deprel = "obj" };
            if (TreeShape.IsTree(tokens))
            {
                return sentence.Rebuilt([.. tokens]);
            }
        }

        return sentence;
    }
}
