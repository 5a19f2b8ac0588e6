namespace Casus.Events;

/// <summary>
/// What a text is searched by: its 5-grams of words, or of a longer text a sample of them that is chosen by hash alone, so that two texts choose
/// alike (Broder 1997). A tenth as many texts hold a 5-gram by chance as hold a 3-gram of long words.
/// </summary>
internal static class SearchGrams
{
    /// <summary>Words of a gram beyond the third: a 5-gram is told by the 3-grams at its two ends.</summary>
    private const int Beyond = 2;

    /// <summary>Each gram of the sample once, in ascending order. A text of fewer than five words has one of all its words.</summary>
    /// <param name="grams">Of <see cref="WordGrams"/> in text order, the low half of each.</param>
    public static void Read(ReadOnlySpan<uint> grams, SearchRate rate, List<uint> keys)
    {
        keys.Clear();
        if (grams.IsEmpty)
        {
            return;
        }

        for (int i = 0, last = grams.Length - 1; i <= Math.Max(0, last - Beyond); i++)
        {
            ulong mixed = ((ulong)(grams[i] >> 1) * 0x9E3779B97F4A7C15) ^ System.Numerics.BitOperations.RotateLeft((grams[Math.Min(i + Beyond, last)] >> 1) * 0xBF58476D1CE4E5B9, 31);
            mixed = (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB;
            if (rate.Takes((uint)mixed))
            {
                keys.Add((uint)(mixed >> 32));
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
