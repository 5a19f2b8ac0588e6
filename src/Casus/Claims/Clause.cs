using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Who acts and who is acted upon, read off a Universal Dependencies tree: voice, relative clauses, participles, control
/// and shared arguments of conjoined verbs.
/// </summary>
internal static class Clause
{
    private const int Deepest = 8;

    public static bool IsPassive(SentenceView s, int verb)
    {
        if (Agent(s, verb) < 0 && ((s.Lexicon.In("intransitive", s.Lemma(verb)) && !HasPassiveAuxiliary(s, verb)) || (s.Lemma(verb) == "oppose" && s.Child(verb, "obl", "to") >= 0)))
        {
            // "is opposed to talks"
            return false;
        }

        if (s.Deprel(verb) == "acl:relcl" && s.Head(verb) is >= 0 and var relative && s[relative].Xpos == "WP" && s.Child(verb, "nsubj") is >= 0 and var who && who > relative)
        {
            // "in what the minister described as an attack by people": the agent is that of the attack.
            return false;
        }

        bool agent = false, haveAux = false, anyAux = false, subject = false, bareObject = false;
        foreach (int child in s.Children(verb))
        {
            switch (s.Deprel(child))
            {
                case "nsubj:pass" or "aux:pass" or "csubj:pass":
                    // "IS fighters killed a man": a past tense with an object is none, whatever was taken for its auxiliary.
                    return s[verb].Xpos != "VBD" || s.Child(verb, "obj") < 0;
                case "cop" when s.Lemma(child) == "be" && s[verb].Upos == "VERB" && s[verb].Xpos is "VBN" or "VBD":
                    // "A driver was shot", whatever the tree takes "was" for.
                    return s.Child(verb, "obj") < 0;
                case "obl:agent":
                    agent = true;
                    break;
                case "aux":
                    anyAux = true;
                    haveAux |= s[child].Xpos != "MD";
                    break;
                case "nsubj":
                    subject = true;
                    break;
                case "obj":
                    bareObject = true;
                    break;
            }
        }

        if (s[verb].Xpos != "VBN" || haveAux)
        {
            // "… and two others critically injured": a past tense of such a verb without an object is a participle the tagger missed.
            return agent || ((s[verb].Xpos == "VBD" || (s[verb].Xpos == "VBP" && s[verb].Form == "shot")) && ((subject || s.Deprel(verb) is "acl") && NeedsObject(s, verb) || IsReduced(s, verb) || IsParticipleAlone(s[verb].Form) || IsDoneNext(s, verb)) && !anyAux && !bareObject && s.Deprel(verb) != "acl:relcl" && !SharesObject(s, verb));
        }

        if (agent)
        {
            return true;
        }

        if (bareObject)
        {
            return false;
        }

        if (s.Relation(verb) == "conj" && !subject && !anyAux && s.Head(verb) is >= 0 and var first && s.IsVerb(first))
        {
            return IsPassive(s, first);
        }

        // Headline style: "Two policemen killed in ambush". Taggers confuse past tense and participle: with a subject only
        // verbs that need an object are taken as passive.
        return !subject || anyAux || NeedsObject(s, verb) || IsParticipleAlone(s[verb].Form);
    }

    /// <summary>"an official | briefed | on the talks said": behind the subject of a later verb, whatever the tagger took it for.</summary>
    private static bool IsReduced(SentenceView s, int verb) =>
        s.Deprel(verb) == "acl" && s.Lexicon.In("asked-or-told", s.Lemma(verb)) && s.Head(verb) is >= 0 and var noun && noun < verb && s.Relation(noun) == "nsubj" && s.Head(noun) > verb;

    /// <summary>"Gunman | taken | into custody": a form that no past tense has.</summary>
    private static bool IsParticipleAlone(string form) => form is "taken" or "driven" or "given" or "beaten" or "stolen" or "thrown" or "slain" or "seen" or "shown" or "frozen" or "chosen" or "forbidden";

