using System.Collections.Immutable;

namespace Casus.Tables;

public sealed record EventLine(
    [property: Column("Content hash of the claims that tell it.")] string EventId,
    [property: Column("PLOVER type.")] string Type,
    [property: Column("PLOVER modes.")] ImmutableArray<string> Modes,
    [property: Column("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.")] int Quad,
    [property: Column("CAMEO code; empty when no pattern gives one.")] string? Cameo,
    [property: Column("How the claims vouch for it: asserted, reported, denied, threatened …")] string Factuality,
    [property: Column("Who did it, as named; empty when nobody is named.")] ImmutableArray<string> Initiators,
    [property: Column("Ids of those of them that knowledge/actors knows.")] ImmutableArray<string> InitiatorIds,
    [property: Column("To whom, as named.")] ImmutableArray<string> Targets,
    [property: Column("Ids of those of them that knowledge/actors knows.")] ImmutableArray<string> TargetIds,
    [property: Column("First day on which it may have happened; empty when unbounded.")] DateOnly? DayFrom,
    [property: Column("Last such day, included.")] DateOnly? DayTo,
    [property: Column("day, week, month, year … as the words have it.")] string TimePrecision,
    [property: Column("Name of the place; the article's words where knowledge/places does not know it.")] string? Place,
    [property: Column("Id in knowledge/places or geonames:N.")] string? PlaceId,
    [property: Column("point, town, admin2, admin1, country, region or line; never finer than the words.")] string? PlacePrecision,
    [property: Column("First-level division that holds the place.")] string? Admin1,
    [property: Column("Country that holds the place.")] string? Country,
    [property: Column("WGS 84 degrees of the place's centre.")] double? Latitude,
    [property: Column("WGS 84 degrees of the place's centre.")] double? Longitude,
    [property: Column("At least so many killed, on all sides.")] long? KilledMin,
    [property: Column("At most so many killed; empty: no upper bound is told.")] long? KilledMax,
    [property: Column("At least so many injured.")] long? InjuredMin,
    [property: Column("At most so many injured; empty: no upper bound is told.")] long? InjuredMax,
    [property: Column("At least so many abducted.")] long? AbductedMin,
    [property: Column("At most so many abducted; empty: no upper bound is told.")] long? AbductedMax,
    [property: Column("At least so many arrested.")] long? ArrestedMin,
    [property: Column("At most so many arrested; empty: no upper bound is told.")] long? ArrestedMax,
    [property: Column("At least so many displaced.")] long? DisplacedMin,
    [property: Column("At most so many displaced; empty: no upper bound is told.")] long? DisplacedMax,
    [property: Column("At least so many missing.")] long? MissingMin,
    [property: Column("At most so many missing; empty: no upper bound is told.")] long? MissingMax,
    [property: Column("At least so many expelled.")] long? ExpelledMin,
    [property: Column("At most so many expelled; empty: no upper bound is told.")] long? ExpelledMax,
    [property: Column("At least so many mobilized.")] long? MobilizedMin,
    [property: Column("At most so many mobilized; empty: no upper bound is told.")] long? MobilizedMax,
    [property: Column("At least so many surrendered.")] long? SurrenderedMin,
    [property: Column("At most so many surrendered; empty: no upper bound is told.")] long? SurrenderedMax,
    [property: Column("Speakers and outlets that give an account; a story printed ten times is one voice.")] int Accounts,
    [property: Column("Stories that tell it: independent tellings.")] int Stories,
    [property: Column("Articles that tell it.")] int Articles,
    [property: Column("Ids of the claims that tell it.")] ImmutableArray<string> Claims);

public sealed record AccountLine(
    [property: Column("The event.")] string EventId,
    [property: Column("The speaker as named, or the outlet in its own voice.")] string Voice,
    [property: Column("Id of the speaker in knowledge/actors.")] string? ActorId,
    [property: Column("initiator, target, third-party or outlet; empty when it cannot be told.")] string? Side,
    [property: Column("How the account vouches for the event.")] string Factuality,
    [property: Column("The counts it gives.")] ImmutableArray<string> Tolls,
    [property: Column("The story it stands in.")] string StoryId,
    [property: Column("Ids of its claims.")] ImmutableArray<string> Claims);

public sealed record SupportLine(
    [property: Column("The event.")] string EventId,
    [property: Column("Column of events that is supported: initiators, targets, time, place, killed …")] string Field,
    [property: Column("supports or dissents.")] string Stand,
    [property: Column("The value: the chosen one, or the other one.")] string Value,
    [property: Column("The rule that chose among the claims.")] string Rule,
    [property: Column("The claim.")] string ClaimId);

