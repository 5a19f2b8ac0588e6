namespace Casus.Events;

/// <summary>
/// What a text is found by, for an index that is kept outside of memory: the grams that it is searched by, the fingerprints of its passages and a
/// hash of its words. An instance reads one text after the other; not for several threads at once.
/// </summary>
public sealed class StoryKeys
{
    /// <summary>A fingerprint that more texts hold is standing text and no passage.</summary>
    public const int Standing = PassageSearch.Standing;

    private readonly WordGrams words = new();
    private readonly List<uint> grams = [], passages = [];
    private uint[] low = new uint[1024];

    /// <summary>The grams that the text is searched by, each once, in ascending order.</summary>
    public IReadOnlyList<uint> Grams => grams;

    /// <summary>Fingerprints of runs of words, likewise.</summary>
    public IReadOnlyList<uint> Passages => passages;

    /// <summary>How many different grams it could be searched by.</summary>
    public int Searched { get; private set; }

    /// <summary>Two texts with the same words in the same order have the same; 0 when the text has none.</summary>
    public long Words { get; private set; }

    public void Read(string text)
    {
        ReadOnlySpan<ulong> all = words.Of(text);
        if (low.Length < all.Length)
        {
            low = new uint[all.Length * 2];
        }

        for (int i = 0; i < all.Length; i++)
        {
            low[i] = (uint)all[i];
        }

        Winnowing.Read(low.AsSpan(0, all.Length), passages);
        Words = all.IsEmpty ? 0 : (long)IndexedTexts.HashOf(all);
        Searched = CountSearched(low.AsSpan(0, all.Length));
        OverlapSearch.Sample(all, SearchRate.Of(Searched), grams);
    }

    /// <summary>How many of the grams that two texts are searched by both must hold to be compared.</summary>
    /// <param name="a">What the one could be searched by; <paramref name="b"/>: the other.</param>
    public static int Needed(int a, int b) => SearchRate.Of(SearchRate.Of(a), SearchRate.Of(b)).Needed(a, b);

    /// <summary>The fewest that a text must share with any other.</summary>
    public static int Least(int searched) => SearchRate.Least(searched);

    private static int CountSearched(Span<uint> grams)
    {
        grams.Sort();
        int count = 0;
        for (int i = 0; i < grams.Length; i++)
        {
            count += (grams[i] & WordGrams.Searched) != 0 && (i == 0 || grams[i] != grams[i - 1]) ? 1 : 0;
        }

        return count;
    }
}
