using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "bombed what Lima called hideouts", "said rebels had fired at it and responded with strikes", "called for sanctions", "Forces sent there sided with them": where the tree takes who calls, speaks, asks
/// or is sent for somebody else.
/// </summary>
internal static class WordsOfOthers
{
    private static readonly FrozenSet<string> Naming = new[] { "call", "describe", "term", "label" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Answering = new[] { "respond", "retaliate", "answer", "reply", "vow", "pledge", "promise", "warn", "threaten", "reject", "dismiss", "deny", "denounce", "accuse" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Sending = new[] { "sent", "deployed", "dispatched" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 1);

    private static Token[]? At(Sentence sentence, int i) =>
        sentence.Tokens[i] switch
        {
            { Form: "what", Deprel: "obj" or "obl" } => WhatSomebodyCalled(sentence, i),
            { Xpos: "VBD", Deprel: "conj" } => Saying(sentence, i) ?? GoingOn(sentence, i),
            { Xpos: "VB" or "VBN", Deprel: "conj" } => GoingOn(sentence, i),
            { Form: "called", Xpos: "VBN" } => Calling(sentence, i),
            { Xpos: "VBN", Deprel: "xcomp" or "ccomp" } => Sent(sentence, i),
            _ => null,
        };

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
        if (content < 0 || content > verb || old[content] is not { Deprel: "ccomp", Xpos: "VBN", Head: >= 0 and var said } || said > content || old[said].Upos != "VERB" || TreeShape.HasSubject(sentence, verb) || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal))
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

    /// <summary>"They split the passengers, survivors said, | and shot | some": behind the words of who says it goes on what is said.</summary>
    private static Token[]? GoingOn(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int said = old[verb].Head, content = -1;
        if (said < 0 || said > verb || old[said].Upos != "VERB" || verb < 2 || old[verb - 1].Upos != "CCONJ" || old[verb - 2].Form != "," || verb - 3 != said || TreeShape.HasSubject(sentence, verb) || TreeShape.Has(sentence, verb, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (int child in sentence.Children(said))
        {
            content = child < said && old[child] is { Deprel: "ccomp", Upos: "VERB", Xpos: "VBD" } ? child : content;
        }

        if (content < 0)
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, verb, content, "conj");
        tokens[verb] = tokens[verb] with { Xpos = "VBD" };
        return tokens;
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
}
