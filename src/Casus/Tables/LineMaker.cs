using System.Collections.Immutable;
using System.Globalization;
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
        return new EventLine(
            told.Id,
            told.Type,
            told.Modes,
            told.Quad,
            told.Cameo,
            EnumWords<Factuality>.Of(told.Factuality),
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
            told.TollOf(TollKind.Killed)?.Min,
            told.TollOf(TollKind.Killed)?.Max,
            told.TollOf(TollKind.Injured)?.Min,
            told.TollOf(TollKind.Injured)?.Max,
            told.TollOf(TollKind.Abducted)?.Min,
            told.TollOf(TollKind.Abducted)?.Max,
            told.TollOf(TollKind.Arrested)?.Min,
            told.TollOf(TollKind.Arrested)?.Max,
            told.TollOf(TollKind.Displaced)?.Min,
            told.TollOf(TollKind.Displaced)?.Max,
            told.TollOf(TollKind.Missing)?.Min,
            told.TollOf(TollKind.Missing)?.Max,
            told.TollOf(TollKind.Expelled)?.Min,
            told.TollOf(TollKind.Expelled)?.Max,
            told.TollOf(TollKind.Mobilized)?.Min,
            told.TollOf(TollKind.Mobilized)?.Max,
            told.TollOf(TollKind.Surrendered)?.Min,
            told.TollOf(TollKind.Surrendered)?.Max,
            told.Accounts.Length,
            told.Stories.Length,
            told.Articles.Length,
            told.Claims);
    }

    public static IEnumerable<AccountLine> Accounts(Event told) =>
        told.Accounts.Select(a => new AccountLine(told.Id, a.Voice, a.ActorId, a.Side, EnumWords<Factuality>.Of(a.Factuality), [.. a.Tolls.Select(Say)], a.StoryId, a.Claims));

    public static List<SupportLine> Support(Event told)
    {
        var lines = new List<SupportLine>();
        Support(lines, told.Id, "initiators", told.Initiators, Names(told.Initiators.Value));
        Support(lines, told.Id, "targets", told.Targets, Names(told.Targets.Value));
        Support(lines, told.Id, "time", told.Time, told.Time.Value.Value ?? $"{told.Time.Value.Earliest:O}/{told.Time.Value.Latest:O}");
        if (told.Place is { } place)
        {
            Support(lines, told.Id, "place", place, place.Value.PlaceId ?? place.Value.Evidence.Quote);
        }

        foreach (Resolved<Toll> toll in told.Tolls)
        {
            Support(lines, told.Id, EnumWords<TollKind>.Of(toll.Value.Kind), toll, Say(toll.Value));
        }

        return lines;
    }

    public static ClaimLine Claim(EventClaim claim) => new(
        claim.Id,
        claim.ArticleId,
        claim.Sentence,
        claim.Type,
        claim.Modes,
        claim.Quad,
        claim.Cameo,
        EnumWords<Factuality>.Of(claim.Factuality),
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
        claim.Tolls.Select(t => new TollLine(claim.Id, claim.ArticleId, EnumWords<TollKind>.Of(t.Kind), t.Min, t.Max, t.Approximate ? 1 : 0, t.Whom, t.Evidence.Quote, t.Rule.Value));

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
        new(claim.Id, claim.ArticleId, claim.Sentence, claim.Relation, claim.A.Evidence.Quote, claim.A.ActorId, claim.B.Evidence.Quote, claim.B.ActorId, claim.From?.Value, claim.To?.Value, claim.Change?.From, claim.Change?.To, EnumWords<Factuality>.Of(claim.Factuality), Rules(claim));

    /// <param name="offsets">Of the article's text.</param>
    public static List<EvidenceLine> Evidence(Claim claim, CodePoints offsets)
    {
        var words = new List<CitedWords>();
        CitedWords.Add(claim, words);
        var lines = new List<EvidenceLine>(words.Count);
        foreach (CitedWords one in words)
        {
            lines.Add(Evidence(claim, one, offsets));
        }

        return lines;
    }

    public static EvidenceLine Evidence(Claim claim, in CitedWords words, CodePoints offsets) => new(
        claim.Id,
        claim.ArticleId,
        words.Field,
        words.Words.Span is { } first ? offsets.FromUtf16(first.Begin) : null,
        words.Words.Span is { } last ? offsets.FromUtf16(last.End) : null,
        words.Words.Quote,
        words.Rule?.Value);

    public static IEnumerable<EditionLine> Editions(Story story) => story.Editions.Select(e => new EditionLine(story.Id, e.ArticleId, e.Kind, e.Of, Math.Round(e.Overlap, 4)));

    /// <summary>"at least 46 killed (soldiers)"; "some" for people whom nobody counts.</summary>
    public static string Say(Toll toll) => Say(toll, Number);

    /// <param name="number">How numbers are written.</param>
    public static string Say(Toll toll, Func<double, string> number)
    {
        string about = toll.Approximate ? "about " : "";
        string count = toll.IsUncounted() ? "some"
            : toll.Max is not { } most ? $"at least {about}{number(toll.Min)}"
            : most == toll.Min ? about + number(toll.Min)
            : $"{about}{number(toll.Min)} to {number(most)}";
        return count + " " + EnumWords<TollKind>.Of(toll.Kind) + (toll.Whom is { } whom ? $" ({whom})" : "");
    }

    private static string Bounds(double min, double? max) => max is null ? $"at least {Number(min)}" : max == min ? Number(min) : $"{Number(min)} to {Number(max.Value)}";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Names(ImmutableArray<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name));

    private static ImmutableArray<string> Quotes(ImmutableArray<Party> parties) => [.. parties.Select(p => p.Evidence.Quote)];

    private static ImmutableArray<string> Ids(ImmutableArray<Party> parties) => [.. parties.Select(p => p.ActorId).OfType<string>()];

    private static ImmutableArray<string> Speakers(Claim claim) => [.. claim.Speakers.Select(s => s.Evidence.Quote)];

    private static ImmutableArray<string> Rules(Claim claim) => [.. claim.Rules.Select(r => r.Value)];

    private static void Support<T>(List<SupportLine> lines, string id, string field, Resolved<T> resolved, string value)
    {
        foreach (string claim in resolved.Support)
        {
            lines.Add(new SupportLine(id, field, "supports", value, resolved.Rule.Value, claim));
        }

        foreach (Dissent dissent in resolved.Dissent)
        {
            foreach (string claim in dissent.Claims)
            {
                lines.Add(new SupportLine(id, field, "dissents", dissent.Value, resolved.Rule.Value, claim));
            }
        }
    }
}
