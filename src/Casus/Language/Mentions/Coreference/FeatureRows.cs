using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Collects rows of a table of weights, found by hash, in a fixed buffer.</summary>
/// <param name="buffer"><see cref="Parts"/> numbers for each feature there may be; as many features as a multiple of 8.</param>
internal ref struct FeatureRows(Span<int> buffer, int bits)
{
    public const int Parts = 3;

    // The first two parts hold what is yet to be hashed: eight at once, when the rows are asked for.
    private readonly Span<uint> parts = MemoryMarshal.Cast<int, uint>(buffer);
    private readonly Span<int> rows = buffer[(buffer.Length / Parts * 2)..];
    private int count;

    public readonly ReadOnlySpan<int> Rows
    {
        get
        {
            ref uint first = ref parts[0], second = ref parts[parts.Length / Parts];
            for (nuint i = 0; i < (nuint)count; i += 8)
            {
                Vector256<uint> h = FeatureList.Mix(FeatureList.Mix(Vector256.LoadUnsafe(ref first, i)) ^ Vector256.LoadUnsafe(ref second, i));
                (h >>> (32 - bits)).AsInt32().StoreUnsafe(ref rows[0], i);
            }

            return rows[..count];
        }
    }

    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        parts[count] = (template * 0x9E3779B1u) ^ a;
        parts[parts.Length / Parts + count++] = (b * 0x85EBCA77u) ^ (c * 0xC2B2AE3Du);
    }
}
