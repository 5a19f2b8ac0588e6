using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>What is known of a key. Holder 0: the slot is free. Above: the only holder, and one. Below: the complement of the place of its list.</summary>
internal struct KeySlot
{
    public uint Key;
    public int Holder;
}

/// <summary>Equal pieces of slots, told by number, for tables that share what is spare.</summary>
internal sealed class KeyPieces
{
    public const int Bits = 10, Length = 1 << Bits;

    /// <summary>The piece that stands for all that hold nothing yet: it must not be written to.</summary>
    public const int Empty = 0;

    /// <summary>Power of two of the pieces that are made at once.</summary>
    private const int TogetherBits = 5;

    private readonly FixedPieces<KeySlot> made = new();
    private readonly Stack<int> spare = [];

    public KeyPieces()
    {
        Make();
    }

    /// <param name="at">Its last bits tell the place in the piece.</param>
    public ref KeySlot At(int piece, int at) => ref made.At(piece >> TogetherBits, ((piece & ((1 << TogetherBits) - 1)) << Bits) + (at & (Length - 1)));

    /// <summary>The slot and those that follow it in its piece.</summary>
    public Span<KeySlot> From(int piece, int at) => MemoryMarshal.CreateSpan(ref At(piece, at), Length - (at & (Length - 1)));

    /// <returns>A piece of free slots.</returns>
    public int Take()
    {
        if (spare.Count == 0)
        {
            Make();
        }

        return spare.Pop();
    }

    public void Give(int piece)
    {
        From(piece, 0).Clear();
        spare.Push(piece);
    }

    private void Make()
    {
        int first = made.Count << TogetherBits;
        made.Add(Length << TogetherBits);
        for (int i = (1 << TogetherBits) - 1; i >= 0; i--)
        {
            if (first + i != Empty)
            {
                spare.Push(first + i);
            }
        }
    }
}
