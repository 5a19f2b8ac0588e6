namespace Casus.Events;

/// <summary>The grams of many texts in text order, 32 bits each (the low half of <see cref="WordGrams"/>), end to end in large pieces of memory.</summary>
internal sealed class GramSequences
{
    /// <summary>Grams in a line of the processor's cache.</summary>
    private const int Line = 16;

    private const int Piece = 1 << 20;

    private readonly List<uint[]> pieces = [];
    private readonly List<(int Piece, int Begin, int Length)> places = [];
    private int used = Piece;

    public int Count => places.Count;

    public ReadOnlySpan<uint> this[int text] => places[text] is var (piece, begin, length) ? pieces[piece].AsSpan(begin, length) : [];

    /// <summary>Loads the grams of a text that will be read: loads that wait for nothing go on side by side.</summary>
    /// <returns>Of no use but that loads with a result are made.</returns>
    public uint Touch(int text)
    {
        ReadOnlySpan<uint> grams = this[text];
        uint touched = 0;
        for (int i = 0; i < grams.Length; i += Line)
        {
            touched ^= grams[i];
        }

        return touched;
    }

    public void Add(ReadOnlySpan<ulong> grams)
    {
        if (pieces.Count == 0 || used + grams.Length > pieces[^1].Length)
        {
            pieces.Add(new uint[Math.Max(pieces.Count == 0 ? 1 << 12 : Piece, grams.Length)]);
            used = 0;
        }

        Span<uint> free = pieces[^1].AsSpan(used, grams.Length);
        for (int i = 0; i < grams.Length; i++)
        {
            free[i] = (uint)grams[i];
        }

        places.Add((pieces.Count - 1, used, grams.Length));
        used += grams.Length;
    }
}
