namespace Casus.Claims;

/// <summary>The words of a sentence that may name a party: heads of noun phrases, and modifiers that name an actor or a place.</summary>
internal static class RoleCandidates
{
    /// <summary>Beyond this many of the nearest the rest of a monstrous sentence is not looked at.</summary>
    private const int Most = 24, Farthest = 9;

    /// <returns>Tokens in text order, at most <see cref="Most"/>, none a word of the trigger itself.</returns>
    public static List<int> Of(SentenceView s, TriggerMatch match, int anchor)
    {
        List<int> found = [];
        for (int i = 0; i < s.Count; i++)
        {
            if (i != match.Token && i != anchor && !match.Words.Contains(i) && MayBe(s, i) && !s.IsParted(match.Token, i) && Far(s, match, anchor, i) <= Farthest)
            {
                found.Add(i);
            }
        }

        if (found.Count > Most)
        {
            found.Sort((x, y) => (Far(s, match, anchor, x), x).CompareTo((Far(s, match, anchor, y), y)));
            found.RemoveRange(Most, found.Count - Most);
            found.Sort();
        }

        return found;
    }

    /// <summary>
    /// Whether another event stands between the trigger and the word, or is the word: who lodges a protest over strikes did not strike. The rows tell one event a
    /// sentence, so the model cannot know.
    /// </summary>
    /// <param name="below">Whether events under the trigger are in the way, too: who is condemned for a deed may be its doer or its victim.</param>
    public static bool IsAnothers(Draft draft, int word, List<Draft> drafts, bool below)
    {
        SentenceView s = draft.View;
        int top = draft.Token;
        while (top >= 0 && !s.Dominates(top, word))
        {
            top = s.Head(top);
        }

        return Others(draft, word, drafts) || Passes(s, draft.Token, top, draft, drafts) || (top >= 0 && Others(draft, top, drafts))
            || ((below || top != draft.Token) && Passes(s, word, top, draft, drafts));
    }

    /// <summary>"…, police said": who only tells it in a clause. Who claims responsibility for it, or regrets it, has a part in it or in what is done about it.</summary>
    public static bool Tells(SentenceView s, int word, Draft draft)
    {
        int verb = s.Head(word);
        return s.Relation(word) == "nsubj" && verb >= 0 && !draft.Tokens.Contains(verb) && verb != draft.Anchor
            && (s.Dominates(verb, draft.Token) ? InClauseOf(s, draft.Token, verb) : s.Relation(verb) is "parataxis" or "conj" or "root")
            && s.Analysis.Attributions.Any(a => a.Sentence == s.Index && a.CueHead == verb && a.SpeakerHead == word && a.Content.Any(c => c.Contains(s[draft.Token].Span)));
    }

    private static bool InClauseOf(SentenceView s, int token, int verb)
    {
        int x = token;
        while (s.Head(x) != verb)
        {
            x = s.Head(x);
        }

        return s.Relation(x) is "ccomp" or "parataxis";
    }

    private static bool Passes(SentenceView s, int from, int top, Draft draft, List<Draft> drafts)
    {
        for (int x = from; x >= 0 && x != top; x = s.Head(x))
        {
            if (Others(draft, x, drafts))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Others(Draft draft, int token, List<Draft> drafts)
    {
        if (draft.Anchor == token || draft.Tokens.AsSpan().Contains(token))
        {
            return false;
        }

        foreach (Draft other in drafts)
        {
            if (other.Tokens.AsSpan().Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    private static int Far(SentenceView s, TriggerMatch match, int anchor, int token) => Math.Min(s.Distance(match.Token, token), anchor < 0 ? 100 : s.Distance(anchor, token));

    private static bool MayBe(SentenceView s, int token)
    {
        bool modifies = s.Relation(token) is "compound" or "flat" or "fixed" or "goeswith" or "amod";
        if (modifies)
        {
            return s.MentionAt(token) is { Kind: Language.MentionKind.Person or Language.MentionKind.Organisation or Language.MentionKind.Location or Language.MentionKind.Nationality or Language.MentionKind.Group };
        }

        return (s.IsNoun(token) || (s[token].Upos is "PRON" && s.MentionAt(token)?.Actor is not null) || (s[token].Upos is "NUM" && s.Relation(token) is "nsubj" or "obj" or "obl"))
            && !PartyReader.InTime(s, token)
            && s.MentionAt(token)?.Kind is not (Language.MentionKind.Money or Language.MentionKind.Temporal);
    }
}
