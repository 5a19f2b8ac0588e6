using System.Numerics;
using System.Runtime.InteropServices;

namespace Casus.App;

/// <summary>A hash of bytes for tables in memory: eight bytes at a time are multiplied in. Not to be kept, and no defence against who chooses the bytes.</summary>
internal static class Utf8Hash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static uint Of(ReadOnlySpan<byte> word)
    {
        ulong hash = (ulong)word.Length * Multiplier;
        for (; word.Length >= sizeof(ulong); word = word[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(word)) * Multiplier, 29);
        }

        ulong rest = 0;
        foreach (byte one in word)
        {
            rest = (rest << 8) | one;
        }

        return (uint)(((hash ^ rest) * Multiplier) >> 32);
    }
}
