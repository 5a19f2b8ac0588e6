using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Whether what is said elsewhere in a sentence (a place, a time) is said of an event, or of another clause.</summary>
internal static class ClauseScope
{
    /// <summary>
    /// No border lies between the event and the word: the speaker's clause, a clause of its own, or the clause of another event
    /// that only mentions this one ("condemned the bombing", "marched over the raid", "came after the attack").
    /// </summary>
    /// <param name="speech">Whether what is said of the saying ("police said on Monday") counts as another clause.</param>
    /// <param name="own">All words of the event; a verb among them is no border.</param>
    /// <param name="other">Is the word the trigger of another event?</param>
    public static bool Reaches(SentenceView s, ImmutableArray<int> own, int trigger, int word, Func<int, bool> other, bool speech)
    {
        int top = trigger;
        while (!s.Dominates(top, word))
        {
            // "China, which has not recognised it, accepted an envoy last year": what stands behind the clause is said of the other.
            if (word > top && !own.Contains(s.Head(top)) && s.Deprel(top) == "acl:relcl" && s.IsVerb(top) && s.Head(top) is >= 0 and var described && !s.EventNouns.Contains(described) && PartyReader.IsParty(s, described) && Clause.SurfaceSubject(s, top) == described)
            {
                return false;
            }

            // "fired on it in Tyre on Monday in response to strikes": what stands before the answer is not said of what is answered.
            if (Leaves(s, own, top, other, speech) || (word < top && s.Relation(top) == "obl" && s.Lexicon.In("answering-noun", s.Lemma(top))))
            {
                return false;
            }

            top = s.Head(top);
            if (top < 0)
            {
                return false;
            }
        }

        for (int x = word; x != top; x = s.Head(x))
        {
            if (!own.Contains(x) && (other(x) && s.EventNouns.Contains(x) || (x != word && ((Enters(s, x, speech) && (other(x) || !Shares(s, x, speech))) || OfSomebody(s, own, x)))))
            {
                return false;
            }

            if (s.Deprel(x) == "nsubj" && !s.EventNouns.Contains(x) && x != word && s.PartyNoun(x) is { Kind: "person" or "group" or "body" } && !s.Dominates(x, trigger))
            {
                // "The ministry in Kabul summoned": where they sit is not where it happened.
                return false;
            }
        }

        return true;
    }

    /// <summary>"blamed the president, who lives | in Togo": what a relative clause tells that does not hold the deed.</summary>
    public static bool InRelative(SentenceView s, int word, int deed)
    {
        for (int x = word; x >= 0 && !s.Dominates(x, deed); x = s.Head(x))
        {
            if (s.Deprel(x) == "acl:relcl" && s.IsVerb(x))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The council, which | had overrun | the port, refused": what somebody had done before, told in passing.</summary>
    public static bool IsBackground(SentenceView s, int token) =>
        s.Deprel(token) == "acl:relcl" && IsPastPerfect(s, token);

    /// <summary>"had overrun"</summary>
    public static bool IsPastPerfect(SentenceView s, int verb) => s.Child(verb, "aux") is >= 0 and var aux && s.Lemma(aux) == "have" && s[aux].Xpos == "VBD";

    /// <summary>"charged three men over | the bombing | of a bank in 1994", "a note about the killing of two men in Mosul": what stands behind the topic is said of it.</summary>
    public static bool IsOfTopic(SentenceView s, int trigger, int word)
    {
        for (int topic = word - 1; topic > trigger; topic--)
        {
            if (s.EventNouns.Contains(topic) && s.Relation(topic) is "obl" or "nmod" && s.Lexicon.In("what-it-is-over", s.Case(topic)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"struck a post after | a rocket | landed": what went before is not what the sentence tells, where it tells something else.</summary>
    public static bool WentBefore(SentenceView s, int token)
    {
        for (int at = token; at >= 0; at = s.Head(at))
        {
            if (s.HasCase(at, "after") || (s.Relation(at) == "advcl" && s.HasMark(at, "after")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"fired on the base in response to | strikes": what the deed of the clause answers.</summary>
    public static bool IsAnswered(SentenceView s, int token) =>
        s.Relation(token) == "nmod" && s.Head(token) is >= 0 and var answer && s.Relation(answer) == "obl" && s.Lexicon.In("answering-noun", s.Lemma(answer));

    private static bool Leaves(SentenceView s, ImmutableArray<int> own, int at, Func<int, bool> other, bool speech)
    {
        int head = s.Head(at);
        if (head < 0 || own.Contains(head))
        {
            return false;
        }

        return s.Relation(at) switch
        {
            "ccomp" or "parataxis" => speech,
            "advcl" => s.Child(at, "mark") is >= 0 and var mark && s[mark].Upos != "PART" && (Later(s, at) || !s.Lexicon.In("same-event", s.Lemma(mark)) || s.HasMark(at, "after")),
            "obl" or "nmod" => other(head) && (!s.Lexicon.In("same-event", s.Case(at)) || Later(s, at) || s.HasCase(at, "after")),
            "obj" or "nsubj" => other(head),
            "conj" => s.Child(at, "nsubj") >= 0 && Later(s, at),
            _ => false,
        };
    }

    private static bool Enters(SentenceView s, int at, bool speech) =>
        (s.Relation(at) is "advcl" || (speech && s.Relation(at) is "ccomp" or "parataxis")) && (s.IsVerb(at) || s.Child(at, "nsubj") >= 0) && !Bare(s, at);

    /// <summary>"shot nine | after forcing them off a bus | on Monday": the same did both, one right after the other.</summary>
    private static bool Shares(SentenceView s, int at, bool speech) => s[at].Xpos == "VBG" && s.Child(at, "nsubj") < 0 && !Later(s, at)
        // "sentenced 11 men for running camps in Myanmar", "accused Lima of bombing a bank in Quito"
        && !((s.HasMark(at, "for") || (speech && s.HasMark(at, "of"))) && s.Head(at) is >= 0 and var judged && s.Lexicon.In("judging-verb", s.Lemma(judged)));

    /// <summary>"camps of the group, which struck in May": what a relative clause tells of people or things is another matter; of the event itself it is its own.</summary>
    private static bool OfSomebody(SentenceView s, ImmutableArray<int> own, int at) =>
        s.Deprel(at) == "acl:relcl" && s.IsVerb(at) && s.Head(at) is >= 0 and var noun && !own.Contains(noun) && !s.EventNouns.Contains(noun)
        && (PartyReader.IsParty(s, noun) && Clause.SurfaceSubject(s, at) == noun);

    /// <summary>"…, killing nine in the port": a participle goes on with the same event.</summary>
    private static bool Bare(SentenceView s, int at) => s.Relation(at) == "advcl" && s.Child(at, "mark") < 0 && s.Child(at, "nsubj") < 0;

    /// <summary>"four days after": another time is told.</summary>
    public static bool Later(SentenceView s, int at)
    {
        foreach (int child in s.Children(at))
        {
            if (s.Relation(child) is "obl" or "advmod" or "nmod" && s.Lexicon.In("time-unit", s.Lemma(child)) && s.Case(child).Length == 0)
            {
                return true;
            }
        }

        // "came | a day | after three men stormed it"
        return s.Child(at, "mark") is > 0 and var mark && s.Lexicon.In("other-time", s.Lemma(mark)) && s.Lexicon.In("time-unit", s.Lemma(mark - 1));
    }
}
