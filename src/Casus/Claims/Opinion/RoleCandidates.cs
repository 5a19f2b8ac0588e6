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
            if (i != match.Token && i != anchor && !match.Words.Contains(i) && MayBe(s, i) && Far(s, match, anchor, i) <= Farthest)
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
