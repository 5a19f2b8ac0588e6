using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "NATO scrambled jets | after a drone fell", "gave maps to Baku, | which freed ten men": where the tree takes the first of two clauses for part of who acts in the second, or what describes the name before it
/// for what describes another word; "which Lima denied, | and halted the talks"; "Forces sent there | sided with them"; "…; | the army, which …, | said".
/// </summary>
internal static class StrayedClauses
{
    private static readonly FrozenSet<string> Openers = new[] { "after", "before", "as" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Naming = new[] { "call", "describe", "term", "label" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Answering = new[] { "respond", "retaliate", "answer", "reply", "vow", "pledge", "promise", "warn", "threaten", "reject", "dismiss", "deny", "denounce", "accuse" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Sending = new[] { "sent", "deployed", "dispatched" }.ToFrozenSet(StringComparer.Ordinal);
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
                { Xpos: "NNS", Deprel: "acl:relcl" } => Backing(sentence, i),
                { Xpos: "VBD", Deprel: "conj" } => Going(sentence, i) ?? Saying(sentence, i) ?? NextDoer(sentence, i),
                { Xpos: "VBN", Deprel: "xcomp" or "ccomp" } => Sent(sentence, i),
                { Deprel: "appos" } => BehindSemicolon(sentence, i),
                { Form: "called", Xpos: "VBN" } => Calling(sentence, i),
                { Form: "what", Deprel: "obj" or "obl" } => WhatSomebodyCalled(sentence, i),
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

    /// <summary>"accused Peru of it, which Lima denied, | and halted | the talks": a clause that describes an object has no other, so the next one goes on with what stood before it.</summary>
    private static Token[]? Going(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int clause = old[verb].Head;
        if (clause < 0 || clause > verb || old[clause] is not { Deprel: "acl:relcl", Head: >= 0 and var noun } || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal))
            || !TreeShape.Has(sentence, verb, (c, t) => c > verb && t.Deprel == "obj") || !TreeShape.Has(sentence, verb, (c, t) => t.Deprel == "cc" && old[c - 1].Form == ",")
            || !TreeShape.Has(sentence, clause, (c, t) => c < clause && t is { Deprel: "obj", Xpos: "WDT" or "WP" }))
        {
            return null;
        }

        int main = noun;
        while (main >= 0 && !(old[main].Upos == "VERB" && old[main].Xpos is "VBD" or "VBZ" or "VBP"))
        {
            main = old[main].Head;
        }

        return main < 0 ? null : TreeShape.Hung(old, verb, main, "conj");
    }

    /// <summary>"Forces sent to stop the fighting | sided | with them": nobody sends without an object; who was sent did what follows.</summary>
    private static Token[]? Sent(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int sent = verb;
        while (sent >= 0 && !Sending.Contains(old[sent].Form))
        {
            sent = old[sent].Head;
        }

        if (sent < 1 || old[verb].Head == sent || old[sent] is not { Xpos: "VBD" } || old[sent - 1] is not { Deprel: "nsubj", Upos: "NOUN" or "PROPN" } || old[sent - 1].Head != sent || old[verb - 1].Upos is not ("NOUN" or "PROPN")
            || TreeShape.Has(sentence, sent, (_, t) => t.Deprel is "obj" or "aux" or "iobj") || TreeShape.Has(sentence, verb, (c, t) => c < verb))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Xpos = "VBD", Head = old[sent].Head, Deprel = old[sent].Deprel };
        tokens[sent - 1] = old[sent - 1] with { Head = verb };
        tokens[sent] = old[sent] with { Xpos = "VBN", Head = sent - 1, Deprel = "acl" };
        for (int i = 0; i < old.Length; i++)
        {
            tokens[i] = old[i].Head == sent && (i > verb || i < sent - 1) ? old[i] with { Head = verb } : tokens[i];
        }

        foreach (int child in sentence.Children(old[verb].Head))
        {
            tokens[child] = child > verb ? old[child] with { Head = verb } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"…; | the government, which closed the road, | said": who does it, taken for what explains a word before the semicolon.</summary>
    private static Token[]? BehindSemicolon(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int first = sentence.Leftmost(noun), verb = -1;
        if (first > 0 && old[first].Form == ";")
        {
            first++;
        }

        if (first < 1 || old[first - 1].Form != ";" || old[noun].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }

        for (int i = noun + 1; i < old.Length && verb < 0 && old[i].Form != ";"; i++)
        {
            verb = old[i] is { Upos: "VERB", Xpos: "VBD" or "VBZ" or "VBP", Deprel: "conj" or "parataxis" } && old[i].Head < first ? i : -1;
        }

        return verb < 0 || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal)) ? null : TreeShape.Hung(old, noun, verb, "nsubj");
    }

    /// <summary>"bombed what Lima called | hideouts": what was bombed, and what it was called by whom.</summary>
    private static Token[]? WhatSomebodyCalled(Sentence sentence, int what)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int called = -1, thing = -1, by = -1;
        foreach (int child in sentence.Children(what))
        {
            called = old[child] is { Deprel: "acl:relcl", Upos: "VERB" } && (Naming.Contains(old[child].Lemma) || old[child].Lemma == "say") ? child : called;
        }

