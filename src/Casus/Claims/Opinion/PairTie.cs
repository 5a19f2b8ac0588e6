namespace Casus.Claims;

/// <summary>
/// What a marked pair shares where no code is likely: one tells, calls or interviews the other, looks after or pays it, deals with it,
/// works for it or holds an office of it, or inquires into it. In running text hardly any of this is an event; of two that somebody marked it says whether they are at odds, whatever violence the sentence tells beside.
/// </summary>
internal static class PairTie
{
    public static readonly RuleId Rule = new("pair.tie");

    private const string Contact = "CONSULT", Care = "AID", Shared = "COOPERATE", Inquiry = "ACCUSE";

    /// <returns>The event type nearest to it; null where no such word joins the two.</returns>
    public static string? Of(SentenceView s, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        int a = Head(s, initiator), b = Head(s, target);
        return a < 0 || b < 0 || a == b ? null
            : HoldsOffice(s, a, b) || HoldsOffice(s, b, a) ? Shared
            : Joined(s, a, b) ?? Joined(s, b, a);
    }

    /// <summary>Whether a verb by itself says no more than that two deal with each other.</summary>
    public static bool IsTie(SentenceView s, int verb) => s.Lemma(verb) is var lemma && (IsContact(s, verb) || s.Lexicon.In("tie-trade", lemma) || s.Lexicon.In("tie-post", lemma));

    private static int Head(SentenceView s, IReadOnlyList<TextSpan> party) => party.Count > 0 ? PairCoder.At(s.Sentence, party[0]) : -1;

    /// <summary>"Fiji's former prime minister".</summary>
    private static bool HoldsOffice(SentenceView s, int holder, int of) =>
        s.Head(of) == holder && s.Deprel(of) is "nmod:poss" or "compound" or "amod" && s.PartyNoun(holder) is { Kind: "person", Class: "government" or "politician" };

    private static string? Joined(SentenceView s, int doer, int other)
    {
        int at = UnderVerb(s, other), verb = at < 0 ? -1 : s.Head(at);
        return verb < 0 || at == doer || !IsDoneTo(s, at) || !Does(s, verb, doer) ? null
            : IsContact(s, verb) ? Contact
            : s.Lexicon.In("tie-care", s.Lemma(verb)) ? Care
            : s.Lexicon.In("tie-trade", s.Lemma(verb)) || s.Lexicon.In("tie-post", s.Lemma(verb)) ? Shared
            : s.Lexicon.In("tie-inquiry", s.Lemma(verb)) ? Inquiry
            : IsMessage(s, at) || (s.Child(verb, "obj") is >= 0 and var thing && IsMessage(s, thing)) ? Contact : null;
    }

    /// <summary>The word by which a party hangs on the nearest verb above; -1: there is none.</summary>
    private static int UnderVerb(SentenceView s, int party)
    {
        int at = party;
        while (at >= 0 && s.Head(at) is var head && head >= 0 && !s.IsVerb(head))
        {
            at = head;
        }

        return s.Head(at) < 0 ? -1 : at;
    }

    private static bool Does(SentenceView s, int verb, int doer) =>
        Clause.DeepSubject(s, verb) == doer || (UnderVerb(s, doer) is >= 0 and var own && s.Head(own) == verb && (s.Relation(own) == "nsubj" || s.Deprel(own) == "obl:agent"));

    private static bool IsDoneTo(SentenceView s, int other) =>
        s.Relation(other) is "obj" or "iobj" or "nsubj" || (s.Relation(other) == "obl" && s.Case(other) is "to" or "with" or "for" or "from" or "at" or "as" or "in");

    /// <summary>Told to do something, one is asked for it.</summary>
    private static bool IsContact(SentenceView s, int verb) =>
        s.Lexicon.In("tie-contact", s.Lemma(verb)) && !(s.Child(verb, "xcomp") is >= 0 and var task && s.Child(task, "mark") >= 0);

    private static bool IsMessage(SentenceView s, int noun) => s.Lexicon.In("tie-message", s.Lemma(noun));
}
