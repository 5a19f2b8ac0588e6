namespace Casus.Events;

/// <summary>
/// The word 3-grams of one text as it runs, 64 bits each: bit 0 tells that the gram stands in quotation marks, the rest is a
/// hash. Case and punctuation are ignored. One instance reads any number of texts, one after the other.
/// </summary>
internal sealed class WordGrams
{
    public const ulong Quoted = 1;

    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    private const int LongestQuotation = 120;

    private ulong[] grams = new ulong[1024];
    private int count;

    /// <summary>One gram for each run of three words; a text of one or two words has one; an empty text none.</summary>
    public ReadOnlySpan<ulong> Of(string text)
    {
        count = 0;
        ulong first = 0, second = 0, word = Offset;
        int words = 0, begin = 0, opened = 0;
        bool quoted = false, inWord = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c))
            {
                word = (word ^ char.ToLowerInvariant(c)) * Prime;
                inWord = true;
                continue;
            }

            // An apostrophe inside a word is written in two ways; neither parts it.
            if (inWord && !(c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                if (++words >= 3)
                {
                    Add(Mix(first, second, word), quoted);
                }

                (first, second, word, inWord) = (second, word, Offset, false);
            }

            bool opens = c is '“' or '«' or '„' || (c == '"' && IsOpening(text, i));
            if (opens || words - opened > LongestQuotation)
            {
                // Nothing has closed it: who knows what stands in quotation marks.
                Unquote(quoted ? begin : count);
            }

            (begin, opened) = opens ? (count, words) : (begin, opened);
            quoted = opens || (quoted && words - opened <= LongestQuotation && c is not ('”' or '»' or '"' or '\n'));
        }

        if (words is 1 or 2)
        {
            Add(Mix(0, first, second), quoted);
        }

        return grams.AsSpan(0, count);
    }

    /// <summary>It stands before a word and behind a blank or a bracket: so a mark that was left out shifts nothing.</summary>
    private static bool IsOpening(string text, int at) =>
        at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '\'');

    private void Unquote(int from)
    {
        for (int i = from; i < count; i++)
        {
            grams[i] &= ~Quoted;
        }
    }

    private void Add(ulong hash, bool quoted)
    {
        if (count == grams.Length)
        {
            Array.Resize(ref grams, count * 2);
        }

        grams[count++] = (hash & ~Quoted) | (quoted ? Quoted : 0);
    }

    private static ulong Mix(ulong a, ulong b, ulong c)
    {
        ulong mixed = ((a * 0x9E3779B97F4A7C15) ^ System.Numerics.BitOperations.RotateLeft(b, 23)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ System.Numerics.BitOperations.RotateLeft(c, 41)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
