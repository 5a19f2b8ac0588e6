using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Rows that people hold to tell two happenings, and where that contradicts what they hold to be the same.</summary>
public sealed class JudgedApart
{
    private readonly Dictionary<int, List<int>> others = [];

    internal JudgedApart(LinkConstraints constraints, ILookup<string, int> byId)
    {
        foreach ((string a, string b) in constraints.Different)
        {
            foreach (int first in byId[a])
            {
                foreach (int second in byId[b])
                {
                    Add(first, second);
                    Add(second, first);
                }
            }
        }
    }

    internal bool Parts(Happening a, Happening b, Happening?[] groupOf)
    {
        if (others.Count == 0)
        {
            return false;
        }

        (Happening few, Happening many) = a.Members.Count <= b.Members.Count ? (a, b) : (b, a);
        foreach (int member in few.Members)
        {
            if (others.TryGetValue(member, out List<int>? apart) && apart.Any(o => ReferenceEquals(groupOf[o], many)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each "different" whose two claims "same" judgements connect, by the shortest chain, by the ids of its claims.</summary>
    public static ImmutableArray<LinkContradiction> Contradictions(LinkConstraints constraints)
    {
        if (constraints.Same.IsEmpty || constraints.Different.IsEmpty)
        {
            return [];
        }

        ILookup<string, string> same = constraints.Same.SelectMany(p => new[] { p, (p.ClaimB, p.ClaimA) }).Distinct().OrderBy(p => p.Item2, StringComparer.Ordinal).ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<LinkContradiction>();
        foreach ((string a, string b) in constraints.Different.Select(p => string.CompareOrdinal(p.ClaimA, p.ClaimB) <= 0 ? p : (p.ClaimB, p.ClaimA)).Distinct().OrderBy(p => p.Item1, StringComparer.Ordinal).ThenBy(p => p.Item2, StringComparer.Ordinal))
        {
            if (Path(a, b, same) is { } path)
            {
                found.Add(new(a, b, path));
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<string>? Path(string from, string to, ILookup<string, string> same)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [from] = from };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out string? at))
        {
            if (at == to)
            {
                var path = new List<string> { at };
                while (before[path[^1]] != path[^1])
                {
                    path.Add(before[path[^1]]);
                }

                path.Reverse();
                return [.. path];
            }

            foreach (string other in same[at])
            {
                if (before.TryAdd(other, at))
                {
                    next.Enqueue(other);
                }
            }
        }

        return null;
    }

    private void Add(int row, int other)
    {
        if (!others.TryGetValue(row, out List<int>? list))
        {
            others.Add(row, list = []);
        }

        list.Add(other);
    }
}
