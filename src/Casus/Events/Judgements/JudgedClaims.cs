using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>Judgements brought to bear on the claims of a record: before linking on claims and pairs, after it on events.</summary>
public sealed class JudgedClaims
{
    private readonly JudgementBook book;
    private readonly KnowledgeBase knowledge;
    private readonly Dictionary<string, ImmutableArray<Claim>> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Judgement By, Correction Value)>> corrections = new(StringComparer.Ordinal);
    private readonly HashSet<string> accepted = new(StringComparer.Ordinal);
    private readonly List<FoundSplit> splits = [];
    private readonly JudgedActors actors;

    /// <param name="claims">Those of the record.</param>
    /// <param name="article">Finds the articles of judged stories: <see cref="JudgedTexts.Finder"/>.</param>
    public JudgedClaims(JudgementBook book, IClaimSource claims, Func<ArticleAnchor, string?> article, KnowledgeBase knowledge)
    {
        this.book = book;
        this.knowledge = knowledge;
        actors = new JudgedActors(book.Effective, knowledge.Actors);
        var finder = new ClaimFinder(claims);
        var pairs = new ClaimPairs();
        var rejected = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (Judgement judgement in book.Effective.Where(j => j.Subject.Kind is SubjectKind.Claim or SubjectKind.Event))
        {
            ImmutableArray<Claim> own = found[judgement.Id] = finder.Find(judgement.Subject.Claims);
            ImmutableArray<Claim> others = judgement.Other is { } other ? finder.Find(other.Claims) : [];
            if (own.IsEmpty || (judgement.Other is not null && others.IsEmpty))
            {
                waiting[judgement.Id] = $"{(own.IsEmpty ? judgement.Subject.Id : judgement.Other!.Id)} and its words are not in the record now";
                continue;
            }

            Apply(judgement, Ids(own), Ids(others), pairs, rejected);
        }

        Constraints = new(pairs.Same, pairs.Different, rejected.ToImmutable()) { Stories = JudgedTexts.Of(book.Effective, article, waiting) };
    }

    public LinkConstraints Constraints { get; }

    /// <summary>What is judged of each claim, in words that differ where the judgement does. A claim of which this says nothing is linked as if nobody had judged, unless an actor of it is.</summary>
    public IEnumerable<(string Claim, string Effect)> Effects =>
        Constraints.RejectedClaims.Select(c => (c, "rejected"))
            .Concat(accepted.Select(c => (c, "accepted")))
            .Concat(corrections.SelectMany(c => c.Value.Select((v, i) => (c.Key, $"{i} {v.By.Id}"))))
            .Concat(Constraints.Same.SelectMany(p => Both(p, "same")))
            .Concat(Constraints.Different.SelectMany(p => Both(p, "different")))
            .Concat(EventCorrections().SelectMany(j => j.Claims.Select(c => (c, j.Id))));

    /// <summary>As <see cref="Effects"/>, of actors that are not left as they are.</summary>
    public IEnumerable<(string Actor, string Effect)> ActorEffects => actors.Effects;

    /// <summary>Claims of which what is judged hangs together: where one is linked anew, all are.</summary>
    public IEnumerable<ImmutableArray<string>> Ties => EventCorrections().Select(j => j.Claims).Concat(splits.Select(s => s.Staying.AddRange(s.Leaving))).Concat(Constraints.Same.Select(p => ImmutableArray.Create(p.ClaimA, p.ClaimB)));

    /// <summary>The claim as people have judged it; the stored one stays as it was coded.</summary>
    public Claim Judged(Claim claim)
    {
        if (claim is not EventClaim told)
        {
            return claim;
        }

        told = actors.IsEmpty ? told : actors.In(told);
        told = accepted.Contains(told.Id) ? told with { Score = Math.Max(told.Score, EventResolution.SureEnough) } : told;
        foreach ((Judgement by, Correction value) in corrections.GetValueOrDefault(told.Id) ?? [])
        {
            told = ClaimCorrection.Apply(told, value, by);
        }

        return told;
    }

    /// <summary>Corrects events, and tells what became of every judgement.</summary>
    /// <param name="events">Those that were joined now, in the order of their ids.</param>
    /// <param name="others">The events that stay as they are, corrected before, in which a claim stands.</param>
    public (ImmutableArray<Event> Events, ImmutableArray<JudgementOutcome> Outcomes, ImmutableArray<JudgementContradiction> Contradictions) On(ImmutableArray<Event> events, Func<string, IEnumerable<string>> others)
    {
        events = SplitNames.Of(events, splits);
        Dictionary<string, Event> judged = events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        ILookup<string, string> joined = events.SelectMany(e => e.Claims.Select(c => (Claim: c, e.Id))).ToLookup(p => p.Claim, p => p.Id, StringComparer.Ordinal);
        Dictionary<string, string?> eventOf = new(StringComparer.Ordinal);
        var chosen = new Dictionary<(string Event, string Field), Judgement>();
        var outcomes = new Dictionary<string, JudgementOutcome>(StringComparer.Ordinal);
        var contradictions = ImmutableArray.CreateBuilder<JudgementContradiction>();
        foreach (Judgement judgement in book.All)
        {
            if (book.Settled(judgement) is { } settled)
            {
                outcomes[judgement.Id] = settled;
                continue;
            }

            string? bearing = Bearing(judgement, Event);
            if (IsOfEvent(judgement) && !waiting.ContainsKey(judgement.Id))
            {
                Correct(judgement, bearing);
            }

            outcomes[judgement.Id] = waiting.TryGetValue(judgement.Id, out string? why)
                ? new(judgement.Id, JudgementState.Waiting, null, why)
                : new(judgement.Id, JudgementState.Applied, bearing, null);
        }

        return ([.. events.Select(e => judged[e.Id])], [.. book.All.Select(j => outcomes[j.Id])], [.. book.Contradictions, .. contradictions]);

        // The first of those that tell a claim.
        string? Event(string claim)
        {
            if (!eventOf.TryGetValue(claim, out string? id))
            {
                eventOf.Add(claim, id = joined[claim].Concat(others(claim)).Min(StringComparer.Ordinal));
            }

            return id;
        }

        void Correct(Judgement judgement, string? bearing)
        {
            (Correction? value, string? problem) = Correction.Parse(judgement.Field!, judgement.Value!, knowledge);
            if (bearing is not { } at || value is null)
            {
                waiting[judgement.Id] = problem ?? $"no event is made of the claims of {judgement.Subject.Id} now";
                return;
            }

            // Two events that were corrected apart may have become one.
            if (chosen.TryGetValue((at, judgement.Field!), out Judgement? earlier))
            {
                outcomes[earlier.Id] = new(earlier.Id, JudgementState.Overruled, at, judgement.Id);
                if (earlier.By != judgement.By && earlier.Value != judgement.Value)
                {
                    contradictions.Add(new([earlier.Id, judgement.Id], judgement.Id, $"{earlier.Subject.Id} and {judgement.Subject.Id} are one event now, {at}: {earlier.By} says “{JudgementBook.Saying(earlier)}”, {judgement.By} later “{JudgementBook.Saying(judgement)}”: the later holds."));
                }
            }

            chosen[(at, judgement.Field!)] = judgement;
            if (judged.TryGetValue(at, out Event? told))
            {
                ImmutableArray<Claim> claims = [.. found[judgement.Id].Where(c => Event(c.Id) == at)];
                judged[at] = EventCorrection.Apply(told, value, judgement, Ids(claims), claims[0].Evidence[0].Text);
            }
        }
    }

    private static bool IsOfEvent(Judgement judgement) => judgement is { Verb: JudgementVerb.Correct, Subject.Kind: SubjectKind.Event };

    private static IEnumerable<(string, string)> Both((string A, string B) pair, string word) => [(pair.A, $"{word} {pair.B}"), (pair.B, $"{word} {pair.A}")];

    private IEnumerable<(string Id, ImmutableArray<string> Claims)> EventCorrections() =>
        book.Effective.Where(j => IsOfEvent(j) && !found[j.Id].IsEmpty).Select(j => (j.Id, Ids(found[j.Id])));

    private void Apply(Judgement judgement, ImmutableArray<string> own, ImmutableArray<string> others, ClaimPairs pairs, ImmutableHashSet<string>.Builder rejected)
    {
        switch (judgement.Verb)
        {
            case JudgementVerb.Accept:
                accepted.UnionWith(own);
                break;
            case JudgementVerb.Reject:
                rejected.UnionWith(own);
                break;
            case JudgementVerb.Same:
                pairs.Join([.. own.Union(others)]);
                break;
            case JudgementVerb.Different:
                pairs.Part(own, others);
                break;
            case JudgementVerb.Split:
                pairs.Part(own, others);
                pairs.Join(others);
                splits.Add(new(judgement, [.. own.Except(others)], others));
                break;
            case JudgementVerb.Correct when judgement.Subject.Kind == SubjectKind.Claim:
                (Correction? value, string? problem) = Correction.Parse(judgement.Field!, judgement.Value!, knowledge);
                if (value is null || found[judgement.Id][0] is not EventClaim)
                {
                    waiting[judgement.Id] = problem ?? "only claims of events are corrected";
                    break;
                }

                if (!corrections.TryGetValue(own[0], out List<(Judgement, Correction)>? all))
                {
                    corrections.Add(own[0], all = []);
                }

                all.Add((judgement, value));
                break;
        }
    }

    /// <summary>The event that holds most of the judged claims, the first of equals.</summary>
    private string? Bearing(Judgement judgement, Func<string, string?> eventOf) => found.TryGetValue(judgement.Id, out ImmutableArray<Claim> claims)
        ? claims.Select(c => eventOf(c.Id)).OfType<string>().GroupBy(e => e, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault()
        : null;

    private static ImmutableArray<string> Ids(ImmutableArray<Claim> claims) => [.. claims.Select(c => c.Id)];
}
