using Casus.Language;

namespace Casus.Claims;

/// <summary>The newspaper or agency that a sentence cites at its end.</summary>
internal static class ClosingOutlet
{
    /// <summary>Words of a newspaper's name.</summary>
    private const int LongestOutlet = 6;

    /// <summary>"…, reports the Valley Post.": a name behind such a verb at the end vouches for the whole sentence; null when it ends otherwise or with a person.</summary>
    public static Speaker? Of(SentenceView s)
    {
        int end = s.Count - 1;
        while (end > 0 && (s[end].Upos == "PUNCT" || PartyReader.InTime(s, end) || (s[end].Upos == "ADP" && end + 1 < s.Count && PartyReader.InTime(s, end + 1))))
        {
            end--;
        }

        int at = end;
        while (at > 0 && end - at < LongestOutlet && (s[at].Upos is "PROPN" or "DET" || (at < end && s[at].Upos == "ADP")))
        {
            at--;
        }

        if (at == end || at <= 0 || s[end].Upos != "PROPN" || !s.Lexicon.In("outlet-cue", s.Lemma(at)) || s.MentionOver(end)?.Kind == MentionKind.Person)
        {
            return null;
        }

        return new Speaker(s.Analysis.Article.Quote(s[at + 1].Span.Cover(s[end].Span)), s.MentionOver(end)?.Actor, "reported", "outlet", true);
    }
}
