using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>Why two claims are or are not held to tell one happening.</summary>
/// <param name="Veto">What makes it impossible; null when nothing does.</param>
public readonly record struct Similarity(double Score, string? Veto);

/// <summary>
/// Scores two claims of one type in points that add up: actors, place, time, toll, wording. Hand-set weights; what they must
/// separate is shown in tests. Disjoint days or places are a veto; actors that differ cost points only, because rival
/// accounts of one happening name different sides.
/// </summary>
public sealed class ClaimSimilarity(ActorKinship kinship, PlaceContainment containment)
{
    /// <summary>Points from which claims of different stories are one happening.</summary>
    public const double AcrossStories = 6.0;

    /// <summary>
    /// Points needed inside one story, whose editions retell one text, and by a bare mention ("Monday's bombing in the city"), which tells
    /// nothing that could differ.
    /// </summary>
    public const double WithinStory = 4.5;

    /// <summary>Share of content words from which one edition's sentence is held to retell the other's.</summary>
    private const double Retold = 0.15;

    /// <summary>Points needed inside one article, where the coder has linked what the text itself calls the same.</summary>
    public const double WithinArticle = 8.0;

    public bool SameHappening(ClaimInContext a, ClaimInContext b, out double score)
    {
        Similarity similarity = Compare(a, b);
        score = similarity.Score;
        return similarity.Veto is null && score >= Needed(a, b);
    }

    public Similarity Compare(ClaimInContext a, ClaimInContext b)
    {
        if (a.Claim.Type != b.Claim.Type)
        {
            return new(0, "type");
        }

        string? veto = null;
        return new(PointsOf(a, b, ref veto).Sum, veto);
    }

    /// <summary>The points that two claims of one type get for each thing they have in common.</summary>
    public LinkPoints PointsOf(ClaimInContext a, ClaimInContext b)
    {
        string? veto = null;
        return PointsOf(a, b, ref veto);
    }

    /// <summary>Points that two claims need to be one happening.</summary>
    public static double Needed(ClaimInContext a, ClaimInContext b) =>
        a.Claim.ArticleId == b.Claim.ArticleId ? WithinArticle : a.StoryId == b.StoryId || a.IsBare || b.IsBare ? WithinStory : AcrossStories;

    private LinkPoints PointsOf(ClaimInContext a, ClaimInContext b, ref string? veto)
    {
        bool oneStory = a.StoryId == b.StoryId;
        double time = Time(a, b, oneStory, out bool apart);
        PlaceRelation place = containment.Of(a.Claim.Place?.PlaceId, b.Claim.Place?.PlaceId);
        veto = apart ? "time" : place == PlaceRelation.Disjoint ? "place" : null;
        double tolls = Tolls(a.Claim.Tolls, b.Claim.Tolls);
        double initiators = Actors(a.Initiators, b.Initiators, a.InitiatorWords, b.InitiatorWords, -2.5);
        double targets = Actors(a.Targets, b.Targets, a.TargetWords, b.TargetWords, -1.5);
        double wording = Overlap(a.Words, b.Words);
        return new LinkPoints(
            initiators,
            targets,
            time,
            Place(place, a, b),
            tolls,
            Manner(a.Claim, b.Claim),
            place == PlaceRelation.Same && tolls >= 2 ? 1 : 0,
            wording * (oneStory ? 3 : 2),
            oneStory && a.Claim.ArticleId != b.Claim.ArticleId && wording >= Retold ? 2 : 0);
    }

