using System.Runtime.InteropServices;

namespace Casus.Language;

/// <summary>Memory that does not move and begins on a line of the cache: loads of a vector that lie across two lines cost twice.</summary>
internal static unsafe class Pinned
{
    private const int Line = 64;

    /// <param name="owner">Keeps the memory; its content is zero.</param>
    public static T* Array<T>(int length, out T[] owner)
        where T : unmanaged
    {
        owner = GC.AllocateArray<T>(length + Line / sizeof(T), pinned: true);
        return (T*)(((nint)Marshal.UnsafeAddrOfPinnedArrayElement(owner, 0) + Line - 1) & ~(nint)(Line - 1));
    }
}
