namespace Casus.Language;

/// <summary>Collects rows of a table of weights, found by hash, in a fixed buffer.</summary>
internal ref struct FeatureRows(Span<int> buffer, int bits)
{
    private readonly Span<int> buffer = buffer;
    private int count;

    public readonly ReadOnlySpan<int> Rows => buffer[..count];

    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        uint h = FeatureList.Mix(FeatureList.Mix((template * 0x9E3779B1u) ^ a) ^ (b * 0x85EBCA77u) ^ (c * 0xC2B2AE3Du));
        buffer[count++] = (int)(h >> (32 - bits));
    }
}
