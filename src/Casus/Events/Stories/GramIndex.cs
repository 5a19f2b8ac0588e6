namespace Casus.Events;

/// <summary>
/// Word 3-grams of many texts: numbered, with the texts that hold them. A gram that one text alone holds has no number:
/// nothing can be shared by it.
/// </summary>
internal sealed class GramIndex
{
    /// <summary>Number of a gram that only one text holds.</summary>
    public const int Alone = -1;

    private readonly int[][] sequences;
    private readonly int[] starts;
    private readonly int[] holders;

    public GramIndex(IReadOnlyList<string> texts)
    {
        sequences = new int[texts.Count][];
        Distinct = new int[texts.Count][];
        Sizes = new int[texts.Count];
        var grams = new ulong[texts.Count][];
        long total = 0;
        for (int i = 0; i < texts.Count; i++)
        {
            grams[i] = WordGrams.Of(texts[i]);
            total += grams[i].Length;
        }

        var keys = new ulong[total];
        var places = new long[total];
        long at = 0;
        for (int i = 0; i < grams.Length; i++)
        {
            sequences[i] = new int[grams[i].Length];
            for (int j = 0; j < grams[i].Length; j++)
            {
                keys[at] = grams[i][j];
                places[at++] = ((long)i << 32) | (uint)j;
            }
        }

        Array.Sort(keys, places);
        (starts, holders) = Number(keys, places);
        Array.Fill(starts, holders.Length, Count, 1);
        for (int i = 0; i < sequences.Length; i++)
        {
            Distinct[i] = SortedOnce(sequences[i]);
        }
    }

    /// <summary>How many grams have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The shared grams of each text, each once.</summary>
    public int[][] Distinct { get; }

    /// <summary>How many different grams each text has, shared or not.</summary>
    public int[] Sizes { get; }

    /// <summary>Gram by gram as the text runs; <see cref="Alone"/> where no other text has it.</summary>
    public ReadOnlySpan<int> Sequence(int text) => sequences[text];

    /// <summary>The texts that hold a gram, in ascending order.</summary>
    public ReadOnlySpan<int> Holders(int gram) => holders.AsSpan(starts[gram], starts[gram + 1] - starts[gram]);

    private static int[] SortedOnce(int[] sequence)
    {
        int[] sorted = [.. sequence];
        Array.Sort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] != Alone && (kept == 0 || sorted[i] != sorted[kept - 1]))
            {
                sorted[kept++] = sorted[i];
            }
        }

        return sorted[..kept];
    }

    private (int[] Starts, int[] Holders) Number(ulong[] keys, long[] places)
    {
        var begins = new List<int>();
        var held = new List<int>();
        var group = new List<int>();
        for (int begin = 0, end; begin < keys.Length; begin = end)
        {
            group.Clear();
            for (end = begin; end < keys.Length && keys[end] == keys[begin]; end++)
            {
                group.Add((int)(places[end] >> 32));
            }

            group.Sort();
            int before = held.Count;
            for (int i = 0; i < group.Count; i++)
            {
                if (i == 0 || group[i] != group[i - 1])
                {
                    held.Add(group[i]);
                    Sizes[group[i]]++;
                }
            }

            bool shared = held.Count - before > 1;
            if (shared)
            {
                begins.Add(before);
            }
            else
            {
                held.RemoveAt(before);
            }

            for (int i = begin; i < end; i++)
            {
                sequences[(int)(places[i] >> 32)][(int)places[i]] = shared ? begins.Count - 1 : Alone;
            }
        }

        Count = begins.Count;
        begins.Add(0);
        return ([.. begins], [.. held]);
    }
}
