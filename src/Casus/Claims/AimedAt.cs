namespace Casus.Claims;

/// <summary>What an attack is aimed at by a verb that says so, wherever it stands beside the noun.</summary>
internal static class AimedAt
{
    /// <summary>"strikes targeting X", "aimed at X", "the attack that hit X", "strikes targeted X".</summary>
    public static void Find(SentenceView s, int noun, List<int> found)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) is "acl" && s.IsVerb(child))
            {
                Aim(s, child, found);
            }
        }

        int head = s.Head(noun);
        if (head >= 0 && s.IsVerb(head) && s.Relation(noun) == "nsubj")
        {
            Aim(s, head, found);
            foreach (int child in s.Children(head))
            {
                if (s.Relation(child) is "advcl" or "conj" && s.IsVerb(child))
                {
                    Aim(s, child, found);
                }
            }
        }
    }

    private static void Aim(SentenceView s, int verb, List<int> found)
    {
        if (!s.Lexicon.In("aim", s.Lemma(verb)))
        {
            foreach (int nested in s.Children(verb))
            {
                if (s.Relation(nested) is "advcl" or "conj" or "xcomp" && s.Lexicon.In("aim", s.Lemma(nested)))
                {
                    Aim(s, nested, found);
                }
            }

            return;
        }

        int target = s.Child(verb, "obj");
        if (target >= 0 && s[target].Upos is not "PRON")
        {
            found.Add(target);
            return;
        }

        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "obl" && s.Lexicon.In("aimed-at", s.Case(child)))
            {
                found.Add(child);
            }

            if (s.Relation(child) is "advcl" && s.IsVerb(child) && s.Child(child, "mark") is >= 0 and var mark && s.Lexicon.In("aimed-at", s.Lemma(mark)))
            {
                Objects(s, child, found);
            }
        }
    }

    private static void Objects(SentenceView s, int verb, List<int> found)
    {
        if (s.Child(verb, "obj") is >= 0 and var target)
        {
            found.Add(target);
        }

        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "conj" && s.IsVerb(child))
            {
                Objects(s, child, found);
            }
        }
    }
}
