namespace Casus.Claims;

/// <summary>The words that govern an event, the nearest first, with what each does to it (see <see cref="ControlTable"/>).</summary>
internal static class ControlChain
{
    private const int Longest = 8;

    public static List<(Effect Effect, int Word)> Above(SentenceView s, TriggerMatch match)
    {
        List<(Effect, int)> chain = [];
        int at = match.Token;
        if (match.Noun)
        {
            AroundNoun(s, at, chain);
            if (match.Support >= 0 && s.Relation(match.Support) != "cop")
            {
                at = match.Support;
                if (s.Lexicon.Controls.Find(s.Lemma(at), "object") is (Effect.Plan or Effect.Vow or Effect.Deny) and var effect && !(effect == Effect.Plan && WasMade(s, match.Token, at)))
                {
                    // "planned an attack", "promised aid": the verb that carries a noun also tells how far it came. Offers are made, and bombs dropped.
                    chain.Add((effect, at));
                }

                if (s.Relation(at) == "acl" && s.Head(at) == match.Token)
                {
                    at = match.Token;
                }
            }
        }

        if (NotSaidSo.Over(s, match.Token) is { } not)
        {
            chain.Add(not);
            return chain;
        }

        for (int i = 0; i < Longest; i++)
        {
            if (Disown.Of(s, at) is >= 0 and var disowns)
            {
                // What says so negates nothing besides: "had no part in the raid".
                chain.Add((Effect.Deny, disowns));
                at = disowns;
            }
            else if (s.IsVerb(at) || s.Child(at, "cop") >= 0)
            {
                AroundVerb(s, at, match.Token, chain);
            }

            int next = Step(s, at, chain);
            if (next < 0)
            {
                break;
            }

            at = next;
        }

        return chain;
    }

    private static void AroundNoun(SentenceView s, int noun, List<(Effect, int)> chain)
    {
        foreach (int child in s.Children(noun))
        {
            string? negates = s.Relation(child) switch { "det" or "advmod" or "cc" => "aux", "case" => "case", _ => null };
            if (negates is not null && s.Lexicon.Controls.Find(s.Lemma(child), negates) is Effect.Negate && !Singularity.NoDayWithout(s, noun))
            {
                // "no attack", "fell without an attack".
                chain.Add((Effect.Negate, child));
            }
            else if (s.Relation(child) is "amod" or "compound" && Modifies(s, child) is not Effect.None and var effect)
            {
                chain.Add((effect, child));
            }
        }
    }

    /// <summary>"an | alleged | attack", "the | so-called | raid": a participle by its form.</summary>
    private static Effect Modifies(SentenceView s, int word)
    {
        Effect effect = s.Lexicon.Controls.Find(s.Lemma(word), "modifier");
        string form = s[word].Form.ToLowerInvariant();
        return effect != Effect.None || s[word].Upos is not ("VERB" or "ADJ") ? effect
            : s.Lexicon.Controls.Find(form == "called" && s.Child(word, "advmod") is >= 0 and var so && s.Lemma(so) == "so" ? "so-called" : form, "modifier");
    }

