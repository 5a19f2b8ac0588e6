using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "killed nine people | and wounded dozens |", "killed nine | and left dozens wounded |", "nine lost their lives | and dozens were taken hostage |": a second harm with a count of its own, of which
/// the tree makes more of those whom the first befell.
/// </summary>
internal sealed class NextHarm
{
    private const int Farthest = 6;

    private readonly FrozenSet<string> harms, states, many, bounds;

    public NextHarm(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/next-harm"];
        (harms, states, many, bounds) = (table.Words("word", "harm"), table.Words("word", "state"), table.Words("word", "many"), table.Words("word", "bound"));
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 2, behind: 1);

    private Token[]? At(Sentence sentence, int i)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        return old[i - 1].Form != "and" ? null
            : old[i].Form == "left" ? Left(sentence, i)
            : harms.Contains(old[i].Form) && old[i].Xpos is "VBD" or "VBN" or "VBG" ? Harmed(sentence, i)
            : IsCount(old[i]) ? Stated(sentence, i) ?? Counted(sentence, i)
            : null;
    }

    /// <summary>"killed nine people and | wounded | dozens"</summary>
    private Token[]? Harmed(Sentence sentence, int harm)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int number = Number(old, harm + 1), verb = VerbOver(old, harm);
        if (number < 0 || verb < 0)
        {
            return null;
        }

        int whom = number;
        while (old[whom].Head > whom && old[whom].Head <= number + 3 && old[whom].Deprel is "nummod" or "compound" or "amod" && old[old[whom].Head].Upos is "NOUN" or "PROPN")
        {
            whom = old[whom].Head;
        }

        int more = old[whom].Head == whom + 1 && old[whom + 1].Form == "more" ? whom + 1 : -1;
        if (old[whom].Head == harm || (more < 0 && old[whom].Deprel is not ("conj" or "obj")))
        {
            return null;
        }

        Token[] tokens = [.. old];
        Joined(tokens, sentence, harm, verb, old[harm].Xpos == "VBG" ? "VBG" : "VBD");
        foreach (int child in sentence.Children(whom))
        {
            // "killing | nine | and wounding dozens": the number of the first.
            tokens[child] = child < harm - 1 ? old[child] with { Head = verb, Deprel = "obj" } : tokens[child];
        }

        tokens[whom] = old[whom] with { Head = harm, Deprel = "obj" };
        if (more >= 0)
        {
            tokens[more] = old[more] with { Head = whom, Deprel = "advmod" };
        }

        return tokens;
    }

    /// <summary>"killed nine and | left dozens wounded |"</summary>
    private Token[]? Left(Sentence sentence, int left)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int state = left + 2, verb = VerbOver(old, left);
        while (state < old.Length && state <= left + Farthest && !states.Contains(old[state].Form) && old[state].Upos is not ("VERB" or "AUX" or "PUNCT"))
        {
            state++;
        }

        if (verb < 0 || state >= old.Length || !states.Contains(old[state].Form) || !IsCount(old[state - 1]) || (old[left] is { Deprel: "conj" } && old[left].Head == verb && old[state].Head == left))
        {
            return null;
        }

        Token[] tokens = [.. old];
        Joined(tokens, sentence, left, verb, "VBD");
        foreach (int child in sentence.Children(state - 1))
        {
            tokens[child] = child > state ? old[child] with { Head = verb } : child < left - 1 ? old[child] with { Head = verb, Deprel = "obj" } : tokens[child];
        }

        tokens[state] = old[state] with { Head = left, Deprel = "xcomp" };
        tokens[state - 1] = old[state - 1] with { Head = state, Deprel = "nummod" };
        return tokens;
    }

    /// <summary>"Five dead and | 20 hurt | as bomb explodes": two numbers with a state each, of which the tree has one for the other's.</summary>
    private Token[]? Stated(Sentence sentence, int number)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int state = number + 1, first = number - 2;
        if (state >= old.Length || first < 1 || !states.Contains(old[state].Form) || !(states.Contains(old[first].Form) || harms.Contains(old[first].Form)) || old[first].Head != state || old[number].Head != first)
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[first] = old[first] with { Head = old[state].Head, Deprel = old[state].Deprel };
        tokens[state] = old[state] with { Upos = "ADJ", Xpos = "JJ", Head = first, Deprel = "conj" };
        tokens[number] = old[number] with { Head = state, Deprel = "nummod" };
        tokens[number - 1] = old[number - 1] with { Head = state, Deprel = "cc" };
        return tokens;
    }

    /// <summary>"… lost their lives and | dozens were taken |", "rose to nine and | seven people are missing |"</summary>
    private static Token[]? Counted(Sentence sentence, int number)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = number + 1, next = noun < old.Length && old[noun].Upos is "NOUN" ? noun + 1 : noun;
        next = next < old.Length && old[next].Form == "," ? BehindComma(old, next) : next;
        if (next >= old.Length || old[number] is not { Deprel: "conj", Head: >= 0 and var first } || first > number || old[next] is not { Upos: "AUX", Head: var verb } || verb < next)
        {
            return null;
        }

        bool own = next > noun && old[noun].Head == verb && old[noun].Deprel.StartsWith("nsubj", StringComparison.Ordinal);
        if (!own && ((next > noun && old[noun].Form != ",") || TreeShape.HasSubject(sentence, verb)))
        {
            return null;
        }

        Token[] tokens = [.. old];
        if (own && old[first].Head == noun && VerbOver(old, first) is var over)
        {
            int above = over >= 0 ? over : VerbBefore(old, first);
            tokens[first] = above < 0 ? old[first] : old[first] with { Head = above, Deprel = TreeShape.Has(sentence, first, (_, t) => t.Deprel == "case") ? "obl" : "obj" };
        }

        tokens[number] = own ? old[number] with { Head = noun, Deprel = "nummod" } : old[number] with { Head = verb, Deprel = old[next].Deprel == "aux:pass" ? "nsubj:pass" : "nsubj" };
        tokens[number - 1] = old[number - 1] with { Head = verb, Deprel = "cc" };
        return tokens;
    }

    /// <summary>The second verb beside the first, with the "and" before it; what the tree had hung beyond it goes back to the first.</summary>
    private static void Joined(Token[] tokens, Sentence sentence, int second, int verb, string xpos)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int before = TreeShape.Top(old, second - 2, verb + 1, second - 1);
        if (before > verb && old[before].Head >= second)
        {
            tokens[before] = old[before] with { Head = verb, Deprel = "obj" };
        }

        tokens[second - 1] = old[second - 1] with { Head = second, Deprel = "cc" };
        tokens[second] = old[second] with { Upos = "VERB", Xpos = xpos, Head = verb, Deprel = "conj" };
    }

    /// <summary>The first verb above a word that stands before it.</summary>
    private static int VerbOver(ImmutableArray<Token> tokens, int word)
    {
        int verb = tokens[word].Head;
        while (verb >= 0 && !(verb < word && tokens[verb].Upos == "VERB"))
        {
            verb = tokens[verb].Head;
        }

        return verb;
    }

    /// <summary>"three|, including an officer, |were": what stands behind the next comma.</summary>
    private static int BehindComma(ImmutableArray<Token> tokens, int comma)
    {
        int next = comma + 1;
        while (next < tokens.Length && next < comma + 9 && tokens[next].Form != ",")
        {
            next++;
        }

        return next < tokens.Length && tokens[next].Form == "," ? next + 1 : tokens.Length;
    }

    private static int VerbBefore(ImmutableArray<Token> tokens, int word)
    {
        while (--word >= 0 && tokens[word].Upos != "VERB")
        {
        }

        return word;
    }

    private bool IsCount(Token word) => word.Xpos == "CD" || many.Contains(word.Form);

    /// <summary>"at least 40", "more than a dozen", "dozens": the number that begins here; -1 for none.</summary>
    private int Number(ImmutableArray<Token> tokens, int from)
    {
        int at = from;
        while (at < tokens.Length && at < from + 3 && bounds.Contains(tokens[at].Form))
        {
            at++;
        }

        return at < tokens.Length && IsCount(tokens[at]) ? at : -1;
    }
}
