using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Collects the keys of features in a fixed buffer: 32-bit hashes of a template with up to three values.</summary>
/// <param name="buffer"><see cref="Parts"/> numbers for each feature there may be; as many features as a multiple of 8.</param>
internal ref struct FeatureKeys(Span<uint> buffer)
{
    public const int Parts = 4;

    // The first three parts hold what is yet to be hashed: eight at once, when the keys are asked for.
    private readonly Span<uint> first = buffer[..(buffer.Length / Parts)], second = buffer.Slice(buffer.Length / Parts, buffer.Length / Parts);
    private readonly Span<uint> third = buffer.Slice(buffer.Length / Parts * 2, buffer.Length / Parts), keys = buffer[(buffer.Length / Parts * 3)..];
    private int count;

    /// <summary>As <see cref="Key"/> makes each.</summary>
    public readonly ReadOnlySpan<uint> Keys
    {
        get
        {
            for (nuint i = 0; i < (nuint)count; i += 8)
            {
                Vector256<uint> h = FeatureList.Mix(Vector256.LoadUnsafe(ref first[0], i));
                h = FeatureList.Mix(h ^ Vector256.LoadUnsafe(ref second[0], i));
                (FeatureList.Mix(h ^ Vector256.LoadUnsafe(ref third[0], i)) | Vector256<uint>.One).StoreUnsafe(ref keys[0], i);
            }

            return keys[..count];
        }
    }

    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        first[count] = (template * 0x9E3779B1u) ^ a;
        second[count] = b * 0x85EBCA77u;
        third[count++] = c * 0xC2B2AE3Du;
    }

    public static uint Key(uint template, uint a, uint b, uint c) =>
        FeatureList.Mix(FeatureList.Mix(FeatureList.Mix((template * 0x9E3779B1u) ^ a) ^ (b * 0x85EBCA77u)) ^ (c * 0xC2B2AE3Du)) | 1u;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length + 1;
        foreach (char c in word)
        {
            hash = (hash ^ c) * 0x01000193u;
        }

        return FeatureList.Mix(hash);
    }

    /// <summary>As <see cref="Hash"/> of the word in small letters, digits as 0.</summary>
    public static uint HashLower(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length + 1;
        foreach (char c in word)
        {
            hash = (hash ^ (char.IsDigit(c) ? '0' : c == '’' ? '\'' : char.ToLowerInvariant(c))) * 0x01000193u;
        }

        return FeatureList.Mix(hash);
    }

    /// <summary>Capitals, small letters, digits and other signs, runs taken together: "Al-Nusra" is "Aa-Aa".</summary>
    public static uint HashShape(ReadOnlySpan<char> word)
    {
        uint hash = 7;
        char before = '\0';
        foreach (char c in word)
        {
            char kind = char.IsUpper(c) ? 'A' : char.IsLower(c) ? 'a' : char.IsDigit(c) ? '0' : c;
            if (kind != before)
            {
                hash = (hash ^ kind) * 0x01000193u;
            }

            before = kind;
        }

        return FeatureList.Mix(hash);
    }
}
