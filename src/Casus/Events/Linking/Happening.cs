using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// A group of claims while it grows. It keeps the distinct times and places of its members, so that asking whether two
/// groups exclude each other does not compare every member with every other.
/// </summary>
internal sealed class Happening
{
    private Happening(int first) => First = first;

    /// <summary>Indices of the rows.</summary>
    public List<int> Members { get; } = [];

    public HashSet<LinkTime> Times { get; } = [];

    public HashSet<Place> Places { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sentences that tell it. What one sentence tells apart are two happenings.</summary>
    public HashSet<(string Article, int Sentence)> Sentences { get; } = [];

    /// <summary>Some member says who, where or whom; else all are bare mentions.</summary>
    public bool IsTold { get; private set; }

    /// <summary>The smallest index of a member.</summary>
    public int First { get; private set; }

    public static Happening Of(int index, LinkRow row)
    {
        var happening = new Happening(index);
        happening.Members.Add(index);
        happening.IsTold = !row.IsBare;
        happening.Sentences.Add((row.ArticleId, row.Sentence));

        // Only what can exclude is kept.
        happening.Times.Add(row.Time with { Published = null, IsTold = false, IsYear = false });
        if (row.Place is { } place)
        {
            happening.Places.Add(place);
        }

        return happening;
    }

    /// <param name="isJudged">People hold them to be the same: then the days and places of neither keep anything out.</param>
    public void Take(Happening other, bool isJudged)
    {
        Members.AddRange(other.Members);
        if (isJudged)
        {
            Times.Clear();
            Places.Clear();
        }
        else
        {
            Times.UnionWith(other.Times);
            Places.UnionWith(other.Places);
        }

        Sentences.UnionWith(other.Sentences);
        IsTold |= other.IsTold;
        First = Math.Min(First, other.First);
    }
}
