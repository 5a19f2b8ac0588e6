using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>What is weighed of two claims of one type; the words of <see cref="PairFeatures.Words"/> stand in the same order.</summary>
public enum PairFeature
{
    Base, OneStory, OneArticle, Bare,
    InitiatorsSame, InitiatorsWithin, InitiatorsSiblings, InitiatorsOther, InitiatorsWords,
    TargetsSame, TargetsWithin, TargetsSiblings, TargetsOther, TargetsWords,
    SameDay, NextDay, RoughTime, WithinYear, UndatedNear, UndatedWeek, UndatedFar,
    SamePlace, SameLargePlace, PlaceInside, SameCountry,
    TollEqualMany, TollEqualSome, TollEqualFew, TollMeets, TollRises, TollNear, TollFar, TollAtPlace,
    SameMode, OtherMode, SameCode, SameTrigger, SameMeans, OtherMeans,
    Wording, WordingInStory, Retold, Names,
    SettingDay, SettingOtherDay, SettingPlace, SettingOtherPlace, StruckSame, StruckOther,
}

/// <summary>The features of one pair of claims, most of them 0 or 1; of counts that are weighed once each (tolls) the number of times; wording is a share.</summary>
public static class PairFeatures
{
    public static int Count { get; } = Words.Length;

    /// <summary>For people, in the order of <see cref="PairFeature"/>.</summary>
    public static ImmutableArray<string> Words =>
    [
        "any two claims", "one story", "one article", "a bare mention",
        "same initiator", "one initiator inside the other", "initiators of one side", "other initiators", "initiators in like words",
        "same target", "one target inside the other", "targets of one side", "other targets", "targets in like words",
        "same day", "the day after", "times that overlap", "one year", "told within three days", "told within a week", "told a month apart",
        "same place", "same large place", "one place inside the other", "same country",
        "same toll of ten or more", "same toll", "same small toll", "tolls that both can be true", "a later telling counts more", "tolls that are near", "tolls far apart", "same toll at the place",
        "same manner", "other manner", "same code", "same word for it", "same means", "other means",
        "words in common", "words in common in one story", "one retells the other", "names in common",
        "the same day by what the article tells elsewhere", "another day by what the article tells elsewhere", "the same place by what the article tells elsewhere", "another place by what the article tells elsewhere", "the same thing was struck", "other things were struck",
    ];
}
