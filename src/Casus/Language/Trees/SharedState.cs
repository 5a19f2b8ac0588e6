using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "left 12 soldiers and eight rebels | dead |": the state of all whom a verb left so, which parsers hang on the last of them, join to the verb, or take for a verb of its own whose subject they are.
/// </summary>
internal sealed class SharedState
{
    /// <summary>Most words of a noun with what stands before it and its state.</summary>
    private const int LongestGroup = 8;

    private readonly FrozenSet<string> states;

    public SharedState(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/next-harm"];
        int word = table.Column("word"), kind = table.Column("kind");
        states = table.Rows.Where(r => r[kind] == "state" || (r[kind] == "harm" && !r[word].EndsWith("ing", StringComparison.Ordinal))).Select(r => r[word]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(TreeShape.Pass(sentence, At, first: 3, behind: 0), Apart, first: 1, behind: 2);

    private Token[]? At(Sentence sentence, int state)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (!states.Contains(old[state].Form) || old[state].Upos is not ("ADJ" or "VERB") || old[state].Head < 0)
        {
            return null;
        }

        int verb = VerbOver(old, state), last = state - 1;
        if (verb < 0 || old[last].Upos is not ("NOUN" or "PROPN" or "NUM"))
        {
            return null;
        }

        // Those whom the verb left so, from the first to the one right before the state.
        int first = -1;
        for (int i = verb + 1; i < state; i++)
        {
            if (old[i].Head == verb && old[i].Deprel is "obj" or "nsubj")
            {
                first = i;
                break;
            }
        }

        if (first < 0 || first == last)
        {
            return null;
        }

        bool hangs = old[state].Head == last && old[state].Deprel is "amod" or "acl" && old[last].Head == first && old[last].Deprel == "conj";
        bool joined = (old[state].Head == verb || old[state].Head == first) && old[state].Deprel == "conj" && !TreeShape.Has(sentence, state, (c, t) => t.Deprel is "cc" or "nsubj" or "nsubj:pass") && old[last].Head == first && old[last].Deprel == "conj";
        bool own = old[state].Head == verb && old[state].Deprel == "conj" && old[last].Head == state && old[last].Deprel is "nsubj" or "nsubj:pass" && !TreeShape.Has(sentence, state, (c, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal) || t.Deprel == "obj");
        if (!hangs && !joined && !own)
        {
            return null;
        }

        Token[] built = [.. old];
        built[state] = built[state] with { Head = verb, Deprel = "xcomp", Xpos = old[state].Xpos == "VBD" ? "VBN" : old[state].Xpos };
        built[first] = built[first] with { Deprel = "obj" };
        if (own)
        {
            built[last] = built[last] with { Head = first, Deprel = "conj" };
            for (int i = first + 1; i < last; i++)
            {
                built[i] = old[i].Head == state && old[i].Deprel is "cc" or "punct" ? built[i] with { Head = last } : built[i];
            }
        }

        return built;
    }

    /// <summary>"left | two guards dead and three others missing |": each their own state, whatever the tree makes of them.</summary>
    private Token[]? Apart(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb].Form is not ("left" or "leaving" or "leaves") || old[verb].Upos != "VERB")
        {
            return null;
        }

        List<Group> groups = [];
        int at = verb + 1;
        while (Next(old, at) is { } group)
        {
            groups.Add(group);
            at = group.State + 1;
            at += at < old.Length && old[at].Form == "," ? 1 : 0;
            at += at < old.Length && old[at].Form == "and" ? 1 : 0;
            if (at == group.State + 1)
            {
                break;
            }
        }

        if (groups is [var one] && ((old[one.Head].Head == one.State && old[one.State].Head == verb) || IsVerbMissing(old[one.State])))
        {
            Token[] only = TreeShape.Hung(old, one.Head, verb, "obj");
            only[one.State] = Described(old[one.State]) with { Head = verb, Deprel = "xcomp" };
            return only;
        }

        if (groups.Count < 2 || groups.TrueForAll(g => old[g.State].Head == g.Head && old[g.Head].Head is var above && (above == verb || above == groups[0].Head)))
        {
            return null;
        }

        Token[] built = [.. old];
        foreach (Group group in groups)
        {
            bool first = group == groups[0];
            for (int i = group.Begin; i < group.State; i++)
            {
                built[i] = i == group.Head ? old[i] with { Upos = old[i].Upos == "ADJ" ? "NOUN" : old[i].Upos, Head = first ? verb : groups[0].Head, Deprel = first ? "obj" : "conj" }
                    : i > group.Head ? old[i] with { Head = group.State, Deprel = "advmod" }
                    : old[i].Head >= group.Begin && old[i].Head <= group.Head ? old[i]
                    : old[i] with { Head = group.Head, Deprel = Before(old[i].Upos) };
            }

            for (int i = first ? group.Begin : groups[groups.IndexOf(group) - 1].State + 1; i < group.Begin; i++)
            {
                built[i] = old[i] with { Head = group.Head, Deprel = old[i].Form == "and" ? "cc" : "punct" };
            }

            Token state = Described(old[group.State]);
            built[group.State] = state with { Head = group.Head, Deprel = state.Upos == "VERB" ? "acl" : "amod" };
        }

        return built;
    }

    /// <summary>A noun with the words before it, and the state right behind it or behind an adverb ("his father | badly | wounded"); null where the words at a place are none.</summary>
    private Group? Next(ImmutableArray<Token> tokens, int begin)
    {
        int head = -1;
        for (int i = begin; i < tokens.Length && i < begin + LongestGroup; i++)
        {
            if (states.Contains(tokens[i].Form))
            {
                // "a | farmer | dead", taken for an adjective
                head = head < 0 && i > begin + 1 && tokens[i - 1].Upos == "ADJ" && tokens[i - 2].Upos is "DET" or "NUM" ? i - 1 : head;
                return head >= 0 && tokens[i].Upos is "ADJ" or "VERB" ? new(begin, head, i) : null;
            }

            bool noun = tokens[i].Upos is "NOUN" or "PROPN";
            if (!noun && (head >= 0 ? tokens[i].Upos != "ADV" : tokens[i].Upos is not ("DET" or "NUM" or "ADJ" or "ADV" or "ADP") && tokens[i].Xpos != "PRP$"))
            {
                return null;
            }

            head = noun ? i : head;
        }

        return null;
    }

    private static bool IsVerbMissing(Token state) => state is { Form: "missing", Upos: "VERB" };

    /// <summary>"missing" says how they are, and who is "injured" was injured by others.</summary>
    private static Token Described(Token state) =>
        IsVerbMissing(state) ? state with { Upos = "ADJ", Xpos = "JJ", Lemma = "missing" } : state.Upos == "VERB" ? state with { Xpos = "VBN" } : state;

    private static string Before(string upos) => upos switch
    {
        "DET" => "det",
        "NUM" => "nummod",
        "NOUN" or "PROPN" => "compound",
        "PRON" => "nmod:poss",
        "ADJ" => "amod",
        _ => "advmod",
    };

    private sealed record Group(int Begin, int Head, int State);

    /// <summary>The "left" before the state with words for people alone between; -1: none.</summary>
    private int VerbOver(ImmutableArray<Token> tokens, int state)
    {
        for (int i = state - 1; i >= 0; i--)
        {
            if (tokens[i].Form is "left" or "leaving" or "leaves" or "leave")
            {
                return i;
            }

            if (tokens[i].Upos is "VERB" or "AUX" || states.Contains(tokens[i].Form) || tokens[i].Form is ";" or ":")
            {
                return -1;
            }
        }

        return -1;
    }
}
