using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// Weighs two claims of one type: actors, time, place, toll, manner, wording. Disjoint days or places are a veto, for they cannot both be
/// true of one happening; actors and tolls that differ only weigh, because rival accounts of one happening differ in just these.
/// </summary>
public sealed class ClaimSimilarity(ActorKinship kinship, LinkModel model)
{
    /// <summary>Share of content words from which one edition's sentence is held to retell the other's.</summary>
    private const double Retold = 0.15;

    private static readonly PairFeature[] Own =
    [
        PairFeature.OneStory, PairFeature.OneArticle, PairFeature.Bare, PairFeature.InitiatorsSame, PairFeature.InitiatorsWithin, PairFeature.InitiatorsSiblings, PairFeature.InitiatorsWords,
        PairFeature.TargetsSame, PairFeature.TargetsWithin, PairFeature.TargetsSiblings, PairFeature.TargetsWords, PairFeature.SameDay, PairFeature.SamePlace, PairFeature.PlaceInside,
        PairFeature.TollEqualMany, PairFeature.TollEqualSome, PairFeature.TollEqualFew, PairFeature.TollRises, PairFeature.TollNear, PairFeature.StruckSame,
    ];

    /// <summary>The log-odds that both tell one happening; null when something makes it impossible.</summary>
    public double? Compare(LinkRow a, LinkRow b)
    {
        Span<float> features = stackalloc float[PairFeatures.Count];
        return Read(a, b, features) ? model.Sum(features) : null;
    }

    /// <summary>The weight that each feature of the pair adds, those that add nothing left out, the strongest first.</summary>
    public ImmutableArray<(PairFeature Feature, double Weight)> Reasons(LinkRow a, LinkRow b)
    {
        Span<float> features = stackalloc float[PairFeatures.Count];
        Read(a, b, features);
        var reasons = new List<(PairFeature Feature, double Weight)>();
        for (int i = 0; i < features.Length; i++)
        {
            if (model[(PairFeature)i] * features[i] is not 0 and double weight)
            {
                reasons.Add(((PairFeature)i, weight));
            }
        }

        return [.. reasons.OrderByDescending(r => Math.Abs(r.Weight))];
    }

    /// <summary>Fills in <paramref name="features"/>, which come as zeroes.</summary>
    /// <returns>False when the two cannot tell one happening: the days or the places exclude each other, the types differ, or nothing that the two say themselves is the same.</returns>
    public bool Read(LinkRow a, LinkRow b, Span<float> features)
    {
        if (a.Type != b.Type || a.Time.IsApart(b.Time))
        {
            return false;
        }

        PlaceRelation place = PlaceContainment.Of(a.Place, b.Place);
        if (place == PlaceRelation.Disjoint)
        {
            return false;
        }

        bool oneStory = a.StoryId == b.StoryId, oneArticle = a.ArticleId == b.ArticleId;
        features[(int)PairFeature.Base] = 1;
        Set(features, PairFeature.OneArticle, oneArticle);
        Set(features, PairFeature.OneStory, oneStory && !oneArticle);
        Set(features, PairFeature.Bare, !oneStory && (a.IsBare || b.IsBare));
        Actors(a.Initiators, b.Initiators, a.InitiatorWords, b.InitiatorWords, features[(int)PairFeature.InitiatorsSame..]);
        Actors(a.Targets, b.Targets, a.TargetWords, b.TargetWords, features[(int)PairFeature.TargetsSame..]);
        PairTimes.Read(a.Time, b.Time, oneStory, features);
        Place(place, a.IsFine && b.IsFine, features);
        PairTolls.Read(a, b, place == PlaceRelation.Same, features);
        Manner(a, b, features);
        Wording(a, b, oneStory, oneArticle, features);
        if (!oneArticle)
        {
            PairSettings.Read(a, b, features);
        }

        Struck(a, b, features);
        return Agree(features);
    }

