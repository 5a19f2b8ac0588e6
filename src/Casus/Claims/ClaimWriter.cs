using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Drafts of a whole article → claims: later tellings completed and linked, ranks, ids.</summary>
internal static class ClaimWriter
{
    private static readonly RuleId SameRule = new("same.definite");
    private static readonly RuleId CueRule = new("link.connective");
    private static readonly RuleId RetaliationRule = new("target.retaliated");

    public static Reading Write(
        Analysis analysis,
        List<Draft> drafts,
        List<(Draft From, Draft To, string Kind, Evidence Cue)> cues,
        List<StatisticFound> statistics,
        List<RelationFound> relations,
        List<AccountFound> accounts,
        ILookup<int, Attribution> attributions,
        Lexicon lexicon)
    {
        List<(int From, int To, string Kind, Evidence Cue, RuleId Rule)> links = [];
        var original = drafts.ToArray();
        var again = new bool[drafts.Count];
        PlaceToldLater.Complete(drafts);
        for (int i = 0; i < drafts.Count; i++)
        {
            if (MentionedAgain.Earlier(drafts, i) is >= 0 and var earlier)
            {
                drafts[i] = MentionedAgain.Complete(drafts[i], drafts[earlier]);
                links.Add((i, earlier, "same", analysis.Article.Quote(drafts[i].TriggerSpan), SameRule));
                again[i] = true;
            }
            else if (Suffered.In(drafts, i, (a, b) => cues.Exists(c => c.Kind != "causes" && ((c.From == original[a] && c.To == original[b]) || (c.From == original[b] && c.To == original[a])))) is >= 0 and var violence)
            {
                links.Add((i, violence, "same", analysis.Article.Quote(drafts[i].TriggerSpan), Suffered.Rule));
                again[i] = true;
            }

            if (drafts[i].Type == "THREATEN" && drafts[i].Targets.IsEmpty && Attacker(drafts, i) is { } attack)
            {
                drafts[i] = Answering(drafts[i], drafts[attack]);
            }

            drafts[i] = Dispute.Complete(drafts, i, lexicon.Knowledge.Actors, lexicon.Knowledge.Ontology);
            if (LinkReader.Backward(drafts[i].View) is { } back && Nearest(drafts, i, back.Cue) && Hostile(drafts, i, back.Kind, lexicon) is { } cause)
            {
                if (back.Kind == ClaimLinkKind.Retaliates && drafts[i].Targets.IsEmpty && drafts[i].Victims.IsEmpty)
                {
                    drafts[i] = Answering(drafts[i], drafts[cause]);
                }

                (int from, int to) = back.Forward ? (i, cause) : (cause, i);
                links.Add((from, to, back.Kind, analysis.Article.Quote(back.Cue), CueRule));
            }
        }

        DeedOfAnother.Complete(drafts);
        TollGatherer.Gather(drafts, [.. links.Where(l => l.Kind == "same").Select(l => (l.From, l.To))], again);
        foreach ((int text, int headline) in Headlined.In(drafts))
        {
            links.Add((text, headline, ClaimLinkKind.Same, analysis.Article.Quote(drafts[text].TriggerSpan), Headlined.Rule));
        }

        foreach ((Draft from, Draft to, string kind, Evidence cue) in cues)
        {
            links.Add((Array.IndexOf(original, from), Array.IndexOf(original, to), kind, cue, CueRule));
        }

        ImmutableArray<Mention> pairs = BothSides.In(analysis);
        ImmutableArray<int> order = [.. Enumerable.Range(0, drafts.Count)
            .OrderByDescending(i => ClaimRanker.Weight(drafts[i], again[i]))
            .ThenBy(i => drafts[i].Sentence).ThenBy(i => drafts[i].Token)];
        var claims = new EventClaim[drafts.Count];
        for (int rank = 0; rank < order.Length; rank++)
        {
            claims[order[rank]] = Event(analysis, BothSides.Named(drafts[order[rank]], pairs), rank + 1, lexicon);
        }

        List<(EventClaim Claim, EventClaim Of, Evidence Cue, RuleId Rule)> beside = [];
        foreach (AccountFound account in accounts)
        {
            if (drafts.FindIndex(d => d.Sentence == account.Sentence && d.Token == account.Token && d.Type == "ASSAULT") is >= 0 and var deed)
            {
                Draft draft = LaterAccount.Of(drafts[deed], account);
                beside.Add((Event(analysis, BothSides.Named(draft, pairs), claims.Length + beside.Count + 1, lexicon), claims[deed], account.Evidence, account.Rule));
            }
        }

        ImmutableArray<Claim> all =
        [
            .. claims,
            .. beside.Select(b => b.Claim),
            .. statistics.Select(f => Statistic(analysis, f, attributions)),
            .. relations.Where(f => !RelationWriter.IsDenied(f, attributions)).Select(f => RelationWriter.Write(analysis, f, attributions)).DistinctBy(r => r.Id),
        ];
        ImmutableArray<ClaimLink> written = [.. links
            .Where(l => l.From >= 0 && l.To >= 0 && l.From != l.To)
            .Select(l => new ClaimLink(claims[l.From].Id, claims[l.To].Id, l.Kind, l.Cue, l.Rule))
            .Concat(beside.Where(b => b.Claim.Id != b.Of.Id).Select(b => new ClaimLink(b.Claim.Id, b.Of.Id, ClaimLinkKind.Same, b.Cue, b.Rule)))
            .DistinctBy(l => (l.From, l.To, l.Kind))
            .OrderBy(l => l.Cue.Span).ThenBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To, StringComparer.Ordinal)];
        return new Reading(analysis, [.. all.DistinctBy(c => c.Id)], written);
    }

    /// <summary>What is answered was done by those whom the answer is meant for.</summary>
    private static Draft Answering(Draft answer, Draft deed) => RoleReader.Except(deed.Initiators, answer.Initiators) is { IsEmpty: false } doers
        ? answer with { Targets = MentionedAgain.Implied(doers), Rules = answer.Rules.Add(RetaliationRule) }
        : answer;

    /// <summary>The violence that a vow answers: the nearest earlier one by somebody else.</summary>
    private static int? Attacker(List<Draft> drafts, int at)
    {
        for (int i = at - 1; i >= 0 && drafts[at].Sentence - drafts[i].Sentence <= 4; i--)
        {
            if (drafts[i].Type == "ASSAULT" && !RoleReader.Except(drafts[i].Initiators, drafts[at].Initiators).IsEmpty && Concerns(drafts[i], drafts[at], said: false))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether it was done to those who answer; of an attack that tells nobody struck, whether it was told right before.</summary>
    /// <param name="said">The words say that it is an answer; then it may stand in another paragraph.</param>
    private static bool Concerns(Draft attack, Draft answer, bool said)
    {
        ImmutableArray<Role> struck = [.. attack.Targets, .. attack.Victims];
        string? home = answer.Initiators.Select(r => SentenceCoder.CountryOf(answer, r.Party)).FirstOrDefault(c => c is not null);
        string? where = attack.Place?.PlaceId is { } id ? attack.View.Lexicon.Knowledge.Places.Find(id)?.Country : null;
        if (home is not null && where == home && !attack.Initiators.IsEmpty && attack.Initiators.All(r => SentenceCoder.CountryOf(attack, r.Party) is { } from && from != home))
        {
            // "Kabul vowed to answer": whoever was struck by others in Afghanistan, it was struck.
            return true;
        }

        return struck.Any(r => r.Party.ActorId is not null) ? MentionedAgain.Agree(struck, answer.Initiators)
            : !said && home is not null && where is not null && where != home ? false
            : answer.Sentence - attack.Sentence <= 2 && (said || answer.View.Sentence.Block == attack.View.Sentence.Block);
    }

    /// <summary>Of the drafts of a sentence the one closest to the cue is meant.</summary>
    private static bool Nearest(List<Draft> drafts, int at, TextSpan cue)
    {
        SentenceView s = drafts[at].View;
        int word = s.HeadOf(cue);
        int Far(Draft draft) => draft.Tokens.Min(t => s.Distance(t, word));
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].View == s && (Far(drafts[i]) < Far(drafts[at]) || (i < at && Far(drafts[i]) == Far(drafts[at]))))
            {
                return false;
            }
        }

        return true;
    }

    private static int? Hostile(List<Draft> drafts, int at, string kind, Lexicon lexicon)
    {
        for (int i = at - 1; i >= 0 && drafts[at].Sentence - drafts[i].Sentence <= 3; i--)
        {
            bool before = drafts[i].Sentence < drafts[at].Sentence
                || (drafts[i].Token < drafts[at].Token && !drafts[i].Initiators.IsEmpty && !drafts[at].Initiators.IsEmpty && RoleReader.Except(drafts[i].Initiators, drafts[at].Initiators).Length == drafts[i].Initiators.Length);
            if (before && (kind != ClaimLinkKind.Retaliates || Concerns(drafts[i], drafts[at], said: true)) && lexicon.Knowledge.Ontology.Find(drafts[i].Type)?.Quad == 4 && drafts[i].Factuality is Factuality.Asserted or Factuality.Reported)
            {
                return i;
            }
        }

        return null;
    }

    private static EventClaim Event(Analysis analysis, Draft draft, int rank, Lexicon lexicon)
    {
        ImmutableArray<Party> initiators = [.. draft.Initiators.Select(r => r.Party)];
        ImmutableArray<Party> targets = [.. draft.Targets.Select(r => r.Party)];
        ImmutableArray<Party> victims = [.. draft.Victims.Select(r => r.Party)];
        EventType? type = lexicon.Knowledge.Ontology.Find(draft.Type);
        bool happened = draft.Factuality is not (Factuality.Planned or Factuality.Threatened or Factuality.Hypothetical);
        return new EventClaim(
            ClaimIds.Of(analysis.Article.Id, "event", draft.Type, draft.TriggerSpan, initiators, targets.Concat(victims), draft.Tolls, draft.Factuality),
            analysis.Article.Id,
            draft.Sentence,
            draft.Rules,
            [analysis.Article.Quote(draft.View.Sentence.Span), .. draft.MoreEvidence],
            draft.Speakers,
            draft.Factuality,
            draft.Type,
            Modes(draft, type),
            type?.Quad ?? 0,
            CameoReader.WithMode(draft, type),
            rank,
            ClaimRanker.Score(draft),
            analysis.Article.Quote(draft.TriggerSpan),
            initiators,
            targets,
            victims,
            draft.Means,
            draft.Time ?? TimeOfEvent.Bound(analysis, happened),
            draft.Place,
            [.. draft.Tolls.OrderBy(t => t.Kind)],
            draft.Responsibility)
        {
            Weighed = draft.Weighed,
        };
    }

    /// <summary>What the type knows of the draft's modes; that none is told, where the type has a word for it.</summary>
    private static ImmutableArray<string> Modes(Draft draft, EventType? type)
    {
        ImmutableArray<string> told = [.. draft.Modes.Where(m => type?.Mode(m) is not null)];
        return told.IsEmpty && type?.Mode(EventMode.Untold) is not null ? [EventMode.Untold] : told;
    }

    private static StatisticClaim Statistic(Analysis analysis, StatisticFound found, ILookup<int, Attribution> attributions)
    {
        SentenceView s = found.View;
        var rule = new RuleId("statistic.period");
        TextSpan at = s[found.Token].Span;
        ImmutableArray<Speaker> speakers = SpeakerReader.At(s, at, attributions[s.Index]);
        if (speakers.IsEmpty)
        {
            speakers = [.. found.Compilers.Where(c => c >= 0).Select(c => PartyReader.Read(s, c, rule)).OfType<Party>()
                .Select(p => new Speaker(p.Evidence, p.Resolution, "reported", null, false))];
        }

        PlaceMention? place = s.Places.Where(p => p.Head >= 0 && s.Lexicon.In("locative", s.Case(p.Head))).OrderBy(p => s.Distance(p.Head, found.Token)).ThenBy(p => p.Span).FirstOrDefault();
        return new StatisticClaim(
            "c-" + ContentHash.Of(analysis.Article.Id, "statistic", found.Measure, at.ToString(), FormattableString.Invariant($"{found.ChangePercent} {found.Min} {found.Max}")),
            analysis.Article.Id,
            s.Index,
            [rule],
            [analysis.Article.Quote(s.Sentence.Span)],
            speakers,
            speakers.IsEmpty ? Factuality.Asserted : Factuality.Reported,
            found.Measure,
            found.Cause,
            place is null ? null : new ClaimPlace(place.PlaceId, place.Precision, analysis.Article.Quote(place.Span), rule),
            found.Period,
            found.Baseline,
            found.ChangePercent,
            found.Min,
            found.Max,
            found.Breakdown);
    }
}
