namespace Casus.Language;

/// <summary>Collects the keys of features in a fixed buffer: 32-bit hashes of a template with up to three values.</summary>
internal ref struct FeatureKeys(Span<uint> buffer)
{
    private readonly Span<uint> buffer = buffer;
    private int count;

    public readonly ReadOnlySpan<uint> Keys => buffer[..count];

    public void Add(uint template, uint a, uint b = 0, uint c = 0) => buffer[count++] = Key(template, a, b, c);

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
