using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.Tables;

/// <summary>Events, claims and articles → published rows.</summary>
public sealed class LineMaker(KnowledgeBase knowledge)
{
    public EventLine Event(Event told)
    {
        ClaimTime time = told.Time.Value;
        ClaimPlace? where = told.Place?.Value;
        Place? place = where?.PlaceId is { } id ? knowledge.Places.Find(id) : null;
        long? Min(TollKind kind) => First(told, kind)?.Min;
        long? Max(TollKind kind) => First(told, kind)?.Max;
        return new EventLine(
            told.Id,
            told.Type,
            told.Modes,
            told.Quad,
            told.Cameo,
            Word(told.Factuality),
            [.. told.Initiators.Value.Select(p => p.Name)],
            [.. told.Initiators.Value.Select(p => p.ActorId).OfType<string>()],
            [.. told.Targets.Value.Select(p => p.Name)],
            [.. told.Targets.Value.Select(p => p.ActorId).OfType<string>()],
            time.Earliest,
            time.Latest,
            time.Precision,
            place?.Name ?? where?.Evidence.Quote,
            where?.PlaceId,
            where?.Precision,
            place is { Kind: "admin1" } ? place.Name : place?.Admin1 is { } division ? knowledge.Places.Find(division)?.Name ?? division : null,
            place is { Kind: "country" } ? place.Name : place?.Country is { } country ? knowledge.Places.CountryOf(country)?.Name ?? country : null,
            place?.Latitude,
            place?.Longitude,
            Min(TollKind.Killed),
            Max(TollKind.Killed),
            Min(TollKind.Injured),
            Max(TollKind.Injured),
            Min(TollKind.Abducted),
            Max(TollKind.Abducted),
            Min(TollKind.Arrested),
            Max(TollKind.Arrested),
            Min(TollKind.Displaced),
            Max(TollKind.Displaced),
            Min(TollKind.Missing),
            Max(TollKind.Missing),
            Min(TollKind.Expelled),
            Max(TollKind.Expelled),
            Min(TollKind.Mobilized),
            Max(TollKind.Mobilized),
            Min(TollKind.Surrendered),
            Max(TollKind.Surrendered),
            told.Accounts.Length,
            told.Stories.Length,
            told.Articles.Length,
            told.Claims);
    }

    public static IEnumerable<AccountLine> Accounts(Event told) =>
        told.Accounts.Select(a => new AccountLine(told.Id, a.Voice, a.ActorId, a.Side, Word(a.Factuality), [.. a.Tolls.Select(Say)], a.StoryId, a.Claims));

    public static IEnumerable<SupportLine> Support(Event told) =>
    [
        .. Support(told.Id, "initiators", told.Initiators, Names),
        .. Support(told.Id, "targets", told.Targets, Names),
        .. Support(told.Id, "time", told.Time, t => t.Value ?? $"{t.Earliest:O}/{t.Latest:O}"),
        .. told.Place is { } place ? Support(told.Id, "place", place, p => p.PlaceId ?? p.Evidence.Quote) : [],
        .. told.Tolls.SelectMany(t => Support(told.Id, Word(t.Value.Kind), t, Say)),
    ];

    public static ClaimLine Claim(EventClaim claim) => new(
        claim.Id,
        claim.ArticleId,
        claim.Sentence,
        claim.Type,
        claim.Modes,
        claim.Quad,
        claim.Cameo,
        Word(claim.Factuality),
        claim.Rank,
        Math.Round(claim.Score, 4),
        claim.Trigger.Quote,
        Quotes(claim.Initiators),
        Ids(claim.Initiators),
        Quotes(claim.Targets),
        Ids(claim.Targets),
        Quotes(claim.Victims),
        [.. claim.Means.Select(m => m.Kind)],
        claim.Time.Value,
        claim.Time.Earliest,
        claim.Time.Latest,
        claim.Place?.Evidence.Quote,
        claim.Place?.PlaceId,
        [.. claim.Tolls.Select(Say)],
        Speakers(claim),
        Rules(claim));

    public static IEnumerable<TollLine> Tolls(EventClaim claim) =>
        claim.Tolls.Select(t => new TollLine(claim.Id, claim.ArticleId, Word(t.Kind), t.Min, t.Max, t.Approximate ? 1 : 0, t.Whom, t.Evidence.Quote, t.Rule.Value));

    public static StatisticLine Statistic(StatisticClaim claim) => new(
        claim.Id,
        claim.ArticleId,
        claim.Sentence,
        claim.Measure,
        claim.Cause,
        claim.Place?.Evidence.Quote,
        claim.Place?.PlaceId,
        claim.Period?.Value,
        claim.Baseline?.Value,
        claim.ChangePercent,
        claim.Min,
        claim.Max,
        [.. claim.Breakdown.Select(p => $"{Bounds(p.Min, p.Max)} {p.Whom}")],
        Speakers(claim),
        Rules(claim));

    public static RelationLine Relation(RelationClaim claim) =>
        new(claim.Id, claim.ArticleId, claim.Sentence, claim.Relation, claim.A.Evidence.Quote, claim.A.ActorId, claim.B.Evidence.Quote, claim.B.ActorId, claim.From?.Value, claim.To?.Value, claim.Change?.From, claim.Change?.To, Word(claim.Factuality), Rules(claim));

