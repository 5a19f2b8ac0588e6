namespace Casus.Knowledge;

/// <summary>
/// What stays of a name in another spelling: Haqqani and Haqani, Tehreek-e and Tehrik-i, Hezbollah and Hizbullah. A name is folded to
/// one run of sounds: blanks, hyphens, brackets, apostrophes, accents and linking words fall away; kh, q and ck are k, gh is g, ph is f,
/// doubled letters are single, an h counts only where a word begins. Names are alike when their consonants are the same and every vowel
/// between them may stand for the other (a and e, e and i, o and u).
/// </summary>
public static class ActorNameKey
{
    /// <summary>Fewest consonants of a name of one word; of several words <see cref="LeastOfSeveral"/>.</summary>
    public const int LeastOfOne = 4;
    public const int LeastOfSeveral = 3;

    /// <summary>The folded name: consonants and the five vowels, in lower case but for C (ch) and S (sh).</summary>
    public static string Fold(string name)
    {
        Span<char> folded = stackalloc char[Math.Max(1, name.Length * 2)];
        int length = 0;
        for (int at = 0; NextWord(name, ref at, out Range word);)
        {
            length += Append(name.AsSpan(word), length == 0, folded[length..]);
        }

        return folded[..length].ToString();
    }

    /// <summary>Adds the sounds of one word to a folded name and tells how many there are; linking words have none.</summary>
    /// <param name="into">At least twice as long as the word.</param>
    public static int Append(ReadOnlySpan<char> word, bool first, Span<char> into)
    {
        Span<char> letters = stackalloc char[64];
        int count = Letters(word, letters);
        if (IsLink(letters[..count]) && !first)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = WithoutArticle(letters[..count]);
        int length = 0;
        for (int i = 0; i < rest.Length;)
        {
            char sound = Sound(rest, i, out int used);
            i += used;
            if (sound != '\0' && (length == 0 || into[length - 1] != sound))
            {
                into[length++] = sound;
            }
        }

        return length;
    }

    /// <summary>The word cut where small letters run into a capital ("LashkareToiba"); false at the end of the name.</summary>
    public static bool NextWord(ReadOnlySpan<char> name, ref int at, out Range word)
    {
        while (at < name.Length && !char.IsLetterOrDigit(name[at]))
        {
            at++;
        }

        int begin = at;
        while (at < name.Length && (char.IsLetterOrDigit(name[at]) || IsMark(name[at])) && !(at > begin && char.IsUpper(name[at]) && char.IsLower(name[at - 1])))
        {
            at++;
        }

        word = begin..at;
        return at > begin;
    }

    /// <summary>Equal for every spelling of a name; different names may share it.</summary>
    public static ulong Skeleton(ReadOnlySpan<char> folded)
    {
        ulong hash = 14695981039346656037;
        char last = '\0';
        foreach (char c in folded)
        {
            if (!IsVowel(c) && c != last)
            {
                hash = (hash ^ c) * 1099511628211;
            }

            last = c;
        }

        return hash;
    }

