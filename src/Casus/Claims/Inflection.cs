namespace Casus.Claims;

/// <summary>
/// Regular English inflection undone against a list of known words. The lemmatiser learns from treebanks and has to guess at
/// verbs that these lack ("boycotted", "rioted"); a word that the knowledge names is the better guess.
/// </summary>
internal static class Inflection
{
    /// <returns>The lemma itself where it is known or no known word fits the form.</returns>
    public static string Lemma(string lemma, string form, string xpos, LemmaTable<bool> known)
    {
        if (form.Length < 4 || (known.Contains(lemma) && !IsClipped(lemma, form, known)))
        {
            return lemma;
        }

        return xpos switch
        {
            "VBD" or "VBN" or "JJ" => Strip(form, "ed", known),
            "VBG" => Strip(form, "ing", known),
            "VBZ" or "NNS" => Strip(form, "es", known) ?? Strip(form, "s", known),
            _ => null,
        } ?? lemma;
    }

    /// <summary>The verb of a gerund that the tags have for a noun ("denied | bombing | the port"); null where no known word fits it.</summary>
    public static string? Gerund(string form, LemmaTable<bool> known) => Strip(form, "ing", known);

    /// <summary>"raping" is of "rape": a short verb that ends so doubles its last letter ("rapping").</summary>
    private static bool IsClipped(string lemma, string form, LemmaTable<bool> known) =>
        lemma.Length == 3 && form.Length == lemma.Length + 3 && form.StartsWith(lemma, StringComparison.Ordinal) && form.EndsWith("ing", StringComparison.Ordinal)
        && IsVowel(lemma[1]) && !IsVowel(lemma[0]) && !IsVowel(lemma[2]) && lemma[2] is not ('w' or 'x' or 'y') && known.Contains(lemma + "e");

    /// <summary>"scraped" is not of "scrap": a word of one short vowel and one consonant behind it doubles that before an ending.</summary>
    public static bool Doubles(string stem) =>
        stem.Length > 3 && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3]) && stem.AsSpan(0, stem.Length - 2).IndexOfAny("aeiouy") < 0;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string? Strip(string form, string ending, LemmaTable<bool> known)
    {
        if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length < ending.Length + 3)
        {
            return null;
        }

        string stem = form[..^ending.Length];
        if (known.Contains(stem) && !IsClipped(stem, form, known) && !(ending is "ed" or "ing" && Doubles(stem)))
        {
            return stem;
        }

        if (known.Contains(stem + "e"))
        {
            return stem + "e";
        }

        if (stem[^1] == 'i' && known.Contains(stem[..^1] + "y"))
        {
            return stem[..^1] + "y";
        }

        return stem.Length > 3 && stem[^1] == stem[^2] && known.Contains(stem[..^1]) ? stem[..^1] : null;
    }
}
