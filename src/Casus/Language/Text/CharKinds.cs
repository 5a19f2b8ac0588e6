namespace Casus.Language;

/// <summary>Kinds of characters as the tokenizer sees them.</summary>
internal static class CharKinds
{
    public const byte Space = 0, Lower = 1, Upper = 2, Digit = 3, Stop = 4, Quote = 5, Bracket = 6, Dash = 7, Comma = 8, Symbol = 9;

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || (c >= '\x1c' && c <= '\x1f');

    public static byte Of(char c)
    {
        if (c < 128)
        {
            return Ascii[c];
        }

        if (char.IsLetter(c))
        {
            return char.IsUpper(c) ? Upper : Lower;
        }

        if (IsSpace(c))
        {
            return Space;
        }

        if (char.IsDigit(c))
        {
            return Digit;
        }

        return c switch
        {
            '‘' or '’' or '“' or '”' or '«' or '»' or '„' or '′' or '″' => Quote,
            '–' or '—' or '‐' or '‑' or '−' => Dash,
            '…' => Stop,
            >= '\u0300' and <= '\u036f' => Lower,
            _ => Symbol,
        };
    }

    /// <summary>Letters together, digits together, everything else alone: a border between two of one word kind is no candidate for a cut.</summary>
    public static byte Coarse(byte kind) => kind == Upper ? Lower : kind;

    public static bool IsWord(byte kind) => kind is Lower or Upper or Digit;

    public static char Fold(char c) => c switch
    {
        '‘' or '’' or '`' or '´' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Folds each character of a word into a buffer as long.</summary>
    public static void Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        for (int i = 0; i < word.Length; i++)
        {
            folded[i] = Fold(word[i]);
        }
    }

    private static readonly byte[] Ascii = BuildAscii();

    private static byte[] BuildAscii()
    {
        var kinds = new byte[128];
        for (int i = 0; i < 128; i++)
        {
            char c = (char)i;
            kinds[i] = IsSpace(c) ? Space
                : char.IsAsciiLetterLower(c) ? Lower
                : char.IsAsciiLetterUpper(c) ? Upper
                : char.IsAsciiDigit(c) ? Digit
                : c switch
                {
                    '.' or '!' or '?' => Stop,
                    '"' or '\'' or '`' => Quote,
                    '(' or ')' or '[' or ']' or '{' or '}' => Bracket,
                    '-' => Dash,
                    ',' or ';' or ':' => Comma,
                    _ => Symbol,
                };
        }

        return kinds;
    }
}
