using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>Compares two texts gram by gram; the one compared last stays marked, so that many can be held against it.</summary>
internal sealed class OverlapMeter(GramSequences sequences)
{
    private uint[] keys = new uint[2048];

    /// <summary>Which marking filled the slot, and which comparison counted it.</summary>
    private int[] filled = new int[2048], counted = new int[2048];
    private int markings, comparisons;
    private int marked = -1, tagged = -1;

    /// <summary>A bit for each tag that a gram may have: those of the marked text's are set (Bloom 1970) when first asked for.</summary>
    private readonly ulong[] bits = new ulong[(ushort.MaxValue + 1) / 64];

    /// <summary>Different grams of the text marked last.</summary>
    public int Size { get; private set; }

    public void Mark(int text)
    {
        if (marked == text)
        {
            return;
        }

        GramSequence grams = sequences[text];
        if (grams.Length * 2 > keys.Length)
        {
            int length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)grams.Length * 2);
            (keys, filled, counted, markings, comparisons) = (new uint[length], new int[length], new int[length], 0, 0);
        }

        (marked, Size) = (text, 0);
        markings++;
        for (int i = 0; i < grams.Length; i++)
        {
            uint gram = grams[i];
            int slot = Find(gram);
            if (filled[slot] != markings)
            {
                (filled[slot], keys[slot]) = (markings, gram);
                Size++;
            }
        }
    }

    /// <summary>At least as many as <see cref="Shared"/>, and mostly few more, for a tenth of the time.</summary>
    public int SharedAtMost(int other)
    {
        if (tagged != marked)
        {
            tagged = marked;
            Array.Clear(bits);
            foreach (ushort tag in sequences[marked].Tags)
            {
                bits[tag >> 6] |= 1UL << (tag & 63);
            }
        }

        // There is a bit for whatever a tag may be, so no place need be checked.
        ref ulong of = ref MemoryMarshal.GetArrayDataReference(bits);
        ulong most = 0;
        foreach (ushort tag in sequences[other].Tags)
        {
            most += (Unsafe.Add(ref of, tag >> 6) >> tag) & 1;
        }

        return (int)most;
    }

    /// <summary>Different grams of the marked text that the other has too.</summary>
    public int Shared(int other)
    {
        comparisons++;
        int shared = 0;
        GramSequence grams = sequences[other];
        for (int i = 0; i < grams.Length; i++)
        {
            int slot = Find(grams[i]);
            if (filled[slot] == markings && counted[slot] != comparisons)
            {
                counted[slot] = comparisons;
                shared++;
            }
        }

        return shared;
    }

    /// <param name="size">Different grams of each text, indexed by text.</param>
    public Overlap Compare(int a, int b, List<int> size)
    {
        // The larger is marked and the smaller walked, whichever came first: what a run is must not hang on it.
        bool first = size[a] != size[b] ? size[a] > size[b] : sequences.Compare(a, b) >= 0;
        (int larger, int smaller) = first ? (a, b) : (b, a);
        Mark(larger);
        comparisons++;
        int shared = 0, longest = 0, run = 0, open = 0, openRun = 0, longestOpen = 0;
        GramSequence grams = sequences[smaller];
        for (int i = 0; i < grams.Length; i++)
        {
            uint gram = grams[i];
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
            }
        }

        return new Overlap(shared, size[smaller], size[larger], Math.Min(longest, shared), Math.Max(0, open - longestOpen));
    }

    private int Find(uint gram)
    {
        int mask = keys.Length - 1, at = (int)((gram >> 1) * 2654435769u >> 3) & mask;
        while (filled[at] == markings && (keys[at] ^ gram) >> 1 != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
