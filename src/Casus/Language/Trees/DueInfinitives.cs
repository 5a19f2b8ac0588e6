using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "Kenya is to hold talks", "Syria, Turkey to reopen crossing": what somebody is to do, which the tree has for what they are, or for a description of them. Whoever is to do it becomes its subject.
/// "The aim is to hold talks" stays: an aim does nothing.
/// </summary>
internal sealed class DueInfinitives(KnowledgeBase knowledge)
{
    private const int LongestSubject = 6;

    private readonly FrozenSet<string> people = HeadlineVerbs.People(knowledge, "person", "group"), verbs = knowledge.Tables["cues/headline-verbs"].Words("lemma");

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        Sentence mended = TreeShape.Pass(TreeShape.Pass(sentence, IsTo, first: 1, behind: 1), ToFree, first: 1, behind: 2);
        return ToCome(mended) is { } due && TreeShape.IsTree(due) ? mended.Rebuilt([.. due]) : mended;
    }

    /// <summary>"Kenya | is | to hold talks"</summary>
    private Token[]? IsTo(Sentence sentence, int be)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[be] is not { Deprel: "cop", Lemma: "be", Head: >= 0 and var verb } || old[verb] is not { Upos: "VERB", Xpos: "VB", Lemma: not "blame" } || verb < be
            || !TreeShape.Has(sentence, verb, (c, t) => c > be && c < verb && t is { Form: "to", Deprel: "mark" }))
        {
            return null;
        }

        foreach (int child in sentence.Children(verb))
        {
            if (child < be && old[child].Deprel is "nsubj:outer" or "nsubj" && IsSomebody(old[child]))
            {
                Token[] tokens = [.. old];
                tokens[child] = old[child] with { Deprel = "nsubj" };
                tokens[be] = old[be] with { Deprel = "aux" };
                return tokens;
            }
        }

        return null;
    }

    /// <summary>"Syria, Turkey | to reopen | crossing": what somebody is to do, in a headline whose tree has it for a description of them.</summary>
    private Token[]? ToCome(Sentence sentence)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int root = 0;
        while (root < old.Length && old[root].Head >= 0)
        {
            root++;
        }

        if (root > LongestSubject || root + 2 >= old.Length || !IsSomebody(old[root]))
        {
            return null;
        }

        int verb = -1, second = -1;
        foreach (int child in sentence.Children(root))
        {
            if (child > root && old[child].Deprel == "acl" && (old[child].Xpos == "VB" || (old[child].Upos == "NOUN" && old[child - 1].Form == "to")) && verb < 0)
            {
                verb = child;
            }
            else if (child > root && old[child] is { Deprel: "appos" or "conj", Upos: "PROPN" } && verb < 0 && second < 0)
            {
                second = child;
            }
            else if (child > root && !(verb >= 0 || old[child].Deprel is "flat" or "compound"))
            {
                return null;
            }
        }

        int last = second < 0 ? root : second;
        while (last + 1 < old.Length && (old[last + 1].Head == root || old[last + 1].Head == second) && old[last + 1].Deprel is "flat" or "compound")
        {
            last++;
        }

        if (verb < 0 || last + 2 != verb || old[verb - 1] is not { Form: "to", Deprel: "mark" } || !LoneVerbs.IsOnly(old, verb))
        {
            return null;
        }

        Token[] tokens = [.. old];
        for (int i = verb + 1; i < tokens.Length; i++)
        {
            tokens[i] = tokens[i].Head == root ? tokens[i] with { Head = verb } : tokens[i];
        }

        tokens[verb - 1] = old[verb - 1] with { Upos = "PART", Xpos = "TO" };
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Lemma = old[verb].Form, Head = -1, Deprel = "root" };
        tokens[root] = old[root] with { Head = verb, Deprel = "nsubj" };
        if (second >= 0)
        {
            tokens[second] = old[second] with { Deprel = "conj" };
        }

        return tokens;
    }

    /// <summary>"Hamas | to | free three hostages": the verb taken for what describes those to whom it is done.</summary>
    private Token[]? ToFree(Sentence sentence, int to)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int root = to - 1, verb = to + 1, whom = old[to].Head;
        while (root > 0 && old[root].Head >= 0 && old[root].Head < root)
        {
            root = old[root].Head;
        }

        if (old[to] is not { Form: "to", Deprel: "case" } || whom <= verb || old[verb].Head != whom || old[verb].Deprel is not ("amod" or "compound") || !verbs.Contains(old[verb].Form) || old[root].Head >= 0
            || old[whom].Head != root || !IsSomebody(old[root]) || !LoneVerbs.IsOnly(old, verb))
        {
            return null;
        }

        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(root))
        {
            tokens[child] = child > to ? old[child] with { Head = verb } : old[child];
        }

        foreach (int child in sentence.Children(whom))
        {
            tokens[child] = child > whom && old[child].Deprel == "nmod" && TreeShape.Has(sentence, child, (_, t) => t.Form is "on" or "by" or "in") ? old[child] with { Head = verb, Deprel = "obl" } : tokens[child];
        }

        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Lemma = old[verb].Form, Head = -1, Deprel = "root" };
        tokens[to] = old[to] with { Upos = "PART", Xpos = "TO", Head = verb, Deprel = "mark" };
        tokens[whom] = old[whom] with { Head = verb, Deprel = "obj" };
        tokens[root] = old[root] with { Head = verb, Deprel = "nsubj" };
        return tokens;
    }

    /// <summary>A mission is both, those who are sent and what for.</summary>
    private bool IsSomebody(Token word) => word.Upos is "PROPN" or "PRON" || (word.Upos == "NOUN" && word.Lemma is not ("mission" or "operation" or "campaign") && (people.Contains(word.Form) || people.Contains(word.Lemma)));
}
