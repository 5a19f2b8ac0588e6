using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"Iran threatened to halt talks", "urged supporters to march": where the tree takes "to" for a preposition and the verb behind it for a noun or part of one.</summary>
internal sealed class LostInfinitives
{
    private readonly FrozenSet<string> governors, askers, deeds, intents, verbs, lone;

    public LostInfinitives(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/infinitive-verbs"], headlines = knowledge.Tables["cues/headline-verbs"];
        int word = table.Column("word"), part = table.Column("part"), lemma = headlines.Column("lemma");
        ILookup<string, string> byPart = table.Rows.ToLookup(r => r[part], r => r[word], StringComparer.Ordinal);
        governors = byPart["governor"].ToFrozenSet(StringComparer.Ordinal);
        askers = byPart["asker"].ToFrozenSet(StringComparer.Ordinal);
        intents = byPart["intent"].ToFrozenSet(StringComparer.Ordinal);
        deeds = byPart["deed"].ToFrozenSet(StringComparer.Ordinal);
        KnowledgeTable alone = knowledge.Tables["cues/lone-verbs"];
        int form = alone.Column("lemma");
        lone = alone.Rows.Select(r => r[form]).ToFrozenSet(StringComparer.Ordinal);
        verbs = headlines.Rows.Select(r => r[lemma]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        for (int to = 1; to + 1 < old.Length; to++)
        {
            if (Participle(old, to) is { } described)
            {
                return sentence.Rebuilt([.. described]);
            }

            if ((Name(old, to) ?? Asked(old, to) ?? Intended(old, to) ?? CalledOn(old, to) ?? Helped(old, to)) is { } named)
            {
                return sentence.Rebuilt([.. named]);
            }

            int governor = to - 1, verb = to + 1, noun = old[to].Head;
            if (old[to].Form == "to" && old[to].Deprel == "case" && noun == verb && old[verb] is { Xpos: "NN", Deprel: "obl" or "nmod" } && old[verb].Head == governor && old[governor] is { Upos: "VERB" } && governors.Contains(old[governor].Lemma) && lone.Contains(old[verb].Form)
                && !TreeShape.Has(sentence, verb, (_, t) => t.Deprel is "det" or "amod" or "nmod:poss" or "compound"))
            {
                // "vow | to march | on the capital"
                Token[] deed = [.. old];
                foreach (int child in sentence.Children(governor))
                {
                    deed[child] = child > verb && old[child].Deprel == "obl" ? old[child] with { Head = verb } : old[child];
                }

                deed[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Lemma = old[verb].Form, Deprel = "xcomp" };
                deed[to] = old[to] with { Upos = "PART", Xpos = "TO", Deprel = "mark" };
                return sentence.Rebuilt([.. deed]);
            }

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

    /// <summary>"helped | police nab | the burglar": who does it, taken for a part of the bare verb's name; null for others.</summary>
    private static Token[]? Helped(ImmutableArray<Token> old, int verb)
    {
        int helper = old[verb].Head, whom = verb - 1;
        if (old[verb] is not { Upos: "VERB", Deprel: "xcomp" } || helper < 0 || helper >= whom || old[helper].Lemma is not ("help" or "let" or "make" or "see" or "watch") || old[whom].Head != verb || old[whom].Deprel != "compound")
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[whom] = old[whom] with { Head = helper, Deprel = "obj" };
        tokens[verb] = old[verb] with { Xpos = "VB" };
        for (int i = helper + 1; i < whom; i++)
        {
            tokens[i] = old[i].Head == verb ? old[i] with { Head = whom } : old[i];
        }

        return TreeShape.IsTree(tokens) ? tokens : null;
    }

    /// <summary>"threatened to shell Haifa": the verb and its object taken for one name; null for others.</summary>
    private Token[]? Name(ImmutableArray<Token> old, int to)
    {
        int verb = to + 1, noun = to + 2;
        if (noun >= old.Length || old[to] is not { Form: "to", Deprel: "case" } || old[to].Head != verb || !governors.Contains(old[to - 1].Lemma) || !verbs.Contains(old[verb].Form) || old[verb].Upos == "VERB"
            || old[noun].Head != verb || old[noun].Deprel is not ("flat" or "appos"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Lemma = old[verb].Form, Head = to - 1, Deprel = "xcomp" };
        tokens[to] = old[to] with { Upos = "PART", Xpos = "TO", Deprel = "mark" };
        tokens[noun] = old[noun] with { Deprel = "obj" };
        for (int i = noun + 1; i < old.Length; i++)
        {
            tokens[i] = old[i].Head == verb && old[i].Deprel is "flat" or "appos" or "punct" ? old[i] with { Head = noun } : old[i];
        }

        return TreeShape.IsTree(tokens) ? tokens : null;
    }

    /// <summary>"urged supporters to march on the capital": what somebody is asked to do, taken for a noun; null for others.</summary>
    private Token[]? Asked(ImmutableArray<Token> old, int to)
    {
        int verb = to + 1;
        if (old[to] is not { Form: "to", Deprel: "case" } || old[to].Head != verb || !deeds.Contains(old[verb].Form) || old[verb] is not { Upos: "NOUN", Deprel: "obl" or "nmod" })
        {
            return null;
        }

        int whom = to - 1;
        while (whom >= 0 && old[whom].Deprel != "obj")
        {
            whom = old[whom].Head < to ? old[whom].Head : -1;
        }

        if (whom < 0 || old[whom].Head is not (>= 0 and var asker) || asker > whom || !askers.Contains(old[asker].Lemma))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VB", Head = asker, Deprel = "xcomp" };
        tokens[to] = old[to] with { Upos = "PART", Xpos = "TO", Deprel = "mark" };
        for (int i = verb + 1; i < old.Length; i++)
        {
            tokens[i] = old[i] is { Deprel: "nmod" } && old[i].Head == verb ? old[i] with { Deprel = "obl" } : old[i];
        }

        return TreeShape.IsTree(tokens) ? tokens : null;
    }

    /// <summary>"called on Moscow to agree": what somebody is asked to do, taken for what the call is for; null for others.</summary>
    private static Token[]? CalledOn(ImmutableArray<Token> old, int to)
    {
        int verb = old[to].Head;
        if (old[to] is not { Form: "to", Deprel: "mark" } || verb <= to || old[verb] is not { Xpos: "VB", Deprel: "advcl" or "acl" or "xcomp" })
        {
            return null;
        }

        for (int on = to - 1; on > 0; on--)
        {
            if (old[on] is { Form: "on" or "upon", Deprel: "case", Head: var whom } && whom > on && whom < to && old[whom] is { Head: >= 0 and var call, Upos: "NOUN" or "PROPN" or "PRON", Deprel: "obj" or "obl" } && call < on && !old[whom].Form.EndsWith("day", StringComparison.Ordinal) && old[call] is { Lemma: "call", Upos: "VERB" })
            {
                return old[verb] is { Deprel: "xcomp" } || (old[verb].Head != call && old[verb].Head != whom) ? null : TreeShape.Hung(old, verb, call, "xcomp") is var tokens && TreeShape.IsTree(tokens) ? tokens : null;
            }
        }

        return null;
    }

    /// <summary>"Lithuania plans to leave the convention": the verb behind a name taken for its plans; null for others.</summary>
    private Token[]? Intended(ImmutableArray<Token> old, int to)
    {
        int verb = to - 1, deed = old[to].Head, name = to - 2;
        if (name < 0 || old[to] is not { Form: "to", Deprel: "mark" } || deed <= to || old[deed].Deprel != "acl" || old[deed].Head != verb || !intents.Contains(old[verb].Form) || old[verb] is not { Upos: "NOUN", Deprel: "root" or "ccomp" or "parataxis" or "conj" }
            || old[name] is not { Upos: "PROPN", Deprel: "compound" } || old[name].Head != verb)
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VBZ", Lemma = old[verb].Form[..^1] };
        tokens[name] = old[name] with { Deprel = "nsubj" };
        tokens[deed] = old[deed] with { Deprel = "xcomp" };
        for (int i = 0; i < name; i++)
        {
            tokens[i] = old[i].Head == verb && old[i].Deprel is "compound" or "amod" or "det" or "nmod:poss" ? old[i] with { Head = name } : old[i];
        }

        return TreeShape.IsTree(tokens) ? tokens : null;
    }

    /// <summary>"opened its borders to displaced farmers": no infinitive, though the tree has one; null for others.</summary>
    private static Token[]? Participle(ImmutableArray<Token> old, int to)
    {
        int participle = to + 1;
        if (old[to] is not { Form: "to", Deprel: "mark" } || old[to].Head != participle || old[participle].Xpos != "VBN" || old[participle].Head < 0 || old[participle].Head > to)
        {
            return null;
        }

        for (int noun = participle + 1; noun < old.Length; noun++)
        {
            if (old[noun].Head != participle || old[noun].Deprel != "obj" || old[noun].Upos is not ("NOUN" or "PROPN"))
            {
                continue;
            }

            Token[] tokens = [.. old];
            tokens[noun] = old[noun] with { Head = old[participle].Head, Deprel = "obl" };
            tokens[participle] = old[participle] with { Head = noun, Deprel = "amod" };
            tokens[to] = old[to] with { Upos = "ADP", Xpos = "IN", Head = noun, Deprel = "case" };
            for (int i = 0; i < old.Length; i++)
            {
                tokens[i] = i != to && i != noun && old[i].Head == participle ? tokens[i] with { Head = noun } : tokens[i];
            }

            return TreeShape.IsTree(tokens) ? tokens : null;
        }

        return null;
    }
}
