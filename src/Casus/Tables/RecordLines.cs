using System.Collections.Immutable;

namespace Casus.Tables;

public sealed record DyadLine(
    [property: Column("One actor of the pair; the ids are in ordinal order.")] string First,
    [property: Column("The other.")] string Second,
    [property: Column("2024-12; 2024 for what happened some time in a year; empty for wider times.")] string? Month,
    [property: Column("1: the first did it, 2: the second, 0: both.")] int Way,
    [property: Column("1: the events name both themselves; 0: they name who acts for them. The two sorts do not overlap.")] int Exact,
    [property: Column("Events of quad class 1.")] long VerbalCooperation,
    [property: Column("Events of quad class 2.")] long MaterialCooperation,
    [property: Column("Events of quad class 3.")] long VerbalConflict,
    [property: Column("Events of quad class 4.")] long MaterialConflict,
    [property: Column("Sum by the PLOVER scale.")] double Plover,
    [property: Column("Sum by the Goldstein scale.")] double Goldstein,
    [property: Column("Sum of the lower bounds.")] long KilledMin,
    [property: Column("Sum of the upper bounds that are told.")] long KilledMax,
    [property: Column("Sum of the lower bounds.")] long InjuredMin,
    [property: Column("Sum of the upper bounds that are told.")] long InjuredMax,
    [property: Column("Events whose count of killed or injured has no upper bound.")] long WithoutUpperBound);

public sealed record TurnLine(
    [property: Column("One actor of the pair, with those who act for it; the ids are in ordinal order.")] string First,
    [property: Column("The other.")] string Second,
    [property: Column("counted: the months of the record show it; told: an article says it in words.")] string By,
    [property: Column("cordial, hostile, mixed or quiet; empty: not told.")] string? From,
    [property: Column("Of these; eased or strained where words tell no more.")] string To,
    [property: Column("Last month of the old state at the earliest; empty: not bounded.")] string? Earliest,
    [property: Column("First month of the new state at the latest; empty: not bounded.")] string? Latest,
    [property: Column("It in plain words.")] string Sentence,
    [property: Column("Ids of the events that moved it, the weightiest first.")] ImmutableArray<string> Events,
    [property: Column("Ids of the relation claims that tell it.")] ImmutableArray<string> Claims);

public sealed record EpisodeLine(
    [property: Column("The chain: hash of the id of its first event.")] string EpisodeId,
    [property: Column("Place of the event in it, from 0, by day.")] long Position,
    [property: Column("The event.")] string EventId);

public sealed record StepLine(
    [property: Column("The chain.")] string EpisodeId,
    [property: Column("The event that answers, causes, follows or is part of the other.")] string EventId,
    [property: Column("The other.")] string OtherId,
    [property: Column("retaliates, causes, follows or part-of.")] string Kind,
    [property: Column("The claim that says so.")] string ClaimId,
    [property: Column("The claim of the other event.")] string OtherClaimId,
    [property: Column("The words that say so.")] string Quote,
    [property: Column("The rule that read them so.")] string Rule);

public sealed record JudgementLine(
    [property: Column("Hash of the judgement.")] string JudgementId,
    [property: Column("Place in the order of judging, from 1.")] long Seq,
    [property: Column("When, ISO 8601 in universal time.")] string MadeAt,
    [property: Column("By whom: \"reviewer 1\" and so on in the order of first judgements, or the name that they gave themselves where the release names reviewers.")] string MadeBy,
    [property: Column("accept, reject, correct, same, different, split or withdraw.")] string Verb,
    [property: Column("claim, event, actor or story.")] string Kind,
    [property: Column("Id of what is judged, as it was then.")] string SubjectId,
    [property: Column("The second of same and different; the first of what leaves in a split.")] string? OtherId,
    [property: Column("Of correct: the field.")] string? Field,
    [property: Column("Of correct: its value.")] string? Value,
    [property: Column("What the record said when it was judged.")] string? Said,
    [property: Column("Why, in their words.")] string? Reason,
    [property: Column("Of withdraw: the judgement that holds no more.")] string? Withdraws,
    [property: Column("applied, waiting, overruled or withdrawn; empty: linking has not seen it.")] string? Outcome,
    [property: Column("The event that it bears on.")] string? EventId,
    [property: Column("Why it waits, or by which judgement it holds no more.")] string? Detail);

/// <summary>A judgement on words, as something to learn from.</summary>
public sealed record JudgedLine(
    [property: Column("Hash of the judgement.")] string JudgementId,
    [property: Column("When, ISO 8601 in universal time.")] string MadeAt,
    [property: Column("By whom: \"reviewer 1\" and so on in the order of first judgements, or by name with --names.")] string MadeBy,
    [property: Column("accept, reject, correct, same, different or split.")] string Verb,
    [property: Column("claim, event, actor or story.")] string Kind,
    [property: Column("Id of what is judged, as it was then.")] string SubjectId,
    [property: Column("The second of same and different; the first of what leaves in a split.")] string? OtherId,
    [property: Column("Of correct: the field.")] string? Field,
    [property: Column("What the record said when it was judged: the field's value, else the whole in words.")] string? Said,
    [property: Column("What is right instead: of correct the value; of accept what the record said; empty for reject and where two are compared, where the verb says it.")] string? Right,
    [property: Column("The claim that says so; empty for actors and stories.")] string? ClaimId,
    [property: Column("Event type, measure or relation of the claim as it was coded.")] string? Type,
    [property: Column("Hash of the article's text.")] string? TextId,
    [property: Column("The sentence that the claim stands on.")] string? Text,
    [property: Column("First code point of the claim's words in the sentence, from 0; empty where they do not stand in it.")] int? Begin,
    [property: Column("Code point after the last.")] int? End,
    [property: Column("These words; text[begin:end] in Python and R.")] string? Words,
    [property: Column("Of same, different and split: the claim that it is compared with.")] string? OtherClaimId,
    [property: Column("Its type.")] string? OtherType,
    [property: Column("Its sentence.")] string? OtherText,
    [property: Column("First code point of its words in its sentence.")] int? OtherBegin,
    [property: Column("Code point after the last.")] int? OtherEnd,
    [property: Column("These words.")] string? OtherWords,
    [property: Column("Why, in the reviewer's words.")] string? Reason,
    [property: Column("applied, waiting, overruled or withdrawn; empty: linking has not seen it.")] string? Outcome);
