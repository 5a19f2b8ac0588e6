using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <param name="Sentence">Of the deed that it tells of, with <paramref name="Token"/>: its trigger.</param>
/// <param name="Toll">Null for what is no count.</param>
/// <param name="Party">Who denies to have done it or claims it; null for what is neither.</param>
internal sealed record AccountFound(int Sentence, int Token, Speaker Speaker, Toll? Toll, Party? Party, Evidence Evidence, RuleId Rule);

/// <summary>"The army put the toll at nine.", "…; Baku denied it.": what somebody says of a deed told just before is an account of its own, beside the first.</summary>
internal static class LaterAccount
{
    private const int SentencesBack = 3;

    /// <summary>A deed that had dead is counted again further on.</summary>
    public const int CountedBack = 8;

    /// <summary>What "several" or "some" stand for is below this.</summary>
    private const int Several = 10;

    /// <param name="before">The article's drafts so far.</param>
    /// <param name="here">Those of this sentence.</param>
    /// <param name="homeless">Counts of this sentence that belong to no draft of it; those are removed that somebody else has counted otherwise before.</param>
    public static List<AccountFound> Read(SentenceView s, IReadOnlyList<Draft> before, IReadOnlyList<Draft> here, List<TollFound> homeless, ImmutableArray<Attribution> attributions)
    {
        List<AccountFound> found = [];
        // "Two nurses were among the dead": some of those counted. "confirmed that he was dead": no count.
        foreach (TollFound toll in homeless.Where(t => !t.Corrects && !OfTheDead(s, t.Token) && !s.HasCase(t.Token, "among") && !t.CountsOne && !t.OnlyMentions).ToArray())
        {
            (int word, Func<Draft, Speaker>? by) = Voice(s, toll, attributions);
            // "One group accused another of hiding among them. Officials put the dead at 40.": the dead are of the deed that had some.
            if (by is null || (Counted(s, before, here, word, toll) ?? Deed(s, before, here, word, _ => true)) is not { } deed || !TollPlacer.Suits(toll.Toll.Kind, deed.Type) || IsOfOtherCause(s, deed.Sentence))
            {
                continue;
            }

            found.Add(new(deed.Sentence, deed.Token, by(deed), toll.Toll, null, s.Analysis.Article.Quote(s.Sentence.Span), AccountRules.Count));
            if (!deed.Speakers.IsEmpty || TollPlacer.Held(deed.Tolls, toll.Toll.Kind) >= 0)
            {
                homeless.Remove(toll);
            }
        }

        for (int verb = 1; verb < s.Count; verb++)
        {
            bool denies = s.IsVerb(verb) && !Clause.IsPassive(s, verb) && (s.Lexicon.In("deny-verb", s.Lemma(verb)) ? Denied(s, verb) : CallsFalse(s, verb));
            if (denies && Who(s, verb) is { } who && Deed(s, before, here, verb, d => SpeakerReader.IsOf(d, d.Initiators, who) || (IsPart(s, verb) && IsOpen(d, who))) is { } deed)
            {
                found.Add(new(deed.Sentence, deed.Token, SpeakerReader.Of(deed, who, "denied") with { Side = "initiator" }, null, who, s.Analysis.Article.Quote(s.Sentence.Span), AccountRules.Denial));
                break;
            }

            if (denies && Who(s, verb) is { ActorId: not null } rival && Deed(s, before, here, verb, d => d.Speakers.Any(p => p.Side == "initiator" && p.Resolution?.ActorId != rival.ActorId)) is { } boast && IsToldLast(s, boast, before, here, verb))
            {
                // "The army said it had retaken the port; the RSF denied it": what one side says of itself, the other denies.
                found.Add(new(boast.Sentence, boast.Token, SpeakerReader.Of(boast, rival, "denied"), null, null, s.Analysis.Article.Quote(s.Sentence.Span), AccountRules.Denial));
                break;
            }

            if (Owned(s, verb) && Who(s, verb) is { } owner && Deed(s, before, here, verb, d => (d.Sentence < s.Index || s.IsParted(d.Token, verb)) && d.Initiators.All(r => r.Party.ActorId is null || SpeakerReader.IsOf(d, [r], owner))) is { } own)
            {
                found.Add(new(own.Sentence, own.Token, SpeakerReader.Of(own, owner, "claimed") with { Side = "initiator" }, null, owner, s.Analysis.Article.Quote(s.Sentence.Span), AccountRules.Responsibility));
                continue;
            }

            if (Confirmed(s, verb) && Who(s, verb) is { } witness && Deed(s, before, here, verb, d => d.Sentence < s.Index || s.IsParted(d.Token, verb)) is { } sure)
            {
                found.Add(new(sure.Sentence, sure.Token, SpeakerReader.Of(sure, witness, "confirmed"), null, null, s.Analysis.Article.Quote(s.Sentence.Span), AccountRules.Confirmation));
                break;
            }
        }

        return found;
    }

