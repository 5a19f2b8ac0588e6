using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// A group of claims while it grows. It keeps the distinct times and places of its members, so that asking whether two
/// groups exclude each other does not compare every member with every other.
/// </summary>
internal sealed class Happening
{
    private Happening(int first) => First = first;

    /// <summary>Indices of the claims.</summary>
    public List<int> Members { get; } = [];

    public HashSet<ClaimTime> Times { get; } = [];

    public HashSet<string> Places { get; } = [];

    /// <summary>The sentences that tell it. What one sentence tells apart are two happenings.</summary>
    public HashSet<(string Article, int Sentence)> Sentences { get; } = [];

    /// <summary>The smallest index of a member.</summary>
    public int First { get; private set; }

    public static Happening Of(int index, ClaimInContext claim)
    {
        var happening = new Happening(index);
        happening.Members.Add(index);
        happening.Sentences.Add((claim.Claim.ArticleId, claim.Claim.Sentence));

        // Only what can exclude is kept: the words and the rule behind a time do not matter here.
        happening.Times.Add(claim.Claim.Time with { Value = null, Evidence = null, Rule = default });
        if (claim.Claim.Place?.PlaceId is { } place)
        {
            happening.Places.Add(place);
        }

        return happening;
    }

    public void Take(Happening other)
    {
        Members.AddRange(other.Members);
        Times.UnionWith(other.Times);
        Places.UnionWith(other.Places);
        Sentences.UnionWith(other.Sentences);
        First = Math.Min(First, other.First);
    }
}
