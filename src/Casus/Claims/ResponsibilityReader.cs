using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"The group claimed responsibility", "no one has claimed the attack", "the army denied involvement".</summary>
internal static class ResponsibilityReader
{
    public static Responsibility? Read(SentenceView s, RuleId rule) => Find(s, rule)?.Told;

    /// <summary>With the verb that tells it.</summary>
    public static (Responsibility Told, int Verb)? Find(SentenceView s, RuleId rule)
    {
        for (int token = 0; token < s.Count; token++)
        {
            if ((!s.Lexicon.In("responsibility", s.Lemma(token)) && !(s.Lexicon.In("generic-event", s.Lemma(token)) && s.Relation(token) == "obj")) || !s.IsNoun(token))
            {
                continue;
            }

            int verb = s.Head(token);
            if (verb < 0 || !s.IsVerb(verb))
            {
                continue;
            }

            bool claims = Claims(s, verb);
            bool denies = s.Lexicon.In("deny-verb", s.Lemma(verb));
            if (!claims && !denies)
            {
                continue;
            }

            if (denies && s.Relation(verb) == "conj" && s.Lexicon.In("vouch", s.Lemma(s.Head(verb))))
            {
                // "neither confirmed nor denied a strike"
                return null;
            }

            int who = Clause.DeepSubject(s, verb);
            bool nobody = who < 0 || s.Lexicon.In("nobody", s.Lemma(who)) || ControlChain.Negated(s, who) || ControlChain.Negated(s, verb) || ControlChain.Negated(s, token);
            ImmutableArray<Party> by = !nobody && Claimant(s, who, rule) is { } party ? [party] : [];
            return (new Responsibility(claims && !nobody, by, s.Analysis.Article.Quote(s[Math.Min(verb, token)].Span.Cover(s[Math.Max(verb, token)].Span))), verb);
        }

        return null;
    }

    /// <summary>Whether what the verb tells may be of the deed: "nobody claimed the attack, but jets | hit | three camps" goes on with another.</summary>
    public static bool IsOf(SentenceView s, int verb, int deed)
    {
        for (int x = deed; x > verb; x = s.Head(x))
        {
            if (s.Relation(x) is "conj" or "parataxis" && s.IsVerb(x) && s.Child(x, "nsubj") >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"claimed", "admitted", "took responsibility", "took credit".</summary>
    public static bool Claims(SentenceView s, int verb) =>
        s.Lexicon.In("claim-verb", s.Lemma(verb)) || Takes(s, verb);

    /// <summary>Who "took responsibility for the bombing", as its teller: to take it is no verb of speech. Null for what nobody takes so.</summary>
    public static Speaker? Taken(Draft deed)
    {
        if (deed.Responsibility is not { Claimed: true, By: [var by, ..] })
        {
            return null;
        }

        for (int x = deed.View.Head(deed.Token); x >= 0; x = deed.View.Head(x))
        {
            if (Takes(deed.View, x))
            {
                return SpeakerReader.Of(deed, by, "claimed");
            }
        }

        return null;
    }

    private static bool Takes(SentenceView s, int verb) =>
        s.Lemma(verb) == "take" && s.IsVerb(verb) && s.Child(verb, "obj") is >= 0 and var what && s.Lemma(what) is "responsibility" or "credit";

    /// <summary>"The group said it had carried out the attack": armed men who tell of their own deed claim it; null for others.</summary>
    public static Responsibility? Own(Draft draft, ImmutableArray<Speaker> speakers, Factuality factuality)
    {
        if (draft.Type != "ASSAULT" || factuality != Factuality.Reported || !draft.Initiators.Any(r => r.Party.Class is "militant"))
        {
            return null;
        }

        foreach (Speaker speaker in speakers)
        {
            if (speaker.Side == "initiator" && !speaker.OutletCited)
            {
                return new Responsibility(true, [.. draft.Initiators.Where(r => r.Party.Class is "militant").Select(r => r.Party)], speaker.Evidence);
            }
        }

        return null;
    }

    /// <summary>Who claims: a side, or whose statement does; a place claims nothing, and words that name no side are nobody.</summary>
    private static Party? Claimant(SentenceView s, int who, RuleId rule)
    {
        int side = PartyReader.IsParty(s, who) || s[who].Upos == "PRON" ? who : PartyReader.Owner(s, who);
        return side >= 0 && PartyReader.Read(s, side, rule) is { Kind: not ("place" or "facility") } party ? party : null;
    }
}
