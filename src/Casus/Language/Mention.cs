using System.Collections.Immutable;

namespace Casus.Language;

public enum MentionKind
{
    Person,
    Organisation,
    Location,
    Nationality,
    Facility,
    Weapon,
    Vehicle,
    MilitaryPlatform,
    Money,
    Quantity,
    Temporal,

    /// <summary>People or a body named by a common noun: militants, the two neighbours, villagers.</summary>
    Group,
}

/// <summary>A stretch of words that names or describes something. What it refers to is a <see cref="Resolution"/>, kept apart.</summary>
/// <param name="Head">Index, in the sentence's tokens, of the word that governs the rest.</param>
/// <param name="Class">What the words themselves say the people are ("militants": "militant"), as in knowledge/actors/generic.tsv; null when they do not say.</param>
/// <param name="Role">PLOVER sector code of the same noun, such as "MIL"; null as above.</param>
/// <param name="Country">ISO 3166 alpha-3 of the country that the words name as theirs ("Pakistani soldiers"); null when they name none.</param>
/// <param name="Provisional">Whom a name names that knowledge lacks; null where <paramref name="Actor"/> is known or the words are no name.</param>
public sealed record Mention(
    MentionKind Kind, int Sentence, TextSpan Span, int Head, string Quote, Resolution? Actor = null, string? Class = null, string? Role = null, string? Country = null,
    ProvisionalActor? Provisional = null);

/// <summary>Somebody who is named but is in no file of knowledge/actors: what a reviewer needs to accept, merge or drop them.</summary>
/// <param name="Id">The same for the same name in every article: "NEW." and the name without title, as in NEW.CRIMSON-HARVEST-BRIGADE.</param>
/// <param name="Name">As it stands, without title and article.</param>
/// <param name="Kind">As <see cref="Knowledge.Actor.Kind"/>: "person", "armed-group", "force", "organisation" …</param>
/// <param name="Class">What the words beside the name call them ("commander Orlin Vasko"); null when they do not.</param>
/// <param name="Country">ISO 3166 alpha-3 of those they are told to belong to; null when none is told.</param>
/// <param name="Of">Id of the actor whose they are told to be ("a spokesman for the Taliban, Orlin Vasko"); null when none is told.</param>
/// <param name="Because">The words that say so, in text order; at least the name.</param>
public sealed record ProvisionalActor(
    string Id, string Name, string Kind, string? Class, string? Country, string? Of, ImmutableArray<TextSpan> Because);

/// <summary>Which actor a mention is, by which rule, and what else it could have been.</summary>
/// <param name="ActorId">Id in knowledge/actors, such as AFG.TALIBAN.</param>
/// <param name="Antecedent">For "the group", "it", "his": the mention that was resolved in its place; else null.</param>
public sealed record Resolution(string ActorId, RuleId Rule, ImmutableArray<Rejected> Rejected, TextSpan? Antecedent = null)
{
    /// <summary>"the two sides": the same words are one more actor, by a mention of their own.</summary>
    internal static readonly RuleId Both = new("actor.pair");

    /// <summary>True where the words are the actor, false where they are somebody of theirs ("the Taliban's minister").</summary>
    public bool IsSelf =>
        Rule.Value is "actor.name" or "actor.name-in-context" or "actor.own-abbreviation" or "actor.definite-noun" or "actor.pronoun" or "actor.chain" or "actor.apposition";
}

/// <summary>A candidate that lost, and why.</summary>
public sealed record Rejected(string Id, string Reason);

public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>A time expression in TimeML's TIMEX3 terms.</summary>
/// <param name="Value">
/// TIMEX3 value: "2024-12-24", "2024-12", "2024-W52", "P3Y", "PAST_REF", "--12-24" where the year cannot be told, "2019-05-XX" for some day
/// of a month that was named. Where TIMEX3 has no form, the first and last day with a slash: "2023-07-01/2024-06-30" for a fiscal year.
/// </param>
/// <param name="Precision">
/// The least period that surely holds it: "day", "week" (a few days at most), "month", "season", "quarter" (also a half), "year", "decade", "century"; "time"
/// of a day; "vague"; "none" for durations and sets.
/// </param>
/// <param name="Earliest">First day it may mean; null where it cannot be placed on the calendar.</param>
/// <param name="Latest">Last day it may mean, included; null as above.</param>
public sealed record TimeMention(int Sentence, TextSpan Span, string Quote, TimeType Type, string Value, string Precision, DateOnly? Earliest, DateOnly? Latest, RuleId Rule);

