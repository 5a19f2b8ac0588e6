namespace Casus.Events;

/// <summary>
/// Which texts hold a key: an inverted index by open addressing, 12 bytes a key and 4 a holder beyond the first. Parted by the key's
/// leading bits, so that growing copies a small part at a time.
/// </summary>
internal sealed class HolderTable
{
    private const int PartBits = 6;

    private readonly Part[] parts = NewParts();

    public void Add(uint key, int text) => parts[key >> (32 - PartBits)].Add(key, text);

    /// <summary>The texts in the order in which they came; valid until the next one is added.</summary>
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
        public int Count;

        /// <summary>The holder itself where there is one; else where the list begins.</summary>
        public int Place;
    }

    private sealed class Part
    {
        private readonly HolderLists lists = new();
        private Slot[] slots = new Slot[8];
        private int used;

        public void Add(uint key, int text)
        {
            if (used * 4 >= slots.Length * 3)
            {
                Grow();
            }

            ref Slot slot = ref slots[Find(slots, key)];
            if (slot.Count == 0)
            {
                (slot.Key, slot.Count, slot.Place) = (key, 1, text);
                used++;
                return;
            }

            slot.Place = slot.Count == 1 ? lists.Pair(slot.Place, text) : lists.Append(slot.Place, slot.Count, text);
            slot.Count++;
        }

        public ReadOnlySpan<int> Holders(uint key)
        {
            ref Slot slot = ref slots[Find(slots, key)];
            return slot.Count switch
            {
                0 => [],
                1 => System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref slot.Place, 1),
                _ => lists.Of(slot.Place, slot.Count),
            };
        }

        private static int Find(Slot[] slots, uint key)
        {
            // Keys are hashes: their place in order is their place in the table.
            int at = (int)(((ulong)(key << PartBits) * (uint)slots.Length) >> 32);
            while (slots[at].Count != 0 && slots[at].Key != key)
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
                if (slot.Count != 0)
                {
                    larger[Find(larger, slot.Key)] = slot;
                }
            }

            slots = larger;
        }
    }
}
