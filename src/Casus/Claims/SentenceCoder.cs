using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <param name="Continues">A draft so far of which this sentence tells more, and its index; else null.</param>
internal sealed record SentenceResult(
    ImmutableArray<Draft> Drafts,
    ImmutableArray<(Draft From, Draft To, string Kind, Evidence Cue)> Links,
    ImmutableArray<StatisticFound> Statistics,
    (int At, Draft More)? Continues,
    ImmutableArray<AccountFound> Accounts);

/// <summary>One sentence: triggers → drafts → merged → counted, dated, placed and attributed.</summary>
internal static class SentenceCoder
{
    /// <summary>From so many on the same number in one article is the same people.</summary>
    private const int ManyAlike = 5;

    private static readonly RuleId Responsible = new("responsibility.claim");

    public static SentenceResult Read(SentenceView s, TriggerIndex triggers, Lexicon lexicon, ImmutableArray<Attribution> attributions, IReadOnlyList<Draft> before, WarOfWords words, Hearing? hearing = null)
    {
        List<TollFound> tolls = TollReader.Read(s);
        List<StatisticFound> statistics = StatisticReader.Read(s, tolls);
        HashSet<int> covered = [.. statistics.SelectMany(t => t.Covered)];
        List<TriggerMatch> matches = Triggers(s, triggers, covered);
        tolls.AddRange(TollReader.Taken(s, matches));
        List<LinkFound> links = LinkReader.Within(s, matches);
        List<Draft> drafts = Drafter.Read(s, matches, lexicon);
        drafts.RemoveAll(d => Singularity.IsStanding(s, d.Token));
        if (Register.IsSport(s, lexicon))
        {
            drafts.RemoveAll(d => Register.IsTheGame(d, lexicon));
        }

        drafts = SentenceMerger.Merge(drafts, [.. links.Select(l => (l.From, l.To))]);
        drafts = hearing?.On(new(s, matches, drafts, triggers)) ?? drafts;
        drafts.RemoveAll(d => covered.Contains(d.Token) || NoDeed.Is(s, d));
        drafts = [.. drafts.Select(d => words.Read(TakenUp.With(d, before), tolls)).OfType<Draft>()];
        drafts = TollPlacer.Place(s, drafts, tolls, covered, out List<TollFound> homeless);
        (Responsibility Told, int Verb)? responsible = ResponsibilityReader.Find(s, Responsible);
        Func<int, int> nearest = Drafter.Nearest(s, matches);
        TextSpan[] speaking = drafts.Count == 0 ? [] : [.. attributions.SelectMany(a => a.Speaker), .. FitsRole.Speaking(s)];
        List<Draft> done = [.. drafts.Select(d => Finish(d, nearest, attributions, speaking, responsible is { } r && ResponsibilityReader.IsOf(s, r.Verb, d.Token) ? r.Told : null))];

        (Draft Part, int At, Draft More)? some = statistics.Count == 0 ? SomeOfThem.Read(s, done, before) : null;
        if (some is { } told)
        {
            done.Remove(told.Part);
        }

        var resolved = ImmutableArray.CreateBuilder<(Draft, Draft, string, Evidence)>();
        foreach (LinkFound link in links)
        {
            Draft? from = done.Find(d => d.Tokens.Contains(link.From));
            Draft? to = done.Find(d => d.Tokens.Contains(link.To));
            if (from is not null && to is not null && from != to)
            {
                resolved.Add((from, to, link.Kind, s.Analysis.Article.Quote(link.Cue)));
            }
        }

        // "freed 50 hostages whom they had seized in Zamfara": those of another deed of the sentence are not of the one told before.
        homeless.RemoveAll(t => t.Toll.Kind == TollKind.Abducted && done.Exists(d => d.Type == "RETREAT" && d.Initiators.Concat(d.Targets).Any(r => r.Token >= 0 && (r.Token == t.Counted || t.People.Contains(r.Token)))));
        List<AccountFound> accounts = statistics.Count == 0 ? LaterAccount.Read(s, before, done, homeless, attributions) : [];
        return new SentenceResult([.. done], resolved.ToImmutable(), [.. statistics], some is { } part ? (part.At, part.More) : statistics.Count == 0 ? Continue(s, homeless, done.Count == 0 ? responsible?.Told : null, before, attributions) : null, [.. accounts]);
    }

