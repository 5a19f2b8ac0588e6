namespace Casus.Events;

/// <summary>
/// Finds the texts that share enough sampled grams with a new one. No pair that shares <see cref="SearchRate.Needed"/> is missed, though the most
/// frequent grams are passed over: what is left must be shared in part. That makes the answer a matter of the two texts alone.
/// </summary>
internal sealed class OverlapSearch
{
    private readonly HolderTable table = new();
    private readonly List<int> touched = [];
    private readonly List<uint> keys = [];
    private ushort[] counts = new ushort[64];
    private int[] lengths = new int[64], order = new int[64];

    /// <summary>Makes the text known by its grams.</summary>
    public void Add(int text, ReadOnlySpan<ulong> grams, SearchRate rate)
    {
        Sample(grams, rate, keys);
        foreach (uint key in keys)
        {
            table.Add(key, text);
        }
    }

    /// <summary>Texts that may share enough with the new one, in no order; some will not.</summary>
    /// <param name="searched">Grams by which it could be searched. <paramref name="sizes"/>: the same for every text known.</param>
    public void Find(ReadOnlySpan<ulong> grams, SearchRate rate, int searched, List<int> sizes, List<int> found)
    {
        if (counts.Length < sizes.Count)
        {
            Array.Resize(ref counts, Math.Max(sizes.Count, counts.Length * 2));
        }

        Sample(grams, rate, keys);
        int least = SearchRate.Least(searched), passedOver = least / 2;
        Count(passedOver);
        foreach (int text in touched)
        {
            if (counts[text] + passedOver >= least && counts[text] + passedOver >= SearchRate.Of(rate, SearchRate.Of(sizes[text])).Needed(searched, sizes[text]))
            {
                found.Add(text);
            }

            counts[text] = 0;
        }

        touched.Clear();
    }

    /// <summary>Counts the holders of every key but those that most texts hold.</summary>
    private void Count(int passedOver)
    {
        if (keys.Count > lengths.Length)
        {
            Array.Resize(ref lengths, keys.Count);
            Array.Resize(ref order, keys.Count);
        }

        for (int i = 0; i < keys.Count; i++)
        {
            (lengths[i], order[i]) = (table.Holders(keys[i]).Length, i);
        }

        if (passedOver > 0)
        {
            Array.Sort(lengths, order, 0, keys.Count);
        }

        for (int i = 0; i < keys.Count - passedOver; i++)
        {
            if (lengths[i] == 0)
            {
                continue;
            }

            foreach (int text in table.Holders(keys[order[i]]))
            {
                if (counts[text]++ == 0)
                {
                    touched.Add(text);
                }
            }
        }
    }

    /// <summary>Each sampled gram once. The key is the half of the hash that the sample is not chosen by.</summary>
    internal static void Sample(ReadOnlySpan<ulong> grams, SearchRate rate, List<uint> keys)
    {
        keys.Clear();
        foreach (ulong gram in grams)
        {
            if (rate.Takes((uint)gram))
            {
                keys.Add((uint)(gram >> 32));
            }
        }

        keys.Sort();
        int kept = 0;
        for (int i = 0; i < keys.Count; i++)
        {
            if (kept == 0 || keys[i] != keys[kept - 1])
            {
                keys[kept++] = keys[i];
            }
        }

        keys.RemoveRange(kept, keys.Count - kept);
    }
}
