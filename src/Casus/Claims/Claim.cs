using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>How an article vouches for what it tells.</summary>
public enum Factuality
{
    Asserted,
    Reported,
    Denied,
    Negated,
    Threatened,
    Planned,
    Requested,
    Hypothetical,
    Habitual,
    Historical,
}

/// <summary>Somebody or something in a role, with the words that say so.</summary>
/// <param name="Resolution">Null when the words name nobody in knowledge/.</param>
/// <param name="Kind">"person", "group", "facility", "place", "organisation", "country", "vehicle" or "property".</param>
/// <param name="Class">"security_forces", "militant", "civilian", "politician", "government", "property", "journalist" …; null when it cannot be told.</param>
/// <param name="Implied">True when the words stand outside the clause (an antecedent two sentences back): the evidence then is those words.</param>
public sealed record Party(Evidence Evidence, Resolution? Resolution, string Kind, string? Class, RuleId Rule, bool Implied = false)
{
    public string? ActorId => Resolution?.ActorId;

    /// <summary>The name among the words, where knowledge/ has nobody of that name: it waits for review. Null with a resolution, and for words that are no name.</summary>
    public ProvisionalName? Provisional { get; init; }
}

/// <summary>A <see cref="ProvisionalActor"/> by what a claim needs of it.</summary>
/// <param name="Id">The same for the same name in every article, as in NEW.CRIMSON-HARVEST-BRIGADE.</param>
/// <param name="Name">As it stands, without title and article.</param>
public sealed record ProvisionalName(string Id, string Name);

public sealed record Means(Evidence Evidence, string Kind);

/// <param name="Precision">"day", "month", "year" …, as <see cref="TimeMention.Precision"/>.</param>
/// <param name="Earliest">First possible day; null when unbounded.</param>
/// <param name="Latest">Last possible day, included; at the latest the publication day for what has happened.</param>
/// <param name="Evidence">Null when no words date it: then only the publication day bounds it.</param>
public sealed record ClaimTime(string? Value, string Precision, DateOnly? Earliest, DateOnly? Latest, Evidence? Evidence, RuleId Rule)
{
    /// <summary>Rule of a day on which somebody told of it, where the words give no other: any day that is told of the deed itself says more.</summary>
    public static readonly RuleId Said = new("time.said");
}

/// <param name="PlaceId">The place that is named, or the smallest known one that holds it; null when neither is known.</param>
/// <param name="Precision">As <see cref="PlaceMention.Precision"/>, of the place and of how near the words put the event to it; never finer than the words.</param>
public sealed record ClaimPlace(string? PlaceId, string Precision, Evidence Evidence, RuleId Rule)
{
    /// <summary>One of <see cref="PlaceRelation"/>; null for what happened in the place itself.</summary>
    public string? Relation { get; init; }

    /// <summary>The second name of "between X and Y"; null without that relation. The place is then what holds both.</summary>
    public OtherPlace? Other { get; init; }

    /// <summary>The district as the article tells it; null when it names none: then knowledge/ has it from the place.</summary>
    public DistrictTold? District { get; init; }
}

/// <summary>How an event stands to the place that is named.</summary>
public static class PlaceRelation
{
    public const string Near = "near", Between = "between";
}

/// <param name="PlaceId">Null when the name is not known.</param>
public sealed record OtherPlace(string? PlaceId, string Precision, Evidence Evidence);

/// <param name="PlaceId">Null when no district of that name is known.</param>
/// <param name="Name">In the article's spelling where it names the district, without the word for its kind.</param>
public sealed record DistrictTold(string? PlaceId, string Name);

/// <summary>A count of people with bounds.</summary>
/// <param name="Min">0 only where the text says that it befell nobody; a toll nobody speaks of is absent.</param>
/// <param name="Max">Null means "at least <paramref name="Min"/>".</param>
/// <param name="Whom">The people counted as the text calls them ("soldiers", "women and children"); null when the text does not say.</param>
public sealed record Toll(TollKind Kind, long Min, long? Max, bool Approximate, Evidence Evidence, string? Whom, RuleId Rule)
{
    /// <summary>"security_forces", "militant", "civilian" … as of a <see cref="Party"/>; null when they are of several sorts or the words do not say.</summary>
    public string? Class { get; init; }

    /// <summary>The groups that the count was summed from, and those the text counts among it ("including two officers"). Empty for a bare count.</summary>
    public ImmutableArray<TollPart> Parts { get; init; } = [];

    /// <summary>A plural without a number ("some policemen", "women and children"): more than one of each, and no figure that anybody gave.</summary>
    public bool IsUncounted() => Max is null && Approximate && Min <= 2 * Math.Max(1, Parts.Length);
}

/// <summary>One group of a <see cref="Toll"/>, with the words that count it.</summary>
/// <param name="Class">As of <see cref="Toll"/>.</param>
public sealed record TollPart(string Whom, long Min, long? Max, string? Class, Evidence Evidence);

public enum TollKind
{
    Killed,
    Injured,
    Abducted,
    Arrested,
    Displaced,
    Missing,
    Expelled,
    Mobilized,
    Surrendered,
}

/// <summary>Who vouches for a claim inside the article.</summary>
/// <param name="Side">"initiator", "target", "third-party", "outlet" or null when it cannot be told.</param>
public sealed record Speaker(Evidence Evidence, Resolution? Resolution, string Strength, string? Side, bool OutletCited);

