namespace Casus.Events;

/// <summary>Fingerprints of runs of eight words, chosen so that any stretch of 25 words that two texts share gives both one in common (Schleimer, Wilkerson and Aiken 2003).</summary>
internal static class Winnowing
{
    /// <summary>Words from which a shared stretch is sure to be found.</summary>
    public const int LeastWords = 25;

    /// <summary>3-grams in a stretch of that many words.</summary>
    public const int LeastGrams = LeastWords - 2;

    private const int RunWords = 8;
    private const int Window = LeastWords - RunWords + 1;

    /// <summary>Adds each fingerprint once, in ascending order.</summary>
    public static void Read(ReadOnlySpan<uint> grams, List<uint> into)
    {
        into.Clear();
        int runs = grams.Length - (RunWords - 3);
        int least = -1;
        for (int end = Window; end <= runs; end++)
        {
            int begin = end - Window;
            if (least < begin)
            {
                least = begin;
                for (int i = begin + 1; i < end; i++)
                {
                    least = Run(grams, i) <= Run(grams, least) ? i : least;
                }

                into.Add(Run(grams, least));
            }
            else if (Run(grams, end - 1) <= Run(grams, least))
            {
                least = end - 1;
                into.Add(Run(grams, least));
            }
        }

        into.Sort();
        int kept = 0;
        for (int i = 0; i < into.Count; i++)
        {
            if (kept == 0 || into[i] != into[kept - 1])
            {
                into[kept++] = into[i];
            }
        }

        into.RemoveRange(kept, into.Count - kept);
    }

    /// <summary>The eight words from the gram's first: three grams cover them.</summary>
    private static uint Run(ReadOnlySpan<uint> grams, int at)
    {
        ulong mixed = ((ulong)(grams[at] >> 1) * 0x9E3779B97F4A7C15) ^ ((ulong)(grams[at + 3] >> 1) * 0xBF58476D1CE4E5B9) ^ ((ulong)(grams[at + 5] >> 1) * 0x94D049BB133111EB);
        mixed *= 0xD6E8FEB86659FD93;
        return (uint)(mixed >> 32);
    }
}