    /// <summary>The deed that had some of the kind: of several the one that had most, as a count further on is of what the report is about, and else the last.</summary>
    private static Draft? Counted(SentenceView s, IReadOnlyList<Draft> before, IReadOnlyList<Draft> here, int word, TollFound toll)
    {
        long Of(Draft deed) => TollPlacer.Held(deed.Tolls, toll.Toll.Kind) is >= 0 and var held && !IsVague(deed.Tolls[held]) ? deed.Tolls[held].Min : 0;
        Draft? last = Deed(s, before, here, word, d => Of(d) > 0, CountedBack);
        return last is null ? null : Deed(s, before, here, word, d => Of(d) > 2 * Of(last) && Of(d) <= (toll.Toll.Max ?? long.MaxValue), CountedBack) ?? last;
    }

    /// <summary>Nothing else was told between the deed and the verb: "The group claimed the attack. Peru accuses Chile of hiding it; Chile denies it" denies the hiding.</summary>
    private static bool IsToldLast(SentenceView s, Draft deed, IReadOnlyList<Draft> before, IReadOnlyList<Draft> here, int verb)
    {
        if (deed.Sentence == s.Index)
        {
            return !here.Any(d => d != deed && d.Token > deed.Token && d.Token < verb);
        }

        for (int i = 0; i < verb; i++)
        {
            if (s.IsVerb(i))
            {
                return false;
            }
        }

        return deed.Sentence == s.Index - 1 && !before.Any(d => d != deed && d.Sentence == deed.Sentence && d.Token > deed.Token);
    }

    /// <summary>"three | of the dead | had been students": some of those counted before.</summary>
    public static bool OfTheDead(SentenceView s, int token) =>
        s.HasCase(token, "of") && s.Child(token, "det") is >= 0 and var the && s.Lemma(the) == "the" && s.Head(token) is >= 0 and var some && s[some].Upos == "NUM";