    /// <summary>What two claims say themselves: a day, a place and a manner that their articles share are those of much else.</summary>
    private static bool Agree(ReadOnlySpan<float> features)
    {
        foreach (PairFeature feature in Own)
        {
            if (features[(int)feature] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two groups of claims hold days or places that cannot both be true of one happening.</summary>
    internal static bool Exclude(Happening a, Happening b)
    {
        foreach (LinkTime first in a.Times)
        {
            foreach (LinkTime second in b.Times)
            {
                if (first.IsApart(second))
                {
                    return true;
                }
            }
        }

        foreach (Place first in a.Places)
        {
            foreach (Place second in b.Places)
            {
                if (PlaceContainment.Of(first, second) == PlaceRelation.Disjoint)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Set(Span<float> features, PairFeature feature, bool holds) => features[(int)feature] = holds ? 1 : 0;

    /// <param name="five">Same, inside, of one side, others, like words.</param>
    private void Actors(ImmutableArray<string> a, ImmutableArray<string> b, ImmutableArray<string> wordsA, ImmutableArray<string> wordsB, Span<float> five)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            five[4] = a.IsEmpty && b.IsEmpty && Meet(wordsA, wordsB) ? 1 : 0;
            return;
        }

        Kinship best = Kinship.None;
        foreach (string one in a)
        {
            foreach (string other in b)
            {
                Kinship found = kinship.Of(one, other);
                best = found > best ? found : best;
            }
        }

        five[best switch { Kinship.Same => 0, Kinship.Within => 1, Kinship.Siblings => 2, _ => 3 }] = 1;
    }

    private static void Place(PlaceRelation relation, bool fine, Span<float> features)
    {
        switch (relation)
        {
            case PlaceRelation.Same:
                Set(features, fine ? PairFeature.SamePlace : PairFeature.SameLargePlace, true);
                break;
            case PlaceRelation.Contained:
                Set(features, PairFeature.PlaceInside, true);
                break;
            case PlaceRelation.SameCountry:
                Set(features, PairFeature.SameCountry, true);
                break;
        }
    }

    private static void Manner(LinkRow a, LinkRow b, Span<float> features)
    {
        if (!a.Modes.IsEmpty && !b.Modes.IsEmpty)
        {
            Set(features, Meet(a.Modes, b.Modes) ? PairFeature.SameMode : PairFeature.OtherMode, true);
        }

        if (!a.Means.IsEmpty && !b.Means.IsEmpty)
        {
            Set(features, Meet(a.Means, b.Means) ? PairFeature.SameMeans : PairFeature.OtherMeans, true);
        }

        Set(features, PairFeature.SameCode, a.Cameo is not null && a.Cameo == b.Cameo);
        Set(features, PairFeature.SameTrigger, a.Trigger == b.Trigger);
    }

    private static void Wording(LinkRow a, LinkRow b, bool oneStory, bool oneArticle, Span<float> features)
    {
        int both = LinkWords.Shared(a.Words, b.Words), all = a.Words.Length + b.Words.Length - both;
        float share = all == 0 ? 0 : (float)both / all;
        features[(int)PairFeature.Wording] = share;
        features[(int)PairFeature.WordingInStory] = oneStory ? share : 0;
        Set(features, PairFeature.Retold, oneStory && !oneArticle && share >= Retold);
        features[(int)PairFeature.Names] = Math.Min(3, LinkWords.Shared(a.Names, b.Names));
    }

    private static void Struck(LinkRow a, LinkRow b, Span<float> features)
    {
        bool named = LinkWords.Shared(a.Struck, b.Words) > 0 || LinkWords.Shared(b.Struck, a.Words) > 0;
        Set(features, PairFeature.StruckSame, named);
        Set(features, PairFeature.StruckOther, !named && !a.Struck.IsEmpty && !b.Struck.IsEmpty);
    }

    private static bool Meet(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        foreach (string one in a)
        {
            if (b.Contains(one))
            {
                return true;
            }
        }

        return false;
    }
}
