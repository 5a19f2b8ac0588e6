using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>"aid to flood-hit Pakistan", "the drought-hit north": where the tree takes what describes a noun for a verb that has the noun as its object.</summary>
internal static class HyphenedModifiers
{
    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        for (int hyphen = 1; hyphen + 2 < old.Length; hyphen++)
        {
            int verb = hyphen + 1;
            if (old[hyphen].Form != "-" || old[hyphen - 1].Span.End != old[hyphen].Span.Begin || old[hyphen].Span.End != old[verb].Span.Begin
                || old[verb] is not { Upos: "VERB", Deprel: not "amod", Head: >= 0 and var above } || Described(sentence, verb) is not (>= 0 and var noun) || noun == above)
            {
                continue;
            }

            Token[] tokens = [.. old];
            bool behind = TreeShape.Has(sentence, noun, (c, t) => c < hyphen && t.Deprel == "case");
            tokens[noun] = old[noun] with { Head = above, Deprel = !behind ? "obj" : old[above].Upos is "NOUN" or "PROPN" ? "nmod" : "obl" };
            foreach (int child in sentence.Children(verb))
            {
                tokens[child] = child > noun ? tokens[child] with { Head = above } : tokens[child];
            }

            tokens[verb] = old[verb] with { Xpos = "VBN", Head = noun, Deprel = "amod" };
            if (TreeShape.IsTree(tokens))
            {
                return sentence.Rebuilt([.. tokens]);
            }
        }

        return sentence;
    }

    /// <summary>The object of the verb, if a word of its phrase stands before the hyphened word: then the phrase goes around it; else -1.</summary>
    private static int Described(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (child > verb && sentence.Tokens[child] is { Deprel: "obj", Upos: "NOUN" or "PROPN" } && TreeShape.Has(sentence, child, (c, t) => c < verb && t.Deprel is "case" or "det"))
            {
                return child;
            }
        }

        return -1;
    }
}
