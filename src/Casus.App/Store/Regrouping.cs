using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>
/// Joins claims anew, and of the groups that stand those that this changes. Around the claims that are joined stand the groups with which some pair connects them, whole: these are joined
/// along, and one that comes out as it was is left alone; one that does not is joined anew, with what stands around it, until nothing else changes (decision 0043).
/// </summary>
/// <param name="links">Ids of the claims that an article links as the same.</param>
internal sealed class Regrouping(LinkedClaims claims, Linker linker, LinkConstraints constraints, Func<string, List<(string From, string To)>> links)
{
    /// <summary>Pairs that are weighed at once.</summary>
    private const int MostMet = 1_000_000;

    /// <summary>Claims that one thread decodes and weighs at a time.</summary>
    private const int WeighedTogether = 256;

    private readonly Dictionary<long, LinkedClaim> rows = [];
    private readonly HashSet<long> joined = [], seen = [];

    /// <summary>How many claims the groups around have.</summary>
    private readonly Dictionary<string, int> around = new(StringComparer.Ordinal);
    private readonly List<(double Score, long A, long B)> edges = [];
    private readonly Dictionary<string, List<(string From, string To)>> linksOf = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> judged = constraints.Same.SelectMany(p => new[] { p, (ClaimA: p.ClaimB, ClaimB: p.ClaimA) }).ToLookup(p => p.ClaimA, p => p.ClaimB, StringComparer.Ordinal);
    private List<LinkedClaim> next = [];

    /// <summary>The groups that are joined anew.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Claims to be joined that stand in no group.</summary>
    public void Add(IEnumerable<LinkedClaim> come)
    {
        foreach (LinkedClaim one in come)
        {
            if (joined.Add(one.Number))
            {
                rows[one.Number] = one;
                next.Add(one);
            }
        }
    }

    /// <summary>A group that is joined anew.</summary>
    public void Touch(string happening)
    {
        if (happening.Length > 0 && Touched.Add(happening))
        {
            around.Remove(happening);
            Add(claims.OfHappening(happening));
        }
    }

    /// <returns>The claims that were joined, by id and article, in their groups.</returns>
    /// <param name="tied">Groups that judgements tie to the touched ones.</param>
    public List<LinkedClaim[]> Run(Func<IEnumerable<string>> tied)
    {
        while (true)
        {
            while (next.Count > 0)
            {
                Meet();
            }

            LinkedClaim[] all = [.. rows.Values];
            Array.Sort(all, Order);
            List<LinkedClaim[]> groups = [.. Joined(all).Select(g => g.Select(i => all[i]).ToArray())];
            foreach (string happening in Changed(groups).Concat(tied()).ToArray())
            {
                Touch(happening);
            }

            if (next.Count == 0)
            {
                return [.. groups.Where(g => joined.Contains(g[0].Number))];
            }
        }
    }

    /// <summary>By id and article.</summary>
    public static int Order(LinkedClaim a, LinkedClaim b) => string.CompareOrdinal(a.Row.ClaimId, b.Row.ClaimId) is var order and not 0 ? order : string.CompareOrdinal(a.Row.ArticleId, b.Row.ArticleId);

    private ImmutableArray<ImmutableArray<int>> Joined(LinkedClaim[] all)
    {
        var at = new Dictionary<long, int>(all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            at.Add(all[i].Number, i);
        }

        return ClaimClustering.Join([.. all.Select(c => c.Row)], [.. edges.Select(e => new LinkEdge(e.Score, Math.Min(at[e.A], at[e.B]), Math.Max(at[e.A], at[e.B])))], constraints);
    }

    /// <summary>Groups around that do not come out as they were.</summary>
    private IEnumerable<string> Changed(List<LinkedClaim[]> groups)
    {
        foreach (LinkedClaim[] group in groups)
        {
            string first = group[0].Happening;
            if (around.GetValueOrDefault(first) == group.Length && group.All(c => c.Happening == first))
            {
                continue;
            }

            foreach (LinkedClaim one in group.Where(c => !joined.Contains(c.Number)))
            {
                yield return one.Happening;
            }
        }
    }

    /// <summary>Finds the edges of the claims that are to be joined and were not looked at.</summary>
    private void Meet()
    {
        List<LinkedClaim> fresh = next;
        next = [];
        fresh.Sort((a, b) => (a.Row.Time.Anchor ?? 0).CompareTo(b.Row.Time.Anchor ?? 0) is var days and not 0 ? days : Order(a, b));
        var met = new List<(long Claim, LinkedClaim By)>();
        var beside = new HashSet<long>();
        foreach (LinkedClaim one in fresh)
        {
            beside.Clear();
            beside.Add(one.Number);
            foreach (long key in linker.KeysOf(one.Row))
            {
                foreach (BlockMember member in claims.InBlock(key))
                {
                    // Of two that are looked at, the later meets the earlier.
                    if (!seen.Contains(member.Claim) && !member.IsApart(one.Row) && beside.Add(member.Claim))
                    {
                        met.Add((member.Claim, one));
                    }
                }
            }

            seen.Add(one.Number);
            if (met.Count >= MostMet)
            {
                Weigh(met);
            }
        }

        Weigh(met);
        foreach (LinkedClaim one in fresh)
        {
            Tell(one);
        }
    }

