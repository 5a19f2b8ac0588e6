namespace Casus.Claims;

/// <summary>What takes a count back: "were not killed", "not 101"; and whether "nobody was killed" is told as a fact.</summary>
internal static class TollDenial
{
    public static bool Denied(SentenceView s, int word)
    {
        foreach (int child in s.Children(word))
        {
            if (s.Relation(child) is "advmod" or "aux" && s.Lexicon.Controls.Find(s.Lemma(child), "aux") == Effect.Negate)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False for "so that nobody is killed", "nobody should be hurt", "no one dies": only what was, in a clause of its own or of somebody's saying.</summary>
    public static bool Holds(SentenceView s, int word)
    {
        int verb = word;
        while (verb >= 0 && !s.IsVerb(verb) && s.Child(verb, "cop") < 0 && s.Child(verb, "aux") < 0)
        {
            verb = s.Head(verb);
        }

        if (verb < 0)
        {
            return s.Count < 12;
        }

        bool past = s[verb].Xpos == "VBD";
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "aux" or "cop")
            {
                past |= s[child].Xpos is "VBD" or "VBZ" or "VBP" && s.Lemma(child) is not "do";
                if (s[child].Xpos is "MD" or "TO" || (s[child].Xpos is "VBZ" or "VBP" && s.Deprel(child) == "aux:pass"))
                {
                    return false;
                }
            }
        }

        return past && s.Relation(verb) is "root" or "conj" or "parataxis" or "ccomp" or "advcl" && !Denied(s, verb) && !Supposed(s, verb);
    }

    /// <summary>Some word above makes it a supposition or a wish.</summary>
    private static bool Supposed(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "mark" && s.Lexicon.Controls.Find(s.Lemma(child), "mark") != Effect.None)
            {
                return true;
            }
        }

        return false;
    }
}
