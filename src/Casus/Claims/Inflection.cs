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
        if (known.Contains(lemma) || form.Length < 4)
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

    private static string? Strip(string form, string ending, LemmaTable<bool> known)
    {
        if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length < ending.Length + 3)
        {
            return null;
        }

        string stem = form[..^ending.Length];
        if (known.Contains(stem))
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
