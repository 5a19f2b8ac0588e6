namespace Casus.Events;

/// <summary>Compares two texts gram by gram; the one compared last stays marked, so that many can be held against it.</summary>
internal sealed class OverlapMeter(GramSequences sequences)
{
    private uint[] keys = new uint[2048];

    /// <summary>Which marking filled the slot, and which comparison counted it.</summary>
    private int[] filled = new int[2048], counted = new int[2048];
    private int markings, comparisons;
    private int marked = -1;

    /// <summary>Different grams of the text marked last. <see cref="Searched"/>: those it is searched by.</summary>
    public int Size { get; private set; }

    public int Searched { get; private set; }

    public void Mark(int text)
    {
        if (marked == text)
        {
            return;
        }

        ReadOnlySpan<uint> grams = sequences[text];
        if (grams.Length * 2 > keys.Length)
        {
            int length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)grams.Length * 2);
            (keys, filled, counted, markings, comparisons) = (new uint[length], new int[length], new int[length], 0, 0);
        }

        (marked, Size, Searched) = (text, 0, 0);
        markings++;
        foreach (uint gram in grams)
        {
            int slot = Find(gram);
            if (filled[slot] != markings)
            {
                (filled[slot], keys[slot]) = (markings, gram);
                Size++;
                Searched += (gram & WordGrams.Searched) != 0 ? 1 : 0;
            }
        }
    }

    /// <summary>Different grams of the marked text that the other has too.</summary>
    public int Shared(int other)
    {
        comparisons++;
        int shared = 0;
        foreach (uint gram in sequences[other])
        {
            int slot = Find(gram);
            if (filled[slot] == markings && counted[slot] != comparisons)
            {
                counted[slot] = comparisons;
                shared++;
            }
        }

        return shared;
    }

    /// <param name="size">Different grams of each text, indexed by text.</param>
    /// <param name="rate">How the pair is sampled.</param>
    public Overlap Compare(int a, int b, List<int> size, SearchRate rate)
    {
        // The larger is marked and the smaller walked, whichever came first: what a run is must not hang on it.
        bool first = size[a] != size[b] ? size[a] > size[b] : sequences[a].SequenceCompareTo(sequences[b]) >= 0;
        (int larger, int smaller) = first ? (a, b) : (b, a);
        Mark(larger);
        comparisons++;
        int shared = 0, searched = 0, longest = 0, run = 0, open = 0, openRun = 0, longestOpen = 0;
        foreach (uint gram in sequences[smaller])
        {
            int slot = Find(gram);
            if (filled[slot] != markings)
            {
                (run, openRun) = (0, 0);
                continue;
            }

            bool quoted = ((gram | keys[slot]) & WordGrams.Quoted) != 0;
            longest = Math.Max(longest, ++run);
            openRun = quoted ? 0 : openRun + 1;
            longestOpen = Math.Max(longestOpen, openRun);
            if (counted[slot] != comparisons)
            {
                counted[slot] = comparisons;
                shared++;
                open += quoted ? 0 : 1;
                searched += rate.Takes(gram) && (keys[slot] & WordGrams.Searched) != 0 ? 1 : 0;
            }
        }

        return new Overlap(shared, size[smaller], size[larger], Math.Min(longest, shared), Math.Max(0, open - longestOpen), searched);
    }

    private int Find(uint gram)
    {
        int mask = keys.Length - 1, at = (int)((gram >> 2) * 2654435769u >> 3) & mask;
        while (filled[at] == markings && (keys[at] ^ gram) >> 2 != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
