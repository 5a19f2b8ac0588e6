namespace Casus.Language;

/// <summary>Sentences of like length, which the network runs together: the longest first, the order of equal ones kept.</summary>
internal static class Batches
{
    private const int Rows = 1200, Sentences = 48;

    /// <param name="lengths">Words of each sentence.</param>
    /// <returns>Indices into <paramref name="lengths"/>, each in one batch; none is empty.</returns>
    public static IEnumerable<int[]> Of(IReadOnlyList<int> lengths)
    {
        int[] order = [.. Enumerable.Range(0, lengths.Count).OrderByDescending(i => lengths[i])];
        for (int begin = 0; begin < order.Length;)
        {
            int end = begin, rows = 0;
            while (end < order.Length && end - begin < Sentences && (rows == 0 || rows + lengths[order[end]] < Rows))
            {
                rows += lengths[order[end++]] + 1;
            }

            yield return order[begin..end];
            begin = end;
        }
    }
}