    /// <summary>The triggers of a sentence but those that a statistic covers that stand in a time ("since the attack of 2014"), or that name a weapon found.</summary>
    public static List<TriggerMatch> Triggers(SentenceView s, TriggerIndex triggers, HashSet<int> covered)
    {
        List<TriggerMatch> matches = triggers.Find(s);
        matches.RemoveAll(m => covered.Contains(m.Token) || LeftSo.Only(s, m) || (m.Noun && (IsBearersName(s, m.Token) || IsCalledSo(s, m.Token) || IsLabel(s, m.Token) || PartyReader.InTime(s, m.Token) || (MeansReader.IsWeapon(s, m.Token) && (MeansReader.Seized(s, m.Token) || IsBorne(s, m.Token))))));
        s.EventNouns.UnionWith(matches.Where(m => m.Noun).Select(m => m.Token));
        return matches;
    }

    /// <summary>"gunmen armed | with rockets | stormed a mine": what they bore.</summary>
    private static bool IsBorne(SentenceView s, int weapon)
    {
        int first = Language.Grammar.FirstConjunct(s.Sentence, weapon);
        return s.HasCase(first, "with") && s.Head(first) is >= 0 and var bearing && s.Lexicon.In("bears-arms", s.Lemma(bearing));
    }

    /// <summary>"members of a new | protest | group": what those are called who do it.</summary>
    private static bool IsBearersName(SentenceView s, int noun) => s.Relation(noun) == "compound" && s.Head(noun) is >= 0 and var bearers && s.Lexicon.In("called-by-deed", s.Lemma(bearers).ToLowerInvariant());

    /// <summary>"Sudan | war |: ministers meet in Geneva": what the news is filed under.</summary>
    private static bool IsLabel(SentenceView s, int noun) => noun < 4 && noun + 1 < s.Count && s[noun + 1].Form is ":" or "|" && s.Lexicon.In("filed-under", s.Lemma(noun));

    /// <summary>"denounced the raid that struck its capital | as | terrorism": what somebody calls a deed, wherever the tree hangs it.</summary>
    private static bool IsCalledSo(SentenceView s, int noun)
    {
        int verb = s.HasCase(noun, "as") ? noun - 1 : -1;
        while (verb >= 0 && !(s.IsVerb(verb) && s.Lexicon.Controls.Find(s.Lemma(verb), "as") is Effect.Consider))
        {
            verb--;
        }

        return verb >= 0;
    }

    /// <summary>"Sixteen soldiers were killed.", "No group has claimed it.", "The incident took place near Torkham.": the sentence adds to the event told just before.</summary>
    private static (int At, Draft More)? Continue(SentenceView s, List<TollFound> tolls, Responsibility? responsibility, IReadOnlyList<Draft> before, ImmutableArray<Attribution> attributions)
    {
        int at = before.Count - 1;
        while (at >= 0 && (before[at].Type != "ASSAULT" || ClauseScope.IsBackground(before[at].View, before[at].Token) || (responsibility is not null && MentionedAgain.IsOfDoers(before[at]))))
        {
            at--;
        }

        if (at < 0 || s.Index - before[at].Sentence > 2)
        {
            return null;
        }

        for (int main = at; main >= 0 && before[main].Sentence == before[at].Sentence; main--)
        {
            if (before[main].Type == "ASSAULT" && !ClauseScope.WentBefore(before[main].View, before[main].Token))
            {
                at = main;
                break;
            }
        }

        Draft more = before[at];
        foreach (TollFound toll in LaterAccount.IsOfOtherCause(s, more.Sentence) ? [] : tolls.Where(t => TollPlacer.Suits(t.Toll.Kind, more.Type) && !(t.OnlyMentions && t.Toll.Max is null) && !LaterAccount.OfTheDead(s, t.Token) && (!t.CountsOne || BefellOne(more)) && !IsToldOfAnother(s, t, more, before)))
        {
            more = TollPlacer.With(more, toll);
        }

        if (responsibility is not null && more.Responsibility is null)
        {
            more = more with { Responsibility = responsibility };
        }

        if (PlaceToldLater.OfIncident(s, more, [.. attributions.SelectMany(a => a.Speaker)]) is { } place)
        {
            more = more with { Place = place };
        }

        return more == before[at] ? null : (at, more with { MoreEvidence = more.MoreEvidence.Add(s.Analysis.Article.Quote(s.Sentence.Span)) });
    }