    private static void AroundVerb(SentenceView s, int verb, int trigger, List<(Effect, int)> chain)
    {
        Effect future = Effect.None;
        int word = -1;
        foreach (int child in s.Children(verb))
        {
            string relation = s.Relation(child);
            // "no group has claimed the attack" denies nothing.
            if ((relation is "nsubj" or "obj" || s.Deprel(child) == "obl:agent") && child != trigger && (Nobody(s, child) || Singularity.IsNeither(s, child)) && (verb == trigger || !ResponsibilityReader.Claims(s, verb)))
            {
                // "Nothing suggests that it was they": that nobody says so does not say the contrary.
                chain.Add((verb != trigger && relation == "nsubj" && s.Lexicon.Controls.Find(s.Lemma(verb), "clause") == Effect.Report ? Effect.Consider : Effect.Negate, child));
            }

            if (relation == "aux" && s.MentionOver(child) is not null)
            {
                // "Prime Minister Theresa | May | has": a name.
                continue;
            }

            if (relation == "mark" && s[child] is { Upos: "PART", Form: "to" } && Due(s, verb, child) is not Effect.None and var due)
            {
                (future, word) = (due, child);
            }

            if (relation is "cc" or "case" && s.Lemma(child) == "rather" && s.Child(child, "fixed") >= 0)
            {
                // "blocked the road | rather than | attack"
                chain.Add((Effect.Negate, child));
            }

            if (relation is "aux" or "advmod" or "cop" || (relation == "mark" && s[child].Upos != "PART"))
            {
                Effect effect = s.Lexicon.Controls.Find(s.Lemma(child), relation == "mark" ? "mark" : "aux");
                if (effect == Effect.Consider && s.Relation(verb) == "ccomp" && s.Head(verb) is >= 0 and var saying && s[saying].Xpos is "VBD" or "VBN"
                    && s.Lexicon.Controls.Find(s.Lemma(child), "backshift") is not Effect.None and var shifted)
                {
                    // "said it would free them": what was "will" when it was said.
                    effect = shifted;
                }

                if (effect == Effect.Negate && verb != trigger && s.Lexicon.In("vouch", s.Lemma(verb)))
                {
                    // "did not confirm the raid" denies nothing.
                    continue;
                }

                if (effect == Effect.Fail && child != verb - 1)
                {
                    // "was destroyed almost at once"
                    continue;
                }

                if (effect is Effect.Negate or Effect.Report or Effect.Fail)
                {
                    // "it was | not | an attack": the noun itself has told so.
                    if (!chain.Contains((effect, child)))
                    {
                        chain.Add((effect, child));
                    }
                }
                else if (effect != Effect.None && future != Effect.Consider)
                {
                    // "if they will join the talks": a condition, whatever its tense.
                    (future, word) = (effect, child);
                }
            }
        }

        if (word < 0 && s.Relation(verb) == "conj" && s[verb].Xpos == "VB" && s.Head(verb) is >= 0 and var first)
        {
            foreach (int child in s.Children(first))
            {
                if (s.Relation(child) == "aux" && s.Lexicon.Controls.Find(s.Lemma(child), "aux") is not (Effect.None or Effect.Negate) and var shared)
                {
                    (future, word) = (shared, child);
                }
            }
        }

        if (SharedNo(s, verb) is >= 0 and var no)
        {
            chain.Add((Effect.Negate, no));
        }

        if (word >= 0)
        {
            chain.Add((future, word));
        }
    }

    /// <summary>"did | not | attack or loot", "was | neither | tried nor charged": what says no to the first of two deeds says it to the second, which has no subject of its own; -1 when nothing does.</summary>
    private static int SharedNo(SentenceView s, int verb)
    {
        if (s.Relation(verb) != "conj" || s.Child(verb, "cc") is not (>= 0 and var or) || s.Lemma(or) is not ("or" or "nor") || s.Head(verb) is not (>= 0 and var first) || first > verb || s.Child(verb, "nsubj") >= 0)
        {
            return -1;
        }

        foreach (int child in s.Children(first))
        {
            if (child < first && s.Relation(child) is "aux" or "advmod" && s.Lexicon.Controls.Find(s.Lemma(child), "aux") == Effect.Negate)
            {
                return child;
            }
        }

        return SharedNo(s, first);
    }

    /// <summary>A word right below it says no: "did not confirm", "no group", "never".</summary>
    public static bool Negated(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Lexicon.Controls.Find(s.Lemma(child), "aux") == Effect.Negate)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"became the first country | to recognise it": it did, unless it only will or may.</summary>
    private static bool IsFirstTo(SentenceView s, int at, int noun)
    {
        bool first = false;
        foreach (int child in s.Children(noun))
        {
            first |= s.Relation(child) == "amod" && s.Lexicon.In("first-of", s.Lemma(child));
        }

        return first && s[at].Xpos == "VB" && s.Head(noun) is var verb && !Clause.Bears(s, noun, x => s[x].Xpos == "MD") && !(verb >= 0 && (s[verb].Xpos == "VB" || Clause.Bears(s, verb, x => s[x].Xpos == "MD")));
    }

