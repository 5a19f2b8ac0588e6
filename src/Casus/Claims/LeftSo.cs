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

            foreach (int inner in s.Children(child))
            {
                if (inner > child && s.Relation(child) is "obj" or "nsubj" or "xcomp" && IsState(s, inner))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsState(SentenceView s, int token) =>
        s[token].Upos == "ADJ" || (s[token].Xpos is "VBN" or "VBD" && s.Deprel(token) != "acl:relcl" && s.Relation(token) is "acl" or "xcomp" or "amod");
}
