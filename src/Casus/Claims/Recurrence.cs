using Casus.Language;

namespace Casus.Claims;

/// <summary>"for the third time | this year", "its second time in a month", "the worst attack this year": over which time a happening is counted with others, and not when it was.</summary>
internal static class Recurrence
{
    private const int Nearest = 9;

    public static bool Counts(SentenceView s, TimeMention time)
    {
        int at = s.TokensIn(time.Span).From - 1;
        while (at > 0 && s[at].Upos is "ADP" or "SCONJ" or "DET")
        {
            at--;
        }

        bool part = s.TokensIn(time.Span).From is > 0 and var first && s[first - 1].Form == "of";
        return at > 0 && !part && ((s.Lemma(at) == "time" && s.Lexicon.In("ordinal", s.Lemma(at - 1))) || (time.Precision == "year" && OfMost(s, at)));
    }

    /// <summary>"the highest toll in a single clash | this year", "the worst | since 2015": how it compares with others.</summary>
    private static bool OfMost(SentenceView s, int before)
    {
        for (int i = before; i > 0 && before - i < Nearest && s[i].Upos is not ("VERB" or "PUNCT" or "AUX"); i--)
        {
            if (IsOrdinal(s, i) && s[i - 1].Upos is "DET" or "PRON" or "PART")
            {
                // "the 40th attack this year"
                return true;
            }

            if (s[i].Xpos == "JJS" && s.Lemma(i) is not ("least" or "most" or "late") && s[i - 1].Upos is "DET" or "PRON" or "PART")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOrdinal(SentenceView s, int token) =>
        s.Lexicon.In("ordinal", s.Lemma(token)) || (char.IsAsciiDigit(s[token].Form[0]) && char.IsAsciiLetterLower(s[token].Form[^1]) && s[token].Form.Length <= 5);
}
