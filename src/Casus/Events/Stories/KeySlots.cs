namespace Casus.Events;

/// <summary>
/// Keys that begin with the same bits, by open addressing in the order of the keys (ordered hashing: Amble and Knuth 1974), so that a key that is not
/// there is missed early however full the table is. The table lies in equal pieces; growing takes and gives back one after the other.
/// </summary>
/// <param name="bits">Leading bits that all keys have in common.</param>
/// <param name="memory">Where the pieces are from.</param>
internal sealed class KeySlots(int bits, KeyPieces memory)
{
    /// <summary>The last one takes what runs over the end.</summary>
    private nint[] pieces = [memory.Empty, memory.Empty];
    private int used;

    /// <summary>Has memory send what <see cref="Holder"/> looks at first; to be asked of many keys beforehand, which it sends side by side.</summary>
    public void Fetch(uint key) => Prefetch.Of(ref Slot(Home(key)));

    /// <summary>The holder in the slot of the key; 0 when the key is not there.</summary>
    public int Holder(uint key)
    {
        int at = At(key);
        KeySlot slot = Slot(at);
        return slot.Key == key ? slot.Holder : 0;
    }

    /// <summary>The slot of the key, made when it is not there: then its holder is 0 and the caller must set it. Valid until the next call.</summary>
    public ref KeySlot Take(uint key)
    {
        int at = At(key);
        ref KeySlot slot = ref Slot(at);
        if (slot.Holder != 0 && slot.Key == key)
        {
            return ref slot;
        }

        if (used * 8L >= (pieces.Length - 1) * 7L * KeyPieces.Length)
        {
            Grow();
            at = At(key);
        }

        used++;
        return ref Insert(at, key);
    }

    /// <summary>The first slot from the key's own on that is free or holds no lesser key.</summary>
    private int At(uint key)
    {
        int at = Home(key);
        while (true)
        {
            foreach (ref KeySlot slot in RestOfPiece(at))
            {
                if (slot.Holder == 0 || slot.Key >= key)
                {
                    return at;
                }

                at++;
            }
        }
    }

    private ref KeySlot Slot(int at) => ref KeyPieces.At(pieces[at >> KeyPieces.Bits], at);

    /// <summary>The slot and those that follow it in its piece.</summary>
    private Span<KeySlot> RestOfPiece(int at) => KeyPieces.From(pieces[at >> KeyPieces.Bits], at);

    /// <summary>Keys are hashes: their place in order is their place in the table.</summary>
    private int Home(uint key) => (int)(((ulong)(key << bits) * (uint)((pieces.Length - 1) << KeyPieces.Bits)) >> 32);

    /// <summary>Greater keys that follow without a gap move on by one.</summary>
    private ref KeySlot Insert(int at, uint key)
    {
        var moved = new KeySlot { Key = key };
        for (int next = at; ; next = ((next >> KeyPieces.Bits) + 1) << KeyPieces.Bits)
        {
            Own(next >> KeyPieces.Bits);
            foreach (ref KeySlot slot in RestOfPiece(next))
            {
                (slot, moved) = (moved, slot);
                if (moved.Holder == 0)
                {
                    return ref Slot(at);
                }
            }
        }
    }

    /// <summary>Makes a piece one that may be written to.</summary>
    private void Own(int piece)
    {
        if (pieces[piece] == memory.Empty)
        {
            pieces[piece] = memory.Take();
        }
    }

    private void Grow()
    {
        nint[] old = pieces;
        pieces = new nint[old.Length + Math.Max(1, old.Length / 8)];
        Array.Fill(pieces, memory.Empty);
        int next = 0;
        foreach (nint piece in old.Where(p => p != memory.Empty))
        {
            foreach (KeySlot slot in KeyPieces.From(piece, 0))
            {
                if (slot.Holder != 0)
                {
                    next = Math.Max(Home(slot.Key), next);
                    Own(next >> KeyPieces.Bits);
                    Slot(next) = slot;
                    next++;
                }
            }

            memory.Give(piece);
        }
    }
}