public sealed record ClaimLine(
    [property: Column("Content hash of what it says and where.")] string ClaimId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Number of the sentence in the article, from 0.")] int Sentence,
    [property: Column("PLOVER type.")] string Type,
    [property: Column("PLOVER modes.")] ImmutableArray<string> Modes,
    [property: Column("1 to 4 as in events.")] int Quad,
    [property: Column("CAMEO code.")] string? Cameo,
    [property: Column("asserted, reported, denied, negated, threatened, planned, requested, hypothetical, habitual or historical.")] string Factuality,
    [property: Column("1 is what the article is mainly about.")] int Rank,
    [property: Column("How sure the coder is, 0 to 1.")] double Score,
    [property: Column("The words that name the event.")] string Trigger,
    [property: Column("Who did it, in the article's words.")] ImmutableArray<string> Initiators,
    [property: Column("Ids of those of them that are known.")] ImmutableArray<string> InitiatorIds,
    [property: Column("To whom, in the article's words.")] ImmutableArray<string> Targets,
    [property: Column("Ids of those of them that are known.")] ImmutableArray<string> TargetIds,
    [property: Column("Who suffered, where that is not the target.")] ImmutableArray<string> Victims,
    [property: Column("Kinds of weapons and means.")] ImmutableArray<string> Means,
    [property: Column("TIMEX3 value.")] string? Time,
    [property: Column("First day it may mean.")] DateOnly? DayFrom,
    [property: Column("Last day it may mean, included.")] DateOnly? DayTo,
    [property: Column("The place in the article's words.")] string? Place,
    [property: Column("Id of the place.")] string? PlaceId,
    [property: Column("Counts, such as \"at least 46 killed\".")] ImmutableArray<string> Tolls,
    [property: Column("Who says so, in the article's words; empty when the article itself does.")] ImmutableArray<string> Speakers,
    [property: Column("Patterns and steps that coded it, the decisive one first.")] ImmutableArray<string> Rules);

public sealed record TollLine(
    [property: Column("The claim.")] string ClaimId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("killed, injured, abducted, arrested, displaced, missing, expelled, mobilized or surrendered.")] string Kind,
    [property: Column("At least so many.")] long Min,
    [property: Column("At most so many; empty: no upper bound is told.")] long? Max,
    [property: Column("1 where the words say \"about\" or the like, else 0.")] int Approximate,
    [property: Column("The people counted, in the article's words.")] string? Whom,
    [property: Column("The words that count them.")] string Quote,
    [property: Column("The rule that read them so.")] string Rule);

public sealed record StatisticLine(
    [property: Column("Content hash of what it says and where.")] string ClaimId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Number of the sentence in the article, from 0.")] int Sentence,
    [property: Column("What is counted: killed, attacks …")] string Measure,
    [property: Column("What brought it about.")] string? Cause,
    [property: Column("Where, in the article's words.")] string? Place,
    [property: Column("Id of the place.")] string? PlaceId,
    [property: Column("TIMEX3 value of the period.")] string? Period,
    [property: Column("TIMEX3 value of the period it is compared with.")] string? Baseline,
    [property: Column("Signed change in percent.")] double? ChangePercent,
    [property: Column("Lower bound, included.")] double? Min,
    [property: Column("Upper bound, included; empty: none is told.")] double? Max,
    [property: Column("Parts of the value.")] ImmutableArray<string> Breakdown,
    [property: Column("Who says so.")] ImmutableArray<string> Speakers,
    [property: Column("Patterns and steps that coded it.")] ImmutableArray<string> Rules);

public sealed record RelationLine(
    [property: Column("Content hash of what it says and where.")] string ClaimId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Number of the sentence in the article, from 0.")] int Sentence,
    [property: Column("allied, hostile, part-of, faction-of, splinter-of, leads, speaks-for, supports, hosts, recognises, distinct-from, succeeded or kin; strained or eased where it only grew worse or better.")] string Relation,
    [property: Column("One side, in the article's words.")] string A,
    [property: Column("Its id, if known.")] string? AId,
    [property: Column("The other side.")] string B,
    [property: Column("Its id, if known.")] string? BId,
    [property: Column("TIMEX3 value from which it holds.")] string? From,
    [property: Column("TIMEX3 value until which it holds.")] string? To,
    [property: Column("Of a change: the state before, where it is told.")] string? ChangeFrom,
    [property: Column("Of a change: the state after; empty for a state that is told without another before it.")] string? ChangeTo,
    [property: Column("How the article vouches for it.")] string Factuality,
    [property: Column("Patterns and steps that coded it.")] ImmutableArray<string> Rules);

public sealed record EvidenceLine(
    [property: Column("The claim.")] string ClaimId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Which value of the claim: trigger, initiator, target, victim, means, time, place, toll, speaker, statement …")] string Field,
    [property: Column("First code point of the words in the article's text, from 0.")] int? Begin,
    [property: Column("Code point after the last.")] int? End,
    [property: Column("The words; text[begin:end] in Python and R.")] string Quote,
    [property: Column("The rule that read them so.")] string? Rule);

public sealed record ArticleLine(
    [property: Column("Content hash of text, title, outlet and day.")] string ArticleId,
    [property: Column("Hash of the text alone.")] string TextId,
    [property: Column("The page it was read from.")] string PageId,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Outlet as the page names it.")] string? Outlet,
    [property: Column("Day of publication.")] DateOnly? Published,
    [property: Column("ISO 639-1 code; only English is coded.")] string Language,
    [property: Column("Address, as known from outside or told by the page.")] string? Address,
    [property: Column("Code points of the text.")] int Length);

public sealed record EditionLine(
    [property: Column("The story: hash of its earliest edition's article.")] string StoryId,
    [property: Column("The article.")] string ArticleId,
    [property: Column("original, copy, edit, rewrite or excerpt.")] string Edition,
    [property: Column("The article it derives from; empty for the original.")] string? DerivesFrom,
    [property: Column("Share of the shorter text's word 3-grams that the other holds, 0 to 1.")] double Overlap);