    private static bool HasPassiveAuxiliary(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Deprel(child) == "aux:pass")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word that the grammar makes the subject, found across clauses when the verb has none of its own; -1 when there is none.</summary>
    public static int SurfaceSubject(SentenceView s, int verb, int depth = 0)
    {
        int own = -1;
        if (s[verb].Upos == "ADJ" && s.Child(verb, "nummod") is >= 0 and var counted)
        {
            // "Militants attack a base, | 20 dead |"
            return counted;
        }

        foreach (int child in s.Children(verb))
        {
            // "Forces fired at posts, the ministry said": of two subjects before it the nearer is its own.
            if (s.Relation(child) == "nsubj" && s.Deprel(child) != "nsubj:outer" && (own < 0 || (child < verb && s[child].Upos is "NOUN" or "PROPN" or "PRON" or "NUM" && !OfRelative(s, child))))
            {
                own = child;
            }
        }

        if (own < 0)
        {
            own = CountedObject(s, verb, before: true);
        }

        if (own >= 0)
        {
            return Resolve(s, own, verb);
        }

        int head = s.Head(verb);
        if (head < 0 || depth > Deepest)
        {
            return -1;
        }

        if (ClauseOutcome.Result(s, verb) is >= 0 and var main)
        {
            return IsPassive(s, main) ? Agent(s, main) : SurfaceSubject(s, main, depth + 1);
        }

        if (BesideMain(s, verb) is >= 0 and var over)
        {
            return SurfaceSubject(s, over, depth + 1);
        }

        switch (s.Relation(verb))
        {
            case "conj" when s[verb].Xpos is "VBD" or "VBZ" && s[head].Xpos == "VBG" && s.Child(head, "mark") >= 0 && s.Head(head) is >= 0 and var above && s.IsVerb(above):
                // "accused them of breaking the truce and bombed a post": a finite verb goes on with the clause above.
                return SurfaceSubject(s, above, depth + 1);
            case "conj" when s.Relation(head) == "ccomp" && s.Head(head) is >= 0 and var teller && s.IsVerb(teller) && s.Lexicon.In("beyond-the-dead", s.Lemma(verb))
                && s.Lexicon.TollWords(s.Lemma(head)).Any(w => w.Kind == TollKind.Killed && (w.Path == "subject" || (w.Path == "object" && IsPassive(s, head)))):
                // "Qatar said that one of its guards had died and | condemned | the attack": the dead do not.
                return SurfaceSubject(s, teller, depth + 1);
            case "conj" when s.IsVerb(head) || s.Child(head, "nsubj") >= 0:
                return SurfaceSubject(s, head, depth + 1);
            case "xcomp" when s.Child(verb, "nummod") >= 0 && s.Lexicon.In("leaves-so", s.Lemma(head)) && ObjectChild(s, head) is var named && (named < 0 || named > verb):
                // "troops clashed with gunmen, leaving 19 dead, among them two priests": they are whom the number counts.
                return verb;
            case "xcomp":
                int obj = ObjectChild(s, head);
                return obj >= 0 && !(s.IsVerb(verb) && s.Lexicon.In("own-purpose", s.Lemma(head))) && !IsPassive(s, head) && s.Head(obj) == head && obj < verb ? obj : SurfaceSubject(s, head, depth + 1);
            case "ccomp" when s.Deprel(head) == "acl:relcl" && s.Child(head, "nsubj") >= 0 && s.Child(head, "obj") < 0 && s.Child(verb, "mark") < 0 && IsFinite(s, verb):
                // "two firms that it said | had supplied | drones"
                return s.Head(head);
            case "acl" when s.Deprel(verb) == "acl:relcl":
                return ObjectRelative(s, verb) ? -1 : head;
            case "acl" when s[verb].Xpos == "VBG" && s.HasCase(head, "to") && s.Head(head) is >= 0 and var letter && s.Lexicon.In("utterance", s.Lemma(letter)) && s.Relation(letter) == "obj" && s.IsVerb(s.Head(letter)):
                // "sent a letter to the mayor threatening to strike": who sent it.
                return SurfaceSubject(s, s.Head(letter), depth + 1);
            case "acl" when s[verb].Xpos == "VB" && s.Relation(head) == "obl" && s.Lexicon.In("what-it-is-over", s.Case(head)) && s.Head(head) is >= 0 and var taking && s.Lexicon.In("taken-from", s.Lemma(taking)):
                // "arrested two men over a plot to bomb the embassy"
                return IsPassive(s, taking) ? SurfaceSubject(s, taking, depth + 1) : ObjectChild(s, taking);
            case "acl" when s[verb].Xpos == "VBG" && s.Lexicon.In("crowd-voice", s.Lemma(verb)) && s.Lexicon.In("site-preposition", s.Case(head)) && s.Relation(head) == "obl" && s.IsVerb(s.Head(head))
                && s.PartyNoun(s.Content(head)) is not { Kind: "person" or "group" } && s.MentionAt(head)?.Kind is not (MentionKind.Person or MentionKind.Group or MentionKind.Organisation):
                // "students gathered on the campus | calling | for his death"
                return SurfaceSubject(s, s.Head(head), depth + 1);
            case "acl":
                return s[verb].Xpos == "VB" ? Holder(s, head, depth) : head;
            case "advcl" when (s[verb].Xpos == "VBG" || HasHaving(s, verb) || (s.Child(verb, "cop") is >= 0 and var being && s[being].Xpos == "VBG")) && Opening(s, verb) is >= 0 and var mark
                && (s.Lexicon.In("of-its-object", s.Lemma(mark)) || (s.Lemma(mark) == "with" && s.Lemma(head) == "charge"))
                && !IsPassive(s, head) && ObjectChild(s, head) is >= 0 and var whom && Resolve(s, whom, head) is var accused && accused < mark && (PartyReader.IsParty(s, accused) || s[accused].Upos == "PRON"):
                // "accused Kabul of sheltering them", "kept protesters from storming it", "charged him with ordering the raid".
                return accused;
            case "advcl" when s[verb].Xpos == "VBN" && Agent(s, verb) >= 0 && NounBefore(s, verb) is >= 0 and var described:
                return described;
            case "advcl" when s[verb].Xpos == "VBG" && s.Child(verb, "mark") < 0 && ClauseOutcome.SaidOf(s, head, verb) is >= 0 and var told:
                return SurfaceSubject(s, told, depth + 1);
            case "ccomp" when s.Deprel(head) == "acl:relcl" && IsFinite(s, verb) && s.Child(head, "nsubj") is >= 0 and var teller && Resolve(s, teller, head) == teller:
                // "the raid that Kabul said had killed nine": the raid, and not who tells of it.
                return s.Head(head);
            case "ccomp" when head > verb && s.Child(head, "nsubj") is >= 0 and var strayed && strayed < verb && SurfaceSubject(s, head, depth + 1) > verb:
                return strayed;
            case "advcl" or "ccomp" or "parataxis" or "dep" when s.IsVerb(head) || s.Child(head, "nsubj") >= 0:
                return s.Relation(verb) == "ccomp" && s[verb].Xpos is "VBD" or "VBZ" or "VBP" ? -1 : SurfaceSubject(s, head, depth + 1);
            case "advcl" or "obl" or "nmod" when s.IsNoun(head):
                return head;
            default:
                return -1;
        }
    }

