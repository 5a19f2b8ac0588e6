using Casus.Language;

namespace Casus.Claims;

/// <summary>Whom the second opinion may not make the doer of a deed, whatever its rows would have it: the words say that they are no party to it.</summary>
internal static class NoDoer
{
    /// <param name="deed">Something was done to somebody, and not only said.</param>
    public static bool Is(SentenceView s, int token, Draft draft, bool deed)
    {
        if ((s.Relation(token) is "compound" or "amod" && (BeforeDeed.IsMerePlace(s, token) || BeforeDeed.IsStruck(s, token))) || IsOfAnotherTime(s, token, draft) || IsWhoTellsOfThem(s, token, draft) || MakesThem(s, token, draft))
        {
            return true;
        }

        if (deed && RoleReader.IsThing(s, token))
        {
            // "A mine exploded": the one that blows up and the one where gold is dug are one word.
            return true;
        }

        if (deed && s.Relation(token) is "obl" or "nmod" && s.Case(token) is "in" or "at" or "near" && s.MentionAt(token) is { Kind: MentionKind.Location, Actor: null })
        {
            // "A minister was arrested in Lahore."
            return true;
        }

        if (deed && s.Relation(token) is "obl" or "nmod" && s.Case(token) is "in" or "at" or "near" && s.Lexicon.In("premises", s.Lemma(token).ToLowerInvariant()))
        {
            // "arrested in Delhi Court"
            return true;
        }

        if (deed && s.IsParted(token, draft.Token))
        {
            // "The minister raised their case; 41 of them were freed."
            return true;
        }

        if (draft.Type == "ASSAULT" && (s.Lexicon.In("gathering", s.Lemma(token)) || (s.Relation(token) == "compound" && s.MentionAt(token)?.Actor is null && s.Lexicon.MeansOf(s.Lemma(token).ToLowerInvariant()) is not null)))
        {
            // "Funerals held for those killed in the bombing", "killed in a Gao | grenade | attack": an occasion and a weapon kill nobody of themselves.
            return true;
        }

        List<int> acting = [token];
        RoleReader.Acting(s, acting, violence: deed);
        return acting.Count == 0 || acting[0] != token
            || (deed && (!FitsRole.AsDoer(s, token) || draft.Victims.Any(v => v.Token == token) || Owns(s, token, draft) || IsStruckByPattern(token, draft) || IsMeanwhile(s, token, draft.Token) || IsBeside(s, token, draft) || IsTopic(s, draft) || IsKeptApart(s, token, draft) || Suffers(s, token, draft) || SpeaksOfIt(s, token, draft) || IsSpeaker(s, token, draft) || IsBeyond(s, token, draft) || IsOutside(s, token, draft) || IsOfHis(s, token, draft)));
    }

    /// <summary>"| The man | leads a gang accused of murder": who is told to do something with those to whom it was done.</summary>
    private static bool IsWhoTellsOfThem(SentenceView s, int token, Draft draft) =>
        draft.Type is "ACCUSE" or "ASSAULT" or "COERCE" or "SANCTION" && !draft.Noun && s.Deprel(draft.Token) == "acl" && s.Relation(token) == "nsubj" && Clause.IsPassive(s, draft.Token) && Clause.Agent(s, draft.Token) < 0
        && s.Head(token) is >= 0 and var verb && s.Dominates(verb, draft.Token) && !s.Dominates(token, draft.Token);

    /// <summary>"| The capture | forced the army to retreat": who makes others do something does not do it.</summary>
    private static bool MakesThem(SentenceView s, int token, Draft draft) =>
        s.Relation(draft.Token) == "xcomp" && s.Relation(token) == "nsubj" && s.Head(token) is >= 0 and var verb && s.Head(draft.Token) == verb && s.Child(verb, "obj") is >= 0 and var whom && whom > verb && whom < draft.Token && !s.Lexicon.In("own-purpose", s.Lemma(verb));

