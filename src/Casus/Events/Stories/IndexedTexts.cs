namespace Casus.Events;

/// <summary>The different texts of an index, numbered as they come, and what is kept of each.</summary>
internal sealed class IndexedTexts
{
    private readonly WordGrams words = new();
    private readonly Dictionary<(ulong Words, string? Agency, DateOnly? Day), int> known = [];

    public IndexedTexts()
    {
        Meter = new OverlapMeter(Sequences);
    }

    public GramSequences Sequences { get; } = new();

    public OverlapMeter Meter { get; }

    public int Count => Sequences.Count;

    /// <summary>Different grams of each text.</summary>
    public List<int> Sizes { get; } = [];

    /// <summary>The first row that has the text.</summary>
    public List<int> Rows { get; } = [];

    /// <param name="isNew">False when the same words of the same agency and day are here: they are linked with whatever the first is linked with.</param>
    /// <returns>The number of the text.</returns>
    public int Add(StoryText text, out bool isNew)
    {
        ReadOnlySpan<ulong> grams = words.Of(text.Text);
        (ulong, string?, DateOnly?) key = (HashOf(grams), text.Agency, text.Published);
        isNew = true;
        // Empty texts have nothing in common, and parts of one whole are none of them a reprint of another.
        if (grams.Length > 0 && text.Whole is null)
        {
            if (known.TryGetValue(key, out int same))
            {
                isNew = false;
                return same;
            }

            known[key] = Count;
        }

        int number = Count;
        Sequences.Add(grams);
        Meter.Mark(number);
        Sizes.Add(Meter.Size);
        return number;
    }

    /// <summary>Of the words in their order, whether quoted or not.</summary>
    internal static ulong HashOf(ReadOnlySpan<ulong> grams)
    {
        ulong hash = (ulong)grams.Length;
        foreach (ulong gram in grams)
        {
            hash = (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ (gram & ~WordGrams.Quoted)) * 0x9E3779B97F4A7C15;
        }

        return hash;
    }
}
