using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "NATO scrambled jets | after a drone fell", "gave maps to Baku, | which freed ten men": where the tree takes the first of two clauses for part of who acts in the second, or what describes the name before it
/// for what describes another word; "| after | a strike killed two"; "which Lima denied, | and halted the talks"; "shot at men who fled, | killing three"; "…; | the army, which …, | said".
/// </summary>
internal static class StrayedClauses
{
    private static readonly FrozenSet<string> Openers = new[] { "after", "before", "as" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Shooting = new[] { "shot", "fired", "opened", "bombed", "shelled", "struck", "hit", "attacked", "ambushed", "raided", "stormed" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Harming = new[] { "killing", "wounding", "injuring", "maiming" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Receiving = new[] { "to", "with", "from", "against" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Tellers = new[] { "tell", "inform", "assure", "remind", "warn", "notify" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Believing = new[] { "believe", "think", "suspect", "allege" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 1);

    private static Token[]? At(Sentence sentence, int i) =>
        sentence.Tokens[i] switch
        {
            { Xpos: "VBN" or "VBD", Deprel: "amod" } => First(sentence, i),
            { Xpos: "VBD" or "VBN", Deprel: "acl:relcl" } when Described(sentence, i) is { } described => described,
            { Upos: "VERB", Deprel: "acl:relcl", Head: >= 0 and var told } when Tellers.Contains(TellerOf(sentence, told)) && ToldThat(sentence, i, told) is { } content => content,
            { Upos: "VERB", Deprel: "acl:relcl" } => Content(sentence, i) ?? Describing(sentence, i),
            { Xpos: "NNS", Deprel: "acl:relcl" } => Backing(sentence, i),
            { Xpos: "VBD", Deprel: "conj" or "parataxis", Head: >= 0 and var thinks } when Believing.Contains(sentence.Tokens[thinks].Lemma) => Then(sentence, i, thinks),
            { Xpos: "VBD", Deprel: "conj" } => Going(sentence, i) ?? NextDoer(sentence, i),
            { Xpos: "VBG", Deprel: "advcl" } => Outcome(sentence, i) ?? OfAccused(sentence, i),
            { Deprel: "ccomp", Head: >= 0 and var said } when said > i => Aside(sentence, i, said),
            { Upos: "VERB", Deprel: "ccomp" } => NextStatement(sentence, i),
            { Upos: "VERB", Deprel: "acl", Head: >= 0 and var told } when Tellers.Contains(TellerOf(sentence, told)) => ToldThat(sentence, i, told),
            { Xpos: "VBD", Deprel: "acl" } => OwnVerb(sentence, i),
            { Deprel: "appos" } => BehindSemicolon(sentence, i),
            { Deprel: "case", Form: "after" or "before" or "until" or "since" or "After" or "Before" or "Since" } => Marking(sentence, i),
            { Deprel: "nsubj" or "nsubj:pass", Upos: "NOUN" } => (sentence.Tokens[i].Deprel == "nsubj" ? NameOf(sentence, i) : null) ?? Listed(sentence, i),
            { Deprel: "nsubj" or "nsubj:pass", Upos: "PROPN" } => TownOf(sentence, i),
            _ => null,
        };

    /// <summary>"hours | after | a strike killed two": the word opens the clause, and not its subject, which has no preposition.</summary>
    private static Token[]? Marking(Sentence sentence, int word)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        return old[word].Head is >= 0 and var subject && old[subject] is { Deprel: "nsubj" or "nsubj:pass", Head: >= 0 and var verb } && subject < verb && old[verb] is { Upos: "VERB", Deprel: "advcl" }
            && (old[verb].Xpos is "VBD" or "VBZ" or "VBP" || TreeShape.Has(sentence, verb, (_, t) => t.Deprel is "aux" or "aux:pass"))
            ? TreeShape.Hung(old, word, verb, "mark")
            : null;
    }

    /// <summary>"the claim | that Ukraine bombed the theatre": what is claimed, taken for what was bombed.</summary>
    private static Token[]? Content(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = old[verb].Head, that = -1, thing = -1;
        foreach (int child in sentence.Children(verb))
        {
            that = child == noun + 1 && old[child] is { Form: "that", Deprel: "obj" or "mark" } ? child : that;
            thing = child > verb && old[child].Deprel == "obj" ? child : thing;
        }

        if (that < 0 || (thing < 0 && old[that].Deprel == "obj") || !TreeShape.HasSubject(sentence, verb))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Deprel = "acl" };
        tokens[that] = old[that] with { Upos = "SCONJ", Xpos = "IN", Deprel = "mark" };
        return tokens;
    }

    /// <summary>"when the National Front (NF) | cadres | struck": of two subjects without a sign between them the name is of the noun.</summary>
    private static Token[]? NameOf(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[noun].Head, name = -1;
        foreach (int child in verb < 0 ? [] : sentence.Children(verb))
        {
            name = child < noun && old[child] is { Deprel: "nsubj", Upos: "PROPN" } ? child : name;
        }

        int last = noun - 1;
        for (int x = last; name >= 0 && x != name; x = old[x].Head)
        {
            if (x < 0)
            {
                return null;
            }
        }

        if (name < 0 || old[last].Form == ",")
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[name] = old[name] with { Head = noun, Deprel = "compound" };
        return tokens;
    }

    /// <summary>"The commander, | his wife and two children | were killed": one list, of which the tree makes two subjects.</summary>
    private static Token[]? Listed(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int first = -1, begin = sentence.Leftmost(noun);
        foreach (int child in old[noun].Head is >= 0 and var verb && verb > noun ? sentence.Children(verb) : [])
        {
            first = child < noun && old[child].Upos is "NOUN" or "PROPN" && old[child].Deprel == old[noun].Deprel ? child : first;
        }

        if (first < 0 || begin < 1 || old[begin - 1].Form != "," || !TreeShape.Has(sentence, noun, (c, t) => c > noun && t.Deprel == "conj" && TreeShape.Has(sentence, c, (_, k) => k is { Deprel: "cc", Form: "and" })))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[noun] = old[noun] with { Head = first, Deprel = "conj" };
        return tokens;
    }

    /// <summary>"Ana Silva, 30, | Lima | was arrested": where somebody comes from, taken for who it is told of.</summary>
    private static Token[]? TownOf(Sentence sentence, int town)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int name = -1;
        foreach (int child in old[town].Head is >= 0 and var verb ? sentence.Children(verb) : [])
        {
            name = child < town && old[child] is { Upos: "PROPN" } && old[child].Deprel == old[town].Deprel ? child : name;
        }

        bool aged = name >= 0 && old[town - 1].Form == "," && old[town - 2] is { Upos: "NUM", Head: var of } && (of == name || old[of].Head == name);
        if (!aged)
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[town] = old[town] with { Head = name, Deprel = "appos" };
        return tokens;
    }

    /// <summary>"a school where | displaced families | were living": who lived there, and not what the place did.</summary>
    private static Token[]? Described(Sentence sentence, int participle)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = participle + 1, where = participle - 1;
        if (noun >= old.Length || where < 1 || old[where] is not { Xpos: "WRB" } || old[noun] is not { Xpos: "NNS", Deprel: "nsubj", Head: >= 0 and var verb } || verb < noun || old[verb].Head != participle || TreeShape.HasSubject(sentence, participle))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Head = old[participle].Head, Deprel = "acl:relcl" };
        tokens[participle] = old[participle] with { Xpos = "VBN", Head = noun, Deprel = "amod" };
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i] = i != verb && old[i].Head == participle ? old[i] with { Head = verb } : tokens[i];
        }

        return tokens;
    }

    private static string TellerOf(Sentence sentence, int told) =>
        sentence.Tokens[told] is { Deprel: "obj" or "iobj", Head: >= 0 and var teller } ? sentence.Tokens[teller].Lemma : "";

    /// <summary>"told police | that the caretaker had threatened her": what they were told, taken for which police.</summary>
    private static Token[]? ToldThat(Sentence sentence, int clause, int told)
    {
        if (!TreeShape.HasSubject(sentence, clause) || !TreeShape.Has(sentence, clause, (c, t) => c > told && t is { Form: "that", Deprel: "mark" }))
        {
            return null;
        }

        Token[] tokens = [.. sentence.Tokens];
        tokens[told] = tokens[told] with { Deprel = "iobj" };
        tokens[clause] = tokens[clause] with { Head = sentence.Tokens[told].Head, Deprel = "ccomp" };
        return tokens;
    }

    /// <summary>"believed the clerk committed the burglary, | then kidnapped | a woman": it goes on with what is believed.</summary>
    private static Token[]? Then(Sentence sentence, int verb, int thinks)
    {
        int believed = -1;
        foreach (int child in sentence.Children(thinks))
        {
            believed = child > thinks && child < verb && sentence.Tokens[child].Deprel == "ccomp" && TreeShape.HasSubject(sentence, child) ? child : believed;
        }

        if (believed < 0 || TreeShape.HasSubject(sentence, verb))
        {
            return null;
        }

        Token[] tokens = [.. sentence.Tokens];
        tokens[verb] = tokens[verb] with { Head = believed, Deprel = "conj" };
        return tokens;
    }

    /// <summary>"Omar Daud, | whose daughter was among the dead |, said": what describes the speaker, taken for what is said.</summary>
    private static Token[]? Aside(Sentence sentence, int clause, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int relative = -1, speaker = -1;
        for (int i = 1; i < clause && relative < 0; i++)
        {
            relative = old[i].Xpos is "WP$" or "WP" && old[i - 1].Form == "," ? i : -1;
        }

        foreach (int child in sentence.Children(verb))
        {
            speaker = child < relative && old[child].Deprel == "nsubj" ? child : speaker;
        }

        int of = relative;
        while (of >= 0 && of != clause)
        {
            of = old[of].Head;
        }

        if (relative < 0 || speaker < 0 || of != clause || old[verb - 1].Form != ",")
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[clause] = old[clause] with { Head = speaker, Deprel = "acl:relcl" };
        return tokens;
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
        if (clause < 0 || clause > verb || old[clause] is not { Deprel: "acl:relcl", Head: >= 0 and var noun } || TreeShape.HasSubject(sentence, verb)
            || !TreeShape.Has(sentence, verb, (c, t) => c > verb && t.Deprel == "obj") || !TreeShape.Has(sentence, verb, (c, t) => c > 0 && t.Deprel == "cc" && old[c - 1].Form == ",")
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

    /// <summary>"shot at men who tried to flee, | killing | three": what came of the deed, and not of what those did at whom it was aimed.</summary>
    private static Token[]? Outcome(Sentence sentence, int harm)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (!Harming.Contains(old[harm].Form) || old[harm - 1].Form != ",")
        {
            return null;
        }

        int clause = old[harm].Head;
        while (clause >= 0 && old[clause].Deprel is "xcomp" or "conj" or "ccomp" && !Shooting.Contains(old[clause].Form))
        {
            clause = old[clause].Head;
        }

        if (clause < 0 || clause > harm || old[clause] is not { Deprel: "acl:relcl", Head: >= 0 and var whom } || Shooting.Contains(old[clause].Form))
        {
            return null;
        }

        int deed = old[whom].Head;
        return deed >= 0 && Shooting.Contains(old[deed].Form) && old[whom].Deprel is "obj" or "obl" ? TreeShape.Hung(old, harm, deed, "advcl") : null;
    }

    /// <summary>"accused the army of shelling a clinic, | killing | nine": what came of the shelling, and not of who accuses.</summary>
    private static Token[]? OfAccused(Sentence sentence, int harm)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (!Harming.Contains(old[harm].Form) || old[harm - 1].Form != ",")
        {
            return null;
        }

        foreach (int deed in sentence.Children(old[harm].Head))
        {
            if (deed < harm && deed > old[harm].Head && old[deed] is { Xpos: "VBG", Deprel: "advcl" } && TreeShape.Has(sentence, deed, (_, t) => t is { Deprel: "mark", Form: "of" or "for" }))
            {
                return TreeShape.Hung(old, harm, deed, "advcl");
            }
        }

        return null;
    }

    /// <summary>"said that ten had died; | the general | admitted | it": behind a semicolon another speaks, beside what the first said.</summary>
    private static Token[]? NextStatement(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int said = old[verb].Head;
        if (said < 0 || said > verb || !TreeShape.HasSubject(sentence, verb))
        {
            return null;
        }

        int sign = sentence.Leftmost(verb);
        sign = old[sign].Form == ";" ? sign : sign - 1;
        return sign > said && old[sign].Form == ";" && TreeShape.Has(sentence, said, (c, t) => c > said && c < sign && t.Deprel == "ccomp") ? TreeShape.Hung(old, verb, said, "parataxis") : null;
    }

    /// <summary>"A bomb planted on a lorry | killed | ten, police said": one verb of speech has two subjects, of which the first is that of the past tense before the second.</summary>
    private static Token[]? OwnVerb(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int subject = old[verb].Head;
        while (subject >= 0 && old[subject].Deprel != "nsubj")
        {
            subject = old[subject].Head;
        }

        if (subject < 0 || subject == old[verb].Head || subject > verb || old[subject].Head is not (>= 0 and var said) || said < verb || TreeShape.HasSubject(sentence, verb) || !TreeShape.Has(sentence, verb, (c, t) => c > verb && t.Deprel == "obj"))
        {
            return null;
        }

        if (!TreeShape.Has(sentence, said, (c, t) => c > verb && c < said && t.Deprel == "nsubj"))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, verb, said, "ccomp");
        tokens[subject] = old[subject] with { Head = verb };
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

        return verb < 0 || TreeShape.HasSubject(sentence, verb) ? null : TreeShape.Hung(old, noun, verb, "nsubj");
    }

    /// <summary>"took the office in Adwa, and | Eritrea |, which Addis accuses of it, moved troops": who does the second, taken for another place of the first.</summary>
    private static Token[]? NextDoer(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[verb - 1].Form != "," || TreeShape.HasSubject(sentence, verb))
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
                    and = child > 0 && old[child].Deprel == "cc" && old[child - 1].Form == "," ? child : and;
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
