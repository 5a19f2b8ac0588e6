using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "NATO scrambled jets | after a drone fell", "gave maps to Baku, | which freed ten men": where the tree takes the first of two clauses for part of who acts in the second, or what describes the name before it
/// for what describes another word.
/// </summary>
internal static class StrayedClauses
{
    private static readonly FrozenSet<string> Openers = new[] { "after", "before", "as" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Receiving = new[] { "to", "with", "from", "against" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence)
    {
        for (int i = 1; i + 1 < sentence.Tokens.Length; i++)
        {
            Token[]? mended = sentence.Tokens[i] switch
            {
                { Xpos: "VBN" or "VBD", Deprel: "amod" } => First(sentence, i),
                { Upos: "VERB", Deprel: "acl:relcl" } => Describing(sentence, i),
                _ => null,
            };
            if (mended is not null && TreeShape.IsTree(mended))
            {
                sentence = sentence.Rebuilt([.. mended]);
            }
        }

        return sentence;
    }

    /// <summary>"NATO | scrambled | jets over Iasi after a drone | fell": one verb has two subjects, of which the second stands behind what opens its clause.</summary>
    private static Token[]? First(Sentence sentence, int deed)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int doer = deed - 1, whom = old[deed].Head;
        if (whom < deed || old[doer] is not { Upos: "PROPN" or "NOUN", Deprel: "compound" or "amod" or "nmod" } || old[doer].Head != whom || old[whom] is not { Deprel: "nsubj", Head: >= 0 and var verb } || verb < whom)
        {
            return null;
        }

        int second = -1, opener = -1;
        foreach (int child in sentence.Children(verb))
        {
            second = child > whom && child < verb && old[child].Deprel == "nsubj" ? child : second;
        }

        foreach (int child in second < 0 ? [] : sentence.Children(second))
        {
            opener = child < second && Openers.Contains(old[child].Form) ? child : opener;
        }

        if (opener < 0)
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[deed] = old[deed] with { Xpos = "VBD", Head = old[verb].Head, Deprel = old[verb].Deprel };
        tokens[whom] = old[whom] with { Head = deed, Deprel = "obj" };
        tokens[doer] = old[doer] with { Head = deed, Deprel = "nsubj" };
        tokens[verb] = old[verb] with { Head = deed, Deprel = "advcl" };
        tokens[opener] = old[opener] with { Upos = "SCONJ", Head = verb, Deprel = "mark" };
        foreach (int child in sentence.Children(whom))
        {
            tokens[child] = child < doer ? old[child] with { Head = doer } : tokens[child];
        }

        foreach (int child in sentence.Children(verb))
        {
            tokens[child] = child < whom || old[child].Form == "." ? old[child] with { Head = deed } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"gave maps to Baku, | which | freed ten men": the name that was given something, from whom it came or with whom it was agreed.</summary>
    private static Token[]? Describing(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = old[verb].Head, pronoun = -1;
        foreach (int child in sentence.Children(verb))
        {
            pronoun = old[child] is { Form: "which", Deprel: "nsubj" } ? child : pronoun;
        }

        if (noun < 0 || noun > pronoun || pronoun < 3 || old[pronoun - 1].Form != "," || old[noun].Upos != "NOUN")
        {
            return null;
        }

        int name = TreeShape.Top(old, pronoun - 2, noun + 1, pronoun - 1);
        return old[name] is { Upos: "PROPN", Deprel: "obl" or "nmod" } && (old[name].Head == noun || old[name].Head == old[noun].Head) && TreeShape.Has(sentence, name, (_, t) => t.Deprel == "case" && Receiving.Contains(t.Form))
            ? TreeShape.Hung(old, verb, name, "acl:relcl")
            : null;
    }
}
