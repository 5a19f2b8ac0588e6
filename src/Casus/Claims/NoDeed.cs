using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Words that open an event and tell of none where they stand: what a treaty is about, what somebody is called, what somebody or something is like, what things "threaten", "help" and "require".
/// </summary>
internal static class NoDeed
{
    public static bool Is(SentenceView s, Draft draft) =>
        IsPrefixed(s, draft.Token) || IsPrice(s, draft) || IsRate(s, draft) || GoesOn(s, draft) || IsHelpedFight(s, draft) || IsWayOfArrest(s, draft) || IsWhoSuffered(s, draft) || IsUnderRoof(s, draft) || IsGesture(s, draft) || IsReception(s, draft) || IsCounted(s, draft) || IsTopicOfText(s, draft) || OnlyLikens(s, draft) || IsHeartened(s, draft) || Names(s, draft) || IsOfThing(s, draft) || ShowsWhatIs(s, draft) || KillsThing(s, draft) || IsForCause(s, draft) || IsLeftTo(s, draft) || IsDoubted(s, draft) || IsInCases(s, draft) || IsOfNumber(s, draft) || IsHeadedBy(s, draft) || IsOfWarrant(s, draft) || IsToThePress(s, draft) || (draft.Type == "ASSAULT" && IsOfSuspects(s, draft.Token)) || IsOnlyFeared(s, draft.Token);

    /// <summary>"de-ratify", "non-recognition", "post-war": the prefix takes the deed back, or only gives a time.</summary>
    private static bool IsPrefixed(SentenceView s, int token) => token > 1 && s[token - 1].Form is "-" or "–" && (s.Lexicon.In("undoes", s[token - 2].Form) || (token == 2 && s.Lexicon.In("undoes", s[0].Form.ToLowerInvariant()) && s[0].Form != "UN"));

