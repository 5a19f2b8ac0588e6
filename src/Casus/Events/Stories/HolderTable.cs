namespace Casus.Events;

/// <summary>
/// Which texts hold a key: an inverted index by open addressing, 8 bytes a key that one text holds. Parted by the key's
/// leading bits, so that growing copies a small part at a time.
/// </summary>
internal sealed class HolderTable
{
    private const int PartBits = 6;

    private readonly Part[] parts = NewParts();

    public void Add(uint key, int text) => parts[key >> (32 - PartBits)].Add(key, text);

    /// <summary>The texts in the order in which they came; valid until the next call.</summary>
    public ReadOnlySpan<int> Holders(uint key) => parts[key >> (32 - PartBits)].Holders(key);

    private static Part[] NewParts()
    {
        var made = new Part[1 << PartBits];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = new Part();
        }

        return made;
    }

    private struct Slot
    {
        public uint Key;

        /// <summary>0: free. Above: the only holder, and one. Below: the complement of the place of the list.</summary>
        public int Holder;
    }

    private sealed class Part
    {
        private readonly HolderLists lists = new();
        private Slot[] slots = new Slot[8];
        private int used, only;

        public void Add(uint key, int text)
        {
            if (used * 4 >= slots.Length * 3)
            {
                Grow();
            }

            ref Slot slot = ref slots[Find(slots, key)];
            if (slot.Holder == 0)
            {
                (slot.Key, slot.Holder) = (key, text + 1);
                used++;
                return;
            }

            slot.Holder = ~(slot.Holder > 0 ? lists.Pair(slot.Holder - 1, text) : lists.Append(~slot.Holder, text));
        }

        public ReadOnlySpan<int> Holders(uint key)
        {
            Slot slot = slots[Find(slots, key)];
            if (slot.Holder <= 0)
            {
                return slot.Holder == 0 ? [] : lists.Of(~slot.Holder);
            }

            only = slot.Holder - 1;
            return System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref only, 1);
        }

        private static int Find(Slot[] slots, uint key)
        {
            // Keys are hashes: their place in order is their place in the table.
            int at = (int)(((ulong)(key << PartBits) * (uint)slots.Length) >> 32);
            while (slots[at].Holder != 0 && slots[at].Key != key)
            {
                at = at + 1 < slots.Length ? at + 1 : 0;
            }

            return at;
        }

        private void Grow()
        {
            var larger = new Slot[slots.Length + (slots.Length / 4)];
            foreach (Slot slot in slots)
            {
                if (slot.Holder != 0)
                {
                    larger[Find(larger, slot.Key)] = slot;
                }
            }

            slots = larger;
        }
    }
}