/// <summary>A number with its bounds and what it counts.</summary>
/// <param name="Min">Lower bound, included; null when only an upper bound is told.</param>
/// <param name="Max">Upper bound, included; null means "at least <paramref name="Min"/>".</param>
/// <param name="Approximate">"some", "around", "about", "nearly".</param>
/// <param name="Unit">"percent", "fraction" (two-thirds is 0.6667), "ordinal" (the third is 3), a currency code, a measure such as "km"; null for a plain count.</param>
/// <param name="Head">Index, in the sentence's tokens, of the number's last word.</param>
/// <param name="Counted">Index of the word that is counted (people, soldiers); null when none is.</param>
public sealed record QuantityMention(int Sentence, TextSpan Span, string Quote, double? Min, double? Max, bool Approximate, string? Unit, int Head, int? Counted, RuleId Rule)
{
    /// <summary>"rise" or "fall" for a percentage or fraction by which something changed; null for one that tells no change.</summary>
    public string? Change { get; init; }

    /// <summary>The words that a percentage or fraction is measured by: "2022" in "rose by 56 percent over 2022", "the fighters" in "a third of the fighters"; null where none are told.</summary>
    public TextSpan? Base { get; init; }
}

/// <summary>A place name with the place chosen for it.</summary>
/// <param name="PlaceId">Id in knowledge/places or "geonames:N"; null when no candidate holds.</param>
/// <param name="Precision">"point", "town", "admin2", "admin1", "country", "region" or "line"; never finer than the words.</param>
public sealed record PlaceMention(int Sentence, TextSpan Span, string Quote, int Head, string? PlaceId, string Precision, RuleId Rule, ImmutableArray<Rejected> Rejected);

/// <summary>Who says what: the words of the speaker, of the cue ("said", "according to") and of what is said. Any part may be in several pieces.</summary>
/// <param name="Speaker">Empty when nobody is named ("reportedly").</param>
/// <param name="Strength">"said", "admitted", "denied", "alleged", "claimed", "reported", "warned", "vowed" … from knowledge/cues.</param>
/// <param name="Sentence">Index of the cue's sentence; content may go on in others.</param>
/// <param name="SpeakerHead">Index of the speaker's governing word in that sentence; null when nobody is named there.</param>
/// <param name="OutletCited">True when the speaker is a newspaper, agency or broadcaster that is quoted.</param>
/// <param name="Within">Index, among the article's attributions, of the one in whose content this one is told; null for the writer's own.</param>
public sealed record Attribution(
    int Sentence,
    ImmutableArray<TextSpan> Speaker,
    int? SpeakerHead,
    ImmutableArray<TextSpan> Cue,
    int? CueHead,
    ImmutableArray<TextSpan> Content,
    string Strength,
    bool OutletCited,
    Resolution? Actor,
    RuleId Rule,
    int? Within = null);

/// <summary>Everything that was read in an article before coding.</summary>
/// <param name="Mentions">What the readers find, for coding: parts of longer mentions too, and common nouns that only a coder has a use for.</param>
/// <param name="Chains">What refers to the same; a mention belongs to the chain that has a link with its sentence and head (<see cref="ChainIndex"/>).</param>
public sealed record Analysis(
    Articles.Article Article,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<TimeMention> Times,
    ImmutableArray<QuantityMention> Quantities,
    ImmutableArray<PlaceMention> Places,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<Chain> Chains)
{
    /// <summary>The mentions as people would mark them, which is what is published: <see cref="Mentions"/> where there are no weights for that.</summary>
    public ImmutableArray<Mention> Marked { get; init; } = Mentions;
}
