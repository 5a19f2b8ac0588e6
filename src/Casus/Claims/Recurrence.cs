using Casus.Language;

namespace Casus.Claims;

/// <summary>"for the third time | this year", "its second time in a month": over which time a happening is counted with others, and not when it was.</summary>
internal static class Recurrence
{
    public static bool Counts(SentenceView s, TimeMention time)
    {
        int at = s.TokensIn(time.Span).From - 1;
        while (at > 0 && s[at].Upos is "ADP" or "SCONJ" or "DET")
        {
            at--;
        }

        return at > 0 && s.Lemma(at) == "time" && s.Lexicon.In("ordinal", s.Lemma(at - 1));
    }
}
