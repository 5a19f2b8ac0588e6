namespace Casus.Events;

/// <summary>How densely a text is searched: of level n by one in 2^n of its 5-grams, of a pair by what the higher level takes.</summary>
internal readonly record struct SearchRate(int Level)
{
    /// <summary>Level of the longest texts.</summary>
    private const int Lowest = 2;

    /// <summary>3-grams from which a text is of level 1; each further level begins at twice as many.</summary>
    private const int Unsampled = 128;

    /// <param name="gram">Bits of its hash that do not tell it from others.</param>
    public bool Takes(uint gram) => (gram & ((1u << Level) - 1)) == 0;

    /// <param name="size">Different 3-grams of the text, about as many as it has 5-grams.</param>
    public static SearchRate Of(int size) => new(size < Unsampled ? 0 : size < 2 * Unsampled ? 1 : Lowest);

    /// <summary>
    /// How many sampled 5-grams a pair must share to be compared; at least 1 and never fewer for a larger text. One story shares a fifth of the shorter
    /// text's 3-grams and 8 % of the longer one's. Words replaced one by one leave a third of that in 5-grams, 3.4 % of the longer text's or more
    /// (0.08 of it, to the power of 5/3, is least where the shorter has two fifths of its length), and whole sentences leave nearly all of it.
    /// </summary>
    /// <param name="a">Different 3-grams of the one text, before sampling; <paramref name="b"/>: of the other.</param>
    public static int Needed(int a, int b)
    {
        int level = Math.Max(Of(a).Level, Of(b).Level), smaller = Math.Min(a, b) >> level, larger = Math.Max(a, b) >> level;
        return Math.Max(1, Math.Max((smaller + 20) / 25, (larger + 20) / 40));
    }

    /// <summary>The fewest that the text must share with any other, whatever its length.</summary>
    public static int Least(int size)
    {
        int least = Needed(size, 1);
        for (int level = Of(size).Level + 1; level <= Lowest; level++)
        {
            least = Math.Min(least, Needed(size, Unsampled << (level - 1)));
        }

        return least;
    }
}
