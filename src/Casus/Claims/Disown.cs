namespace Casus.Claims;

/// <summary>"had no part in the killings", "was not behind them", "had nothing to do with them", "distanced itself from them": denials without a word for it.</summary>
internal static class Disown
{
    /// <summary>The word that says so of the deed; -1 for none. Its subject keeps apart.</summary>
    public static int Of(SentenceView s, int deed)
    {
        int head = s.Head(deed);
        if (s.Child(deed, "cop") >= 0)
        {
            return s.HasCase(deed, "behind") && ControlChain.Negated(s, deed) ? deed : -1;
        }

        if (head < 0 || s.Relation(deed) is not ("obl" or "nmod" or "obj"))
        {
            return -1;
        }

        if (s.HasCase(deed, "of") || s.HasCase(deed, "about"))
        {
            // "knew nothing of such a raid"
            int knows = s.Lemma(head) == "nothing" ? s.Head(head) : s.Child(head, "obj") is >= 0 and var known && s.Lemma(known) == "nothing" ? head : -1;
            if (knows >= 0 && s.Lemma(knows) is "know" or "hear")
            {
                return knows;
            }
        }

        if (s.HasCase(deed, "from") && s.Lexicon.In("keeps-apart", s.Lemma(head)) && Itself(s, head, deed))
        {
            return head;
        }

        if (s.Lexicon.In("has-part", s.Lemma(head)) && (s.HasCase(deed, "in") || s.HasCase(deed, "for")) && ControlChain.Negated(s, head))
        {
            // "was not involved in", "is not responsible for"
            return head;
        }

        if (s.Lemma(head) == "do" && s.HasCase(deed, "with") && s.Relation(head) == "acl" && s.Head(head) is >= 0 and var nothing && s.Lemma(nothing) == "nothing")
        {
            return Had(s, nothing);
        }

        if (s.IsVerb(head) && s.Lexicon.In("deny-verb", s.Lemma(head)) && s.Case(deed) is "in" or "for" or "with" or "to" && s.Child(head, "obj") is >= 0 and var denied && denied != deed && IsPart(s, denied))
        {
            // "denied involvement | in the raid |", which the tree hangs on the denial.
            return head;
        }

        // The tree hangs "in the killings" on the part or on who had it.
        int part = s.IsVerb(head) && s.HasCase(deed, "in") ? s.Child(head, "obj") : head;
        return part >= 0 && part != deed && IsPart(s, part) && Had(s, part) is >= 0 and var had && (ControlChain.Nobody(s, part) || ControlChain.Negated(s, part) || ControlChain.Negated(s, had)) ? had : -1;
    }

    private static bool IsPart(SentenceView s, int noun) => s.IsNoun(noun) && s.Lexicon.In("responsibility", s.Lemma(noun)) && !s.Lexicon.In("generic-event", s.Lemma(noun));

    /// <summary>Who keeps apart from the deed; -1 where nobody does.</summary>
    public static int Who(SentenceView s, int deed) => Of(s, deed) is >= 0 and var verb ? Clause.SurfaceSubject(s, verb) : -1;

    /// <summary>"| had | no part", "| played | no role"; -1 where the noun is not what somebody had.</summary>
    private static int Had(SentenceView s, int what) =>
        s.Relation(what) == "obj" && s.Head(what) is >= 0 and var verb && s.Lemma(verb) is "have" or "play" or "take" or "bear" ? verb : -1;

    private static bool Itself(SentenceView s, int verb, int deed)
    {
        foreach (int child in s.Children(verb))
        {
            if (child != deed && s.Relation(child) is "obj" or "iobj" && Language.Grammar.IsReflexive(s[child]))
            {
                return true;
            }
        }

        return false;
    }
}
