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

    /// <summary>The texts in the order in which they came; valid until the next call.</summary>
    public ReadOnlySpan<int> Holders(uint key)
    {
        ref readonly KeySlot slot = ref parts[key >> (32 - PartBits)].Find(key);
        if (slot.Holder == 0 || slot.Key != key)
        {
            return [];
        }

        if (slot.Holder < 0)
        {
            return lists.Of(~slot.Holder);
        }

        only = slot.Holder - 1;
        return MemoryMarshal.CreateReadOnlySpan(ref only, 1);
    }

    private static KeySlots[] NewParts()
    {
        var spare = new Stack<KeySlot[]>();
        var made = new KeySlots[1 << PartBits];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = new KeySlots(PartBits, spare);
        }

        return made;
    }
}