    /// <summary>"barred them from entering, | accusing | them of lies": behind a comma, a participle goes on with the main clause; its verb, or -1.</summary>
    public static int BesideMain(SentenceView s, int verb) =>
        s.Relation(verb) == "advcl" && s[verb].Xpos == "VBG" && verb > 0 && s[verb - 1].Form == "," && s.Child(verb, "mark") < 0 && s.Lexicon.TollWords(s.Lemma(verb)).IsEmpty && s.Head(verb) is >= 0 and var head && head < verb
        && s.Relation(head) == "advcl" && s[head].Xpos == "VBG" && s.Child(head, "mark") is >= 0 and var mark && s.Lexicon.In("of-its-object", s.Lemma(mark)) && s.Head(head) is >= 0 and var main && s.IsVerb(main) ? main : -1;

    /// <summary>What opens a clause, whichever the tree makes of it: "for" of "arrested nine men for rioting".</summary>
    private static int Opening(SentenceView s, int verb) => s.Child(verb, "mark") is >= 0 and var mark ? mark : s.Child(verb, "case");

    /// <summary>"Peru, | whose campaign | has cost lives, blamed the rebels".</summary>
    private static bool OfRelative(SentenceView s, int noun) => s.Child(noun, "nmod") is >= 0 and var owner && s[owner].Xpos == "WP$";

