namespace Casus.Language;

/// <summary>"KABUL, Dec 25 (Agency) –": the words before a report's first sentence, which are no part of its grammar.</summary>
internal static class DatelineWords
{
    /// <summary>Tokens that a dateline has at the most, its dash included.</summary>
    private const int Most = 14;

    /// <summary>Capitals that make a word a place in capitals and no abbreviation of two letters.</summary>
    private const int Capitals = 3;

    /// <summary>How many of a paragraph's first tokens are its dateline; 0 when it has none.</summary>
    /// <param name="forms">The tokens of the paragraph's first sentence.</param>
    /// <param name="spans">Where they stand.</param>
    public static int Count(ReadOnlySpan<string> forms, ReadOnlySpan<TextSpan> spans)
    {
        bool capitals = forms.Length > 0 && IsCapitals(forms[0]);
        bool comma = false, day = false;
        int depth = 0, bracketed = 0, words = 0;
        for (int i = 0; i < forms.Length - 2 && i < Most; i++)
        {
            string form = forms[i];
            if (form is "(" or "[")
            {
                depth++;
            }
            else if (form is ")" or "]")
            {
                depth--;
                bracketed = i + 1;
                if (words > 0 && depth == 0 && ((comma && day && Opens(forms[i + 1])) || (capitals && IsQuote(forms[i + 1]))))
                {
                    // "BOGOTA, March 8 (Agency) The president …": the dash was lost, or became a quotation mark.
                    return i + 1;
                }
            }
            else if (form is "-" or "–" && i > 0 && (spans[i].Begin == spans[i - 1].End || spans[i + 1].Begin == spans[i].End))
            {
                // A hyphen inside a word.
                return 0;
            }
            else if (IsDash(form) || (form == ":" && (capitals || bracketed > 0)))
            {
                bool marked = capitals || bracketed > 0 || (comma && words < 6) || (words <= 2 && form.Length == 1);
                return words > 0 && depth == 0 && marked && Opens(forms[i + 1]) ? i + 1 : 0;
            }
            else if (form is "," or "." or "/")
            {
                comma |= form == ",";
            }
            else if (depth == 0)
            {
                if (comma && form is "of" or "the" or "and" && char.IsUpper(forms[i + 1][0]))
                {
                    // "GOMA, Democratic Republic of Congo"
                    continue;
                }

                if (!char.IsUpper(form[0]) && !(comma && char.IsAsciiDigit(form[0])))
                {
                    return 0;
                }

                day |= char.IsAsciiDigit(form[0]);
                words++;
            }
        }

        return 0;
    }

    private static bool IsDash(string form) => form is "-" or "--" or "---" or "–" or "—";

    private static bool IsCapitals(string form) => form.Length >= Capitals && !form.AsSpan().ContainsAnyInRange('a', 'z') && char.IsAsciiLetterUpper(form[0]);

    private static bool Opens(string form) => char.IsUpper(form[0]) || char.IsAsciiDigit(form[0]) || IsQuote(form);

    private static bool IsQuote(string form) => form[0] is '"' or '“' or '‘' or '\'' or '`';
}