    /// <summary>"no hostage was killed", "none was hurt".</summary>
    public static bool Nobody(SentenceView s, int noun)
    {
        if (s.Lexicon.In("nobody", s.Lemma(noun)))
        {
            return true;
        }

        int det = s.Child(noun, "det"), not = s.Child(noun, "advmod");
        // "not | a single shot"
        return det >= 0 && (s.Lexicon.In("nobody", s.Lemma(det)) || (not >= 0 && not < det && s.Lemma(not) == "not" && s.Lemma(det) == "a" && s.Child(noun, "cop") < 0));
    }

    /// <summary>The next word up whose control still covers the event; -1 at the top.</summary>
    private static int Step(SentenceView s, int at, List<(Effect, int)> chain)
    {
        int head = s.Head(at);
        if (head < 0)
        {
            return -1;
        }

        bool noun = s.IsNoun(at) && s.Child(at, "cop") < 0;
        if (Predicated(s, at, head, chain.Count > 0) is { } said)
        {
            chain.Add(said);
            return head;
        }

        if (s.IsNoun(head) && s.Lemma(head) == "request" && s.Child(head, "nmod", "for") is >= 0 and var what && s.Lexicon.In("no-comment", s.Lemma(what)))
        {
            // "did not respond to a request for comment on the attack"
            return -1;
        }

        if (s.Relation(at) == "xcomp" && s.Lemma(head) == "have" && s.Child(head, "advmod") is >= 0 and var yet && s.Lemma(yet) == "yet")
        {
            // "has yet to shell the town"
            chain.Add((Effect.Negate, yet));
            return head;
        }

        if (s.Relation(at) == "xcomp" && s.Lemma(head) == "use" && s[head].Xpos == "VBD" && s.Deprel(head) != "acl:relcl" && s.HasMark(at, "to") && s.Child(head, "obj") < 0)
        {
            // "used to shell the town"
            chain.Add((Effect.Past, head));
            return -1;
        }

        string link;
        switch (s.Relation(at))
        {
            case "xcomp" when noun && s.Lexicon.Controls.Find(s.Lemma(head), "name") != Effect.None:
                // "called it genocide": a name given to something else.
                link = "name";
                break;
            case "xcomp" or "ccomp" or "csubj":
                if (Asks(s, at))
                {
                    // "did not say who had fired": that somebody did is taken for granted; "has not said how it will respond": that it will is not.
                    if (Clause.Bears(s, at, x => s[x].Xpos == "MD"))
                    {
                        chain.Add((Effect.Consider, head));
                    }

                    return -1;
                }

                link = "clause";
                break;
            case "acl" when IsFirstTo(s, at, head):
                return -1;
            case "acl" when s.Deprel(at) == "acl" && (s[at].Xpos is "VB" or "VBG" || s.Child(at, "mark") >= 0):
                link = "clause";
                break;
            case "advcl" when s.Deprel(at) == "advcl":
                int mark = s.Child(at, "mark");
                if (mark < 0)
                {
                    if (!Completes(s, at, head))
                    {
                        // "…, calling the strikes barbaric": beside the main clause, not under it.
                        return -1;
                    }

                    link = "clause";
                    break;
                }

                if (s[at].Xpos != "VBG" && s.Lexicon.In("subordinator", s.Lemma(mark)) && ShortOf(s, at, head) is { Effect: Effect.None })
                {
                    // "ordered an inquiry after police had shot two": what went before is not what was ordered.
                    return -1;
                }

                // "accused Oman of being behind the raid"
                link = Purpose(s, at) ? "purpose" : s[at].Xpos == "VBG" || (s.Child(at, "cop") is >= 0 and var being && s[being].Xpos == "VBG") ? s.Lemma(mark) : "clause";
                break;
            case "obj":
                // "called it a massacre": of two objects the second is a name for the first.
                link = s.Child(head, "obj") is >= 0 and var named && named < at && s.Lexicon.Controls.Find(s.Lemma(head), "name") != Effect.None ? "name" : "object";
                break;
            case "nsubj":
                link = s.Deprel(at) == "nsubj:pass" ? "object" : "subject";
                break;
            case "obl" or "nmod" when s.Deprel(at) != "nmod:poss":
                if (s.Relation(at) == "obl" && s.Child(head, "obj") is >= 0 and var given && s.Deprel(given) == "obj" && s.Lexicon.Controls.Find(s.Lemma(head), "name") != Effect.None)
                {
                    // "what it called retaliation for the killing": what stands behind a name belongs to the name.
                    return -1;
                }

                // "called off | the attack |": an object, whatever the tree has behind a particle.
                link = s.Deprel(at) == "obl" && s.Case(at).Length == 0 ? "object" : s.Case(at);
                break;
            case "compound":
                link = "compound";
                break;
            case "conj":
                // Conjoined events share what governs the first of them.
                int first = s.Head(at);
                if (!noun && s[at].Xpos == "VBD" && s[first].Xpos == "VBN" && Clause.Bears(s, first, x => s.Lemma(x) == "have"))
                {
                    // "denied that it had shelled the town and blamed the rebels": told beside the denial.
                    return -1;
                }

                if (noun ? !s.IsNoun(first) : s.Child(at, "nsubj") >= 0 || !s.IsVerb(first) || s.Relation(first) is not ("xcomp" or "acl" or "advcl" or "ccomp"))
                {
                    return -1;
                }

                return Step(s, first, chain);
            default:
                return -1;
        }

        if (noun && s.Relation(at) == "nmod" && s.IsNoun(head) && Nobody(s, head))
        {
            // "no date for talks has been set"
            chain.Add((Effect.Negate, head));
            return head;
        }

        if (s.Relation(at) == "advcl" && ShortOf(s, at, head) is { Effect: not Effect.None } fallen)
        {
            chain.Add(fallen);
            return fallen.Verb;
        }

        if (s.Relation(at) == "xcomp" && s.Lexicon.In("wants-of", s.Lemma(head)) && s.Child(head, "obj") is >= 0 and var asked && asked > head && asked < at)
        {
            // "Baku wants Yerevan to drop its claim"
            chain.Add((Effect.Request, head));
            return head;
        }

        if (s.Relation(at) == "advcl" && s[at].Xpos == "VB" && Pressed(s, head) is >= 0 and var pressed)
        {
            // "came under pressure to free them", "gave Oman until Friday to free them": whether they do is open.
            chain.Add((Effect.Consider, pressed));
            return -1;
        }

        string word = s.Lemma(head);
        Effect effect = s.Relation(at) == "ccomp" && Clause.IsFinite(s, at) ? s.Lexicon.Controls.Find(word, "finite") : Effect.None;
        if (effect == Effect.None)
        {
            effect = s.Lexicon.Controls.Find(TriggerIndex.WithParticle(s, head), link);
        }

        if (effect == Effect.None && link == "clause" && s.Relation(at) == "xcomp" && Addressed(s, head, at) is { } to)
        {
            effect = s.Lexicon.Controls.Find($"{word} {to}", link);
        }

        if (effect == Effect.None)
        {
            effect = s.Lexicon.Controls.Find(word, link);
        }

        if (effect == Effect.None && link == "clause" && s.Relation(at) == "acl")
        {
            effect = s.Lexicon.Controls.Find(word, "noun");
            if (effect == Effect.None && s[at].Xpos == "VB")
            {
                effect = Effect.Purpose;
            }
        }

        if (effect == Effect.None && link is not ("clause" or "object" or "subject" or "purpose") && s.IsNoun(head))
        {
            effect = s.Lexicon.Controls.Find(word, "noun");
        }

        if (effect == Effect.Plan && WasMade(s, at, head))
        {
            effect = Effect.Transparent;
        }

        if (effect == Effect.None && link == "compound" && s.Lexicon.In("vessel-of-deed", word))
        {
            // "suspended aid donations": what carries it is what it is.
            effect = Effect.Transparent;
        }

        if (effect == Effect.None && link == "purpose")
        {
            effect = s.Lexicon.Controls.Find(word, "clause");
            if (effect == Effect.None)
            {
                chain.Add((Effect.Purpose, head));
                return -1;
            }
        }

        if (effect == Effect.None && link == "clause" && s.Relation(at) == "acl" && s.Relation(head) is "obj" or "iobj" or "obl" && s.Head(head) is >= 0 and var ruling && s.IsVerb(ruling))
        {
            // "urged the generals to negotiate": the infinitive hangs on those who are urged.
            effect = s.Lexicon.Controls.Find(TriggerIndex.WithParticle(s, ruling), "clause");
            if (effect == Effect.None)
            {
                effect = s.Lexicon.Controls.Find(s.Lemma(ruling), "clause");
            }

            head = ruling;
        }

        if (effect == Effect.None)
        {
            return -1;
        }

        if (effect is Effect.Agree or Effect.Vow && s.IsNoun(head) && s.Deprel(head) is "obj" or "obl" or "nsubj:pass" && s.Head(head) is >= 0 and var treats && OfWordGiven(s, treats) is { } come)
        {
            // "broke its promise to halt the raids", "kept its promise to free them"
            effect = come;
            head = treats;
        }

        if (effect != Effect.Transparent)
        {
            chain.Add((effect, head));
        }

        return head;
    }

