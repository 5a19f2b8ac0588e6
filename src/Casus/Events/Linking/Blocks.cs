namespace Casus.Events;

/// <summary>Which rows are compared: those that share a block. No block is cut by its size, so that whether two rows are compared hangs on the two alone.</summary>
internal static class Blocks
{
    /// <summary>Calls <paramref name="compare"/> from several threads with the lesser row first; more than once for a pair that shares several blocks.</summary>
    /// <param name="keys">Every key with, at the same index of <paramref name="rows"/>, the row that has it. Both are sorted.</param>
    /// <returns>What was compared to be an edge, in no order.</returns>
    public static List<LinkEdge> Edges(long[] keys, int[] rows, Func<int, int, double?> compare)
    {
        Array.Sort(keys, rows);
        var ranges = new List<(int Begin, int End)>();
        for (int i = 0, end; i < keys.Length; i = end)
        {
            end = i + 1;
            while (end < keys.Length && keys[end] == keys[i])
            {
                end++;
            }

            if (end - i > 1)
            {
                ranges.Add((i, end));
            }
        }

        var edges = new List<LinkEdge>();
        Parallel.ForEach(ranges, () => new List<LinkEdge>(), (range, _, found) =>
        {
            Compare(rows.AsSpan(range.Begin, range.End - range.Begin), compare, found);
            return found;
        }, found =>
        {
            lock (edges)
            {
                edges.AddRange(found);
            }
        });
        return edges;
    }

    private static void Compare(ReadOnlySpan<int> members, Func<int, int, double?> compare, List<LinkEdge> found)
    {
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                (int a, int b) = (Math.Min(members[i], members[j]), Math.Max(members[i], members[j]));
                if (compare(a, b) is { } score)
                {
                    found.Add(new(score, a, b));
                }
            }
        }
    }
}
