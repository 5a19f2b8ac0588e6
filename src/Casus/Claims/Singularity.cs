namespace Casus.Claims;

/// <summary>Whether words tell of one happening, or of many, of any, of what is asked, or only of what somebody is known as.</summary>
internal static class Singularity
{
    /// <summary>"the banned party", "jailed activists": what they are called, not what was done to them now.</summary>
    public static bool IsStanding(SentenceView s, int token) =>
        s.Relation(token) == "amod" && s[token].Xpos is "VBN" or "VBD" or "JJ" && s.Lexicon.In("standing", s.Lemma(token)) && s.Head(token) > token;

    /// <summary>"Did they agree?", "Do you think they will agree?", "Is this a truce?": an auxiliary stands before its subject, a question mark closes the sentence, and no question word asks for more.</summary>
    public static bool IsAsked(SentenceView s, int token)
    {
        if (!ClosesWithQuestion(s, token))
        {
            return false;
        }

        int clause = token;
        while (clause >= 0 && !s.IsVerb(clause) && s.Child(clause, "cop") < 0)
        {
            clause = s.Head(clause);
        }

        while (clause >= 0)
        {
            if (IsInverted(s, clause))
            {
                return true;
            }

            clause = s.Relation(clause) is "xcomp" or "ccomp" or "conj" ? s.Head(clause) : -1;
        }

        return false;
    }

    private static bool ClosesWithQuestion(SentenceView s, int token)
    {
        for (int i = token; i < s.Count; i++)
        {
            if (s[i].Form is "." or "!" or "?")
            {
                return s[i].Form == "?";
            }
        }

        return false;
    }

    private static bool IsInverted(SentenceView s, int clause)
    {
        int subject = s.Child(clause, "nsubj"), auxiliary = s.Child(clause, "aux") is >= 0 and var aux ? aux : s.Child(clause, "cop");
        return subject >= 0 && auxiliary >= 0 && auxiliary < subject && !s[auxiliary].Xpos.StartsWith('W') && (auxiliary == 0 || !s[auxiliary - 1].Xpos.StartsWith('W'));
    }

    /// <summary>"every bomb that falls on a village", "all attacks on civilians", "those who kill farmers", "bombings of this size".</summary>
    public static bool IsOfAny(SentenceView s, TriggerMatch match)
    {
        if (match.Noun)
        {
            bool any = false, told = false;
            foreach (int child in s.Children(match.Token))
            {
                any |= s.Relation(child) == "det" && s.Lexicon.In("any", s.Lemma(child));
                any |= s.Relation(child) == "nmod" && s.Lexicon.In("sort", s.Lemma(child)) && s.Child(child, "det") >= 0;
                told |= s.Relation(child) == "nummod" || s.Deprel(child) == "nmod:poss" || (s.Relation(child) == "det" && s.Lexicon.In("definite", s.Lemma(child)));
            }

            return (any && !told) || NoDayWithout(s, match.Token);
        }

        int head = s.Head(match.Token);
        return s.Deprel(match.Token) == "acl:relcl" && head >= 0
            && (s.Lexicon.In("anybody", s.Lemma(head)) || (s.Lexicon.In("those", s.Lemma(head)) && s[match.Token].Xpos is "VBP" or "VBZ" && s.Child(match.Token, "aux") < 0));
    }

    /// <summary>"Hardly a day passes without | a strike |": there is one nearly every day.</summary>
    public static bool NoDayWithout(SentenceView s, int noun) =>
        s.HasCase(noun, "without") && s.Head(noun) is >= 0 and var verb && s.Lemma(verb) is "pass" or "go" && s.Child(verb, "nsubj") is >= 0 and var unit && s.Lexicon.In("time-unit", s.Lemma(unit));

    /// <summary>"| neither | the army nor the rebels", "| not | one of them", "| hardly | any": what follows was done by none of them, or to none.</summary>
    public static bool IsNeither(SentenceView s, int noun) =>
        (s.Child(noun, "cc") is >= 0 and var neither && neither < noun && s.Lemma(neither) == "neither")
        || (s.Child(noun, "advmod") is >= 0 and var not && not < noun && (s.Lemma(noun) == "one" ? s.Lemma(not) == "not" : s.Lemma(noun) == "any" && s.Lexicon.Controls.Find(s.Lemma(not), "aux") == Effect.Negate));