/// <param name="Claimed">True: somebody claimed it; false: the text says that nobody did, or that the accused deny it.</param>
public sealed record Responsibility(bool Claimed, ImmutableArray<Party> By, Evidence Evidence);

/// <summary>One article's assertion of one event, relation or statistic. Its id is a hash of what it says and where it says it.</summary>
/// <param name="Id">"c-" and the content hash.</param>
/// <param name="Rules">Patterns and steps that coded it, the decisive one first.</param>
/// <param name="Evidence">Never empty: the sentences that say it.</param>
public abstract record Claim(string Id, string ArticleId, int Sentence, ImmutableArray<RuleId> Rules, ImmutableArray<Evidence> Evidence, ImmutableArray<Speaker> Speakers, Factuality Factuality);

/// <param name="Type">One of the sixteen PLOVER types in knowledge/ontology.</param>
/// <param name="Cameo">CAMEO code; null when the pattern gives none.</param>
/// <param name="Score">How sure the coder is, 0 to 1.</param>
/// <param name="Rank">1 is what the article is mainly about; unique in the article.</param>
public sealed record EventClaim(
    string Id,
    string ArticleId,
    int Sentence,
    ImmutableArray<RuleId> Rules,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Speaker> Speakers,
    Factuality Factuality,
    string Type,
    ImmutableArray<string> Modes,
    int Quad,
    string? Cameo,
    int Rank,
    double Score,
    Evidence Trigger,
    ImmutableArray<Party> Initiators,
    ImmutableArray<Party> Targets,
    ImmutableArray<Party> Victims,
    ImmutableArray<Means> Means,
    ClaimTime Time,
    ClaimPlace? Place,
    ImmutableArray<Toll> Tolls,
    Responsibility? Responsibility)
    : Claim(Id, ArticleId, Sentence, Rules, Evidence, Speakers, Factuality)
{
    /// <summary>What was weighed for the type, the decisive answer first; empty or default where only the patterns were asked.</summary>
    public ImmutableArray<Weighed> Weighed { get; init; } = [];
}

/// <summary>An answer to what a claim's type is.</summary>
/// <param name="By">The pattern or the model that gives it.</param>
/// <param name="Weight">How sure it is, 0 to 1: a pattern's weight, a model's likelihood.</param>
public sealed record Weighed(RuleId By, string Type, double Weight);

/// <summary>A figure about a period, never an event.</summary>
/// <param name="Measure">"killed", "attacks", "displaced" …</param>
/// <param name="ChangePercent">Signed: a rise of 56 % is 56, a fall of 20 % is -20; null when no change is told.</param>
/// <param name="Breakdown">Parts of the value ("including 500 security personnel").</param>
public sealed record StatisticClaim(
    string Id,
    string ArticleId,
    int Sentence,
    ImmutableArray<RuleId> Rules,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Speaker> Speakers,
    Factuality Factuality,
    string Measure,
    string? Cause,
    ClaimPlace? Place,
    ClaimTime? Period,
    ClaimTime? Baseline,
    double? ChangePercent,
    double? Min,
    double? Max,
    ImmutableArray<StatisticPart> Breakdown)
    : Claim(Id, ArticleId, Sentence, Rules, Evidence, Speakers, Factuality);

public sealed record StatisticPart(string Whom, double Min, double? Max, Evidence Evidence);

/// <param name="From">When the state began, so far as words beside it tell; null: they do not. <paramref name="To"/>: when it ended.</param>
/// <param name="Relation">"allied", "hostile", "part-of", "faction-of", "splinter-of", "leads", "speaks-for", "supports", "hosts", "recognises", "distinct-from", "succeeded" or "kin"</param>
public sealed record RelationClaim(
    string Id,
    string ArticleId,
    int Sentence,
    ImmutableArray<RuleId> Rules,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Speaker> Speakers,
    Factuality Factuality,
    string Relation,
    Party A,
    Party B,
    ClaimTime? From,
    ClaimTime? To)
    : Claim(Id, ArticleId, Sentence, Rules, Evidence, Speakers, Factuality)
{
    /// <summary>Null for a state that is told without another before it. <see cref="From"/> is then when the change came.</summary>
    public RelationChange? Change { get; init; }
}

/// <param name="From">"allied" or "hostile"; null where the words do not tell what it was.</param>
/// <param name="To">"allied", "eased", "strained" or "hostile": also the claim's relation.</param>
/// <param name="Cue">The words that tell the change.</param>
public sealed record RelationChange(string? From, string To, Evidence Cue);

/// <summary>One claim's bearing on another of the same article: "retaliates", "causes", "follows", "part-of" or "same".</summary>
public sealed record ClaimLink(string From, string To, string Kind, Evidence Cue, RuleId Rule);

/// <summary>Answer to "what passes between these spans?" (the contract's <c>pairs</c>). Null type: nothing was found.</summary>
public sealed record PairCoding(string? Type, int? Quad, double Score, ImmutableArray<RuleId> Rules);

/// <summary>A reader's whole result for one page.</summary>
public sealed record Reading(Analysis Analysis, ImmutableArray<Claim> Claims, ImmutableArray<ClaimLink> Links);