    public static int Consonants(ReadOnlySpan<char> folded)
    {
        int count = 0;
        foreach (char c in folded)
        {
            count += IsVowel(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>True when two folded names may be spellings of one name. Not transitive: Salam, Salem and Salim are a chain.</summary>
    public static bool Alike(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            int fromA = i, fromB = j;
            while (i < a.Length && IsVowel(a[i]))
            {
                i++;
            }

            while (j < b.Length && IsVowel(b[j]))
            {
                j++;
            }

            if (!MayBe(a[fromA..i], b[fromB..j], fromA == 0 && fromB == 0, ends: i == a.Length && j == b.Length))
            {
                return false;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            char sound = a[i];
            if (sound != b[j])
            {
                return false;
            }

            // "Salaam-Maliki": a consonant doubled over the edge of words is as one.
            while (i < a.Length && a[i] == sound)
            {
                i++;
            }

            while (j < b.Length && b[j] == sound)
            {
                j++;
            }
        }
    }

    /// <summary>Links of transliterated names, and the small words of English ones; not "and", which joins two (Pakistan and the Taliban).</summary>
    private static bool IsLink(ReadOnlySpan<char> word) => word is
        "al" or "el" or "ul" or "ur" or "ud" or "us" or "uz" or "ush" or "ash" or "as" or "ar" or "at" or "ad" or "an" or "az" or "e" or "i" or "ye"
        or "of" or "the" or "for" or "s";

    /// <summary>"Jamaatul Ahrar": the article that a word has swallowed.</summary>
    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> word) =>
        word.Length >= 6 && word[^2] == 'u' && word[^1] is 'l' or 'r' or 'd' or 's' && !IsVowel(word[^3]) ? word[..^2] : word;

    private static bool MayBe(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool begins, bool ends)
    {
        if (a.SequenceEqual(b))
        {
            return true;
        }

        if (a.IsEmpty || b.IsEmpty)
        {
            // A short e or i comes and goes, as links do; at the end only an e does (Qasmi is not Qasim), at the beginning none.
            ReadOnlySpan<char> only = a.IsEmpty ? b : a;
            return !begins && only.Length == 1 && only[0] is 'e' or 'i' && (!ends || only[0] == 'e');
        }

        bool first = Near(a[0], b[0]), last = Near(a[^1], b[^1]);
        return (first && last) || (a.Length > 1 && b.Length > 1 && (first || last));
    }

    private static bool Near(char a, char b) => a == b || (a, b) is ('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e') or ('o', 'u') or ('u', 'o');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsMark(char c) => c is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '.';

    /// <summary>Small letters without accents.</summary>
    private static int Letters(ReadOnlySpan<char> word, Span<char> into)
    {
        int length = 0;
        foreach (char c in word)
        {
            if (length == into.Length)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                into[length++] = char.ToLowerInvariant(c);
            }
            else if (char.IsLetter(c))
            {
                into[length++] = Plain(c);
            }
        }

        return length;
    }

    /// <summary>
    /// A small letter without its accents. By table, as the engine runs without the system's tables of scripts; other letters stay.
    /// </summary>
    internal static char Plain(char c)
    {
        char lower = char.ToLowerInvariant(c);
        int at = lower < 0x80 ? -1 : Accented.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Plains[at];
    }

    private const string Accented = "àáâãäåāăąǎạảấầçćĉċčďđðèéêëēĕėęěəẹếềệĝğġģĥħìíîïĩīĭįıǐịĵķĺļľłñńņňòóôõöøōŏőơọốồộŕŗřśŝşšșţťŧțùúûüũūŭůűųưụŵýÿŷźżžḥṣṭḍẓ";
    private const string Plains = "aaaaaaaaaaaaaacccccdddeeeeeeeeeeeeeegggghhiiiiiiiiiiijkllllnnnnoooooooooooooorrrsssssttttuuuuuuuuuuuuwyyyzzzhstdz";

    private static char Sound(ReadOnlySpan<char> word, int at, out int used)
    {
        char c = word[at], next = at + 1 < word.Length ? word[at + 1] : '\0';
        used = 1;
        if (IsVowel(c))
        {
            if (next == c && c is 'e' or 'o')
            {
                used = 2;
                return c == 'e' ? 'i' : 'u';
            }

            return c;
        }

        if (next == 'h' && c is 'k' or 'g' or 'd' or 't' or 'b' or 'c' or 's' or 'p' or 'z')
        {
            used = 2;
            return c switch { 'c' => 'C', 's' => 'S', 'p' => 'f', 'z' => 'j', _ => c };
        }

        switch (c)
        {
            case 'y':
                return 'i';
            case 'q':
                return 'k';
            case 'c':
                used = next is 'k' or 'q' ? 2 : 1;
                return next is 'e' or 'i' or 'y' ? 's' : 'k';
            case 'x':
                return 'x';
            case 'h':
                return at == 0 ? 'h' : '\0';
            case 'd' when next == 'j':
                used = 2;
                return 'j';
            case 'w':
                bool after = at > 0 && IsVowel(word[at - 1]);
                return after && (next is '\0' or 'u' or 'o' || !IsVowel(next)) ? 'u' : 'v';
            default:
                return c;
        }
    }
}