    /// <summary>"killed 14 people. …, abducting nine. 'We have recovered 14 bodies,' he said.": who were counted of the deed before.</summary>
    private static bool IsToldOfAnother(SentenceView s, TollFound toll, Draft last, IReadOnlyList<Draft> before) =>
        (toll.Toll.Min >= ManyAlike || s.Lemma(toll.Token) == "body") && before.Any(d => d != last && d.Type == last.Type && s.Index - d.Sentence <= LaterAccount.CountedBack && d.Tolls.Any(t => t.Kind == toll.Toll.Kind && t.Min == toll.Toll.Min));

    /// <summary>"shot a guard. | He | died later."; but nobody is "he" of whom a raid on a bus was told.</summary>
    private static bool BefellOne(Draft deed) => deed.Tolls.Any(t => t.Max == 1) || deed.Targets.Concat(deed.Victims).Any(r => r is { Token: >= 0, Party.Kind: "person" } && deed.View[r.Token].Xpos is "NN" or "NNP");

    /// <summary>"Gunmen in the bazaar" have no seat there, as a ministry has: the words tell where they did it.</summary>
    private static bool IsNobodyKnown(Party party) => party.ActorId is null && party.Kind is "group" or "person";

    /// <summary>"plans to withdraw its peacekeepers": who moves or agrees does so to somebody else.</summary>
    private static ImmutableArray<Role> Others(Draft draft, ImmutableArray<Role> named)
    {
        // "France withdrew from the country": not from itself, whichever was named last.
        ImmutableArray<Role> targets = [.. named.Select(t => t.Party.Resolution is { Antecedent: not null } who && draft.Initiators.Any(i => i.Party.ActorId == who.ActorId) ? t with { Party = t.Party with { Resolution = null } } : t)];
        return OfOthers(draft, targets);
    }

    private static ImmutableArray<Role> OfOthers(Draft draft, ImmutableArray<Role> targets) => draft.Type is "THREATEN" or "SANCTION"
        // "threatening to pull US funding": what is one's own is no other side.
        ? [.. targets.Where(t => t.Party is not { ActorId: { } owner, Kind: "group" } || PartyReader.IsParty(draft.View, t.Token) || !draft.Initiators.Any(i => i.Party.ActorId == owner || CountryOf(draft, i.Party) == owner))]
        : draft.Type is "AGREE" or "MOBILIZE" or "RETREAT"
        // "offered to send 20,000 soldiers": one's own.
        ? [.. targets.Where(t => t.Party.Class != "security_forces" || (t.Party.ActorId is { } actor ? !draft.Initiators.Any(i => i.Party.ActorId == actor) : !IsSent(draft.View, t.Token)))]
        : targets;

    private static bool IsSent(SentenceView s, int token) => token >= 0 && s.Relation(token) == "obj" && s.Head(token) is >= 0 and var verb && s.Lexicon.In("moves-forces", s.Lemma(verb));

    /// <summary>Of the known actor; null for whom nobody knows, or who has none.</summary>
    public static string? CountryOf(Draft draft, Party party) => party.ActorId is { } actor ? draft.View.Lexicon.Knowledge.Actors.Find(actor)?.Country : null;

    /// <summary>"One of them met him, … killing him": nobody but who blows himself up does it to himself, whomever a pronoun was taken for.</summary>
    private static Draft AgainstOthers(Draft draft)
    {
        bool Did(Role role) => draft.Initiators.Any(i => i.Party.Evidence.Span is { } span && span == role.Party.Evidence.Span);
        return draft.Type != "ASSAULT" ? draft
            : draft.Targets.Any(Did) || draft.Victims.Any(Did) ? draft with { Targets = draft.Targets.RemoveAll(r => Did(r)), Victims = draft.Victims.RemoveAll(r => Did(r)) }
            : WithoutOwnDead(draft);
    }

    /// <summary>"23 of its soldiers and 200 Taliban were killed in an attack from the Afghan side": both died, and those were struck who are of another state than who did it.</summary>
    private static Draft WithoutOwnDead(Draft draft)
    {
        string[] doers = [.. draft.Initiators.Where(r => MentionedAgain.IsOfState(r)).Select(r => CountryOf(draft, r.Party)).OfType<string>()];
        ImmutableArray<Role> others = [.. draft.Victims.Where(r => MentionedAgain.IsOfState(r) && CountryOf(draft, r.Party) is { } land && !doers.Contains(land))];
        if (doers.Length == 0 || others.IsEmpty)
        {
            return draft;
        }

        int[] own = [.. draft.Targets.Where(r => MentionedAgain.IsOfState(r) && CountryOf(draft, r.Party) is { } land && doers.Contains(land)).Select(r => r.Token)];
        ImmutableArray<Role> left = draft.Targets.RemoveAll(r => own.Contains(r.Token) || (r.Token >= 0 && draft.View.Relation(r.Token) == "conj" && own.Contains(draft.View.Head(r.Token))));
        return own.Length == 0 ? draft : draft with { Targets = left.IsEmpty ? others : left };
    }

