namespace Casus.Events;

/// <summary>The grams of one text in text order.</summary>
/// <param name="tags">Sixteen bits of each gram's hash. <paramref name="rests"/>: its other bits.</param>
internal readonly ref struct GramSequence(ReadOnlySpan<ushort> tags, ReadOnlySpan<ushort> rests)
{
    private readonly ReadOnlySpan<ushort> tags = tags, rests = rests;

    public ReadOnlySpan<ushort> Tags => tags;

    public int Length => tags.Length;

    public uint this[int at] => ((uint)(rests[at] & ~1) << 16) | ((uint)tags[at] << 1) | (rests[at] & (uint)WordGrams.Quoted);

    /// <summary>Two grams that are alike but for quotation marks have the same.</summary>
    public static ushort Tag(uint gram) => (ushort)(gram >> 1);

    public static ushort Rest(uint gram) => (ushort)(((gram >> 16) & ~1u) | (gram & (uint)WordGrams.Quoted));
}
