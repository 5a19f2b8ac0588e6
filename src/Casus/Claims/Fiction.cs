namespace Casus.Claims;

/// <summary>What happens in a film, a novel or a play happens to nobody.</summary>
internal static class Fiction
{
    /// <summary>Whether a work tells the trigger: as subject of a clause around it, as the place of it ("in the novel"), or by who plays in it.</summary>
    public static bool Tells(SentenceView s, int trigger)
    {
        if (s.Relation(trigger) == "compound" && s.Head(trigger) >= 0 && s.Lexicon.In("fiction", s.Lemma(s.Head(trigger))))
        {
            // "the battle scene"
            return true;
        }

        for (int x = trigger; x >= 0; x = s.Head(x))
        {
            if (!s.IsVerb(x))
            {
                continue;
            }

            bool played = s.Lexicon.In("fiction-verb", s.Lemma(x));
            foreach (int child in s.Children(x))
            {
                bool works = s.Relation(child) == "nsubj" ? s.Lexicon.In(played ? "fiction-people" : "fiction", s.Lemma(child)) && (s.Deprel(child) != "nsubj:pass" || s.Lexicon.In("fiction-frame", s.Lemma(x)))
                    : s.Relation(child) == "obl" && s.Lexicon.In("fiction", s.Lemma(child)) && s.Lexicon.In("fiction-preposition", s.Case(child));
                if (works)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
