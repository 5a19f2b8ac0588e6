namespace Casus.Claims;

/// <summary>
/// Events that only a possibility, a condition or a reward contains, beyond what the words right above them say (see <see cref="ControlChain"/>):
/// "could start hostilities by attacking Jordan", "if they agree to a truce", "information leading to his arrest".
/// </summary>
internal static class Irrealis
{
    private const int Highest = 6;

    /// <summary>Whether the clause around an event holds nothing for a fact. What a definite noun names is taken for granted ("the raid could delay the talks").</summary>
    public static bool Over(SentenceView s, TriggerMatch match)
    {
        int at = match.Token;
        bool granted = match.Noun && TakenForGranted(s, at);
        for (int i = 0; i < Highest && s.Head(at) is >= 0 and var head; i++, at = head)
        {
            if (IsHadItBeen(s, at, head))
            {
                return true;
            }

            if (!Passes(s, at, head))
            {
                return false;
            }

            if (s.IsVerb(head) && (Promised(s, at, head) || (!granted && (Wished(s, at, head) || Possible(s, head)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"| Had | the army shelled the town, thousands | would | have died"</summary>
    private static bool IsHadItBeen(SentenceView s, int clause, int main) =>
        s.Relation(clause) == "advcl" && clause < main && s.Child(clause, "mark") < 0 && s[0].Form is "Had" or "Were" or "Should" && s[0].Upos is "AUX" or "VERB" && Clause.Bears(s, main, x => s.Lemma(x) == "would");

    /// <summary>"the raid", "their raid", "Israeli raids": they were, whatever may come of them. "a raid" may still be.</summary>
    private static bool TakenForGranted(SentenceView s, int noun)
    {
        bool granted = s[noun].Upos == "PROPN";
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) == "det" && s.Lexicon.In("any-of-kind", s.Lemma(child)))
            {
                return false;
            }

            granted |= s.Deprel(child) == "nmod:poss" || s.Relation(child) is "det" or "nummod" or "acl" || (s.Relation(child) is "compound" or "amod" && s.MentionAt(child) is not null);
        }

        return granted;
    }

    /// <summary>From a deed to the verb whose means, object or end it is; what follows, precedes or explains that verb stands by itself.</summary>
    private static bool Passes(SentenceView s, int at, int head) => s.Relation(at) switch
    {
        // "would be freed in exchange for a truce"
        "obl" => s.Lexicon.In("part-of-plan", s.Case(at)) || IsExchange(s, at) || s.Case(at) == "as" || (s.Lexicon.In("leads", s.Lemma(head)) && s.HasCase(at, "to")),
        "obj" or "xcomp" => true,
        // "an attack on one would be treated as …", "if killings do not stop"
        "nsubj" => s.Child(at, "det") is >= 0 and var article ? s.Lexicon.In("any-of-kind", s.Lemma(article)) : s.Child(head, "mark") >= 0,
        "ccomp" => !Clause.IsFinite(s, at),
        "conj" => !s.IsVerb(at) || (s.Child(at, "nsubj") < 0 && s[at].Xpos == s[head].Xpos),
        "advcl" => s.Child(at, "mark") is >= 0 and var mark && s[at].Xpos == "VBG" && s.Lexicon.In("part-of-plan", s.Lemma(mark)),
        _ => false,
    };

    private static bool IsExchange(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) == "case" && s.Lemma(child) == "for" && child > 0 && s.Lemma(child - 1) is "exchange" or "return")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A reward for what may lead to it.</summary>
    private static bool Promised(SentenceView s, int at, int verb) =>
        s.Lexicon.In("leads", s.Lemma(verb)) && s.Relation(at) == "obl" && s.Relation(verb) == "acl" && s.Head(verb) is >= 0 and var noun && s.Lexicon.In("may-lead", s.Lemma(noun));

    /// <summary>"want the court to let them meet": what is under a wish is one, through whatever words.</summary>
    private static bool Wished(SentenceView s, int at, int verb) =>
        s.Relation(at) is "xcomp" or "ccomp" && !Clause.IsFinite(s, at) && s.Lexicon.Controls.Find(s.Lemma(verb), "clause") is Effect.Plan or Effect.Request or Effect.Consider or Effect.Vow or Effect.Agree;

    private static bool Possible(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            string link = s.Relation(child) == "mark" ? "mark" : s.Relation(child) == "aux" ? "aux" : "";
            if (link.Length > 0 && s.MentionOver(child) is null && s.Lexicon.Controls.Find(s.Lemma(child), link) == Effect.Consider && !Perfect(s, verb))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"may have used": a guess at what was.</summary>
    private static bool Perfect(SentenceView s, int verb) => Clause.Bears(s, verb, x => s.Lemma(x) == "have");
}
