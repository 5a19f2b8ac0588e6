namespace Casus.App.Web;

/// <summary>
/// Which way strangers' words are set, as HTML's dir has it. The first letter, by which browsers guess, is no guide: an English text may begin with an Arabic name, and read from the right
/// "who → whom" says the opposite.
/// </summary>
internal static class Way
{
    public const string Left = "ltr", Right = "rtl";

    /// <summary>Letters of a text that are asked.</summary>
    private const int Asked = 2_000;

    /// <summary>Of running text, a title or a sentence's article: as most of its first letters are.</summary>
    public static string OfText(string text)
    {
        (int left, int right) = Count(text);
        return right > left ? Right : Left;
    }

    /// <summary>Of a name or some words out of a sentence: only English is coded, so that words of two scripts are English with foreign ones in them.</summary>
    public static string OfWords(string words) => Count(words) is (0, > 0) ? Right : Left;

    /// <summary>Words for a line that is read from the left: those of another way keep to themselves and turn nothing beside them. Others come back as they are.</summary>
    public static string Isolated(string words) => Count(words).Right == 0 ? words : $"{(OfWords(words) == Right ? '\u2067' : '\u2066')}{words}\u2069";

    private static (int Left, int Right) Count(string text)
    {
        (int left, int right) = (0, 0);
        foreach (char c in text)
        {
            if (IsRight(c))
            {
                right++;
            }
            else if (char.IsLetter(c))
            {
                left++;
            }

            if (left + right >= Asked)
            {
                break;
            }
        }

        return (left, right);
    }

    /// <summary>Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, and the forms in which old texts write them (Unicode's blocks of strong right-to-left letters in the first plane).</summary>
    private static bool IsRight(char c) => c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc') && char.IsLetter(c);
}
