namespace Casus.Events;

/// <summary>What two texts have in common, in different word 3-grams; the same whichever is asked first.</summary>
/// <param name="Shared">What both hold.</param>
/// <param name="Smaller">Of the text that has fewer.</param>
/// <param name="Longest">The longest stretch that both have word for word.</param>
/// <param name="Loose">Shared outside of quotation marks, less the longest such stretch.</param>
internal readonly record struct Overlap(int Shared, int Smaller, int Larger, int Longest, int Loose)
{
    /// <summary>Share of the shorter text's 3-grams that the other holds.</summary>
    public double Containment => Smaller == 0 ? 0 : (double)Shared / Smaller;

    public double Resemblance => Smaller == 0 ? 0 : (double)Shared / (Smaller + Larger - Shared);

    /// <summary>Of the shorter text's 3-grams, from which one text may derive from the other.</summary>
    public const int LeastPercent = 20;

    /// <summary>Texts that credit one agency within a day: more was written around it.</summary>
    private const int LeastPercentOfAgency = 14;

    /// <summary>A text that holds less than this of another was not made from it, and a digest of many texts derives from none of them.</summary>
    public const int LeastPercentOfLarger = 8;

    /// <summary>Below this many 3-grams a text says too little: only near identity links it.</summary>
    private const int Short = 15;

    public const double MostlyShared = 0.6;

    /// <summary>False when so few shared 3-grams make no story, whatever else is known of texts of these sizes.</summary>
    public static bool IsEnough(int shared, int a, int b) => shared * 100L >= (long)LeastPercentOfAgency * Math.Min(a, b) && shared * 100L >= (long)LeastPercentOfLarger * Math.Max(a, b);

    /// <summary>
    /// True when one text derives from the other: a fifth of the shorter one's 3-grams. Shared in one stretch or in quotation marks, that may be a
    /// statement that both quote or a standing paragraph, so the rest must bear it out unless it is most of the text.
    /// </summary>
    /// <param name="oneAgency">Both credit the same agency within a day.</param>
    public bool IsOneStory(bool oneAgency)
    {
        int least = Smaller < Short ? 80 : oneAgency ? LeastPercentOfAgency : LeastPercent;
        if (!IsEnough(Shared, Smaller, Larger) || Shared * 100L < (long)least * Smaller)
        {
            return false;
        }

        int quoted = Shared - Loose;
        return Containment >= MostlyShared || (double)Loose / Math.Max(1, Smaller - quoted) >= 0.08;
    }

    /// <summary>"copy", "excerpt", "edit" or "rewrite": how the later text derives from the earlier.</summary>
    /// <param name="isSmaller">Whether the later one is the one with fewer 3-grams.</param>
    public string Kind(bool isSmaller) =>
        Resemblance >= 0.9 ? "copy"
        : isSmaller && Containment >= 0.75 && Smaller < 0.75 * Larger ? "excerpt"
        : Containment >= 0.5 ? "edit" : "rewrite";
}
