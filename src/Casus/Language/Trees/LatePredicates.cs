using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "a bomb planted on a motorcycle | exploded |", "guards deployed at his house | repulsed |", "talks between the two | collapsed | on Monday": what the subject did, taken for something said of the
/// last noun before it.
/// </summary>
internal static class LatePredicates
{
    /// <summary>Verbs that need an object: without one they tell where something has been put.</summary>
    private static readonly FrozenSet<string> Placing = new[] { "affiliate", "attach", "base", "bury", "conceal", "deploy", "drop", "fire", "fit", "fix", "hide", "launch", "lay", "load", "mount", "pack", "park", "place", "plant", "post", "rig", "station", "strap" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs that nothing can suffer.</summary>
    private static readonly FrozenSet<string> Lone = new[] { "collapse", "resume", "stall", "falter", "erupt", "resign", "die", "arrive", "depart", "flee", "begin", "continue", "surrender", "retreat", "explode", "spread", "rage", "escalate", "intensify", "grow", "flare", "break" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 3, behind: 0);

    private static Token[]? At(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if ((Ended(sentence, verb) ?? Meanwhile(sentence, verb)) is { } ended)
        {
            return ended;
        }

        if (old[verb] is not { Xpos: "VBD", Deprel: "acl", Head: >= 0 and var noun } || noun >= verb || old[noun] is not { Deprel: "obl", Head: >= 0 and var placed } || placed >= noun
            || old[placed] is not { Upos: "VERB" } || !Placing.Contains(old[placed].Lemma) || Subject(sentence, placed) is not (>= 0 and var thing)
            || TreeShape.Has(sentence, placed, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel == "obj")
            || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel.StartsWith("nsubj", StringComparison.Ordinal)))
        {
            return null;
        }

        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(placed))
        {
            tokens[child] = child < thing || child > verb ? tokens[child] with { Head = verb } : tokens[child];
        }

        tokens[verb] = old[verb] with { Head = old[placed].Head, Deprel = old[placed].Deprel };
        tokens[thing] = old[thing] with { Head = verb, Deprel = "nsubj" };
        tokens[placed] = old[placed] with { Xpos = "VBN", Head = thing, Deprel = "acl" };
        return tokens;
    }

    /// <summary>Where nothing else in the sentence is a verb, a past that cannot be suffered is what the first noun did.</summary>
    private static Token[]? Ended(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl" } || !Lone.Contains(old[verb].Lemma))
        {
            return null;
        }

        int root = -1;
        for (int i = 0; i < old.Length; i++)
        {
            if (i != verb && old[i].Upos is "VERB" or "AUX")
            {
                return null;
            }

            root = old[i].Head < 0 ? i : root;
        }

        if (root < 0 || root >= verb || old[root].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(root))
        {
            tokens[child] = child > verb ? tokens[child] with { Head = verb, Deprel = tokens[child].Deprel == "nmod" ? "obl" : tokens[child].Deprel } : tokens[child];
        }

        tokens[verb] = old[verb] with { Xpos = "VBD", Head = -1, Deprel = "root" };
        tokens[root] = old[root] with { Head = verb, Deprel = "nsubj" };
        return tokens;
    }

    /// <summary>"fled as clashes | erupted |": a clause, taken for a phrase.</summary>
    private static Token[]? Meanwhile(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl", Head: >= 0 and var noun } || noun >= verb || !Lone.Contains(old[verb].Lemma) || old[noun] is not { Deprel: "obl", Upos: "NOUN" or "PROPN" })
        {
            return null;
        }

        foreach (int child in sentence.Children(noun))
        {
            if (old[child] is { Deprel: "case", Form: "as" or "after" or "before" or "until" or "since" })
            {
                Token[] tokens = [.. old];
                tokens[child] = old[child] with { Head = verb, Deprel = "mark" };
                tokens[verb] = old[verb] with { Xpos = "VBD", Head = old[noun].Head, Deprel = "advcl" };
                tokens[noun] = old[noun] with { Head = verb, Deprel = "nsubj" };
                return tokens;
            }
        }

        return null;
    }

    /// <summary>What stands right before the verb with its own words, as its subject; -1: nothing.</summary>
    private static int Subject(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (child < verb && sentence.Tokens[child].Deprel is "nsubj" or "nsubj:pass")
            {
                return child;
            }
        }

        return -1;
    }
}
