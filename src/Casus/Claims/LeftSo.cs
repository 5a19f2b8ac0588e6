namespace Casus.Claims;

/// <summary>"The blast left three people dead": the verb tells how it ended for them, and nobody went anywhere.</summary>
internal static class LeftSo
{
    public static bool Only(SentenceView s, TriggerMatch match)
    {
        int verb = match.Token;
        if (match.Noun || !s.Lexicon.In("leaves-so", s.Lemma(verb)))
        {
            return false;
        }

        foreach (int child in s.Children(verb))
        {
            if (child <= verb)
            {
                continue;
            }

            if (s.Relation(child) == "xcomp" && IsState(s, child))
            {
                return true;
            }

            if (s.Relation(child) is "obj" or "nsubj" or "xcomp" && Holds(s, child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a driver and two guards dead": the state hangs on the last of them.</summary>
    private static bool Holds(SentenceView s, int people)
    {
        foreach (int child in s.Children(people))
        {
            if (child > people && (IsState(s, child) || (s.Relation(child) == "conj" && Holds(s, child))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsState(SentenceView s, int token) =>
        s[token].Upos == "ADJ" || (s[token].Xpos is "VBN" or "VBD" && s.Deprel(token) != "acl:relcl" && s.Relation(token) is "acl" or "xcomp" or "amod");
}