    /// <summary>"clashed several times since 2021".</summary>
    private static bool ManyTimes(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "obl" or "advmod" or "obj" && s[child].Xpos == "NNS" && s.Lexicon.In("occasion", s.Lemma(child)) && s.Case(child).Length == 0 && s.Child(child, "nummod") < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"multiple attacks", "a surge in raids", "regularly shells": no single happening.</summary>
    public static bool IsHabit(SentenceView s, TriggerMatch match)
    {
        if (ManyTimes(s, match.Support >= 0 ? match.Support : match.Token))
        {
            return true;
        }

        if ((s.Relation(match.Token) == "nmod" && s.HasCase(match.Token, "of") || s.Relation(match.Token) == "acl" && s.HasMark(match.Token, "of")) && s.Head(match.Token) is >= 0 and var unit && s[unit].Xpos == "NNS" && s.Lexicon.In("time-unit", s.Lemma(unit)) && !(s.Lemma(unit) == "day" && s.Child(unit, "nummod") >= 0))
        {
            // "after weeks of fighting"; "two days of fighting" were some
            return true;
        }

        if (IsStateOfThings(s, match) || IsOnlyListed(s, match) || IsOfAnyOfThem(s, match))
        {
            return true;
        }

        if (!match.Noun && s.Relation(match.Token) == "acl" && s[match.Token].Xpos is "VB" or "VBN" && s.Head(match.Token) is >= 0 and var counted && s[counted].Upos == "ADJ" && s.Lexicon.In("ordinal", s.Lemma(counted)))
        {
            // "a candidate, the seventh to be murdered since March": one of many, told already.
            return true;
        }

        foreach (int child in s.Children(match.Token))
        {
            if (s.Deprel(child) == "obl:unmarked" && s.Child(child, "det") is >= 0 and var each && s.Lemma(each) is "every" or "each")
            {
                // "every night the army shells the town"
                return true;
            }

            // "has attacked judges before"
            if (s.Relation(child) is "advmod" && (s.Lexicon.In("habitual", s.Lemma(child)) || (s.Lemma(child) == "before" && s[child].Upos == "ADV" && child > match.Token && s.IsVerb(match.Token) && Clause.Bears(s, match.Token, x => s[x].Xpos is "VBZ" or "VBP"))))
            {
                return true;
            }

            if (match.Noun && s[match.Token].Xpos is "NNS" or "NNPS" && s.Relation(child) is "amod" or "nummod" or "det" && s.Lexicon.In("iterative", s.Lemma(child)))
            {
                return true;
            }
        }

        if (match.Support >= 0)
        {
            foreach (int child in s.Children(match.Support))
            {
                // "has carried out such killings | before |"
                if (s.Relation(child) == "advmod" && (s.Lexicon.In("habitual", s.Lemma(child)) || (s.Lemma(child) == "before" && child > match.Token && s[match.Token].Xpos == "NNS")))
                {
                    return true;
                }
            }
        }

        int head = s.Head(match.Token);
        int mark = s.Child(match.Token, "case");
        if (match.Noun && mark > 0 && s[match.Token].Xpos is "NNS" or "NNPS" && s.IsNoun(mark - 1) && s.Lexicon.In("iterative-noun", s.Lemma(mark - 1)))
        {
            // Parsers hang "in attacks" of "saw a surge in attacks" on the verb.
            return true;
        }

        return match.Noun && head >= 0 && s.Relation(match.Token) == "nmod" && s.Lexicon.In("iterative-noun", s.Lemma(head)) && s[match.Token].Xpos is "NNS" or "NNPS";
    }

    /// <summary>"flee because of gang | violence |", "a report on police | brutality |": how things are, where neither a day nor anything that it led to is told.</summary>
    private static bool IsStateOfThings(SentenceView s, TriggerMatch match)
    {
        if (!match.Noun || !s.Lexicon.In("mass-deed", s.Lemma(match.Token)) || s.Times.Any() || s.Relation(match.Token) is not ("nmod" or "obl" or "compound" or "conj") || s.HasCase(match.Token, "in") || s.HasCase(match.Token, "during") || s.HasCase(match.Token, "amid"))
        {
            return false;
        }

        foreach (int child in s.Children(match.Token))
        {
            if (s.Relation(child) is "det" or "nummod" || s.Deprel(child) == "acl:relcl" || (s.Relation(child) == "nmod" && s.HasCase(child, "in") && s.Places.Exists(p => p.Head == child)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"crimes including murder and | kidnapping |", "the rate includes homicides and police | killings |": kinds of what is counted.</summary>
    private static bool IsOnlyListed(SentenceView s, TriggerMatch match)
    {
        int first = match.Token;
        if (!match.Noun || match.Pattern.Pattern.Type != "ASSAULT" || s.Child(first, "nummod") >= 0 || s.Child(first, "det") >= 0 || s.Child(first, "acl") >= 0)
        {
            return false;
        }

        while (s.Relation(first) == "conj" && s.Head(first) is >= 0 and var before && s.IsNoun(before))
        {
            first = before;
        }

        return s.Child(first, "det") < 0 && (s.HasCase(first, "include") || s.HasCase(first, "including") || (s.Relation(first) == "obj" && s.Head(first) is >= 0 and var verb && s.Lemma(verb) == "include"));
    }

    /// <summary>"after mayors | are killed |", "the | killings | of women are often unsolved", "the | killing | of mayors is a way to rule": what befalls such people, and on no day.</summary>
    private static bool IsOfAnyOfThem(SentenceView s, TriggerMatch match)
    {
        if (s.Times.Count > 0)
        {
            return false;
        }

        if (!match.Noun)
        {
            return s[match.Token].Xpos == "VBN" && s.Child(match.Token, "aux") is >= 0 and var are && s.Lemma(are) == "be" && s[are].Xpos is "VBP" or "VBZ" && s.Relation(match.Token) is "advcl" or "acl" or "ccomp"
                && Clause.Agent(s, match.Token) < 0 && Clause.SurfaceSubject(s, match.Token) is >= 0 and var whom && IsBarePlural(s, whom);
        }

        if (s.Child(match.Token, "nmod", "of") is not (>= 0 and var those) || !IsBarePlural(s, those) || s.MentionAt(those)?.Actor is not null)
        {
            return false;
        }

        int head = s.Head(match.Token);
        return s[match.Token].Xpos == "NNS" ? s.Child(match.Token, "nummod") < 0 && s.Relation(match.Token) is "nsubj" or "nmod"
            : s.Deprel(match.Token) == "nsubj" && head >= 0 && s.Child(head, "cop") is >= 0 and var @is && s[@is].Xpos is "VBZ" or "VBP";
    }

    private static bool IsBarePlural(SentenceView s, int noun) => s.Lemma(noun) == "they" || (s[noun].Xpos == "NNS" && s.Child(noun, "det") < 0 && s.Child(noun, "nummod") < 0 && s.Child(noun, "amod") < 0);
}
