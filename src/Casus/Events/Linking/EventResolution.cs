using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// Makes the published row of a group of claims. Tolls are chosen by <see cref="TollResolution"/>, every other field by one rule: a story is one voice; the value
/// with most voices wins, then the more specific, then the later published, then the smaller text. What contradicts it is kept as dissent.
/// </summary>
public sealed class EventResolution(KnowledgeBase knowledge, ActorKinship kinship, PlaceContainment containment)
{
    /// <summary>Score from which a claim alone makes an event. On the project's samples nearly all below it were misread.</summary>
    public const double SureEnough = 0.6;

    private static readonly RuleId MostVoices = new("event.most-voices");

    private readonly TollResolution tollResolution = new(knowledge.Actors);

    /// <summary>Null when no claim of the group holds that it happened, or when none that is sure enough names or counts anybody.</summary>
    public Event? Resolve(IReadOnlyList<ClaimInContext> told)
    {
        ClaimInContext[] claims = CountsByVoice.Own([.. told.OrderBy(c => c.Published ?? DateOnly.MaxValue).ThenBy(c => c.Claim.ArticleId, StringComparer.Ordinal).ThenBy(c => c.Claim.Sentence).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)]);
        ClaimInContext[] vouched = [.. claims.Where(c => Happened(c.Claim.Factuality))];
        if (vouched.Length == 0 || !vouched.Any(c => Publishable(c.Claim)))
        {
            return null;
        }

