using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>What is known of a key. Holder 0: the slot is free. Above: the only holder, and one. Below: the complement of the place of its list.</summary>
internal struct KeySlot
{
    public uint Key;
    public int Holder;
}

/// <summary>Equal pieces of slots, told by address, for tables that share what is spare.</summary>
internal sealed unsafe class KeyPieces
{
    public const int Bits = 10, Length = 1 << Bits;

    /// <summary>Pieces that are made at once.</summary>
    private const int Together = 32;

    private readonly FixedPieces<KeySlot> made = new();
    private readonly Stack<nint> spare = [];

    public KeyPieces()
    {
        Empty = Take();
    }

    /// <summary>The piece that stands for all that hold nothing yet: it must not be written to.</summary>
    public nint Empty { get; }

    /// <param name="at">Its last bits tell the place in the piece.</param>
    public static ref KeySlot At(nint piece, int at) => ref Unsafe.Add(ref Unsafe.AsRef<KeySlot>((void*)piece), at & (Length - 1));

    /// <summary>The slot and those that follow it in its piece.</summary>
    public static Span<KeySlot> From(nint piece, int at) => MemoryMarshal.CreateSpan(ref At(piece, at), Length - (at & (Length - 1)));

    /// <returns>A piece of free slots.</returns>
    public nint Take()
    {
        if (spare.Count == 0)
        {
            made.Add(Together * Length);
            for (int i = Together - 1; i >= 0; i--)
            {
                spare.Push((nint)Unsafe.AsPointer(ref made.At(made.Count - 1, i * Length)));
            }
        }

        return spare.Pop();
    }

    public void Give(nint piece)
    {
        From(piece, 0).Clear();
        spare.Push(piece);
    }
}