    /// <summary>"Police fired on the crowd. Four have died of typhoid, but a charity says that 49 have": what else kills was told since.</summary>
    public static bool IsOfOtherCause(SentenceView s, int deed)
    {
        for (int i = deed + 1; i <= s.Index; i++)
        {
            if (ToldViolence.NamesDisaster(s.Analysis.Sentences[i], s.Lexicon))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"several": nobody counts these again by a number.</summary>
    private static bool IsVague(Toll toll) => toll is { Max: null, Approximate: true, Min: < Several };

    /// <summary>The deed by this account.</summary>
    public static Draft Of(Draft deed, AccountFound account)
    {
        Party? party = account.Party;
        bool counts = account.Toll is not null, claims = account.Rule == AccountRules.Responsibility;
        return deed with
        {
            // Who counts the dead says nothing of who killed them.
            Initiators = counts ? [] : party is not null && !SpeakerReader.IsOf(deed, deed.Initiators, party) ? [new Role(party, -1)] : deed.Initiators,
            Speakers = [account.Speaker],
            // Whom another counted are not those whom this one counts.
            Targets = counts ? RoleReader.Except(deed.Targets, deed.Victims) : deed.Targets,
            Victims = counts ? [] : deed.Victims,
            Factuality = claims || (party is null && account.Rule != AccountRules.Denial) ? Factuality.Reported : Factuality.Denied,
            Tolls = account.Toll is { } toll ? [toll] : [],
            Responsibility = party is null ? null : new Responsibility(claims, [party], account.Speaker.Evidence),
            Rules = deed.Rules.Add(account.Rule),
            MoreEvidence = deed.MoreEvidence.Contains(account.Evidence) ? deed.MoreEvidence : deed.MoreEvidence.Add(account.Evidence),
        };
    }

    /// <summary>Who counts: "| Officials | put the death toll at 16", "| a chief | said 16 had died"; null where the words name nobody.</summary>
    private static (int Word, Func<Draft, Speaker>? By) Voice(SentenceView s, TollFound toll, ImmutableArray<Attribution> attributions)
    {
        int verb = toll.Token;
        while (verb >= 0 && !s.IsVerb(verb))
        {
            verb = s.Relation(verb) is "obj" or "xcomp" or "nmod" or "amod" or "compound" || (s.Relation(verb) == "obl" && s.HasCase(verb, "of")) ? s.Head(verb) : -1;
        }

        if (verb >= 0 && (s.Lexicon.In("puts-count", s.Lemma(verb)) || s.Lemma(verb) == "speak") && !Clause.IsPassive(s, verb) && Who(s, verb) is { } who)
        {
            return (verb, deed => SpeakerReader.Of(deed, who, "said"));
        }

        foreach (Attribution said in attributions)
        {
            if (!said.Speaker.IsEmpty && !said.OutletCited && said.Strength != SpeechWords.Attitude && said.Strength != "denied" && said.Content.Any(c => c.Contains(s[toll.Token].Span)) && s.HeadOf(said.Speaker[0]) is >= 0 and var name && s[name].Upos != "PRON")
            {
                return (toll.Token, deed => SpeakerReader.Of(deed, said));
            }
        }

        return (-1, null);
    }

    /// <summary>"denied it", "rejected the accusation", "denied any involvement", "…, a charge that Baku denied": nothing but what was told before.</summary>
    private static bool Denied(SentenceView s, int verb)
    {
        if (s.Deprel(verb) == "acl:relcl" && s.Head(verb) is >= 0 and var charge && s.Relation(charge) is not ("obj" or "nsubj"))
        {
            return s.Lexicon.In("told-before", s.Lemma(charge)) && Clause.DeepSubject(s, verb) != charge;
        }

        int what = s.Child(verb, "obj");
        if (what < 0 || s.Child(verb, "ccomp") >= 0 || s.Child(verb, "xcomp") >= 0)
        {
            return false;
        }

        foreach (int child in s.Children(what))
        {
            if (s.Relation(child) is "nmod" or "acl" && s.Deprel(child) != "nmod:poss" && !(s.HasCase(child, "in") || s.HasCase(child, "for")))
            {
                return false;
            }
        }

        return s.Lexicon.In("told-before", s.Lemma(what));
    }

    /// <summary>"called the reports baseless", "described the account as fabricated", "said the charges were untrue".</summary>
    private static bool CallsFalse(SentenceView s, int verb)
    {
        if (s.Child(verb, "ccomp") is >= 0 and var said && FitsRole.IsSpeech(s, verb) && s.Child(said, "cop") >= 0 && !ControlChain.Negated(s, said))
        {
            return s.Lexicon.In("untrue", s.Lemma(said)) && IsToldBefore(s, s.Child(said, "nsubj"));
        }

        int so = s.Child(verb, "xcomp") is >= 0 and var called ? called
            : s.Child(verb, "obl") is >= 0 and var named && s.HasCase(named, "as") ? named
            : s.Child(verb, "advcl") is >= 0 and var made && s.HasMark(made, "as") ? made : -1;
        return so >= 0 && s.Lexicon.In("calls-so", s.Lemma(verb)) && !ControlChain.Negated(s, verb) && s.Lexicon.In("untrue", s.Lemma(so)) && IsToldBefore(s, s.Child(verb, "obj"));
    }

    private static bool IsToldBefore(SentenceView s, int word) => word >= 0 && s.Lexicon.In("told-before", s.Lemma(word)) && s.Child(word, "acl") < 0;

    /// <summary>"denied any involvement": of whoever is asked whether it was they.</summary>
    private static bool IsPart(SentenceView s, int verb) =>
        // "blamed Serbia, which denied it"
        (s.Deprel(verb) == "acl:relcl" && s.Head(verb) is >= 0 and var blamed && s.Relation(blamed) == "obj" && s.Head(blamed) is >= 0 and var blame && s.Lexicon.In("lays-blame", s.Lemma(blame))) ||
        s.Child(verb, "obj") is >= 0 and var what && s.Lexicon.In("responsibility", s.Lemma(what));

    /// <summary>Nobody known is named as having done it, and who denies it did not suffer it.</summary>
    private static bool IsOpen(Draft deed, Party who) =>
        who.ActorId is not null && deed.Initiators.All(r => r.Party.ActorId is null) && !SpeakerReader.IsOf(deed, deed.Targets, who) && !SpeakerReader.IsOf(deed, deed.Victims, who);

    /// <summary>"claimed it": their own deed.</summary>
    private static bool Owned(SentenceView s, int verb) =>
        s.Lemma(verb) == "claim" && s.IsVerb(verb) && !Clause.IsPassive(s, verb) && !ControlChain.Negated(s, verb) && s.Child(verb, "ccomp") < 0 && s.Child(verb, "obj") is >= 0 and var what && s.Lemma(what) is "it" or "this" && s[what].Upos == "PRON";

    /// <summary>"confirmed the strike", "admitted it": the deed, and not what somebody else says of it.</summary>
    private static bool Confirmed(SentenceView s, int verb) =>
        s.Lexicon.In("confirms", s.Lemma(verb)) && s.IsVerb(verb) && !Clause.IsPassive(s, verb) && !Clause.Bears(s, verb, x => s[x].Xpos == "MD") && !ControlChain.Negated(s, verb) && s.Child(verb, "obj") is >= 0 and var what
        && s.Child(verb, "ccomp") < 0 && s.Child(what, "nmod") < 0 && s.Child(what, "acl") < 0
        && (s.Lemma(what) is "it" or "this" || (s.Lexicon.In("generic-event", s.Lemma(what)) && s.Child(what, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the)) && !s.EventNouns.Contains(what)));

    private static Party? Who(SentenceView s, int verb) =>
        Clause.DeepSubject(s, verb) is >= 0 and var subject && PartyReader.Read(s, subject, AccountRules.Count) is { Kind: "person" or "group" or "organisation" or "country" } party ? party : null;

    /// <summary>The violence told last, before the word and not long ago; null for none.</summary>
    private static Draft? Deed(SentenceView s, IReadOnlyList<Draft> before, IReadOnlyList<Draft> here, int word, Predicate<Draft> of, int back = SentencesBack)
    {
        Draft? gone = null;
        for (int i = before.Count + here.Count - 1; i >= 0; i--)
        {
            Draft told = i < before.Count ? before[i] : here[i - before.Count];
            if (s.Index - told.Sentence > back)
            {
                return gone;
            }

            if (gone is not null && told.Sentence != gone.Sentence)
            {
                return gone;
            }

            if (told is { Type: "ASSAULT", Composed: false, Factuality: Factuality.Asserted or Factuality.Reported } && (told.Sentence < s.Index || told.Token < word) && !ClauseScope.IsAnswered(told.View, told.Token) && of(told))
            {
                if (!ClauseScope.WentBefore(told.View, told.Token))
                {
                    return told;
                }

                gone ??= told;
            }
        }

        return gone;
    }
}