        HashSet<string> deny = [.. claims.Where(c => c.Claim.Factuality == Factuality.Denied).SelectMany(c => c.Claim.Initiators).Select(p => p.ActorId).OfType<string>()];
        Resolved<ImmutableArray<EventParty>> initiators = Parties(vouched, c => IsOnlyAccused(c, deny) ? [] : c.Initiators), targets = Parties(vouched, c => c.Targets.IsEmpty ? c.Victims : c.Targets);
        Factuality factuality = Told(vouched, initiators);
        (ImmutableArray<Resolved<Toll>> tolls, ImmutableArray<TollBounds> bounds) = tollResolution.Of(vouched, id => IsOf(initiators.Value, id) || IsOf(targets.Value, id));
        EventClaim lead = vouched.MaxBy(c => c.Claim.Score)!.Claim;
        return new Event(
            Event.IdOf(claims[0].Claim.Id),
            lead.Type,
            Modes(vouched),
            lead.Quad,
            MostCommon(vouched.Select(c => c.Claim.Cameo).OfType<string>()),
            factuality,
            initiators,
            targets,
            Time(vouched),
            Place(vouched),
            tolls,
            AccountTable.Of(claims, id => IsOf(initiators.Value, id) == IsOf(targets.Value, id) ? null : IsOf(initiators.Value, id) ? "initiator" : "target"),
            [.. claims.Select(c => c.Claim.Id)],
            [.. claims.Select(c => c.StoryId).Distinct().Order(StringComparer.Ordinal)],
            [.. claims.Select(c => c.Claim.ArticleId).Distinct()])
        { Bounds = bounds };
    }

    /// <summary>The surest standing that a claim gives. What is stated without who did it, and of whom only reports say that they did it, is reported: the row names them.</summary>
    private static Factuality Told(ClaimInContext[] vouched, Resolved<ImmutableArray<EventParty>> initiators)
    {
        Factuality surest = vouched.Select(c => c.Claim.Factuality).MinBy(Standing);
        return surest == Factuality.Asserted && vouched.Where(c => initiators.Support.Contains(c.Claim.Id)).All(c => c.Claim.Factuality == Factuality.Reported) && !initiators.Value.IsEmpty
            ? Factuality.Reported
            : surest;
    }

    /// <summary>Whom somebody accuses of it and who denies it did not do it by that alone: both stand in the accounts.</summary>
    private static bool IsOnlyAccused(EventClaim claim, HashSet<string> deny) =>
        claim.Score < SureEnough && claim.Factuality == Factuality.Reported && claim.Initiators.Any(p => p.ActorId is { } id && deny.Contains(id));

    private bool IsOf(ImmutableArray<EventParty> parties, string actor) => parties.Any(p => p.ActorId is { } id && kinship.Of(id, actor) != Kinship.None);

    /// <summary>That no mode is told holds only where no claim tells one.</summary>
    private static ImmutableArray<string> Modes(ClaimInContext[] vouched)
    {
        string[] all = [.. vouched.SelectMany(c => c.Claim.Modes).Distinct().Order(StringComparer.Ordinal)];
        return all.Length > 1 ? [.. all.Where(m => m != EventMode.Untold)] : [.. all];
    }

    /// <summary>Whether a claim of this standing says that the thing took place.</summary>
    public static bool Happened(Factuality factuality) => factuality is Factuality.Asserted or Factuality.Reported or Factuality.Requested or Factuality.Historical;

    // "Attacks went on" is a remark, not a row: a published event has somebody in it, or at least a count of people. Without a count
    // its surest telling must also be surer than the coder's doubtful readings are; those stay claims that can be shown and reviewed.
    private static bool Publishable(EventClaim claim) =>
        claim.Tolls.Any(t => t.Min > 0)
        || (claim.Score >= SureEnough && claim.Initiators.Concat(claim.Targets).Concat(claim.Victims).Any(p => p.ActorId is not null || p.Class is not null));

    private static int Standing(Factuality factuality) => factuality switch { Factuality.Asserted => 0, Factuality.Reported => 1, Factuality.Requested => 2, _ => 3 };

    private Resolved<ImmutableArray<EventParty>> Parties(ClaimInContext[] claims, Func<EventClaim, ImmutableArray<Party>> role) =>
        Choose(
            claims,
            c => role(c).IsEmpty ? default : role(c).Select(p => Named(p, c)).DistinctBy(p => p.ActorId ?? p.Name).OrderBy(p => p.ActorId ?? "~" + p.Name, StringComparer.Ordinal).ToImmutableArray(),
            parties => string.Join(", ", parties.Select(p => p.Name)),
            parties => parties.Count(p => p.ActorId is not null) * 10 + parties.Max(p => p.ActorId is null ? 0 : kinship.Depth(p.ActorId)),
            Agree,
            Contradict)
        ?? new([], [.. claims.Select(c => c.Claim.Id)], [], new RuleId("event.not-told"));

    /// <summary>A country's people go by the words: "Colombian rebels" are not Colombia, and have not its id. Words that name two sides at once name neither.</summary>
    private EventParty Named(Party party, EventClaim told)
    {
        Actor? actor = party.ActorId is { } id ? knowledge.Actors.Find(id) : null;
        bool alone = !told.Initiators.Concat(told.Targets).Any(p => p.Evidence == party.Evidence && p.ActorId is not null && p.ActorId != party.ActorId);
        return party.ActorId is null || actor is { Kind: "country" } && party.Class is not null && alone
            ? new(knowledge.Sectors.Acts(party.ActorId, party.Class) ? party.ActorId : null, party.Evidence.Quote, party.Class)
            : new(party.ActorId, actor?.Name ?? party.ActorId, party.Class);
    }

    // Whom nobody names is the same only as far as the words are: "a driver" does not vouch for "two nurses".
    private bool Agree(ImmutableArray<EventParty> a, ImmutableArray<EventParty> b) =>
        a.Any(x => b.Any(y => (x.ActorId, y.ActorId) switch
        {
            ({ } first, { } second) => kinship.Of(first, second) != Kinship.None,
            (null, null) => LinkWords.Meet(x.Name, y.Name),
            _ => false,
        }));

    /// <summary>People called by other words may be the same people: only where one side is named is another value told.</summary>
    private bool Contradict(ImmutableArray<EventParty> a, ImmutableArray<EventParty> b) => !Agree(a, b) && (a.Any(p => p.ActorId is not null) || b.Any(p => p.ActorId is not null));

    private static Resolved<ClaimTime> Time(ClaimInContext[] claims) =>
        Choose(
            claims,
            c => c.Time,
            time => time.Value ?? $"by {time.Latest:yyyy-MM-dd}",
            time => Grain(time),
            (a, b) => a.Earliest is null || b.Latest is null || b.Earliest is null || a.Latest is null || (a.Earliest <= b.Latest && b.Earliest <= a.Latest))!;

    // A day on which it was told is no better than the week of it. What no words date happened by the first day on which it was told: the earlier bound says more.
    private static int Grain(ClaimTime time) => time.Value is null ? -(time.Latest?.DayNumber ?? int.MaxValue) : time.Precision switch { "time" or "day" => time.Rule == ClaimTime.Said ? 4 : 5, "week" => 4, "month" => 3, "season" or "quarter" => 2, "year" => 1, _ => 0 };

    private Resolved<ClaimPlace>? Place(ClaimInContext[] claims) =>
        Choose(
            claims,
            c => c.Place,
            place => place.Evidence.Quote,
            place => containment.Grain(place.PlaceId),
            (a, b) => containment.Of(a.PlaceId, b.PlaceId) != PlaceRelation.Disjoint);

    // One voice a story: candidates are counted by distinct stories. Specificity comes before the count for places and times that
    // agree ("Paktika" and "Afghanistan" are no rivals), hence the support of a candidate is everything that agrees with it.
    private static Resolved<T>? Choose<T>(ClaimInContext[] claims, Func<EventClaim, T?> field, Func<T, string> words, Func<T, int> grain, Func<T, T, bool> agree, Func<T, T, bool>? contradict = null)
    {
        var told = new List<(ClaimInContext Claim, T Value)>();
        foreach (ClaimInContext claim in claims)
        {
            if (field(claim.Claim) is { } value && !(value is ImmutableArray<EventParty> { IsDefault: true }))
            {
                told.Add((claim, value));
            }
        }

        if (told.Count == 0)
        {
            return null;
        }

        int Voices(T value) => told.Where(o => agree(value, o.Value)).Select(o => o.Claim.StoryId).Distinct().Count();
        (ClaimInContext _, T chosen) = told
            .OrderByDescending(t => Voices(t.Value))
            .ThenByDescending(t => grain(t.Value))
            .ThenByDescending(t => t.Claim.Claim.Score)
            .ThenByDescending(t => t.Claim.Published ?? DateOnly.MinValue)
            .ThenBy(t => words(t.Value), StringComparer.Ordinal)
            .First();
        // A month agrees with each of two days that do not agree: the day that most who agree with the month tell is the better answer.
        (ClaimInContext Claim, T Value)[] finer = [.. told.Where(t => grain(t.Value) > grain(chosen) && agree(chosen, t.Value) && 2 * Voices(t.Value) > Voices(chosen))];
        if (finer.Length > 0)
        {
            chosen = finer.OrderByDescending(t => Voices(t.Value)).ThenByDescending(t => grain(t.Value)).ThenByDescending(t => t.Claim.Claim.Score).ThenBy(t => words(t.Value), StringComparer.Ordinal).First().Value;
        }

        Func<T, T, bool> apart = contradict ?? ((a, b) => !agree(a, b));
        return new Resolved<T>(
            chosen,
            [.. told.Where(t => agree(chosen, t.Value)).Select(t => t.Claim.Claim.Id)],
            [.. told.Where(t => apart(chosen, t.Value)).GroupBy(t => words(t.Value), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Dissent(g.Key, [.. g.Select(t => t.Claim.Claim.Id)]))],
            MostVoices);
    }

    private static string? MostCommon(IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