    private static Draft Finish(Draft draft, Func<int, int> nearest, ImmutableArray<Attribution> attributions, TextSpan[] speaking, Responsibility? responsibility)
    {
        SentenceView s = draft.View;
        draft = AgainstOthers(draft with { Targets = Others(draft, s.Lexicon.Seats.Addressed(s, draft.Type, StruckPlaces.Without(draft))) });
        DateOnly? published = s.Analysis.Article.Published?.Value.Day;
        bool Other(int word) => nearest(word) == word && !draft.Tokens.Contains(word);
        bool Reaches(int word) => ClauseScope.Reaches(s, draft.Tokens, draft.Token, word, Other, speech: true)
            && (nearest(word) is var near && (draft.Tokens.Contains(near) || near < 0 || s.Distance(near, word) != draft.Tokens.Min(t => s.Distance(t, word))));
        ClaimTime? time = TimeOfEvent.Of(s, draft.Type, draft.Token, nearest, word => ClauseScope.Reaches(s, draft.Tokens, draft.Token, word, Other, speech: false));
        if (time is not null && published is { } printed && !draft.Composed && draft.Factuality is Factuality.Asserted or Factuality.Reported && s.Lexicon.Knowledge.Ontology.Find(draft.Type) is { Quad: 4 } && draft.Type != "MOBILIZE")
        {
            time = TimeOfEvent.NotAhead(time, printed);
        }

        ClaimPlace? place = PlaceOfEvent.Of(
            s,
            draft.Token,
            nearest,
            Reaches,
            [.. draft.Initiators.Concat(draft.Targets).Select(r => r.Party.Evidence.Span).OfType<TextSpan>()],
            [.. draft.Targets.Concat(draft.Victims).Select(r => r.Party.Evidence.Span).OfType<TextSpan>(), .. draft is { Type: "ASSAULT", Match.Frame: >= 0 } ? [PartyReader.Phrase(s, draft.Match.Frame)] : Array.Empty<TextSpan>()],
            [.. draft.Initiators.Where(r => !IsNobodyKnown(r.Party)).Select(r => r.Party.Evidence.Span).OfType<TextSpan>(), .. speaking],
            speaking,
            draft.Type is "ASSAULT" or "COERCE",
            s.Lexicon.Knowledge.Ontology.Find(draft.Type) is { Quad: 3 } || draft.Type == "REQUEST");
        Factuality factuality = draft.Factuality;
        if (factuality is Factuality.Asserted && time?.Latest is { } latest && published is { } day && latest < day.AddYears(-1))
        {
            factuality = Factuality.Historical;
        }

        Draft placed = draft with { Time = time, Place = place, Factuality = factuality, Responsibility = draft.Type is "ASSAULT" or "COERCE" ? responsibility : null };
        ImmutableArray<Speaker> speakers = SpeakerReader.Read(placed, attributions) is { IsEmpty: false } told ? told : ResponsibilityReader.Taken(placed) is { } taken ? [taken] : [];
        if (SpeakerReader.IsWithheld(placed, attributions))
        {
            // "neither confirmed nor denied that it shelled the port": what is thought of one side, by nobody's account. A deed by its name stands.
            factuality = placed.Initiators.IsEmpty ? Factuality.Asserted : Factuality.Hypothetical;
        }
        else if (SpeakerReader.Denied(placed, attributions) && factuality is Factuality.Asserted or Factuality.Reported or Factuality.Planned or Factuality.Habitual)
        {
            // "denied that any attack had taken place", too.
            factuality = Factuality.Denied;
        }
        else if (factuality == Factuality.Negated && placed.Type is "ASSAULT" or "COERCE" && speakers.Any(p => p.Side == "initiator" && !p.OutletCited))
        {
            // "The army said it had not shelled the town": who is asked whether they did denies it.
            factuality = Factuality.Denied;
        }
        else if (factuality == Factuality.Asserted && speakers.Any(p => p.Side is not "outlet" || p.OutletCited))
        {
            factuality = Factuality.Reported;
        }

        return placed with { Speakers = speakers, Factuality = factuality, Responsibility = placed.Responsibility ?? ResponsibilityReader.Own(placed, speakers, factuality) };
    }
}
