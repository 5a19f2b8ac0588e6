namespace Casus.Events;

/// <summary>
/// Which grams a text is searched by. A long text is searched by a sample of its long grams, chosen by their hash alone, so that two texts
/// choose alike (Broder 1997): of a text of level n one in 2^n, of a pair what the higher level chooses.
/// </summary>
internal readonly record struct SearchRate(int Level)
{
    /// <summary>Level of the longest texts.</summary>
    private const int Lowest = 2;

    /// <summary>Grams from which a text is of level 1; each further level begins at twice as many.</summary>
    private const int Unsampled = 128;

    /// <summary>Percent over the part of what one story must share that must be seen in the sample, a half: a sample may hold less than its share.</summary>
    private const int SeenShare = 200;

    public bool Takes(uint gram) => (gram & WordGrams.Searched) != 0 && ((gram >> 2) & ((1u << Level) - 1)) == 0;

    /// <param name="searched">Different grams that the text could be searched by.</param>
    public static SearchRate Of(int searched) => new(searched < Unsampled ? 0 : searched < 2 * Unsampled ? 1 : Lowest);

    /// <summary>The fewest sampled grams that the text must share with any other, whatever its length.</summary>
    public static int Least(int searched)
    {
        int own = Of(searched).Level, least = new SearchRate(own).Needed(searched, 1);
        for (int level = own + 1; level <= Lowest; level++)
        {
            least = Math.Min(least, new SearchRate(level).Needed(searched, Unsampled << (level - 1)));
        }

        return least;
    }

    /// <summary>The rate of a pair.</summary>
    public static SearchRate Of(SearchRate a, SearchRate b) => new(Math.Max(a.Level, b.Level));

    /// <summary>How many sampled grams a pair must share to be compared; at least 1 and never fewer for a larger text.</summary>
    /// <param name="a">Grams by which the one could be searched, before sampling; <paramref name="b"/>: the other.</param>
    public int Needed(int a, int b)
    {
        int share = Math.Max(Overlap.LeastPercent * Math.Min(a, b), Overlap.LeastPercentOfLarger * Math.Max(a, b));
        return Math.Max(1, (share / SeenShare) >> Level);
    }
}