    /// <summary>What a verb makes of a word that was given: broken it is a refusal, kept the deed itself; null where the verb tells neither.</summary>
    private static Effect? OfWordGiven(SentenceView s, int verb)
    {
        string with = TriggerIndex.WithParticle(s, verb);
        return s.Lexicon.In("breaks-word", with) ? Effect.Reject : s.Lexicon.In("keeps-word", with) ? Effect.Transparent : null;
    }

    /// <summary>"called | on | Moscow to agree": the preposition of whom the verb asks; null where nobody stands between.</summary>
    private static string? Addressed(SentenceView s, int verb, int infinitive)
    {
        foreach (int child in s.Children(verb))
        {
            if (child > verb && child < infinitive && s.Relation(child) is "obj" or "obl" && s.Case(child) is { Length: > 0 } preposition)
            {
                return preposition;
            }
        }

        return null;
    }

    /// <summary>"who carried it out", "when it began": an indirect question, but for "whether".</summary>
    public static bool Asks(SentenceView s, int clause)
    {
        foreach (int child in s.Children(clause))
        {
            if (child < clause && s[child].Xpos is "WP" or "WRB" && s.Relation(child) is "nsubj" or "obj" or "advmod" or "obl")
            {
                return true;
            }
        }

        // "asked | why | he left", of which parsers make what was asked.
        int word = s.Head(clause) + 1;
        return word > 0 && word < clause && s[word].Xpos == "WRB" && s.Head(word) == s.Head(clause);
    }