    /// <param name="offsets">Of the article's text.</param>
    public static IEnumerable<EvidenceLine> Evidence(Claim claim, CodePoints offsets) =>
        EvidenceOf(claim).Select(e => new EvidenceLine(
            claim.Id,
            claim.ArticleId,
            e.Field,
            e.Words.Span is { } b ? offsets.FromUtf16(b.Begin) : null,
            e.Words.Span is { } s ? offsets.FromUtf16(s.End) : null,
            e.Words.Quote,
            e.Rule?.Value));

    /// <summary>All words that the claim stands on.</summary>
    public static IEnumerable<Evidence> Words(Claim claim) => EvidenceOf(claim).Select(e => e.Words);

    public static IEnumerable<EditionLine> Editions(Story story) => story.Editions.Select(e => new EditionLine(story.Id, e.ArticleId, e.Kind, e.Of, Math.Round(e.Overlap, 4)));

    /// <summary>"at least 46 killed (soldiers)".</summary>
    public static string Say(Toll toll) =>
        $"{(toll.Approximate ? "about " : "")}{Bounds(toll.Min, toll.Max)} {Word(toll.Kind)}{(toll.Whom is { } whom ? $" ({whom})" : "")}";

    private static string Bounds(double min, double? max) => max is null ? $"at least {Number(min)}" : max == min ? Number(min) : $"{Number(min)} to {Number(max.Value)}";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Names(ImmutableArray<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name));

    private static ImmutableArray<string> Quotes(ImmutableArray<Party> parties) => [.. parties.Select(p => p.Evidence.Quote)];

    private static ImmutableArray<string> Ids(ImmutableArray<Party> parties) => [.. parties.Select(p => p.ActorId).OfType<string>()];

    private static ImmutableArray<string> Speakers(Claim claim) => [.. claim.Speakers.Select(s => s.Evidence.Quote)];

    private static ImmutableArray<string> Rules(Claim claim) => [.. claim.Rules.Select(r => r.Value)];

    private static Toll? First(Event told, TollKind kind) => told.Tolls.FirstOrDefault(t => t.Value.Kind == kind)?.Value;

    private static IEnumerable<SupportLine> Support<T>(string id, string field, Resolved<T> resolved, Func<T, string> say) =>
        resolved.Support.Select(c => new SupportLine(id, field, "supports", say(resolved.Value), resolved.Rule.Value, c))
            .Concat(resolved.Dissent.SelectMany(d => d.Claims.Select(c => new SupportLine(id, field, "dissents", d.Value, resolved.Rule.Value, c))));

    private static IEnumerable<(string Field, Evidence Words, RuleId? Rule)> EvidenceOf(Claim claim)
    {
        foreach (Evidence words in claim.Evidence)
        {
            yield return ("statement", words, claim.Rules.IsEmpty ? null : claim.Rules[0]);
        }

        foreach (Speaker speaker in claim.Speakers)
        {
            yield return (speaker.OutletCited ? "outlet-cited" : "speaker", speaker.Evidence, speaker.Resolution?.Rule);
        }

        IEnumerable<(string, Evidence, RuleId?)> own = claim switch
        {
            EventClaim told => OfEvent(told),
            StatisticClaim statistic => [.. Optional("place", statistic.Place?.Evidence, statistic.Place?.Rule), .. Optional("period", statistic.Period?.Evidence, statistic.Period?.Rule), .. Optional("baseline", statistic.Baseline?.Evidence, statistic.Baseline?.Rule), .. statistic.Breakdown.Select(p => ("part", p.Evidence, (RuleId?)null))],
            RelationClaim relation => [("a", relation.A.Evidence, relation.A.Rule), ("b", relation.B.Evidence, relation.B.Rule), .. Optional("from", relation.From?.Evidence, relation.From?.Rule), .. Optional("to", relation.To?.Evidence, relation.To?.Rule)],
            _ => throw new NotSupportedException(claim.GetType().Name),
        };
        foreach ((string, Evidence, RuleId?) line in own)
        {
            yield return line;
        }
    }

    private static IEnumerable<(string, Evidence, RuleId?)> OfEvent(EventClaim claim) =>
    [
        ("trigger", claim.Trigger, claim.Rules.IsEmpty ? null : claim.Rules[0]),
        .. claim.Initiators.Select(p => ("initiator", p.Evidence, (RuleId?)p.Rule)),
        .. claim.Targets.Select(p => ("target", p.Evidence, (RuleId?)p.Rule)),
        .. claim.Victims.Select(p => ("victim", p.Evidence, (RuleId?)p.Rule)),
        .. claim.Means.Select(m => ("means", m.Evidence, (RuleId?)null)),
        .. Optional("time", claim.Time.Evidence, claim.Time.Rule),
        .. Optional("place", claim.Place?.Evidence, claim.Place?.Rule),
        .. claim.Tolls.Select(t => (Word(t.Kind), t.Evidence, (RuleId?)t.Rule)),
        .. Optional("responsibility", claim.Responsibility?.Evidence, null),
    ];

    private static IEnumerable<(string, Evidence, RuleId?)> Optional(string field, Evidence? words, RuleId? rule) => words is null ? [] : [(field, words, rule)];
}
