using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>A text that shares enough sampled grams with another to be compared.</summary>
/// <param name="Size">Different 3-grams.</param>
internal readonly record struct NearText(int Number, int Size);

/// <summary>
/// Finds the texts that share at least <see cref="SearchRate.Needed"/> sampled grams with a new one: exactly those, so the answer is a matter of the two
/// texts alone. Holders of the most frequent grams are counted only where the rest leaves it open.
/// </summary>
internal sealed class OverlapSearch
{
    private readonly HolderTable table = new();
    private readonly List<int> touched = [];
    private readonly List<uint> keys = [];
    private Met[] met = new Met[64];
    private int[] lengths = new int[64], holders = new int[64];

    /// <summary>Makes the text known by its grams.</summary>
    public void Add(int text, ReadOnlySpan<uint> grams, int size)
    {
        SearchGrams.Read(grams, SearchRate.Of(size), keys);
        Add(text, size);
    }

    /// <summary>Makes the text known that was looked for last.</summary>
    public void Add(int text, int size)
    {
        if (met.Length <= text)
        {
            Array.Resize(ref met, Math.Max(text + 1, met.Length * 2));
        }

        met[text].Size = (ushort)Math.Min(size, ushort.MaxValue);
        foreach (uint key in keys)
        {
            table.Add(key, text);
        }
    }

    /// <summary>Adds the known texts that share enough with the new one, in no order.</summary>
    /// <param name="size">Different 3-grams of the new text. <paramref name="sizes"/>: of every text known.</param>
    public void Find(ReadOnlySpan<uint> grams, int size, List<int> sizes, List<NearText> found)
    {
        SearchGrams.Read(grams, SearchRate.Of(size), keys);
        ReadOnlySpan<int> ranked = Ranked();
        // What shares enough shares one of the other grams, or more.
        ReadOnlySpan<int> passedOver = ranked[Math.Max(0, ranked.Length - (SearchRate.Least(size) - 1))..];
        Count(ranked[..^passedOver.Length]);
        ReadOnlySpan<int> all = CollectionsMarshal.AsSpan(sizes);
        foreach (int text in touched)
        {
            ref Met known = ref met[text];
            int shared = known.Shared;
            known.Shared = 0;
            if (shared + passedOver.Length < SearchRate.Needed(size, known.Size))
            {
                continue;
            }

            // Memory is asked for the size only of the few texts that are too long for the number at hand.
            int other = known.Size == ushort.MaxValue ? all[text] : known.Size;
            if (Hold(passedOver, text, sizes.Count, SearchRate.Needed(size, other) - shared))
            {
                found.Add(new NearText(text, other));
            }
        }

        touched.Clear();
    }

    /// <summary>Whether the text is among as many of the holders as are needed; asked of the rarest first.</summary>
    private bool Hold(ReadOnlySpan<int> some, int text, int texts, int needed)
    {
        for (int i = 0; needed > 0 && needed <= some.Length - i; i++)
        {
            needed -= table.Has(some[i], text, texts) ? 1 : 0;
        }

        return needed <= 0;
    }

    /// <summary>What the table has of each key that any text holds, the rarest first.</summary>
    private ReadOnlySpan<int> Ranked()
    {
        if (keys.Count > lengths.Length)
        {
            (lengths, holders) = (new int[keys.Count * 2], new int[keys.Count * 2]);
        }

        int count = table.Find(CollectionsMarshal.AsSpan(keys), holders, lengths);
        Array.Sort(lengths, holders, 0, count);
        return holders.AsSpan(0, count);
    }

    private void Count(ReadOnlySpan<int> some)
    {
        foreach (int holder in some)
        {
            foreach (int text in table.Texts(holder))
            {
                if (met[text].Shared++ == 0)
                {
                    touched.Add(text);
                }
            }
        }
    }

    /// <summary>What every text that holds a gram is asked for, in one place: a second would be waited for as long as the first.</summary>
    private struct Met
    {
        /// <summary>Grams counted so far.</summary>
        public ushort Shared;

        /// <summary>Different 3-grams, or the greatest number where there are more: what the lesser of two sizes needs is never more.</summary>
        public ushort Size;
    }
}
