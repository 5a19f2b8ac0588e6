using Casus.Language;

namespace Casus.Claims;

/// <summary>Whom the second opinion may not make the doer of a deed, whatever its rows would have it: the words say that they are no party to it.</summary>
internal static class NoDoer
{
    /// <param name="deed">Something was done to somebody, and not only said.</param>
    public static bool Is(SentenceView s, int token, Draft draft, bool deed)
    {
        if (s.Relation(token) is "compound" or "amod" && RoleReader.IsMerePlace(s, token))
        {
            return true;
        }

        List<int> acting = [token];
        RoleReader.Acting(s, acting);
        return acting.Count == 0 || acting[0] != token || (deed && (Suffers(s, token, draft) || SpeaksOfIt(s, token, draft) || IsSpeaker(s, token, draft) || IsBeyond(s, token, draft)));
    }

    /// <summary>"honoured soldiers killed in the war": what a participle tells of people was not done by those who do something to them now.</summary>
    private static bool IsBeyond(SentenceView s, int token, Draft draft) =>
        !draft.Noun && s[draft.Token].Xpos == "VBN" && s.Relation(draft.Token) == "acl" && s.Head(draft.Token) is >= 0 and var whom && !s.EventNouns.Contains(whom) && !s.Dominates(whom, token);

    /// <summary>Whose account it is; who claims it may have done it.</summary>
    private static bool IsSpeaker(SentenceView s, int token, Draft draft)
    {
        foreach (Attribution told in s.Analysis.Attributions)
        {
            if (told.Sentence == s.Index && told.Strength != SpeechWords.Attitude && (told.CueHead is not { } cue || !s.Lexicon.In("claim-verb", s.Lemma(cue)))
                && told.Speaker.Any(words => words.Contains(s[token].Span)) && told.Content.Any(words => words.Contains(s[draft.Token].Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The prisoner died after torture": who dies or is hurt in a clause that tells of the deed.</summary>
    private static bool Suffers(SentenceView s, int token, Draft draft)
    {
        int verb = s.Head(token);
        if (verb < 0 || !s.IsVerb(verb) || draft.Tokens.Contains(verb))
        {
            return false;
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

    /// <summary>"offered condolences over the attack", "did not name the network behind it": who only speaks of it, mourns it or looks into it.</summary>
    private static bool SpeaksOfIt(SentenceView s, int token, Draft draft)
    {
        int verb = s.Head(token);
        if (verb < 0 || s.Relation(token) != "nsubj" || draft.Tokens.Contains(verb) || verb == draft.Match.Support || !s.Dominates(verb, draft.Token))
        {
            return false;
        }

        if (s.Child(verb, "obj") is >= 0 and var words && s.Lexicon.In("speaks-of", s.Lemma(words)))
        {
            return true;
        }

        for (int x = draft.Token; x != verb; x = s.Head(x))
        {
            if (s.Lexicon.In("speaks-of", s.Lemma(s.Head(x))) || ControlChain.Asks(s, x))
            {
                return true;
            }
        }

        return false;
    }
}
