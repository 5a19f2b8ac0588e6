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
    private readonly List<uint> grams = [], passages = [], sorted = [];
    private readonly List<ushort> marks = [];
    private uint[] low = new uint[1024];

    /// <summary>The grams that the text is searched by, each once, in ascending order.</summary>
    public IReadOnlyList<uint> Grams => grams;

    /// <summary>Fingerprints of runs of words, likewise.</summary>
    public IReadOnlyList<uint> Passages => passages;

    /// <summary>How many different 3-grams it has: that tells how densely it is searched.</summary>
    public int Size => marks.Count;

    /// <summary>A few bits of each different 3-gram, in ascending order: they tell of most texts that they share too little.</summary>
    public IReadOnlyList<ushort> Marks => marks;

    /// <summary>Two texts with the same words in the same order have the same; 0 when the text has none.</summary>
    public long Words { get; private set; }

    public void Read(string text)
    {
        ReadOnlySpan<ulong> all = words.Of(text);
        ReadOnlySpan<uint> halves = Low(all);
        Winnowing.Read(halves, passages);
        Words = all.IsEmpty ? 0 : (long)IndexedTexts.HashOf(all);
        Mark(halves);
        SearchGrams.Read(halves, SearchRate.Of(Size), grams);
    }

    /// <summary>Reads <see cref="Passages"/> alone; the rest stays what it was.</summary>
    public void ReadPassages(string text) => Winnowing.Read(Low(words.Of(text)), passages);

    /// <summary>How many of the grams that two texts are searched by both must hold to be compared.</summary>
    /// <param name="a">Size of the one; <paramref name="b"/>: of the other.</param>
    public static int Needed(int a, int b) => SearchRate.Needed(a, b);

    /// <summary>The fewest that a text must share with any other.</summary>
    public static int Least(int size) => SearchRate.Least(size);

    /// <summary>False when two texts with these marks cannot be of one story, whatever else is known of them.</summary>
    public static bool MayBeOfOneStory(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b) => Overlap.IsEnough(SharedAtMost(a, b), a.Length, b.Length);

    /// <summary>False when two texts with these marks cannot share a passage.</summary>
    public static bool MayShareAPassage(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b) => SharedAtMost(a, b) >= Winnowing.LeastGrams;

    private static int SharedAtMost(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        int most = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            int order = a[i].CompareTo(b[j]);
            most += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return most;
    }

    private ReadOnlySpan<uint> Low(ReadOnlySpan<ulong> all)
    {
        if (low.Length < all.Length)
        {
            low = new uint[all.Length * 2];
        }

        for (int i = 0; i < all.Length; i++)
        {
            low[i] = (uint)all[i];
        }

        return low.AsSpan(0, all.Length);
    }

    private void Mark(ReadOnlySpan<uint> all)
    {
        sorted.Clear();
        foreach (uint gram in all)
        {
            sorted.Add(gram >> 1);
        }

        sorted.Sort();
        marks.Clear();
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                marks.Add((ushort)sorted[i]);
            }
        }

        marks.Sort();
    }
}