    /// <summary>"| charge | shopkeepers $50 a week", "charged them thousands for the crossing": what it costs, and no accusation or assault.</summary>
    private static bool IsPrice(SentenceView s, Draft draft)
    {
        if (draft.Noun || s.Lemma(draft.Token) != "charge")
        {
            return false;
        }

        foreach (int child in s.Children(draft.Token))
        {
            if (child > draft.Token && ((s.Relation(child) is "obj" or "iobj" or "obl" or "xcomp" or "nummod" && IsSum(s, child)) || (s.Relation(child) == "obl" && s.HasCase(child, "for") && s.Lexicon.In("sold", s.Lemma(child)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSum(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s[child].Xpos == "$" || s.Lexicon.In("price", s.Lemma(child)))
            {
                return true;
            }
        }

        return s[token].Xpos == "$" || s.Lexicon.In("price", s.Lemma(token)) || s.MentionAt(token)?.Kind == MentionKind.Money || (s[token].Form is "hundreds" or "thousands" && s.Child(token, "nmod") < 0);
    }

    /// <summary>"41 | murders | for every 100,000 people", "14 | killings | per 100,000": how often, and no happening.</summary>
    private static bool IsRate(SentenceView s, Draft draft)
    {
        if (draft.Type != "ASSAULT")
        {
            return false;
        }

        for (int i = draft.Token + 1; i < Math.Min(draft.Token + 6, s.Count - 2); i++)
        {
            if (s[i].Form == "per" ? s[i + 1].Upos == "NUM" : s[i].Form == "for" && s[i + 1].Form is "every" or "each" && s[i + 2].Upos == "NUM")
            {
                return true;
            }
        }

        return draft.Noun && s.Relation(draft.Token) == "compound" && s.Head(draft.Token) is >= 0 and var head && s.Lemma(head) == "rate";
    }

    /// <summary>"the minister | went on to | cut subsidies": what came next; nobody travels.</summary>
    private static bool GoesOn(SentenceView s, Draft draft) =>
        !draft.Noun && draft.Type == "CONSULT" && s.Lemma(draft.Token) == "go" && draft.Token + 3 < s.Count && s[draft.Token + 1].Form == "on" && s[draft.Token + 2].Form == "to" && char.IsLower(s[draft.Token + 3].Form[0]) && s[draft.Token + 3].Upos is not ("DET" or "ADJ" or "PRON");

    /// <summary>"is helping in the | fight | against the cartels": what help is for.</summary>
    private static bool IsHelpedFight(SentenceView s, Draft draft) =>
        draft is { Type: "ASSAULT", Noun: true } && s.Lexicon.In("vies", s.Lemma(draft.Token)) && (s.HasCase(draft.Token, "in") || s.HasCase(draft.Token, "with")) && s.Head(draft.Token) is >= 0 and var help && s.Lexicon.In("lends-hand", s.Lemma(help));

    /// <summary>"detained 45 people in | raids | in nine provinces": how they were, and no assault beside.</summary>
    private static bool IsWayOfArrest(SentenceView s, Draft draft)
    {
        if (draft is not { Type: "ASSAULT", Noun: true } || !s.Lexicon.In("way-of-arrest", s.Lemma(draft.Token)) || !(s.HasCase(draft.Token, "in") || s.HasCase(draft.Token, "during")))
        {
            return false;
        }

        // "45 people suspected of links in raids": the parser may hang them low.
        for (int x = s.Head(draft.Token), i = 0; x >= 0 && i < 3; x = s.Head(x), i++)
        {
            if (s.IsVerb(x) && s.Lexicon.In("takes-in", s.Lemma(x)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"fled with | their wounded |", "evacuated | the wounded |": whom something else befell.</summary>
    private static bool IsWhoSuffered(SentenceView s, Draft draft) =>
        draft.Type == "ASSAULT" && s[draft.Token].Form is "wounded" or "injured" or "dead" && s.Relation(draft.Token) is "obl" or "obj" or "nmod" or "nsubj" && s.Child(draft.Token, "nsubj") < 0 && s.Child(draft.Token, "nummod") < 0
        && (s.Child(draft.Token, "det") >= 0 || (s.Child(draft.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$")) && draft.Targets.IsEmpty && draft.Initiators.IsEmpty;

    /// <summary>"where displaced people | were sheltering |": they are given nothing, and give nothing.</summary>
    private static bool IsUnderRoof(SentenceView s, Draft draft) =>
        draft.Type == "AID" && !draft.Noun && s.Lemma(draft.Token) == "shelter" && !Clause.IsPassive(s, draft.Token) && s.Child(draft.Token, "obj") < 0;

    /// <summary>"recalled its envoy in | protest |": why an office did so; nobody marches.</summary>
    private static bool IsGesture(SentenceView s, Draft draft) =>
        draft.Type == "PROTEST" && draft.Noun && s.Lemma(draft.Token) == "protest" && s.Case(draft.Token) == "in" && s.Child(draft.Token, "det") < 0 && s.Head(draft.Token) is >= 0 and var act && s.Lexicon.In("act-of-office", s.Lemma(act));

    /// <summary>"will | be met with | a crushing response": what it stirs; nobody meets.</summary>
    private static bool IsReception(SentenceView s, Draft draft) =>
        draft.Type is "CONSULT" or "AGREE" && !draft.Noun && s.Lemma(draft.Token) == "meet" && Clause.IsPassive(s, draft.Token) && s.Child(draft.Token, "obl", "with") >= 0;

    /// <summary>"the Nuclear | Test Ban | Treaty", "the arms embargo law": what a text is about.</summary>
    private static bool IsTopicOfText(SentenceView s, Draft draft)
    {
        if (!draft.Noun || draft.Type is not ("COERCE" or "MOBILIZE" or "ASSAULT"))
        {
            return false;
        }

        int at = draft.Token;
        while (s.Relation(at) is "compound" or "flat" && s.Head(at) is >= 0 and var head)
        {
            at = head;
        }

        return at != draft.Token && s.Lexicon.In("text-about", s.Lemma(at).ToLowerInvariant());
    }

    /// <summary>"the | opposing | party", "a physically | demanding | job", "he was very | disarming": an adjective that a verb has become. Who strikes, protests or attacks is told so.</summary>
    private static bool OnlyLikens(SentenceView s, Draft draft) =>
        !draft.Noun && s.Lexicon.In("likens", s[draft.Token].Form.ToLowerInvariant())
        && (s.Relation(draft.Token) == "amod" || (s.Child(draft.Token, "cop") >= 0 && s[draft.Token].Upos == "ADJ") || (draft.Token > 0 && s[draft.Token - 1].Form == "very"));

    /// <summary>"Allies | were encouraged by | the result": how they feel.</summary>
    private static bool IsHeartened(SentenceView s, Draft draft) =>
        !draft.Noun && draft.Type == "REQUEST" && s.Lemma(draft.Token) == "encourage" && Clause.IsPassive(s, draft.Token) && s.Child(draft.Token, "xcomp") < 0 && s.Child(draft.Token, "ccomp") < 0;

    /// <summary>"called the group | the Night Crew |", "called the rebels | terrorists |", "a party | called Civic Forum |": to give a name is to phone nobody, and a name of its own blames nobody.</summary>
    private static bool Names(SentenceView s, Draft draft)
    {
        if (draft.Noun || draft.Type is not ("CONSULT" or "ACCUSE") || s.Lemma(draft.Token) != "call")
        {
            return false;
        }

        bool blames = draft.Type == "ACCUSE";
        if (s.Child(draft.Token, "obj") is not (>= 0 and var called))
        {
            return blames && s.Relation(draft.Token) == "acl" && s[draft.Token].Xpos == "VBN";
        }

        if (!blames && s.Deprel(draft.Token) == "acl:relcl" && s.Child(draft.Token, "nsubj") is >= 0 and var caller && s[caller].Xpos != "WP")
        {
            // "the candidate he calls | Mini Ann |"
            return true;
        }

        if (!blames && (s[called - 1].Form == "back" || (s.Child(draft.Token, "advmod") is >= 0 and var away && s.Lemma(away) == "back")))
        {
            // "called back employees"
            return true;
        }

        if (s.Child(draft.Token, "xcomp") is >= 0 and var so && !s.IsVerb(so))
        {
            return !blames || s[so].Upos == "PROPN";
        }

        foreach (int child in s.Children(called))
        {
            if ((s.Relation(child) == "appos" && !TimeOfEvent.Comma(s, called, child) && (!blames || s[child].Upos == "PROPN")) || (!blames && s.Relation(child) == "compound" && s[child].Xpos == "NNS" && s[called].Xpos == "NNS"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"| The epidemic | threatens to overwhelm us", "| the principle | requires": what no one does.</summary>
    private static bool IsOfThing(SentenceView s, Draft draft) =>
        draft.Type is "THREATEN" or "AID" or "REQUEST" or "CONSULT" or "AGREE" or "CONCEDE" or "SUPPORT" && !draft.Initiators.IsEmpty && draft.Initiators.All(r => IsThing(s, r));

    public static bool IsThing(SentenceView s, Role role) =>
        role.Token >= 0 && !role.Party.Implied && role.Party.ActorId is null && s[role.Token].Upos is "NOUN" or "ADJ" && PartyReader.Owner(s, role.Token) < 0 && IsInanimate(s, role.Token);

    public static bool IsInanimate(SentenceView s, int token) =>
        s.Lexicon.In("inanimate", s.Lemma(token)) || s.Lexicon.In("nature", s.Lemma(token)) || s.Lexicon.In("ailments", s.Lemma(token)) || s.Lexicon.In("law-words", s.Lemma(token));

    /// <summary>"a demonstration | of the miracles of nature |": of things, and not of people.</summary>
    private static bool ShowsWhatIs(SentenceView s, Draft draft)
    {
        if (!(draft is { Type: "PROTEST", Noun: true } && s.Lemma(draft.Token) == "demonstration"))
        {
            return false;
        }

        foreach (int child in s.Children(draft.Token))
        {
            if (s.Relation(child) == "nmod" && s.HasCase(child, "of") && s[child].Upos == "NOUN" && !PartyReader.IsParty(s, child) && s.MentionAt(child) is null && s.Child(child, "nummod") < 0 && !PartyReader.LooksLikeSomebody(s, child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the fight | for the wall |", "we fight | for a better country |": a cause; fighters fight for a place, or for control of it.</summary>
    private static bool IsForCause(SentenceView s, Draft draft)
    {
        if (draft.Type is not ("ASSAULT" or "THREATEN") || !s.Lexicon.In("vies", s.Lemma(draft.Token)) || !draft.Targets.IsEmpty || !draft.Victims.IsEmpty || !draft.Means.IsEmpty || draft.Initiators.Any(r => WarOfWords.IsArmed(s, r)))
        {
            return false;
        }

        foreach (int child in s.Children(draft.Token))
        {
            if (s.Relation(child) is "nmod" or "obl" && s.HasCase(child, "for") && s.MentionAt(child) is null && s[child].Upos == "NOUN" && !s.Lexicon.In("time-unit", s.Lemma(child)) && !s.Lexicon.In("fought-over", s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"| leaving | his prime minister to face the unions": nobody goes.</summary>
    private static bool IsLeftTo(SentenceView s, Draft draft) =>
        draft.Type is "SANCTION" or "RETREAT" && s.Lemma(draft.Token) == "leave" && s.Child(draft.Token, "xcomp") is >= 0 and var task && s.IsVerb(task) && s.Child(draft.Token, "obj") is >= 0 and var whom && s.PartyNoun(s.Content(whom)) is not null;

    /// <summary>"| questioned | whether it would work": nobody is heard.</summary>
    private static bool IsDoubted(SentenceView s, Draft draft) => draft.Type == "ACCUSE" && s.Lemma(draft.Token) == "question" && s.IsVerb(draft.Token) && s.Child(draft.Token, "ccomp") >= 0;

    /// <summary>"In forty such | cases | the court decided": where it was so.</summary>
    private static bool IsInCases(SentenceView s, Draft draft) => draft.Noun && draft.Type == "ACCUSE" && s.Lemma(draft.Token) == "case" && s.HasCase(draft.Token, "in");

    /// <summary>"Warrants were issued | for the arrest | of three generals": what is to be done.</summary>
    private static bool IsOfWarrant(SentenceView s, Draft draft)
    {
        if (!draft.Noun || draft.Type != "COERCE" || !s.HasCase(draft.Token, "for") || s.Head(draft.Token) is not (>= 0 and var above))
        {
            return false;
        }

        if (s.Lemma(above) is "warrant" or "notice")
        {
            return true;
        }

        foreach (int child in s.Children(above))
        {
            if (s.Relation(child) is "obj" or "nsubj" && s.Lemma(child) is "warrant" or "notice")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"| The number | of civilians killed rose": a figure, whatever the tree makes of it.</summary>
    private static bool IsOfNumber(SentenceView s, Draft draft) =>
        draft.Type == "ASSAULT" && draft.Targets.Concat(draft.Victims).Any(r => r.Token >= 0 && s.Lexicon.In("number-of", s.Lemma(r.Token)) && s.Child(r.Token, "det") is >= 0 and var the && s.Lemma(the) == "the" && s.Child(r.Token, "nmod") >= 0);

    /// <summary>"medics put the number of | dead | at nine": who counts them has not killed them.</summary>
    private static bool IsCounted(SentenceView s, Draft draft) =>
        draft.Type == "ASSAULT" && s.Relation(draft.Token) == "nmod" && s.Head(draft.Token) is >= 0 and var number && s.Lexicon.In("number-of", s.Lemma(number))
        && Grammar.FirstConjunct(s.Sentence, number) is var first && s.Relation(first) == "obj" && s.Lexicon.In("puts-count", s.Lemma(s.Head(first)));

    /// <summary>"a group | headed | by the secretary": led, and not on its way.</summary>
    private static bool IsHeadedBy(SentenceView s, Draft draft) => draft.Type == "CONSULT" && s.Lemma(draft.Token) == "head" && (s.Child(draft.Token, "obj") >= 0 || Clause.IsPassive(s, draft.Token));

    /// <summary>"speaking to | reporters |": whom everything that is said is said to.</summary>
    private static bool IsToThePress(SentenceView s, Draft draft) =>
        draft.Type == "CONSULT" && !draft.Targets.IsEmpty && s.Lexicon.In("talks-to", s.Lemma(draft.Token)) && draft.Targets.All(r => r.Token >= 0 && (s.Lexicon.In("press", s.Lemma(r.Token)) || r.Party.Class == "journalist" || r.Party.Kind == "outlet"));

    /// <summary>"a reward for | slaying suspects |": of what crime they are suspected.</summary>
    public static bool IsOfSuspects(SentenceView s, int deed) =>
        s[deed].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && deed + 1 < s.Count && s.Lemma(deed + 1) is "suspect" or "case" or "trial" or "charge" or "inquiry" or "probe";

    /// <summary>"warning people | about getting together |": what may come of it.</summary>
    private static bool IsOnlyFeared(SentenceView s, int deed) =>
        s[deed].Xpos == "VBG" && s.HasMark(deed, "about") && s.Head(deed) is >= 0 and var above && (s.Lexicon.In("fears", s.Lemma(above)) || (s.Head(above) is >= 0 and var verb && s.Lexicon.In("fears", s.Lemma(verb))));

    /// <summary>"eliminated a quarantine", "neutralised the bomb": what only people can be, and things otherwise.</summary>
    private static bool KillsThing(SentenceView s, Draft draft) =>
        draft.Type is "ASSAULT" or "THREATEN" && !draft.Noun && s.Lexicon.In("kills-if-somebody", s.Lemma(draft.Token))
        && draft.Targets.Concat(draft.Victims).ToArray() is { Length: > 0 } whom && whom.All(r => r.Token >= 0 && s[r.Token].Upos == "NOUN" && r.Party.ActorId is null && !PartyReader.IsParty(s, r.Token) && (IsInanimate(s, r.Token) || !PartyReader.CanAct(s, r.Token)));
}
