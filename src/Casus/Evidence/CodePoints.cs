namespace Casus;

/// <summary>
/// Offsets of one text in Unicode code points, the unit that is published (what Python and R count).
/// Text without surrogate pairs costs nothing: the offsets are then the same.
/// </summary>
public sealed class CodePoints
{
    private readonly int[] pairs;

    public CodePoints(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
        {
            pairs = [];
            return;
        }

        var found = new List<int>();
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                found.Add(i++);
            }
        }

        pairs = [.. found];
    }

    /// <summary>UTF-16 offset to code point offset. An offset inside a pair counts as the pair's end.</summary>
    public int FromUtf16(int offset) => offset - PairsBefore(offset);

    /// <summary>Code point offset to UTF-16 offset.</summary>
    public int ToUtf16(int offset)
    {
        int passed = 0;
        while (passed < pairs.Length && pairs[passed] - passed < offset)
        {
            passed++;
        }

        return offset + passed;
    }

    private int PairsBefore(int offset)
    {
        int low = 0, high = pairs.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (pairs[middle] < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
