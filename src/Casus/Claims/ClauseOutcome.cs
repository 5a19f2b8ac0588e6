namespace Casus.Claims;

/// <summary>The clause that a participle goes on with, where it tells what came of a deed.</summary>
internal static class ClauseOutcome
{
    /// <summary>
    /// "was hit by a shell as people slept, killing nine": what harms so is what was done in the main clause, and never the people or the bus. -1 for other verbs.
    /// </summary>
    public static int Result(SentenceView s, int verb)
    {
        int first = verb;
        while (first > 0 && s.Relation(first - 1) == "advmod" && s.Head(first - 1) == verb)
        {
            first--;
        }

        if (s[verb].Xpos != "VBG" || first == 0 || s[first - 1].Form != "," || s.Child(verb, "mark") >= 0 || s.Relation(verb) is not ("advcl" or "conj") || !Clause.NeedsObject(s, verb))
        {
            return -1;
        }

        int head = s.Head(verb);
        return s.Deprel(head) == "advcl" && s.Child(head, "mark") >= 0 && s.Child(head, "nsubj") >= 0 && s.Head(head) >= 0 && s.IsVerb(s.Head(head)) ? s.Head(head)
            : s.Relation(verb) == "advcl" && s.IsVerb(head) && Clause.IsPassive(s, head) ? head
            : OverPlace(s, head) is >= 0 and var struck ? struck
            : s.Relation(verb) == "advcl" && s.IsVerb(head) && s.Deprel(head) == "acl" && s[head].Xpos == "VBG" && s.Child(head, "mark") < 0 && s.Head(head) is >= 0 and var carrier && (s.Relation(carrier) is "obj" or "obl" || s.PartyNoun(carrier) is not { Kind: "person" or "group" or "body" or "organisation" }) ? VerbOver(s, carrier) : -1;
    }

    /// <summary>"| bombed | a school where people were sheltering, killing nine": the verb over what is said of a place; -1 where a verb says nothing of one.</summary>
    private static int OverPlace(SentenceView s, int verb)
    {
        bool place = false;
        for (; verb >= 0; verb = s.Head(verb))
        {
            foreach (int child in s.Children(verb))
            {
                place |= s[child].Xpos == "WRB" && s.Lemma(child) == "where";
            }

            if (s.Relation(verb) is not ("ccomp" or "conj" or "xcomp"))
            {
                return place && s.Deprel(verb) == "acl:relcl" ? VerbOver(s, s.Head(verb)) : -1;
            }
        }

        return -1;
    }

    public static int VerbOver(SentenceView s, int noun)
    {
        while (noun >= 0 && !s.IsVerb(noun))
        {
            noun = s.Head(noun);
        }

        return noun;
    }

    /// <summary>"Rebels overran a post, officials said, killing nine": the clause that is said, which the participle goes on with; -1 when the verb before it says nothing of the kind.</summary>
    public static int SaidOf(SentenceView s, int saying, int participle)
    {
        // "…, doctors said, blaming the army": what is said goes on only where people suffer it, or something comes of it ("breaking a truce").
        if (!s.IsVerb(saying) || saying > participle || (s.Lexicon.TollWords(s.Lemma(participle)).IsEmpty && !s.Lexicon.In("outcome", s.Lemma(participle))))
        {
            return -1;
        }

        int content = s.Child(saying, "ccomp");
        if (content < 0 && !FitsRole.IsSpeech(s, saying))
        {
            // "Youths burned a car; police opened fire, killing two": the nearer clause is no aside.
            return -1;
        }

        return content >= 0 && content < saying ? content : s.Relation(saying) == "parataxis" && s.Head(saying) is >= 0 and var before && before < saying && s.IsVerb(before) ? before : -1;
    }
}