    /// <summary>"accused Kabul of having sent men".</summary>
    private static bool HasHaving(SentenceView s, int verb) => s.Child(verb, "aux") is >= 0 and var aux && s[aux].Xpos == "VBG" && s.Lemma(aux) == "have";

    /// <summary>Who does it: the subject of an active verb, the agent of a passive one; -1 when nobody is named.</summary>
    public static int DeepSubject(SentenceView s, int verb, int depth = 0)
    {
        if (!IsPassive(s, verb))
        {
            int subject = SurfaceSubject(s, verb, depth);
            return subject < 0 && s.Relation(verb) == "csubj" ? Agent(s, verb) : subject;
        }

        int agent = Agent(s, verb);
        if (agent < 0 && s.Relation(verb) == "conj" && s.Head(verb) >= 0 && s.IsVerb(s.Head(verb)) && IsPassive(s, s.Head(verb)) && depth < Deepest)
        {
            return Agent(s, s.Head(verb));
        }

        if (agent < 0)
        {
            foreach (int child in s.Children(verb))
            {
                if (s.Relation(child) == "conj" && s.IsVerb(child) && s.Child(child, "nsubj") < 0 && IsPassive(s, child) && Agent(s, child) is >= 0 and var shared)
                {
                    return shared;
                }
            }
        }

        return agent;
    }

    /// <summary>"told them that it stands by": a statement; "told them to stand by" is none.</summary>
    public static bool IsFinite(SentenceView s, int verb) => s[verb].Xpos is "VBD" or "VBZ" or "VBP" || Bears(s, verb, x => s[x].Xpos is "VBD" or "VBZ" or "VBP" or "MD");

    /// <summary>"insisted that it was not": said to be so, where "insisted that it be" and "must be" ask for it.</summary>
    public static bool StatesFact(SentenceView s, int verb) => s[verb].Xpos is "VBD" or "VBZ" || Bears(s, verb, x => s[x].Xpos is "VBD" or "VBZ" || s.Lemma(x) is "will" or "can" or "could");

    /// <summary>Whether one of the verb's auxiliaries is of that sort.</summary>
    public static bool Bears(SentenceView s, int verb, Predicate<int> auxiliary)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "aux" or "cop" && auxiliary(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whom it is done to: the object of an active verb, the subject of a passive one.</summary>
    public static int DeepObject(SentenceView s, int verb)
    {
        if (IsPassive(s, verb))
        {
            return SurfaceSubject(s, verb);
        }

        int obj = ObjectChild(s, verb);
        if (obj >= 0)
        {
            return Resolve(s, obj, verb);
        }

        if (ObjectRelative(s, verb) && s.Deprel(verb) == "acl:relcl")
        {
            return s.Head(verb);
        }

        // "bombed and shelled the camp": the object hangs on one of the two.
        int head = s.Head(verb);
        if (s.Relation(verb) == "conj" && head >= 0 && s.IsVerb(head) && ObjectChild(s, head) is >= 0 and var left && left > verb)
        {
            return left;
        }

        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "conj" && s.IsVerb(child) && s.Child(child, "nsubj") < 0 && !IsPassive(s, child) && ObjectChild(s, child) is >= 0 and var right)
            {
                bool adjacent = right > child && child - verb <= 3;
                if (adjacent)
                {
                    return right;
                }
            }
        }

