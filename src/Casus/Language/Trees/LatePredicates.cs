using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "a bomb planted on a motorcycle | exploded |", "guards deployed at his house | repulsed |", "talks between the two | collapsed | on Monday", "students demanding his release | marched |", "fled as fighting | raged |": what the subject did, taken for something said of the
/// last noun before it.
/// </summary>
internal sealed class LatePredicates(KnowledgeBase knowledge)
{
    /// <summary>Verbs that need an object: without one they tell where something has been put; and verbs that nothing can suffer.</summary>
    private readonly FrozenSet<string> placing = Verbs(knowledge, "placing"), lone = Verbs(knowledge, "lone"), asking = Verbs(knowledge, "asking");

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 3, behind: 0);

    private static FrozenSet<string> Verbs(KnowledgeBase knowledge, string kind) => knowledge.Tables["cues/late-verbs"].Words("word", kind);

    private Token[]? At(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if ((Ended(sentence, verb) ?? Meanwhile(sentence, verb) ?? Raging(sentence, verb) ?? First(sentence, verb) ?? Asking(sentence, verb) ?? Wanted(sentence, verb)) is { } ended)
        {
            return ended;
        }

        if (old[verb] is not { Xpos: "VBD", Deprel: "acl", Head: >= 0 and var noun } || noun >= verb || old[noun] is not { Deprel: "obl", Head: >= 0 and var placed } || placed >= noun
            || old[placed] is not { Upos: "VERB" } || !placing.Contains(old[placed].Lemma) || Subject(sentence, placed) is not (>= 0 and var thing)
            || TreeShape.Has(sentence, placed, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel == "obj")
            || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel.StartsWith("nsubj", StringComparison.Ordinal)))
        {
            return null;
        }

        return Above(sentence, placed, thing, verb, "nsubj");
    }

    /// <summary>The late verb over what was taken for the verb, which only describes the subject.</summary>
    private static Token[] Above(Sentence sentence, int placed, int thing, int verb, string subject)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(placed))
        {
            tokens[child] = child < thing || child > verb ? tokens[child] with { Head = verb } : tokens[child];
        }

        tokens[verb] = old[verb] with { Head = old[placed].Head, Deprel = old[placed].Deprel };
        tokens[thing] = old[thing] with { Head = verb, Deprel = subject };
        tokens[placed] = old[placed] with { Xpos = "VBN", Head = thing, Deprel = "acl" };
        return tokens;
    }

    /// <summary>"a man wanted over the bombing of a market | was arrested |", "wanted for the murder of two guards | fled |": taken for what the market or the guards did.</summary>
    private static Token[]? Wanted(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Upos: "VERB", Xpos: "VBD" or "VBN", Deprel: "acl" or "acl:relcl", Head: >= 0 and var noun } || noun > verb || TreeShape.HasSubject(sentence, verb))
        {
            return null;
        }

        while (old[noun] is { Deprel: "nmod" or "obl", Upos: "NOUN" or "PROPN", Head: >= 0 and var over } && over < noun)
        {
            noun = over;
        }

        bool passive = TreeShape.Has(sentence, verb, (_, t) => t.Deprel == "aux:pass");
        return old[noun] is { Form: "wanted", Deprel: not "acl" } && Subject(sentence, noun) is >= 0 and var who && !TreeShape.Has(sentence, noun, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel is "obj" or "xcomp")
            ? Above(sentence, noun, who, verb, passive ? "nsubj:pass" : "nsubj")
            : null;
    }

    /// <summary>Where nothing else in the sentence is a verb, a past that cannot be suffered is what the first noun did.</summary>
    private Token[]? Ended(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl" } || !lone.Contains(old[verb].Lemma))
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
    private Token[]? Meanwhile(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl", Head: >= 0 and var noun } || noun >= verb || !lone.Contains(old[verb].Lemma) || old[noun] is not { Deprel: "obl", Upos: "NOUN" or "PROPN" })
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

    /// <summary>"militants | stormed | into the town, killed ten and fled", "a mine | exploded |, reported the paper": the first of several deeds, taken for which militants they were.</summary>
    private Token[]? First(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl", Head: >= 0 and var noun } || old[verb - 1].Form == "," || old[noun] is not { Deprel: "nsubj", Head: >= 0 and var next } || next <= verb
            || old[next] is not { Xpos: "VBD", Upos: "VERB" } || TreeShape.HasSubject(sentence, verb) || TreeShape.Has(sentence, verb, (_, t) => t.Deprel is "obj" or "aux" or "aux:pass" or "obl:agent"))
        {
            return null;
        }

        bool into = TreeShape.Has(sentence, verb, (c, t) => t.Deprel == "obl" && TreeShape.Has(sentence, c, (_, k) => k is { Deprel: "case", Form: "into" }));
        bool told = TreeShape.Has(sentence, next, (c, t) => c > next && t.Deprel == "nsubj");
        if (!(into || (old[verb].Xpos == "VBD" && lone.Contains(old[verb].Lemma))) || !(old[next - 1].Form == "," || (told && TreeShape.Has(sentence, next, (c, t) => c < next && c > verb && t.Form == ","))))
        {
            return null;
        }

        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(next))
        {
            tokens[child] = child < verb ? old[child] with { Head = verb } : tokens[child];
        }

        tokens[verb] = old[verb] with { Xpos = "VBD", Head = old[next].Head, Deprel = old[next].Deprel };
        tokens[next] = old[next] with { Head = verb, Deprel = told ? "parataxis" : "conj" };
        return tokens;
    }

    /// <summary>What stands right before the verb with its own words, as its subject; -1: nothing.</summary>
    private static int Subject(Sentence sentence, int verb) => TreeShape.Child(sentence, verb, (c, t) => c < verb && t.Deprel is "nsubj" or "nsubj:pass");

    /// <summary>"protesters demanding the release of nine hostages | marched |": what they did who ask for it, taken for what the last noun did.</summary>
    private Token[]? Asking(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl", Head: >= 0 and var noun } || !(lone.Contains(old[verb].Lemma) || asking.Contains(old[verb].Lemma)) || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || t.Deprel is "aux" or "aux:pass" or "obj"))
        {
            return null;
        }

        while (old[noun] is { Upos: "NOUN" or "PROPN", Deprel: "nmod" or "obj" or "obl" or "conj", Head: >= 0 and var above } && above < noun)
        {
            noun = above;
        }

        if (old[noun] is not { Xpos: "VBG", Deprel: "acl", Head: >= 0 and var doer } || doer >= noun || old[doer].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }

        int next = old[doer].Head;
        if (next >= 0 && (old[doer].Deprel is not ("nsubj" or "nsubj:pass") || next < verb || !TreeShape.Has(sentence, next, (c, t) => c > verb && t.Deprel.StartsWith("nsubj", StringComparison.Ordinal))))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Xpos = "VBD", Head = next < 0 ? -1 : old[next].Head, Deprel = next < 0 ? "root" : old[next].Deprel };
        tokens[doer] = old[doer] with { Head = verb, Deprel = "nsubj" };
        if (next >= 0)
        {
            tokens[next] = old[next] with { Head = verb, Deprel = "parataxis" };
        }

        foreach (int child in sentence.Children(doer))
        {
            tokens[child] = child > verb ? old[child] with { Head = verb } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"fled as | fighting | between the two raged": what raged, taken for what those did who fled.</summary>
    private Token[]? Raging(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb] is not { Xpos: "VBD" or "VBN", Deprel: "acl" or "xcomp" or "conj" or "advcl" } || !lone.Contains(old[verb].Lemma)
            || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || t.Deprel is "aux" or "aux:pass" or "obj" or "cc" or "mark"))
        {
            return null;
        }

        int deed = verb - 1;
        while (deed >= 0 && old[deed].Xpos != "VBG")
        {
            if (old[deed].Upos is "VERB" or "AUX" or "PUNCT")
            {
                return null;
            }

            deed--;
        }

        bool opened = deed >= 0 && TreeShape.Has(sentence, deed, (c, t) => c == deed - 1 && t.Deprel == "mark" && t.Form is "as" or "after" or "before" or "until" or "since" or "while" or "when");
        if (deed < 0 || old[deed].Upos != "VERB" || !(opened ? old[deed].Deprel == "advcl" : deed == 0 && old[deed].Head < 0) || TreeShape.Has(sentence, deed, (c, t) => t.Deprel is "obj" or "nsubj" || (c > verb && t.Deprel != "punct")))
        {
            return null;
        }

        for (int i = deed + 1; i < verb; i++)
        {
            if (TreeShape.Top(old, i, deed, verb) != deed)
            {
                return null;
            }
        }

        int over = old[verb].Head;
        if (over != old[deed].Head && (over < deed || over >= verb))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Xpos = "VBD", Head = old[deed].Head, Deprel = old[deed].Deprel };
        tokens[deed] = old[deed] with { Upos = "NOUN", Xpos = "NN", Lemma = old[deed].Form.ToLowerInvariant(), Head = verb, Deprel = "nsubj" };
        foreach (int child in sentence.Children(deed))
        {
            if (child != verb)
            {
                tokens[child] = old[child].Deprel is "mark" or "punct" ? old[child] with { Head = verb } : old[child].Deprel == "obl" ? old[child] with { Deprel = "nmod" } : old[child].Deprel == "advmod" ? old[child] with { Deprel = "amod" } : old[child];
            }
        }

        return tokens;
    }
}
