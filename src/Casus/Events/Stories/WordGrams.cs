namespace Casus.Events;

/// <summary>The word 3-grams of a text as hashes, in text order. Case and punctuation are ignored.</summary>
internal static class WordGrams
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>One hash for each run of three words; a text of one or two words has one; an empty text none.</summary>
    public static ulong[] Of(string text)
    {
        var grams = new List<ulong>(text.Length / 6 + 1);
        ulong first = 0, second = 0, word = Offset;
        int words = 0;
        bool inside = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c))
            {
                word = (word ^ char.ToLowerInvariant(c)) * Prime;
                inside = true;
                continue;
            }

            // An apostrophe inside a word is written in two ways; neither parts it.
            if (!inside || (c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                continue;
            }

            if (++words >= 3)
            {
                grams.Add(Mix(first, second, word));
            }

            (first, second, word, inside) = (second, word, Offset, false);
        }

        if (words is 1 or 2)
        {
            grams.Add(Mix(0, first, second));
        }

        return [.. grams];
    }

    private static ulong Mix(ulong a, ulong b, ulong c)
    {
        ulong mixed = ((a * 0x9E3779B97F4A7C15) ^ System.Numerics.BitOperations.RotateLeft(b, 23)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ System.Numerics.BitOperations.RotateLeft(c, 41)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
