using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>
/// Pieces of memory that stay where they are, each kept with its address. An array is asked for its header before what lies in it: of very many arrays
/// that is a second wait for memory, as long as the first.
/// </summary>
internal sealed unsafe class FixedPieces<T>
    where T : unmanaged
{
    private readonly List<T[]> owned = [];
    private nint[] addresses = new nint[8];

    public int Count => owned.Count;

    public int LastLength => owned[^1].Length;

    /// <summary>Adds a piece of zeros.</summary>
    public void Add(int length)
    {
        T[] piece = GC.AllocateArray<T>(length, pinned: true);
        Keep(piece, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(piece)));
    }

    /// <summary>Numbers that no piece has.</summary>
    public void Skip(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Keep([], 0);
        }
    }

    /// <summary>Nobody checks that it lies in the piece. What is handed out keeps the piece.</summary>
    public ref T At(int piece, int at) => ref Unsafe.Add(ref Unsafe.AsRef<T>((void*)addresses[piece]), at);

    private void Keep(T[] piece, nint address)
    {
        if (owned.Count == addresses.Length)
        {
            Array.Resize(ref addresses, addresses.Length * 2);
        }

        addresses[owned.Count] = address;
        owned.Add(piece);
    }
}
