using System.Collections.Frozen;

namespace Casus.Language;

/// <summary>Regular English inflection taken off a word, wherever that leads to a word that was seen.</summary>
internal static class Inflections
{
    /// <param name="word">In small letters.</param>
    /// <param name="xpos">Penn tag.</param>
    /// <returns>Null where the tag has no ending or nothing known is found.</returns>
    public static string? Base(string word, string xpos, FrozenSet<string> known) => xpos switch
    {
        "VBD" or "VBN" => Strip(word, "ed", known),
        "VBG" => Strip(word, "ing", known),
        "VBZ" or "NNS" => Plural(word, known),
        "JJR" or "RBR" => Strip(word, "er", known),
        "JJS" or "RBS" => Strip(word, "est", known),
        _ => null,
    };

    private static string? Plural(string word, FrozenSet<string> known)
    {
        if (!word.EndsWith('s') || word.Length < 4)
        {
            return null;
        }

        // "tries" is of try; "boxes" of box, and "bases" of base.
        return word.EndsWith("ies", StringComparison.Ordinal) && known.Contains(word[..^3] + "y") ? word[..^3] + "y"
            : known.Contains(word[..^1]) ? word[..^1]
            : word.EndsWith("es", StringComparison.Ordinal) && known.Contains(word[..^2]) ? word[..^2] : null;
    }

    private static string? Strip(string word, string ending, FrozenSet<string> known)
    {
        if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length < ending.Length + 2)
        {
            return null;
        }

        string stem = word[..^ending.Length];
        if (stem[^1] == 'i' && known.Contains(stem[..^1] + "y"))
        {
            return stem[..^1] + "y";
        }

        // A single consonant behind a single vowel would have been doubled: "bared" is of bare, "barred" of bar.
        bool wouldDouble = stem.Length >= 3 && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3]);
        string[] ways = wouldDouble ? [stem + "e", stem] : [stem, stem + "e"];
        foreach (string way in ways)
        {
            if (known.Contains(way))
            {
                return way;
            }
        }

        return stem.Length > 3 && stem[^1] == stem[^2] && known.Contains(stem[..^1]) ? stem[..^1] : null;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