    /// <summary>"ruled out sending": right behind its verb, which has no other object, no clause beside, though parsers take it for one.</summary>
    private static bool Completes(SentenceView s, int clause, int verb) =>
        s[clause].Xpos == "VBG" && s.Child(verb, "obj") < 0 && (clause == verb + 1 || (clause == verb + 2 && s.Deprel(verb + 1) == "compound:prt"));

    /// <summary>The word by which a clause asks somebody for what its infinitive tells; -1 where none does.</summary>
    private static int Pressed(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "obj" or "obl" && (s.Lexicon.In("presses", s.Lemma(child)) || (s.Lemma(verb) == "give" && s.HasCase(child, "until"))))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>What is told to have been planned, and was done.</summary>
    private static bool WasMade(SentenceView s, int noun, int verb) => WasPlannedSomewhere(s, noun, verb) || IsPlannersDeed(s, noun, verb);

    /// <summary>"believed to have planned | the massacre |", "the man who planned the 2014 massacre": what people are known by was done, and not only planned.</summary>
    private static bool IsPlannersDeed(SentenceView s, int noun, int verb) =>
        s.IsNoun(noun) && s.Deprel(noun) == "obj" && s.Child(noun, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the))
        && (s.Deprel(verb) == "acl:relcl" || Clause.Bears(s, verb, x => s.Lemma(x) == "have")) && !(s.Child(verb, "obl") is >= 0 and var due && s.HasCase(due, "for"));

    /// <summary>"said the attack had been planned in Afghanistan": where it came from; "an attack was planned for May" tells of none.</summary>
    private static bool WasPlannedSomewhere(SentenceView s, int noun, int verb) =>
        s.IsNoun(noun) && s.Deprel(noun) == "nsubj:pass" && s.Child(noun, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the)) && Clause.Bears(s, verb, x => s[x].Xpos == "VBD")
        && s.Child(verb, "obl") is >= 0 and var where && !s.HasCase(where, "for") && s.Child(verb, "xcomp") < 0;

    /// <summary>"The claim that it bombed the school | is false |", "A strike is only | a matter of time |", "It is | untrue | that it did": what is said of an event, or of the words about it.</summary>
    /// <param name="told">What is said is said of words about the event.</param>
    private static (Effect Effect, int Word)? Predicated(SentenceView s, int at, int head, bool told)
    {
        bool subject = s.Deprel(at) is "nsubj" or "nsubj:pass" or "csubj" || (s.Relation(at) == "ccomp" && s[head].Upos == "ADJ");
        if (!subject)
        {
            return null;
        }

        int predicate = s.Child(head, "xcomp") is >= 0 and var so && s.IsVerb(head) ? so : head;
        if ((s.Lexicon.In("untrue", s.Lemma(predicate)) && !s.IsVerb(predicate)) || (told && s.Lexicon.In("mistaken", s.Lemma(predicate))))
        {
            return (Effect.Negate, predicate);
        }

        return s.Lemma(head) is "matter" or "question" && s.Child(head, "nmod") is >= 0 and var of && s.Lemma(of) == "time" && s.HasCase(of, "of") ? (Effect.Plan, head) : null;
    }

    /// <summary>"stopped short of bombing it": the clause hangs on the verb or on its adjective.</summary>
    private static (Effect Effect, int Verb) ShortOf(SentenceView s, int clause, int head)
    {
        int adjective = s[head].Upos == "ADJ" && s.Relation(head) == "xcomp" ? head : s.Child(head, "xcomp") is >= 0 and var so ? so : s.Child(head, "advmod");
        int verb = adjective < 0 ? -1 : s.Head(adjective);
        return verb >= 0 && adjective < clause && s[adjective].Upos is "ADJ" or "ADV" ? (s.Lexicon.Controls.Find($"{s.Lemma(verb)} {s.Lemma(adjective)}", "clause"), verb) : (Effect.None, -1);
    }

    private static bool Purpose(SentenceView s, int verb) =>
        s[verb].Xpos == "VB" && s.Child(verb, "mark") is >= 0 and var mark && s[mark].Upos == "PART";

    /// <summary>"Kenya is | to | hold talks", "Kenya | to | hold talks": an infinitive with a subject of its own is what somebody is to do; "the aim is | to | end the war": what is meant.</summary>
    private static Effect Due(SentenceView s, int verb, int to)
    {
        Effect due = Effect.None;
        // "is to blame" is to come no more than "is guilty".
        if (s.Relation(verb) is not ("root" or "conj" or "parataxis" or "ccomp") || s.Lemma(verb) == "blame")
        {
            return due;
        }

        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "mark" && child != to)
            {
                return Effect.None;
            }

            due = child > to || s.Relation(child) != "nsubj" ? due : s.Deprel(child) == "nsubj:outer" ? Effect.Consider : Effect.Will;
        }

        return due;
    }
}
