namespace Casus.Events;

/// <summary>What two texts have in common.</summary>
/// <param name="Shared">Different 3-grams that both hold.</param>
/// <param name="Smaller">Different 3-grams of the text that has fewer.</param>
/// <param name="Longest">3-grams of the longest stretch that both have word for word.</param>
internal readonly record struct Overlap(int Earlier, int Later, int Shared, int Smaller, int Larger, int Longest)
{
    /// <summary>Share of the shorter text's 3-grams that the other holds.</summary>
    public double Containment => Smaller == 0 ? 0 : (double)Shared / Smaller;

    public double Resemblance => Smaller == 0 ? 0 : (double)Shared / (Smaller + Larger - Shared);

    private const double LeastContainment = 0.20;

    /// <summary>Below this many 3-grams a text says too little: only near identity links it.</summary>
    private const int Short = 15;

    /// <summary>
    /// True when one text derives from the other: a fifth of the shorter one's 3-grams. Shared in one stretch, that may be a quotation or a
    /// standing paragraph, so the rest must bear it out unless the stretch is most of the text; and a digest of many texts derives from none of them.
    /// </summary>
    public bool IsOneStory
    {
        get
        {
            if (Containment < (Smaller < Short ? 0.8 : LeastContainment))
            {
                return false;
            }

            bool quotation = Containment < 0.6 && (double)(Shared - Longest) / Math.Max(1, Smaller - Longest) < 0.08;
            bool digest = Shared < 0.05 * Larger;
            return !quotation && !digest;
        }
    }

    /// <summary>"copy", "excerpt", "edit" or "rewrite": how the later text derives from the earlier.</summary>
    public string Kind =>
        Resemblance >= 0.9 ? "copy"
        : Containment >= 0.75 && Smaller < 0.75 * Larger ? "excerpt"
        : Containment >= 0.5 ? "edit" : "rewrite";
}