    /// <param name="met">Claims with those that share a block with them. Emptied.</param>
    private void Weigh(List<(long Claim, LinkedClaim By)> met)
    {
        // Each is read once, one after the other as they lie.
        met.Sort((a, b) => a.Claim.CompareTo(b.Claim));
        InOrder.Run(Meetings(met).Chunk(WeighedTogether), some => some.Select(m => Weighed(m.Other(), m.By)).ToList(), some => some.ForEach(Connect), Environment.ProcessorCount);
        met.Clear();
    }

    /// <summary>Each claim, to be decoded on any thread, with those that meet it.</summary>
    private IEnumerable<(Func<LinkedClaim> Other, LinkedClaim[] By)> Meetings(List<(long Claim, LinkedClaim By)> met)
    {
        for (int i = 0, next; i < met.Count; i = next)
        {
            long claim = met[i].Claim;
            for (next = i; next < met.Count && met[next].Claim == claim; next++)
            {
            }

            yield return (rows.TryGetValue(claim, out LinkedClaim? other) ? () => other : claims.Later(claim), [.. met.Skip(i).Take(next - i).Select(m => m.By)]);
        }
    }

    /// <summary>Pure: with those that may tell the same happening.</summary>
    private (LinkedClaim Other, List<(double Score, LinkedClaim By)> Told) Weighed(LinkedClaim other, LinkedClaim[] by)
    {
        List<(double, LinkedClaim)> told = [];
        foreach (LinkedClaim one in by)
        {
            if (Weigh(one, other) is { } score)
            {
                told.Add((score, one));
            }
        }

        return (other, told);
    }

    private void Connect((LinkedClaim Other, List<(double Score, LinkedClaim By)> Told) weighed)
    {
        claims.Keep(weighed.Other);
        foreach ((double score, LinkedClaim by) in weighed.Told)
        {
            Connect(score, by, weighed.Other);
        }
    }

    private double? Weigh(LinkedClaim a, LinkedClaim b) => Order(a, b) < 0 ? linker.Weigh(a.Row, b.Row) : linker.Weigh(b.Row, a.Row);

    /// <summary>What articles and people say of a claim; the same words in another article are joined with them.</summary>
    private void Tell(LinkedClaim one)
    {
        foreach (LinkedClaim same in claims.WithId(one.Row.ClaimId))
        {
            Touch(same.Happening);
        }

        foreach ((string other, double score) in Said(one.Row.ClaimId))
        {
            foreach (LinkedClaim told in claims.WithId(other))
            {
                if (told.Number != one.Number)
                {
                    Connect(score, one, told);
                }
            }
        }
    }

    private IEnumerable<(string Claim, double Score)> Said(string claim)
    {
        foreach (string article in claims.ArticlesWith(claim))
        {
            foreach ((string from, string to) in SameOf(article))
            {
                if (from == claim || to == claim)
                {
                    yield return (from == claim ? to : from, LinkEdge.LinkedByCoder);
                }
            }
        }

        foreach (string other in judged[claim])
        {
            yield return (other, LinkEdge.Judged);
        }
    }

    private List<(string From, string To)> SameOf(string article)
    {
        if (!linksOf.TryGetValue(article, out List<(string From, string To)>? told))
        {
            linksOf.Add(article, told = links(article));
        }

        return told;
    }

    private void Connect(double score, LinkedClaim one, LinkedClaim other)
    {
        edges.Add((score, one.Number, other.Number));
        if (!joined.Contains(other.Number) && !around.ContainsKey(other.Happening))
        {
            List<LinkedClaim> group = claims.OfHappening(other.Happening);
            around.Add(other.Happening, group.Count);
            Surround(group);
        }
    }

    /// <summary>A group that may come out as it was, by the edges among its own.</summary>
    private void Surround(List<LinkedClaim> group)
    {
        var keys = new HashSet<long>[group.Count];
        for (int i = 0; i < group.Count; i++)
        {
            rows[group[i].Number] = group[i];
            keys[i] = [.. linker.KeysOf(group[i].Row)];
            for (int k = 0; k < i; k++)
            {
                if (keys[i].Overlaps(keys[k]) && Weigh(group[i], group[k]) is { } score)
                {
                    edges.Add((score, group[i].Number, group[k].Number));
                }
            }
        }

        if (group.Count > 1)
        {
            // What other articles say of these words is looked for where the group does not come out as it was.
            foreach (LinkedClaim one in group)
            {
                foreach ((string from, string to) in SameOf(one.Row.ArticleId).Where(l => l.From == one.Row.ClaimId))
                {
                    edges.AddRange(group.Where(c => c.Row.ClaimId == to && c.Number != one.Number).Select(c => (LinkEdge.LinkedByCoder, one.Number, c.Number)));
                }

                foreach (string other in judged[one.Row.ClaimId])
                {
                    edges.AddRange(group.Where(c => c.Row.ClaimId == other && c.Number != one.Number).Select(c => (LinkEdge.Judged, one.Number, c.Number)));
                }
            }
        }
    }
}