    /// <summary>Whether two groups of claims hold days or places that cannot both be true of one happening.</summary>
    internal bool Exclude(Happening a, Happening b)
    {
        foreach (ClaimTime first in a.Times)
        {
            foreach (ClaimTime second in b.Times)
            {
                if (Apart(first, second))
                {
                    return true;
                }
            }
        }

        foreach (string first in a.Places)
        {
            foreach (string second in b.Places)
            {
                if (containment.Of(first, second) == PlaceRelation.Disjoint)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private double Actors(ImmutableArray<string> a, ImmutableArray<string> b, ImmutableArray<string> wordsA, ImmutableArray<string> wordsB, double conflict)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return a.IsEmpty && b.IsEmpty && wordsA.Intersect(wordsB).Any() ? 1.0 : 0;
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

        return best switch { Kinship.Same => 2, Kinship.Within => 1.5, Kinship.Siblings => 1, _ => conflict };
    }

    private static double Place(PlaceRelation relation, ClaimInContext a, ClaimInContext b)
    {
        bool fine = a.Claim.Place?.Precision is not ("country" or "region") && b.Claim.Place?.Precision is not ("country" or "region");
        return relation switch
        {
            PlaceRelation.Same when fine => 2.5,
            PlaceRelation.Same => 0.5,
            PlaceRelation.Contained => 1.5,
            PlaceRelation.SameCountry => 0.3,
            _ => 0,
        };
    }

    private static double Time(ClaimInContext a, ClaimInContext b, bool oneStory, out bool apart)
    {
        ClaimTime first = a.Claim.Time, second = b.Claim.Time;
        bool bothDays = ToTheDay(first) && ToTheDay(second);
        apart = Apart(first, second);
        if (apart)
        {
            return 0;
        }

        if (bothDays)
        {
            return first.Earliest == second.Earliest ? 2.5 : 1;
        }

        if (first.Value is not null && second.Value is not null)
        {
            return first.Precision is "year" || second.Precision is "year" ? 0.2 : 0.7;
        }

        // News tells what is fresh: what no words date lies, as a rule, just before the page that tells it.
        if (oneStory || Anchor(a) is not { } dayA || Anchor(b) is not { } dayB)
        {
            return 0;
        }

        return Math.Abs(dayA.DayNumber - dayB.DayNumber) switch { <= 3 => 1, <= 7 => 0.5, <= 31 => 0, _ => -2 };
    }

    // Days more than one apart are two happenings; one day apart is what night and time zones do.
    private static bool Apart(ClaimTime a, ClaimTime b) => Gap(a, b) > (ToTheDay(a) && ToTheDay(b) ? 1 : 0);

    private static bool ToTheDay(ClaimTime time) => time.Precision is "day" or "time";

    private static DateOnly? Anchor(ClaimInContext claim) => claim.Claim.Time.Value is null ? claim.Published : claim.Claim.Time.Latest;

    private static int Gap(ClaimTime a, ClaimTime b)
    {
        int gap = 0;
        if (a.Earliest is { } startA && b.Latest is { } endB)
        {
            gap = Math.Max(gap, startA.DayNumber - endB.DayNumber);
        }

        if (b.Earliest is { } startB && a.Latest is { } endA)
        {
            gap = Math.Max(gap, startB.DayNumber - endA.DayNumber);
        }

        return gap;
    }

    private static double Tolls(ImmutableArray<Toll> a, ImmutableArray<Toll> b)
    {
        double points = 0;
        foreach (TollKind kind in a.Select(t => t.Kind).Distinct())
        {
            if (TollTotal.Of(a, kind) is { } first && TollTotal.Of(b, kind) is { } second)
            {
                points += Counts(first, second);
            }
        }

        return Math.Clamp(points, -1.5, 3);
    }

    private static double Counts(Toll a, Toll b)
    {
        if (a.Min == b.Min)
        {
            return a.Min >= 10 ? 3 : a.Min >= 3 ? 2 : 0.7;
        }

        bool meet = a.Min <= (b.Max ?? long.MaxValue) && b.Min <= (a.Max ?? long.MaxValue);
        double ratio = Math.Max(a.Min, b.Min) / Math.Max(1.0, Math.Min(a.Min, b.Min));
        return meet ? 0.3 : ratio > 3 ? -1 : -0.4;
    }

    private static double Manner(EventClaim a, EventClaim b)
    {
        bool told = Told(a) && Told(b);
        double points = !told ? 0 : a.Modes.Intersect(b.Modes).Any() ? 0.5 : -2;
        points += a.Cameo is not null && a.Cameo == b.Cameo ? 0.3 : 0;
        return points + (string.Equals(a.Trigger.Quote, b.Trigger.Quote, StringComparison.OrdinalIgnoreCase) ? 0.5 : 0);
    }

    private static bool Told(EventClaim claim) => !claim.Modes.IsEmpty && !claim.Modes.Contains(EventMode.Untold);

    // Jaccard share of content words of the two sentences; both arrays are ordered.
    private static double Overlap(ImmutableArray<int> a, ImmutableArray<int> b)
    {
        int i = 0, j = 0, both = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                both++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        int all = a.Length + b.Length - both;
        return all == 0 ? 0 : (double)both / all;
    }
}
