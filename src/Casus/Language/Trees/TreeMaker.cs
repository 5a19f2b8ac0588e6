using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Words of a sentence → tokens with tags, lemmas and a tree.</summary>
internal sealed class TreeMaker(LanguageModel model)
{
    public ImmutableArray<Token> Tokens(string[] forms, TextSpan[] spans)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(forms.Length);
        for (int i = 0; i < forms.Length; i++)
        {
            tokens.Add(new(spans[i], forms[i], model.Lemmatiser.Lemma(forms[i], "X", "FW"), "X", "FW", i == 0 ? -1 : 0, i == 0 ? "root" : "dep"));
        }

        return tokens.MoveToImmutable();
    }

    /// <summary>Where a piece that begins here ends: at the sentence's end, or, in one that is too long, behind the last comma or the like.</summary>
    public static int PieceEnd(string text, List<TextSpan> spans, int begin)
    {
        int limit = begin + TextParser.LongestSentence;
        if (spans.Count <= limit)
        {
            return spans.Count;
        }

        for (int i = limit; i > begin + TextParser.LongestSentence / 2; i--)
        {
            TextSpan span = spans[i - 1];
            if (span.Length == 1 && text[span.Begin] is ',' or ';' or ':' or '.' or '!' or '?')
            {
                return i;
            }
        }

        return limit;
    }
}
