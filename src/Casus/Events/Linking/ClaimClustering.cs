using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>
/// Groups claims that tell one happening. Rows that share a block are compared (<see cref="LinkKeys"/>); pairs that weigh 0 or more are joined
/// from the surest down, unless any two members of their groups exclude each other or are judged to be different.
/// </summary>
/// <remarks>
/// Whether two rows are compared and how they weigh hangs on the blocks they share and on nothing else, and a pair that is not joined leaves no trace. So groups that new rows
/// do not change need not be joined again, which is what linking a store that has grown builds on (decision 0043).
/// </remarks>
public sealed class ClaimClustering(ClaimSimilarity similarity, LinkKeys keys)
{
    /// <param name="rows">Ordered by id and article: the order decides ties.</param>
    /// <param name="same">Ids of claims that the coder links as the same, of one article.</param>
    /// <returns>Indices of rows, each group ordered; by their first member.</returns>
    public ImmutableArray<ImmutableArray<int>> Group(IReadOnlyList<LinkRow> rows, IEnumerable<(string A, string B)> same, LinkConstraints constraints)
    {
        ILookup<string, int> byId = Enumerable.Range(0, rows.Count).ToLookup(i => rows[i].ClaimId, StringComparer.Ordinal);
        (long[] all, int[] at) = Keys(rows);
        List<LinkEdge> edges = Blocks.Edges(all, at, (a, b) => Weigh(rows[a], rows[b]));
        foreach ((string a, string b) in same)
        {
            AddAll(byId, a, b, LinkEdge.LinkedByCoder, edges);
        }

        foreach ((string a, string b) in constraints.Same)
        {
            AddAll(byId, a, b, LinkEdge.Judged, edges);
        }

        return Join(rows, edges, new JudgedApart(constraints, byId));
    }

    /// <summary>The same of edges that are known.</summary>
    /// <param name="edges">By indices of the rows.</param>
    public static ImmutableArray<ImmutableArray<int>> Join(IReadOnlyList<LinkRow> rows, List<LinkEdge> edges, LinkConstraints constraints) =>
        Join(rows, edges, new JudgedApart(constraints, constraints.Different.IsEmpty ? Array.Empty<int>().ToLookup(_ => "") : Enumerable.Range(0, rows.Count).ToLookup(i => rows[i].ClaimId, StringComparer.Ordinal)));

    /// <summary>How surely two rows that share a block tell one happening; null where they are not joined for that alone.</summary>
    /// <param name="a">The first of both by id and article.</param>
    public double? Weigh(LinkRow a, LinkRow b) =>
        // Most that share a week and an actor are told of other days: that is asked first.
        !a.Time.IsApart(b.Time) && similarity.Compare(a, b) is >= 0 and double score ? score : null;

    private (long[] Keys, int[] Rows) Keys(IReadOnlyList<LinkRow> rows)
    {
        var all = new List<long>(rows.Count * 8);
        var at = new List<int>(rows.Count * 8);
        for (int i = 0; i < rows.Count; i++)
        {
            foreach (long key in keys.Of(rows[i]))
            {
                all.Add(key);
                at.Add(i);
            }
        }

        return ([.. all], [.. at]);
    }

    // The same words in two articles make one claim id: what is said of it holds for both.
    private static void AddAll(ILookup<string, int> byId, string a, string b, double score, List<LinkEdge> edges)
    {
        foreach (int first in byId[a])
        {
            foreach (int second in byId[b])
            {
                if (first != second)
                {
                    edges.Add(new(score, Math.Min(first, second), Math.Max(first, second)));
                }
            }
        }
    }

    private static ImmutableArray<ImmutableArray<int>> Join(IReadOnlyList<LinkRow> rows, List<LinkEdge> edges, JudgedApart apart)
    {
        edges.Sort();
        var groupOf = new Happening?[rows.Count];
        foreach (LinkEdge edge in edges)
        {
            Happening first = groupOf[edge.A] ??= Happening.Of(edge.A, rows[edge.A]), second = groupOf[edge.B] ??= Happening.Of(edge.B, rows[edge.B]);
            if (ReferenceEquals(first, second) || apart.Parts(first, second, groupOf) || (!edge.IsJudged && (Excluded(first, second, edge) || (!edge.IsFromText && first.IsTold && second.IsTold && OnMention(rows[edge.A], rows[edge.B])))))
            {
                continue;
            }

            (Happening large, Happening small) = first.Members.Count >= second.Members.Count ? (first, second) : (second, first);
            large.Take(small, edge.IsJudged);
            foreach (int member in small.Members)
            {
                groupOf[member] = large;
            }
        }

        var groups = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (int i = 0; i < rows.Count; i++)
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

        return groups.ToImmutable();
    }

    /// <summary>A bare mention of another story fits much of what is told; it belongs to what it fits best, and makes no two happenings one.</summary>
    private static bool OnMention(LinkRow a, LinkRow b) => (a.IsBare || b.IsBare) && a.StoryId != b.StoryId;

    private static bool Excluded(Happening first, Happening second, LinkEdge edge) =>
        ClaimSimilarity.Exclude(first, second) || (!edge.IsFromText && first.Sentences.Overlaps(second.Sentences));
}