        foreach (int child in called < 0 ? [] : sentence.Children(called))
        {
            by = child < called && old[child].Deprel == "nsubj" ? child : by;
            // "what Lima | said were | hideouts"
            bool told = old[child].Deprel is "obj" or "xcomp" or "obl" ? old[called].Lemma != "say" : old[child].Deprel == "ccomp" && TreeShape.Has(sentence, child, (_, t) => t.Deprel == "cop");
            thing = thing < 0 && child > called && told && old[child].Upos is "NOUN" or "PROPN" ? child : thing;
        }

        // "attacked it in what Lima called an act of terror": the whole of it.
        if (by < 0 || thing < 0 || old[what].Head < 0 || TreeShape.Has(sentence, what, (_, t) => t is { Deprel: "case", Form: "in" or "In" }))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[thing] = old[thing] with { Head = old[what].Head, Deprel = old[what].Deprel };
        tokens[called] = old[called] with { Head = thing };
        tokens[what] = old[what] with { Head = called, Deprel = "obj" };
        foreach (int child in sentence.Children(what))
        {
            tokens[child] = old[child].Deprel == "case" ? old[child] with { Head = thing } : tokens[child];
        }

        foreach (int child in sentence.Children(called))
        {
            tokens[child] = child > thing ? old[child] with { Head = old[what].Head } : tokens[child];
        }

        foreach (int child in sentence.Children(thing))
        {
            // "described | as | hideouts"
            tokens[child] = old[child] is { Deprel: "case", Form: "as" } or { Deprel: "cop" } ? old[child] with { Head = called, Deprel = old[child].Deprel == "cop" ? "aux" : "mark" } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"said ten men had been killed | and vowed | an answer": who speaks goes on, and not those to whom it was done.</summary>
    private static Token[]? Saying(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int content = old[verb].Head;
        if (content < 0 || content > verb || old[content] is not { Deprel: "ccomp", Xpos: "VBN", Head: >= 0 and var said } || said > content || old[said].Upos != "VERB" || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || t.Deprel.StartsWith("aux", StringComparison.Ordinal))
            || TreeShape.Has(sentence, verb, (_, t) => t.Deprel == "mark"))
        {
            return null;
        }

        // "said rebels had fired at it | and responded | with strikes": who speaks answers them.
        bool suffered = TreeShape.Has(sentence, content, (_, t) => t.Deprel == "aux:pass") && !TreeShape.Has(sentence, content, (_, t) => t is { Deprel: "nsubj" or "nsubj:pass", Upos: "PRON" }) && TreeShape.Has(sentence, verb, (c, t) => c > verb && t.Deprel is "obj" or "xcomp" or "ccomp");
        if (!suffered && !Answering.Contains(old[verb].Lemma))
        {
            return null;
        }

        return TreeShape.Hung(old, verb, said, "conj");
    }

    /// <summary>"took the office in Adwa, and | Eritrea |, which Addis accuses of it, moved troops": who does the second, taken for another place of the first.</summary>
    private static Token[]? NextDoer(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb - 1].Form != "," || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal)))
        {
            return null;
        }

        for (int noun = verb - 3; noun > old[verb].Head && noun > 1; noun--)
        {
            if (old[noun] is { Deprel: "conj", Upos: "PROPN" or "NOUN" } && old[noun].Head < noun && old[noun + 1].Form == "," && TreeShape.Has(sentence, noun, (c, t) => c > noun && t.Deprel == "acl:relcl") && TreeShape.Top(old, verb - 2, noun, verb) == noun)
            {
                int and = -1;
                foreach (int child in sentence.Children(noun))
                {
                    and = old[child].Deprel == "cc" && old[child - 1].Form == "," ? child : and;
                }

                if (and < 0)
                {
                    return null;
                }

                Token[] tokens = TreeShape.Hung(old, noun, verb, "nsubj");
                tokens[and] = old[and] with { Head = verb };
                return tokens;
            }
        }

        return null;
    }

    /// <summary>"Latvia's president | called | for sanctions": nobody is called for without "was".</summary>
    private static Token[]? Calling(Sentence sentence, int called)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int who = -1;
        foreach (int child in sentence.Children(called))
        {
            if (old[child].Deprel is "aux" or "aux:pass" or "obj" or "obl:agent")
            {
                return null;
            }

            who = old[child].Deprel == "nsubj:pass" ? child : who;
        }

        if (who < 0 || who > called || called + 1 >= old.Length || old[called + 1].Form is not ("for" or "on"))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, who, called, "nsubj");
        tokens[called] = old[called] with { Xpos = "VBD" };
        return tokens;
    }

    /// <summary>"the council, which Riyadh | backs |, met": a relative clause has a verb.</summary>
    private static Token[]? Backing(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int name = verb - 1;
        if (old[name] is not { Upos: "PROPN", Deprel: "compound" } || old[name].Head != verb || !TreeShape.Has(sentence, verb, (c, t) => c < name && t is { Deprel: "obj", Xpos: "WDT" or "WP" }))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, name, verb, "nsubj");
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VBZ" };
        foreach (int child in sentence.Children(verb))
        {
            // "Saudi | Arabia"
            tokens[child] = child < name && old[child].Deprel is "amod" or "compound" or "det" ? old[child] with { Head = name } : tokens[child];
        }

        return tokens;
    }
}
