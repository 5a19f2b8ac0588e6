using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Casus.Events;

/// <summary>What is known of a key. Holder 0: the slot is free. Above: the only holder, and one. Below: the complement of the place of its list.</summary>
internal struct KeySlot
{
    public uint Key;
    public int Holder;
}

/// <summary>
/// Keys that begin with the same bits, by open addressing in the order of the keys (ordered hashing: Amble and Knuth 1974), so that a key that is not
/// there is missed early however full the table is. The table lies in equal pieces; growing takes and gives back one after the other.
/// </summary>
/// <param name="bits">Leading bits that all keys have in common.</param>
/// <param name="spare">Pieces that are free, of all tables that share them.</param>
internal sealed class KeySlots(int bits, Stack<KeySlot[]> spare)
{
    private const int PieceBits = 10, Piece = 1 << PieceBits;

    /// <summary>Stands for pieces that hold nothing yet.</summary>
    private static readonly KeySlot[] Empty = new KeySlot[Piece];

    /// <summary>The last one takes what runs over the end.</summary>
    private KeySlot[][] pieces = [Empty, Empty];
    private int used;

    /// <summary>Has memory send what <see cref="Holder"/> looks at first; to be asked of many keys beforehand, which it sends side by side.</summary>
    public unsafe void Fetch(uint key)
    {
        if (Sse.IsSupported)
        {
            int at = Home(key);
            Sse.Prefetch0(Unsafe.AsPointer(ref Slot(pieces[at >> PieceBits], at)));
        }
    }

    /// <summary>The holder in the slot of the key; 0 when the key is not there.</summary>
    public int Holder(uint key)
    {
        int at = At(key);
        KeySlot slot = Slot(pieces[at >> PieceBits], at);
        return slot.Key == key ? slot.Holder : 0;
    }

    /// <summary>The slot of the key, made when it is not there: then its holder is 0 and the caller must set it. Valid until the next call.</summary>
    public ref KeySlot Take(uint key)
    {
        int at = At(key);
        ref KeySlot slot = ref Slot(pieces[at >> PieceBits], at);
        if (slot.Holder != 0 && slot.Key == key)
        {
            return ref slot;
        }

        if (used * 8L >= (pieces.Length - 1) * 7L * Piece)
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
        int home = Home(key), at = home & (Piece - 1);
        for (int i = home >> PieceBits; ; i++, at = 0)
        {
            KeySlot[] piece = pieces[i];
            for (; at < Piece; at++)
            {
                ref KeySlot slot = ref Slot(piece, at);
                if (slot.Holder == 0 || slot.Key >= key)
                {
                    return (i << PieceBits) + at;
                }
            }
        }
    }

    /// <summary>Every piece is of one length, so none need be asked for it: it lies apart from the slot, and would be a second wait for memory.</summary>
    private static ref KeySlot Slot(KeySlot[] piece, int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(piece), at & (Piece - 1));

    /// <summary>Keys are hashes: their place in order is their place in the table.</summary>
    private int Home(uint key) => (int)(((ulong)(key << bits) * (uint)((pieces.Length - 1) << PieceBits)) >> 32);

    /// <summary>Greater keys that follow without a gap move on by one.</summary>
    private ref KeySlot Insert(int at, uint key)
    {
        var moved = new KeySlot { Key = key };
        int next = at & (Piece - 1);
        for (int i = at >> PieceBits; ; i++, next = 0)
        {
            KeySlot[] piece = Own(i);
            for (; next < piece.Length; next++)
            {
                (piece[next], moved) = (moved, piece[next]);
                if (moved.Holder == 0)
                {
                    return ref pieces[at >> PieceBits][at & (Piece - 1)];
                }
            }
        }
    }

    /// <summary>A piece that may be written to.</summary>
    private KeySlot[] Own(int piece)
    {
        if (pieces[piece] == Empty)
        {
            pieces[piece] = spare.TryPop(out KeySlot[]? free) ? free : new KeySlot[Piece];
        }

        return pieces[piece];
    }

    private void Grow()
    {
        KeySlot[][] old = pieces;
        pieces = new KeySlot[old.Length + Math.Max(1, old.Length / 8)][];
        Array.Fill(pieces, Empty);
        int next = 0;
        foreach (KeySlot[] piece in old)
        {
            foreach (KeySlot slot in piece)
            {
                if (slot.Holder != 0)
                {
                    int at = Math.Max(Home(slot.Key), next);
                    Own(at >> PieceBits)[at & (Piece - 1)] = slot;
                    next = at + 1;
                }
            }

            if (piece != Empty)
            {
                Array.Clear(piece);
                spare.Push(piece);
            }
        }
    }
}
