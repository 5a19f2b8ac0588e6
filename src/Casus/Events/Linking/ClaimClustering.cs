using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// Groups claims that tell one happening: claims that share a block (type with two of initiator, target and place, or the
/// story) are compared inside a window of days; pairs are joined from the surest down unless any two members exclude each other.
/// </summary>
public sealed class ClaimClustering(ActorKinship kinship, PlaceContainment containment, Knowledge.PlaceCatalogue places)
{
    /// <summary>Claims of different stories whose days lie further apart than this are not compared.</summary>
    public const int WindowDays = 35;

    /// <summary>In one block a claim is compared with at most so many that follow it by day.</summary>
    public const int NeighboursCompared = 300;

    private const double LinkedByCoder = 100;
    private const string StoryKey = "story|";

    private readonly ClaimSimilarity similarity = new(kinship, containment);

    /// <param name="claims">Ordered by id: the order decides ties.</param>
    /// <param name="links">The coder's "same" links between claims of one article.</param>
    /// <returns>Groups of indices into <paramref name="claims"/>, each ordered, by their first member.</returns>
    public ImmutableArray<ImmutableArray<int>> Group(ImmutableArray<ClaimInContext> claims, IEnumerable<ClaimLink> links)
    {
        var pairs = new List<(double Score, int A, int B)>();
        AddSameLinks(claims, links, pairs);
        foreach ((int a, int b) in Candidates(claims))
        {
            if (similarity.SameHappening(claims[a], claims[b], out double score))
            {
                pairs.Add((score, a, b));
            }
        }

        pairs.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return Join(claims, pairs);
    }

    private static void AddSameLinks(ImmutableArray<ClaimInContext> claims, IEnumerable<ClaimLink> links, List<(double Score, int A, int B)> pairs)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < claims.Length; i++)
        {
            index[claims[i].Claim.Id] = i;
        }

        foreach (ClaimLink link in links)
        {
            if (link.Kind == "same" && index.TryGetValue(link.From, out int from) && index.TryGetValue(link.To, out int to) && from != to)
            {
                pairs.Add((LinkedByCoder, Math.Min(from, to), Math.Max(from, to)));
            }
        }
    }

    // A claim is compared with those that follow it in its blocks, ordered by day: never with more than the limit, so that the cost
    // stays near linear where one block holds a whole war.
    private HashSet<(int A, int B)> Candidates(ImmutableArray<ClaimInContext> claims)
    {
        var found = new HashSet<(int, int)>();
        foreach ((string key, List<int> members) in Blocks(claims))
        {
            bool oneStory = key.StartsWith(StoryKey, StringComparison.Ordinal);
            members.Sort((x, y) => Anchor(claims[x]) != Anchor(claims[y]) ? Anchor(claims[x]).CompareTo(Anchor(claims[y])) : x.CompareTo(y));
            for (int i = 0; i < members.Count; i++)
            {
                int last = Math.Min(members.Count, i + 1 + NeighboursCompared);
                for (int j = i + 1; j < last; j++)
                {
                    if (!oneStory && Anchor(claims[members[j]]) - Anchor(claims[members[i]]) > WindowDays)
                    {
                        break;
                    }

                    found.Add((Math.Min(members[i], members[j]), Math.Max(members[i], members[j])));
                }
            }
        }

        return found;
    }

    private IEnumerable<KeyValuePair<string, List<int>>> Blocks(ImmutableArray<ClaimInContext> claims)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < claims.Length; i++)
        {
            foreach (string key in Keys(claims[i]))
            {
                if (!blocks.TryGetValue(key, out List<int>? members))
                {
                    blocks.Add(key, members = []);
                }

                members.Add(i);
            }
        }

        return blocks.Where(b => b.Value.Count > 1);
    }

    private HashSet<string> Keys(ClaimInContext claim)
    {
        string type = claim.Claim.Type;
        var keys = new HashSet<string>(StringComparer.Ordinal) { $"{StoryKey}{claim.StoryId}|{type}" };
        foreach (string initiator in claim.Initiators)
        {
            keys.Add($"initiator|{type}|{kinship.Root(initiator)}");
        }

        foreach (string target in claim.Targets)
        {
            keys.Add($"target|{type}|{kinship.Root(target)}");
        }

        if (claim.Claim.Place?.PlaceId is { } id && places.Find(id) is { } place)
        {
            keys.Add($"place|{type}|{place.Admin1 ?? place.Id}");
        }

        return keys;
    }

    private static int Anchor(ClaimInContext claim) => (claim.Claim.Time.Earliest ?? claim.Published)?.DayNumber ?? 0;

    private ImmutableArray<ImmutableArray<int>> Join(ImmutableArray<ClaimInContext> claims, List<(double Score, int A, int B)> pairs)
    {
        var groupOf = new Happening?[claims.Length];
        foreach ((double score, int a, int b) in pairs)
        {
            Happening first = groupOf[a] ??= Happening.Of(a, claims[a]), second = groupOf[b] ??= Happening.Of(b, claims[b]);
            if (ReferenceEquals(first, second) || similarity.Exclude(first, second) || (score < LinkedByCoder && first.Sentences.Overlaps(second.Sentences)))
            {
                continue;
            }

            (Happening large, Happening small) = first.Members.Count >= second.Members.Count ? (first, second) : (second, first);
            large.Take(small);
            foreach (int member in small.Members)
            {
                groupOf[member] = large;
            }
        }

        var groups = new List<ImmutableArray<int>>();
        for (int i = 0; i < claims.Length; i++)
        {
            if (groupOf[i] is null)
            {
                groups.Add([i]);
            }
            else if (groupOf[i]!.First == i)
            {
                groups.Add([.. groupOf[i]!.Members.Order()]);
            }
        }

        return [.. groups];
    }
}
