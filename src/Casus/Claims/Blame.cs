namespace Casus.Claims;

/// <summary>Whom the words around a deed blame for it.</summary>
internal static class Blame
{
    /// <summary>"blamed the raid | on the rebels", "a raid blamed | on the rebels", "attributed | to the rebels": who is said to have done it; -1 where nobody is.</summary>
    public static int On(SentenceView s, TriggerMatch match)
    {
        if (!match.Noun)
        {
            return -1;
        }

        if (s.Relation(match.Token) is "obj" or "nsubj" && s.Head(match.Token) is >= 0 and var verb && Preposition(s, verb) is { } by)
        {
            return s.Child(verb, "obl", by) is >= 0 and var blamed ? blamed : s.Child(match.Token, "nmod", by);
        }

        foreach (int child in s.Children(match.Token))
        {
            if (s.Relation(child) == "acl" && Preposition(s, child) is { } on)
            {
                return s.Child(child, "obl", on);
            }
        }

        return -1;
    }

    /// <summary>The preposition before whom a verb blames for its object; null for other verbs.</summary>
    private static string? Preposition(SentenceView s, int verb) =>
        s.Lexicon.In("blames-on", s.Lemma(verb)) ? "on" : s.Lexicon.In("attributes-to", s.Lemma(verb)) ? "to" : null;
}
