namespace Casus.Claims;

/// <summary>What no two words say by themselves: "it is | not true | that", "there is | no evidence | that", "did | not rule out |", "did | not deny |", "did | not say whether |", "| no longer |".</summary>
internal static class NotSaidSo
{
    /// <summary>Steps in the tree from a deed up to the words.</summary>
    private const int Highest = 6;

    /// <summary>What they make of the deed, in place of all else above it, and the word that does; null where none stands over it.</summary>
    public static (Effect Effect, int Word)? Over(SentenceView s, int deed)
    {
        if (Unfounded(s, deed) is >= 0 and var untrue)
        {
            return (Effect.Negate, untrue);
        }

        for (int x = deed, i = 0; x >= 0 && i < Highest; x = s.Head(x), i++)
        {
            if (s.IsVerb(x) && IsNoLonger(s, x) is >= 0 and var longer)
            {
                return (Effect.Negate, longer);
            }

            if (s.Head(x) is >= 0 and var head && At(s, x, head) is { } effect)
            {
                return (effect, head);
            }

            if (s.Deprel(x) == "acl:relcl" || (s.Relation(x) == "advcl" && (s.Child(x, "mark") >= 0 || (s.Child(x, "advmod") is >= 0 and var when && s.Lemma(when) == "when"))) || (x == deed && s.IsNoun(deed) && IsGiven(s, deed)))
            {
                // "did not know whether he had died in the strike", "the man who was killed", "had died when the army shelled the town": there was one.
                return null;
            }
        }

        return null;
    }

    /// <summary>"| reports that | the army shelled the town proved | false |": what says that a telling is not true, wherever the tree hangs it; -1: nothing does.</summary>
    private static int Unfounded(SentenceView s, int trigger)
    {
        int telling = trigger - 1;
        while (telling >= 0 && !(s[telling + 1].Form == "that" && s.Lexicon.In("may-be-untrue", s.Lemma(telling))))
        {
            telling--;
        }

        for (int i = trigger + 1; telling >= 0 && i < s.Count && !(s[i].Form is "," or ";" or ":" || s[i].Upos == "CCONJ"); i++)
        {
            if (s.Lexicon.In("untrue", s.Lemma(i)) && s.Lemma(i - 1) is "be" or "prove")
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsGiven(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if ((s.Relation(child) == "det" && s.Lexicon.In("definite", s.Lemma(child))) || s.Deprel(child) == "nmod:poss" || (child < noun && s.MentionAt(child)?.Actor is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static Effect? At(SentenceView s, int below, int head)
    {
        string relation = s.Relation(below), word = s.Lemma(head);
        bool no = ControlChain.Negated(s, head);
        return relation is "csubj" or "ccomp" && no && s.Lexicon.In("truth", word) ? Effect.Negate
            : relation is "acl" or "ccomp" && s.HasMark(below, "that") && s.Lexicon.In("tells-for", word) && (ControlChain.Nobody(s, head) || (s.Head(head) is >= 0 and var found && s.IsVerb(found) && ControlChain.Negated(s, found))) ? Effect.Consider
            : !no || relation is not ("ccomp" or "xcomp" or "advcl" or "obj") ? null
            : word == "rule" && s.Child(head, "compound") is >= 0 and var @out && s.Lemma(@out) == "out" ? Effect.Plan
            : word == "deny" ? Effect.Report
            : relation == "ccomp" && s.Child(below, "mark") is >= 0 and var mark && s.Lemma(mark) is "whether" or "if" ? Effect.Consider
            : null;
    }

    private static int IsNoLonger(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "advmod" && s[child].Form == "longer" && child > 0 && s[child - 1].Form is "no" or "No")
            {
                return child;
            }
        }

        return -1;
    }
}
