using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "handed Azerbaijan maps", "dispersed students demanding a vote", "accused the body of interference": who gets something, taken for part of its name; what those do to whom something is done, taken for
/// what is done to them; a charge, taken for whose body it is; the first of two objects.
/// </summary>
internal sealed class LostObjects(KnowledgeBase knowledge)
{
    private readonly FrozenSet<string> givers = knowledge.Tables["cues/giving-verbs"].Words("word");
    private readonly FrozenSet<string> bystanders = knowledge.Tables["cues/bystander-verbs"].Words("word");

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 0, behind: 0);

    private Token[]? At(Sentence sentence, int i)
    {
        Token word = sentence.Tokens[i];
        return word switch
        {
            { Upos: "VERB", Xpos: "VBZ", Deprel: "nsubj" } => Several(sentence, i),
            _ when i == 0 => null,
            { Xpos: "CD", Deprel: "dep" or "appos" or "parataxis" or "obj" or "flat" } when word.Head == i - 1 && sentence.Tokens[i - 1].Form is "kills" or "wounds" or "injures" or "kill" or "wound" or "injure" => Counted(sentence, i),
            { Upos: "PROPN", Deprel: "flat" } when word.Head == i - 1 && sentence.Tokens[i - 1] is { Upos: "VERB", Deprel: "root" } && !TreeShape.Has(sentence, i - 1, (_, t) => t.Deprel == "obj") => TreeShape.Hung(sentence.Tokens, i, i - 1, "obj"),
            { Upos: "NOUN" or "PROPN", Deprel: "compound" } when word.Head == i + 1 && sentence.Tokens[i + 1] is { Upos: "VERB", Deprel: "root", Xpos: "VBZ" or "VBP" or "VBD" } && !TreeShape.HasSubject(sentence, i + 1) => TreeShape.Hung(sentence.Tokens, i, i + 1, "nsubj"),
            { Upos: "NOUN", Deprel: "obj", Form: "spread" or "spreads" or "rages" or "continues" or "intensifies" or "escalates" or "erupts" } when word.Head == i - 1 && sentence.Tokens[i - 1] is { Xpos: "VBG" } => Raging(sentence, i),
            { Upos: "PROPN", Deprel: "compound" } => Given(sentence, i),
            { Xpos: "VBG", Deprel: "advcl" } => Doing(sentence, i),
            { Form: "of", Deprel: "case" } => ChargedWith(sentence, i) ?? Charged(sentence, i),
            { Upos: "PROPN", Deprel: "vocative" } when word.Head == i - 1 && sentence.Tokens[i - 1] is { Upos: "VERB", Xpos: "VBZ" or "VBD" } && !TreeShape.Has(sentence, i - 1, (_, t) => t.Deprel == "obj") => TreeShape.Hung(sentence.Tokens, i, i - 1, "obj"),
            { Xpos: "VBN" or "VBD", Deprel: "conj" } => Shared(sentence, i),
            { Upos: "NOUN", Deprel: "obl", Head: >= 0 and var verb } when verb < i => CalledSo(sentence, i, verb),
            { Form: "ablaze" or "alight" or "afire", Deprel: "obj", Head: >= 0 } when sentence.Tokens[word.Head].Lemma == "set" => SetBurning(sentence, i),
            { Deprel: "obj", Form: "hostage" or "captive" or "prisoner" } => Taken(sentence, i),
            { Deprel: "obj" or "xcomp", Upos: "ADJ", Form: "offensive" or "counteroffensive", Head: >= 0 } when sentence.Tokens[word.Head].Lemma is "launch" or "begin" or "mount" or "start" or "halt" or "resume" => Offensive(sentence, i),
            { Deprel: "obj" } => Beaten(sentence, i),
            { Deprel: "appos" } => Joined(sentence, i),
            { Upos: "NOUN", Deprel: "conj" } when sentence.Tokens[i - 1] is { Form: "wounding" or "injuring" or "killing", Deprel: "compound" } harm && harm.Head == i => Harmed(sentence, i),
            { Upos: "NOUN" or "PROPN", Deprel: "conj" } => Second(sentence, i) ?? With(sentence, i),
            { Upos: "NUM", Deprel: "xcomp" } when word.Head == i - 1 && sentence.Tokens[i - 1].Upos == "VERB" && !TreeShape.Has(sentence, i - 1, (_, t) => t.Deprel == "obj") => TreeShape.Hung(sentence.Tokens, i, i - 1, "obj"),
            { Upos: "ADJ", Deprel: "xcomp" } => Thing(sentence, i),
            { Form: "dead", Deprel: "amod" } => ShotDead(sentence, i),
            { Form: "over", Deprel: "advmod" } when sentence.Tokens[i - 1] is { Upos: "VERB", Lemma: "hand" or "turn" or "sign" } && word.Head > i && sentence.Tokens[word.Head].Upos == "NUM" => TreeShape.Hung(sentence.Tokens, i, i - 1, "compound:prt"),
            { Form: "ablaze" or "alight" or "afire" or "free", Deprel: "xcomp" } => SetAblaze(sentence, i),
            _ => null,
        };
    }

    /// <summary>"dismissed as baseless | a report |": what is called so, behind what it is called.</summary>
    private static Token[]? CalledSo(Sentence sentence, int thing, int verb) =>
        sentence.Tokens[verb].Upos == "VERB" && !TreeShape.Has(sentence, thing, (_, t) => t.Deprel == "case") && !TreeShape.Has(sentence, verb, (_, t) => t.Deprel == "obj")
        && TreeShape.Has(sentence, verb, (c, t) => c > verb && c < thing && t is { Deprel: "obl", Upos: "ADJ" or "VERB" } && TreeShape.Has(sentence, c, (_, k) => k is { Deprel: "case", Form: "as" }))
            ? TreeShape.Hung(sentence.Tokens, thing, verb, "obj")
            : null;

    /// <summary>"Blast near a fort kills | eight |": a number right behind the verb of a headline is whom it has killed, whatever the tree makes of either, and where it was is no second subject.</summary>
    private static Token[] Counted(Sentence sentence, int number)
    {
        Token[] tokens = TreeShape.Hung(sentence.Tokens, number, number - 1, "obj");
        int verb = number - 1, first = -1;
        bool one = tokens[verb].Form.EndsWith('s');
        tokens[verb] = tokens[verb] with { Upos = "VERB", Xpos = one ? "VBZ" : "VBP", Lemma = one ? tokens[verb].Form[..^1] : tokens[verb].Form };
        foreach (int child in sentence.Children(verb))
        {
            if (child + 1 < verb && tokens[child].Deprel == "nsubj" && tokens[child + 1].Deprel == "nsubj" && tokens[child + 1].Head == verb)
            {
                // "cartel | gunmen | kill 11"
                tokens[child] = tokens[child] with { Head = child + 1, Deprel = "compound" };
                continue;
            }

            if (child < verb && tokens[child].Deprel == "nsubj")
            {
                tokens[child] = first >= 0 && TreeShape.Has(sentence, child, (_, t) => t.Deprel == "case") ? tokens[child] with { Head = first, Deprel = "nmod" } : tokens[child];
                first = first < 0 ? child : first;
            }
        }

        return tokens;
    }

    /// <summary>"killing three and | wounding | scores": a second participle, taken for part of a name.</summary>
    private static Token[]? Harmed(Sentence sentence, int whom)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int harm = whom - 1, first = old[whom].Head, verb = first < 0 ? -1 : old[first].Head;
        if (verb < 0 || verb > first || old[verb].Xpos != "VBG" || old[first].Deprel != "obj")
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, whom, harm, "obj");
        tokens[harm] = old[harm] with { Upos = "VERB", Xpos = "VBG", Lemma = old[harm].Form == "injuring" ? "injure" : old[harm].Form[..^3], Head = verb, Deprel = "conj" };
        foreach (int child in sentence.Children(whom))
        {
            tokens[child] = child < harm ? tokens[child] with { Head = harm } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"attacked a government | compound": what has an article of its own and a noun before it is a thing, though the tag says what it is like.</summary>
    private static Token[]? Thing(Sentence sentence, int word)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[word].Head;
        if (verb < 0 || verb > word || old[verb].Upos != "VERB" || TreeShape.Has(sentence, verb, (_, t) => t.Deprel == "obj") || old[word - 1] is not { Deprel: "compound" } || old[word - 1].Head != word
            || !(TreeShape.Has(sentence, word, (c, t) => c < word && t.Deprel == "det") || TreeShape.Has(sentence, word - 1, (_, t) => t.Deprel == "det")))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[word] = old[word] with { Upos = "NOUN", Xpos = "NN", Deprel = "obj" };
        return tokens;
    }

    /// <summary>A country right behind a verb of giving, and a thing whose name it is no part of.</summary>
    private Token[]? Given(Sentence sentence, int name)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = name - 1, thing = old[name].Head;
        if (!givers.Contains(old[verb].Lemma) || old[verb].Upos != "VERB" || thing != name + 1 || old[thing] is not { Upos: "NOUN", Deprel: "obj" } || old[thing].Head != verb
            || !knowledge.Places.Named(old[name].Form).Any(p => p.Kind == "country"))
        {
            return null;
        }

        return TreeShape.Hung(old, name, verb, "iobj");
    }

    /// <summary>"beheaded a | village chief and looted | shops": what was done to the one, taken for words before what was done to the other.</summary>
    private static Token[]? Shared(Sentence sentence, int second)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int and = second - 1, whom = and - 1, first = old[second].Head;
        if (first < 0 || first >= whom || old[and] is not { Upos: "CCONJ" } || old[first].Upos != "VERB" || old[whom].Head is not (>= 0 and var thing) || thing < second || old[thing] is not { Deprel: "obj" } || old[thing].Head != first
            || old[whom].Upos is not ("NOUN" or "ADJ" or "PROPN") || TreeShape.Has(sentence, second, (_, t) => t.Deprel is "obj" or "nsubj:pass" or "aux:pass"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[whom] = old[whom] with { Upos = old[whom].Upos == "ADJ" ? "NOUN" : old[whom].Upos, Head = first, Deprel = "obj" };
        tokens[second] = old[second] with { Xpos = "VBD" };
        tokens[thing] = old[thing] with { Head = second };
        for (int i = first + 1; i < whom; i++)
        {
            tokens[i] = old[i].Head == thing ? old[i] with { Head = whom } : tokens[i];
        }

        return tokens;
    }

    /// <summary>"took journalists | hostage": of two objects the second tells what became of the first.</summary>
    private static Token[]? Taken(Sentence sentence, int hostage)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[hostage].Head, whom = hostage - 1;
        if (verb < 0)
        {
            return null;
        }

        if (old[whom] is { Deprel: "compound", Xpos: "NNS" } && old[whom].Head == hostage && old[verb].Lemma is "take" or "hold")
        {
            // "took 57 guards | hostage"
            Token[] tokens = TreeShape.Hung(old, hostage, verb, "xcomp");
            tokens[whom] = old[whom] with { Head = verb, Deprel = "obj" };
            foreach (int child in sentence.Children(hostage))
            {
                tokens[child] = child < whom ? old[child] with { Head = whom } : tokens[child];
            }

            return tokens;
        }

        return TreeShape.Has(sentence, verb, (c, t) => c > verb && c < hostage && t.Deprel == "obj") ? TreeShape.Hung(old, hostage, verb, "xcomp") : null;
    }

    /// <summary>"| Inmates | in Machala took guards": a subject without a clause of its own is a noun.</summary>
    private static Token[]? Several(Sentence sentence, int noun)
    {
        if (TreeShape.Has(sentence, noun, (_, t) => t.Deprel is not ("nmod" or "det" or "amod" or "nummod" or "compound")))
        {
            return null;
        }

        Token[] tokens = [.. sentence.Tokens];
        tokens[noun] = tokens[noun] with { Upos = "NOUN", Xpos = "NNS" };
        return tokens;
    }

    /// <summary>"the premier, Ana Silva, | and president Luis Vega | met": with "and" before it a noun is somebody else.</summary>
    private static Token[]? Joined(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[noun].Upos is not ("NOUN" or "PROPN") || !TreeShape.Has(sentence, noun, (c, t) => c < noun && t is { Deprel: "cc", Form: "and" }))
        {
            return null;
        }

        return TreeShape.Hung(old, noun, old[noun].Head, "conj");
    }

    /// <summary>"bombed tanks and, on Monday, | the ministry | itself": a noun is no second verb, but a second object.</summary>
    private static Token[]? Second(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[noun].Head, whom = -1;
        if (verb < 0 || verb > noun || old[verb].Upos != "VERB" || TreeShape.HasSubject(sentence, noun) || TreeShape.Has(sentence, noun, (_, t) => t.Deprel is "cop" or "aux"))
        {
            return null;
        }

        foreach (int child in sentence.Children(verb))
        {
            whom = child > verb && child < noun && old[child].Deprel == "obj" ? child : whom;
        }

        if (whom < 0)
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, noun, whom, "conj");
        foreach (int child in sentence.Children(noun))
        {
            tokens[child] = child > noun && old[child] is { Deprel: "acl", Xpos: "VBG" } && old[child - 1].Form == "," ? old[child] with { Head = verb, Deprel = "advcl" } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"killed a commander of the PKK and his | driver |": beside the commander, as a body has no "his"; "five of them and a | nurse |".</summary>
    private static Token[]? With(Sentence sentence, int noun)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int body = old[noun].Head;
        if (body >= 0 && old[body] is { Xpos: "PRP", Deprel: "nmod", Head: >= 0 and var some } && some < body && old[some].Upos == "NUM" && old[noun].Upos == "NOUN" && TreeShape.Has(sentence, noun, (_, t) => t.Deprel is "det" or "nummod"))
        {
            return TreeShape.Hung(old, noun, some, "conj");
        }

        return body >= 0 && old[body] is { Upos: "PROPN", Deprel: "nmod", Head: >= 0 and var person } && person < body && old[person].Upos == "NOUN"
            && TreeShape.Has(sentence, noun, (_, t) => t is { Xpos: "PRP$", Lemma: "his" or "her" }) && TreeShape.Has(sentence, body, (_, t) => t is { Deprel: "case", Form: "of" }) && TreeShape.Has(sentence, body, (_, t) => t.Deprel == "det")
            ? TreeShape.Hung(old, noun, person, "conj") : null;
    }

    /// <summary>"beaten to death two | brothers |": whom, and not what a death does.</summary>
    private static Token[]? Beaten(Sentence sentence, int whom)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int death = old[whom].Head;
        if (death < 1 || death > whom || old[death] is not { Form: "death", Deprel: "obl", Head: >= 0 and var verb } || old[death - 1].Form != "to" || TreeShape.Has(sentence, verb, (_, t) => t.Deprel is "obj" or "nsubj:pass"))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, whom, verb, "obj");
        tokens[death - 1] = old[death - 1] with { Upos = "ADP", Xpos = "IN", Deprel = "case" };
        return tokens;
    }

    /// <summary>"shot | dead | 23 people": what became of them.</summary>
    private static Token[]? ShotDead(Sentence sentence, int dead)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = dead - 1;
        if (old[verb] is not { Form: "shot" or "struck" or "shoot" or "shoots", Upos: "VERB" or "NOUN" } || old[dead].Head is not (>= 0 and var whom) || whom < dead || old[whom].Head != verb)
        {
            return null;
        }

        return TreeShape.Hung(old, dead, verb, "xcomp");
    }

    /// <summary>"set | ablaze | an oil depot": what burns is what was set so.</summary>
    private static Token[]? SetAblaze(Sentence sentence, int state)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = state - 1;
        if (old[verb].Lemma != "set" || old[state].Head != verb || TreeShape.Has(sentence, verb, (_, t) => t.Deprel == "obj"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[state] = old[state] with { Upos = "ADJ", Xpos = "JJ", Lemma = old[state].Form };
        bool burns = false;
        foreach (int child in sentence.Children(state))
        {
            burns |= child > state && old[child].Deprel == "obj";
            tokens[child] = child > state ? old[child] with { Head = verb } : old[child];
        }

        return burns ? tokens : null;
    }

    /// <summary>"accused the body of interference": what somebody is accused of, taken for whose body it is. A charge has no article.</summary>
    private static Token[]? Charged(Sentence sentence, int of)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int charge = old[of].Head;
        if (charge < of || old[charge] is not { Upos: "NOUN" or "PROPN", Deprel: "nmod", Head: >= 0 and var whom } || char.IsUpper(old[charge].Form[0]) || old[whom] is not { Deprel: "obj", Head: >= 0 and var verb } || old[verb] is not { Lemma: "accuse", Upos: "VERB" } || verb > whom
            || TreeShape.Has(sentence, charge, (_, t) => t.Deprel is "nmod" or "nmod:poss" || t is { Deprel: "det", Form: not ("a" or "an") })
            || TreeShape.Has(sentence, verb, (c, t) => c > whom && (t.Deprel is "ccomp" or "xcomp" || (t.Deprel is "obl" or "advcl" && TreeShape.Has(sentence, c, (_, m) => m.Form == "of")))))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, charge, verb, "obl");
        tokens[charge] = tokens[charge] with { Upos = "NOUN", Xpos = old[charge].Upos == "PROPN" ? "NN" : old[charge].Xpos };
        return tokens;
    }

    /// <summary>"as fighting | spreads |": what fighting does, taken for what is fought.</summary>
    private static Token[] Raging(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int fight = verb - 1;
        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(fight))
        {
            tokens[child] = old[child].Deprel is "mark" or "obl" or "advmod" or "punct" ? old[child] with { Head = verb } : old[child];
        }

        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VBZ", Lemma = old[verb].Form switch { "intensifies" => "intensify", "spread" => "spread", _ => old[verb].Form[..^1] }, Head = old[fight].Head, Deprel = old[fight].Deprel == "acl" ? "advcl" : old[fight].Deprel };
        tokens[fight] = old[fight] with { Upos = "NOUN", Xpos = "NN", Lemma = old[fight].Form.ToLowerInvariant(), Head = verb, Deprel = "nsubj" };
        return tokens;
    }

    /// <summary>"launches | offensive |": a noun where something is launched.</summary>
    private static Token[] Offensive(Sentence sentence, int noun)
    {
        Token[] tokens = [.. sentence.Tokens];
        tokens[noun] = tokens[noun] with { Upos = "NOUN", Xpos = "NN", Deprel = "obj" };
        return tokens;
    }

    /// <summary>"sets oil depot | ablaze |": the state, taken for the thing that burns.</summary>
    private static Token[]? SetBurning(Sentence sentence, int state)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[state].Head, thing = state - 1;
        if (old[thing] is not { Upos: "NOUN" or "PROPN", Deprel: "compound" } || old[thing].Head != state)
        {
            return null;
        }

        Token[] tokens = [.. old];
        foreach (int child in sentence.Children(state))
        {
            tokens[child] = child > state ? old[child] with { Head = verb, Deprel = old[child].Deprel == "nmod" ? "obl" : old[child].Deprel } : child < thing ? old[child] with { Head = thing } : old[child];
        }

        tokens[thing] = old[thing] with { Head = verb, Deprel = "obj" };
        tokens[state] = old[state] with { Upos = "ADJ", Xpos = "JJ", Lemma = old[state].Form, Deprel = "xcomp" };
        return tokens;
    }

    /// <summary>"accuses Togo of | shelling | border village": what somebody is accused of doing, taken for a part of the name of what it was done to.</summary>
    private static Token[]? ChargedWith(Sentence sentence, int of)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int deed = of + 1, thing = old[of].Head;
        if (deed + 1 >= old.Length || thing <= deed || old[deed] is not { Xpos: "VBG", Deprel: "compound" or "amod" } || old[deed].Head != thing || old[thing] is not { Deprel: "nmod" or "obl", Head: >= 0 and var above })
        {
            return null;
        }

        int verb = old[above].Upos == "VERB" ? above : old[above] is { Deprel: "obj", Head: >= 0 and var governor } ? governor : -1;
        if (verb < 0 || old[verb] is not { Lemma: "accuse" or "suspect", Upos: "VERB" })
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[of] = old[of] with { Head = deed, Deprel = "mark" };
        tokens[deed] = old[deed] with { Upos = "VERB", Head = verb, Deprel = "advcl" };
        tokens[thing] = old[thing] with { Head = deed, Deprel = "obj" };
        return tokens;
    }

    /// <summary>Behind the last word of the object, without a comma.</summary>
    private Token[]? Doing(Sentence sentence, int participle)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int verb = old[participle].Head;
        if (verb < 0 || verb >= participle - 1 || !bystanders.Contains(old[participle].Lemma) || TreeShape.Has(sentence, participle, (_, t) => t.Deprel is "mark" or "nsubj" or "aux"))
        {
            return null;
        }

        int whom = TreeShape.Top(old, participle - 1, verb + 1, participle);
        if (old[whom] is not { Deprel: "obj", Upos: "NOUN" } || old[whom].Head != verb)
        {
            return null;
        }

        return TreeShape.Hung(old, participle, whom, "acl");
    }
}
