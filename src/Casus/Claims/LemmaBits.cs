using System.Runtime.Intrinsics;

namespace Casus.Claims;

/// <summary>
/// Which words are among some, as one bit of 256 for each: a word whose bit is missing is not among them, one whose bit is there may be. So a
/// sentence tells at once that most of what is looked for does not stand in it.
/// </summary>
internal readonly struct LemmaBits
{
    private readonly Vector256<ulong> bits;

    private LemmaBits(Vector256<ulong> bits) => this.bits = bits;

    public static LemmaBits Of(IEnumerable<string> words)
    {
        Span<ulong> bits = stackalloc ulong[Vector256<ulong>.Count];
        foreach (string word in words)
        {
            uint hash = Hash(word);
            bits[(int)(hash >> 6) & 3] |= 1UL << (int)(hash & 63);
        }

        return new(Vector256.Create<ulong>(bits));
    }

    /// <summary>False where certainly none of the others is among these.</summary>
    public bool MayHaveOneOf(LemmaBits others) => (bits & others.bits) != Vector256<ulong>.Zero;

    /// <summary>False where certainly one of the others is not among these.</summary>
    public bool MayHaveAllOf(LemmaBits others) => (bits & others.bits) == others.bits;

    /// <summary>Of the length and five letters.</summary>
    public static uint Hash(string word)
    {
        int last = word.Length - 1;
        if (last < 0)
        {
            return 0;
        }

        ulong letters = word[0] | (ulong)word[last] << 16 | (ulong)word[last >> 1] << 32 | (ulong)word[last - (last >> 2)] << 48;
        letters = (letters ^ ((ulong)(uint)word.Length << 24) ^ ((ulong)word[(last + 1) >> 2] << 40)) * 0x9E3779B97F4A7C15UL;
        return (uint)((letters ^ letters >> 32) * 0xD6E8FEB86659FD93UL >> 32);
    }
}