        return -1;
    }

    /// <summary>"killed and wounded five": the object of one conjoined verb is that of the other.</summary>
    private static bool SharesObject(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "conj" && ObjectChild(s, child) >= 0)
            {
                return true;
            }
        }

        return ObjectChild(s, verb) >= 0;
    }

    public static int ObjectChild(SentenceView s, int verb)
    {
        int obj = s.Child(verb, "obj");
        return obj >= 0 ? obj : CountedObject(s, verb, before: false);
    }

    /// <summary>"killed at least 11 people", "at least 11 people, most of them women, died": parsers take the "at" of a number's bound for a preposition.</summary>
    private static int CountedObject(SentenceView s, int verb, bool before)
    {
        if (s.Quantities.Count == 0)
        {
            return -1;
        }

        foreach (int child in s.Children(verb))
        {
            int mark = s.Child(child, "case");
            if (before ? child < verb && s.Relation(child) == "obl" && s.Quantities.Exists(q => q.Counted == child && (mark < 0 ? q.Unit is null : q.Span.Contains(s[mark].Span)))
                : child > verb && s.Relation(child) == "obl" && s.Quantities.Exists(q => mark > verb ? q.Span.Contains(s[mark].Span) : mark < 0 && q.Unit is null && q.Counted == child))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Also in "was shot dead | by two men", where the tree has them on the word for how it ended.</summary>
    public static int Agent(SentenceView s, int verb)
    {
        int by = -1;
        foreach (int child in s.Children(verb))
        {
            if (s.Deprel(child) == "obl:agent")
            {
                return child;
            }

            if (s.Relation(child) == "obl" && s.Lexicon.In("agent", s.Case(child)) && by < 0)
            {
                by = child;
            }
        }

        return by < 0 && s.IsVerb(verb) && s.Child(verb, "xcomp") is >= 0 and var outcome && s[outcome].Upos == "ADJ" ? Agent(s, outcome) : by;
    }

    /// <summary>Whose plan, threat or refusal it is: the possessor of the noun, or the subject of the verb that governs it.</summary>
    public static int HolderOf(SentenceView s, int noun, int depth = 0)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Deprel(child) == "nmod:poss")
            {
                return Resolve(s, child, noun);
            }
        }

        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) == "nmod" && s.Lexicon.In("agent", s.Case(child)))
            {
                return child;
            }
        }

        int head = s.Head(noun);
        if (head >= 0 && depth < Deepest && s.IsVerb(head) && s.Relation(noun) is "obj" or "obl" or "xcomp" && !s.Lexicon.In("beats-back", s.Lemma(head)) && !s.Lexicon.In("beside-deed", s.Case(noun)))
        {
            return SurfaceSubject(s, head, depth + 1);
        }

        return -1;
    }

    /// <summary>A relative pronoun stands for the noun that its clause describes.</summary>
    public static int Resolve(SentenceView s, int token, int verb)
    {
        if (s[token].Upos is not ("PRON" or "DET") || !s[token].Xpos.StartsWith('W') || s[token].Xpos == "WP" && s.Relation(verb) is "ccomp")
        {
            return token;
        }

        for (int x = verb, i = 0; x >= 0 && i < Deepest; x = s.Head(x), i++)
        {
            if (s.Deprel(x) is "acl:relcl" && s.Head(x) >= 0)
            {
                return x == verb && Teller(s, token, verb) is >= 0 and var teller ? teller : EventBefore(s, s.Head(x));
            }

            if (s.Deprel(x) is "advcl:relcl")
            {
                // "It was not clear | who | had fired": nobody is named.
                return s[s.Head(x)].Upos == "ADJ" && s[token].Xpos == "WP" ? token : s.Head(x);
            }
        }

        return token;
    }

    /// <summary>"launched missiles at Oman, which vowed to respond": who speaks is the name just before, where the tree has the words said by a thing; -1 else.</summary>
    private static int Teller(SentenceView s, int pronoun, int verb)
    {
        int name = pronoun - 1;
        if (name >= 0 && s[name].Form == ",")
        {
            name--;
        }

        int thing = s.Head(verb);
        return name > thing && s.MentionAt(name)?.Actor is not null && FitsRole.IsSpeech(s, verb) && s.MentionAt(thing)?.Actor is null && s.PartyNoun(s.Content(thing)) is not { Kind: "person" or "group" or "body" or "organisation" } ? name : -1;
    }

    /// <summary>"an attack on a post, which killed six", "a fire at a hotel that killed nine": what kills is the attack or the fire, wherever the parser hangs the clause.</summary>
    private static int EventBefore(SentenceView s, int noun)
    {
        if (s.PartyNoun(noun) is { Kind: "person" or "group" or "body" })
        {
            return noun;
        }

        for (int i = noun; i >= 0 && !s.IsVerb(i); i--)
        {
            if (s.EventNouns.Contains(i) || s.Lexicon.In("nature", s.Lemma(i)))
            {
                return i;
            }
        }

        return noun;
    }

    /// <summary>The noun that "…, led by X" describes: the phrase that ends just before it.</summary>
    private static int NounBefore(SentenceView s, int verb)
    {
        int at = verb - 1;
        while (at >= 0 && s[at].Upos == "PUNCT")
        {
            at--;
        }

        if (at < 0 || at == verb - 1 || !s.IsNoun(at))
        {
            return -1;
        }

        while (s.Relation(at) is "appos" or "flat" or "compound" or "nmod" && s.Head(at) >= 0 && s.IsNoun(s.Head(at)) && s.Head(at) < verb)
        {
            at = s.Head(at);
        }

        return at;
    }

    /// <summary>Whose plan it is; after a place ("towards the border to launch …") it is what the sentence is about.</summary>
    private static int Holder(SentenceView s, int noun, int depth)
    {
        if (!s.Places.Exists(p => s.Dominates(noun, p.Head)))
        {
            return HolderOf(s, noun, depth);
        }

        int x = ClauseOutcome.VerbOver(s, noun);
        return x < 0 || depth > Deepest || s.Lexicon.In("beats-back", s.Lemma(x)) ? -1 : SurfaceSubject(s, x, depth + 1);
    }

    /// <summary>"was abducted in Nairobi | and charged before a court"</summary>
    private static bool IsDoneNext(SentenceView s, int verb) =>
        s.Relation(verb) == "conj" && s.Lexicon.In("done-to", s.Lemma(verb)) && s.Child(verb, "nsubj") < 0 && s.Child(s.Head(verb), "aux") is >= 0 and var aux && s.Deprel(aux) == "aux:pass";

    public static bool NeedsObject(SentenceView s, int verb)
    {
        if (s.Lexicon.In("done-to-things", s.Lemma(verb)) && s.Child(verb, "nsubj") is >= 0 and var thing && thing < verb && (s.PartyNoun(thing) is { Kind: "facility" or "place" or "vehicle" } or { Class: "property" or "infrastructure" } || s.Lexicon.In("house", s.Lemma(thing)) || s.Lexicon.In("travels", s.Lemma(thing))))
        {
            // "Nine camps hit", "Two villages shelled near the border": what is built strikes nobody.
            return true;
        }

        if (s.Lexicon.In("needs-whom", s.Lemma(verb)) && s.Child(verb, "ccomp") < 0 && s.Child(verb, "iobj") < 0 && s.Child(verb, "obj") < 0)
        {
            // "Leader poisoned in prison", "Refugees told to leave"
            return true;
        }

        if (s.Lemma(verb) == "charge" && s.Child(verb, "obl", "with") >= 0 && s.Child(verb, "obj") < 0)
        {
            // "Mayor charged with treason"
            return true;
        }

        foreach (int child in s.Children(verb))
        {
            // "Nine farmers shot dead", "hacked to death", "shot and wounded": so done to somebody, who stands before the verb where nobody stands behind it.
            bool last = child + 1 >= s.Count || s[child + 1].Upos is not ("DET" or "NUM" or "NOUN" or "PROPN" or "ADJ" or "PRON");
            if (last && s.Lexicon.In("done-to-body", s.Lemma(verb)) && ((s.Lemma(child) == "dead" && s.Relation(child) is "xcomp" or "advmod" or "amod") || (s.Lemma(child) == "death" && s.HasCase(child, "to") && child > verb))
                || (s.Relation(child) == "conj" && s.IsVerb(child) && s.Child(child, "obj") < 0 && s.Child(child, "nsubj") < 0 && s.Lexicon.In("done-to-body", s.Lemma(verb)) && s.Lexicon.TollWords(s.Lemma(child)).Any(w => w.Path == "object")))
            {
                return true;
            }
        }

        foreach (TollWord word in s.Lexicon.TollWords(s.Lemma(verb)))
        {
            if (word.Path == "object")
            {
                return true;
            }
        }

        return false;
    }

    private static bool ObjectRelative(SentenceView s, int verb) =>
        s.Deprel(verb) == "acl:relcl" && s.Child(verb, "nsubj") is >= 0 and var subject && Resolve(s, subject, verb) == subject && ObjectChild(s, verb) < 0;
}