    /// <summary>"The drivers vanished after their ambulance came under fire": whose the thing is that was struck.</summary>
    private static bool Owns(SentenceView s, int token, Draft draft) =>
        draft.Type == "ASSAULT" && s.MentionAt(token)?.Actor is { } who && draft.Targets.Any(t => t.Party.ActorId == who.ActorId && t.Token >= 0 && s.Child(t.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$");

    /// <summary>"sent him condolences after the assault": who does something after a deed, and to whom, had no part in it by these words.</summary>
    public static bool IsOfAnotherTime(SentenceView s, int token, Draft draft) =>
        draft.Noun && draft.Match.Support < 0 && Phrase(s, draft.Token) is var phrase && s.Relation(phrase) is "obl" or "nmod" && (s.Lexicon.In("other-time", s.Case(phrase)) || s.Lexicon.In("while-it-lasts", s.Case(phrase))) && !s.Dominates(draft.Token, token);

    /// <summary>"as | the war rages | on": the noun before which a deed stands.</summary>
    private static int Phrase(SentenceView s, int noun)
    {
        while (s.Relation(noun) == "compound" && s.Head(noun) >= 0)
        {
            noun = s.Head(noun);
        }

        return noun;
    }

    /// <summary>"distanced the group from the bombing": neither who does so nor whom they keep apart had a part in it.</summary>
    public static bool IsKeptApart(SentenceView s, int token, Draft draft)
    {
        int verb = s.Head(token);
        return draft.Noun && verb >= 0 && s.Relation(token) is "nsubj" or "obj" && s.Lexicon.In("keeps-apart", s.Lemma(verb)) && s.Relation(draft.Token) == "obl" && s.Head(draft.Token) == verb;
    }

    /// <summary>"soldiers hit a mine": whom the pattern's own rule has struck, with nobody else about.</summary>
    private static bool IsStruckByPattern(int token, Draft draft) => draft.Type == "ASSAULT" && !draft.Noun && draft.Initiators.IsEmpty && draft.Targets.Any(t => t.Token == token);

    /// <summary>"asked about the strikes": a deed that is the topic of a question.</summary>
    private static bool IsTopic(SentenceView s, Draft draft) => draft.Noun && s.Lexicon.In("topic", s.Case(draft.Token));

    /// <summary>"as people were breaking their fast": the subject of a clause of the same time that does not hold the deed.</summary>
    private static bool IsMeanwhile(SentenceView s, int token, int deed)
    {
        int verb = s.Head(token);
        return s.Relation(token) == "nsubj" && verb >= 0 && s.Deprel(verb) == "advcl" && s.Child(verb, "mark") is >= 0 and var mark && s.Lexicon.In("meanwhile", s.Lemma(mark)) && !s.Dominates(verb, deed);
    }

    /// <summary>"Police came and | a bomb | exploded": the subject of a clause beside one whose own subject is the deed.</summary>
    private static bool IsBeside(SentenceView s, int token, Draft draft) =>
        draft.Noun && s.Relation(draft.Token) == "nsubj" && s.Head(draft.Token) is >= 0 and var own && s.Relation(own) == "conj" && !Clause.IsPassive(s, own)
        && s.Relation(token) == "nsubj" && s.Head(token) == s.Head(own);

    /// <summary>"honoured soldiers killed in the war": what a participle tells of people was not done by those who do something to them now.</summary>
    private static bool IsBeyond(SentenceView s, int token, Draft draft) =>
        !draft.Noun && s[draft.Token].Xpos == "VBN" && s.Relation(draft.Token) == "acl" && s.Head(draft.Token) is >= 0 and var whom && !s.EventNouns.Contains(whom)
        // "Haqqani is the first leader to be killed": he is that leader.
        && (!s.Dominates(whom, token) || (s.Child(whom, "cop") >= 0 && s.Child(whom, "nsubj") == token));

    /// <summary>"closed the crossing after rocket fire killed three": who acts in the main clause did not do what a clause with a subject of its own tells of victims.</summary>
    private static bool IsOutside(SentenceView s, int token, Draft draft)
    {
        int clause = draft.Token;
        while (clause >= 0 && s.Deprel(clause) != "advcl")
        {
            clause = s.Head(clause);
        }

        return clause >= 0 && s.Child(clause, "mark") >= 0 && s.Child(clause, "nsubj") is >= 0 and var own && draft.Tokens.Contains(own)
            && s.Relation(token) == "nsubj" && s.Head(token) == s.Head(clause)
            && (s.Lexicon.TollWords(s.Lemma(clause)).Any(w => w.Path == "object") || own == draft.Token);
    }

    /// <summary>"Daud, | whose | son was shot in the raid, said …": what is told of another between somebody and what he does himself.</summary>
    private static bool IsOfHis(SentenceView s, int token, Draft draft)
    {
        if (!(token < draft.Token && draft.Token < s.Head(token)))
        {
            return false;
        }

        int at = token + 1;
        while (at < draft.Token && s[at].Xpos != "WP$" && !s.IsVerb(at))
        {
            at++;
        }

        return s[at].Xpos == "WP$";
    }

    /// <summary>Whose account it is; who claims it may have done it.</summary>
    private static bool IsSpeaker(SentenceView s, int token, Draft draft)
    {
        foreach (Attribution told in s.Analysis.Attributions)
        {
            if (told.Sentence == s.Index && told.Strength != SpeechWords.Attitude && (told.CueHead is not { } cue || !ResponsibilityReader.Claims(s, cue))
                && told.Speaker.Any(words => words.Contains(s[token].Span)) && told.Content.Any(words => words.Contains(s[draft.Token].Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The prisoner died after torture", "farmers who were killed in firing": who dies or is hurt in a clause that tells of the deed.</summary>
    private static bool Suffers(SentenceView s, int token, Draft draft)
    {
        int verb = s.Head(token);
        if (Suffers(s, token, draft, verb))
        {
            return true;
        }

        for (int x = s.Head(draft.Token); x >= 0; x = s.Head(x))
        {
            if (x != verb && Suffers(s, token, draft, x))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Suffers(SentenceView s, int token, Draft draft, int verb)
    {
        if (verb < 0 || !s.IsVerb(verb) || draft.Tokens.Contains(verb))
        {
            return false;
        }

        if (s.Child(verb, "obj") is >= 0 and var harm && s.Relation(token) == "nsubj" && s.Lexicon.TollWords(s.Lemma(harm)).Any(w => w.Path == "bearer"))
        {
            return true;
        }

        foreach (TollWord word in s.Lexicon.TollWords(s.Lemma(verb)))
        {
            if (word.Kind is TollKind.Killed or TollKind.Injured
                && (word.Path == "subject" ? Clause.SurfaceSubject(s, verb) == token : word.Path == "object" && Clause.DeepObject(s, verb) == token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"offered condolences over the attack", "did not name the network behind it": who only speaks of it, mourns it, looks into it or lives through it.</summary>
    private static bool SpeaksOfIt(SentenceView s, int token, Draft draft)
    {
        int verb = s.Head(token);
        if (verb < 0 || s.Relation(token) != "nsubj" || draft.Tokens.Contains(verb) || (verb == draft.Match.Support && !s.Lexicon.In("lives-through", s.Lemma(verb))) || !s.Dominates(verb, draft.Token))
        {
            return false;
        }

        if (s.Child(verb, "obj") is >= 0 and var words && (s.Lexicon.In("speaks-of", s.Lemma(words)) || (words == draft.Token && s.Lexicon.In("lives-through", s.Lemma(verb)))))
        {
            return true;
        }

        for (int x = draft.Token; x != verb; x = s.Head(x))
        {
            // "broke up a rally against the suspension of talks": what is protested against is another's.
            if ((s.Lexicon.In("speaks-of", s.Lemma(s.Head(x))) && !s.HasCase(x, "during")) || ControlChain.Asks(s, x) || (s.HasCase(x, "against") && (s.EventNouns.Contains(s.Head(x)) || s.EventNouns.Contains(s.Child(s.Head(x), "obj")))))
            {
                return true;
            }
        }

        return false;
    }
}
