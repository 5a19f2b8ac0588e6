using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>
/// Which texts hold a key: an inverted index by open addressing, about 10 bytes a key that one text holds. Parted by the key's leading bits, so that
/// growing moves a small part at a time, and nothing that grows leaves an array behind.
/// </summary>
internal sealed class HolderTable
{
    private const int PartBits = 4;

    private readonly HolderLists lists = new();
    private readonly KeySlots[] parts = NewParts();
    private int only;

    public void Add(uint key, int text)
    {
        ref KeySlot slot = ref parts[key >> (32 - PartBits)].Take(key);
        slot.Holder = slot.Holder == 0 ? text + 1 : ~(slot.Holder > 0 ? lists.Pair(slot.Holder - 1, text) : lists.Append(~slot.Holder, text));
    }

    /// <summary>The texts that hold the key, in the order in which they came; valid until the next call.</summary>
    public ReadOnlySpan<int> Holders(uint key) => Texts(Holder(key));

    /// <summary>What stands for the texts that hold each key, without the keys that none holds. Asked of many at once, it waits for memory but a few times.</summary>
    /// <param name="into">At least as long as <paramref name="keys"/>.</param>
    /// <param name="counts">How many texts each holds; likewise.</param>
    /// <returns>How many were written.</returns>
    public int Find(ReadOnlySpan<uint> keys, Span<int> into, Span<int> counts)
    {
        foreach (uint key in keys)
        {
            parts[key >> (32 - PartBits)].Fetch(key);
        }

        int found = 0;
        foreach (uint key in keys)
        {
            int holder = Holder(key);
            into[found] = holder;
            found += holder == 0 ? 0 : 1;
        }

        for (int i = 0; i < found; i++)
        {
            counts[i] = into[i] > 0 ? 1 : lists.Count(~into[i]);
        }

        return found;
    }

    /// <summary>The texts that <see cref="Find"/> has told of; valid until the next call.</summary>
    public ReadOnlySpan<int> Texts(int holder)
    {
        if (holder < 0)
        {
            return lists.Of(~holder);
        }

        only = holder - 1;
        return holder == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref only, 1);
    }

    /// <summary>Whether the text is among those that <see cref="Find"/> has told of.</summary>
    /// <param name="texts">How many there are; all numbers are below.</param>
    public bool Has(int holder, int text, int texts) => holder < 0 ? lists.Has(~holder, text, texts) : holder == text + 1;

    private int Holder(uint key) => parts[key >> (32 - PartBits)].Holder(key);

    private static KeySlots[] NewParts()
    {
        var memory = new KeyPieces();
        var made = new KeySlots[1 << PartBits];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = new KeySlots(PartBits, memory);
        }

        return made;
    }
}
