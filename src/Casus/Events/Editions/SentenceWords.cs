using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Events;

/// <summary>The words of sentences without a parser: enough to compare editions by.</summary>
internal static class SentenceWords
{
    /// <summary>Runs of letters and digits, with what joins them inside ("5,00,000", "Baradar's", "rein-in"); every other sign alone.</summary>
    public static List<TextSpan> Of(string text, TextSpan sentence)
    {
        var words = new List<TextSpan>();
        for (int i = sentence.Begin; i < sentence.End;)
        {
            int end = i + 1;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (end < sentence.End && (char.IsLetterOrDigit(text[end]) || Joins(text, end, sentence.End)))
                {
                    end++;
                }
            }

            if (!char.IsWhiteSpace(text[i]))
            {
                words.Add(new TextSpan(i, end));
            }

            i = end;
        }

        return words;
    }

    /// <summary>As the readers of numbers take it: tokens without a tree.</summary>
    public static Sentence Sentence(TextSpan span, List<TextSpan> words, string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Count);
        foreach (TextSpan word in words)
        {
            string form = word.Of(text);
            tokens.Add(new Token(word, form, form, "X", "", -1, "root"));
        }

        return new Sentence(0, 0, span, tokens.MoveToImmutable());
    }

    /// <summary>Letters and digits only, in lower case, without the ending of a possessive: "Baradar’s" is "baradar".</summary>
    public static string Folded(ReadOnlySpan<char> word)
    {
        int apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe > 0 && word.Length - apostrophe == 2 && char.ToLowerInvariant(word[^1]) == 's')
        {
            word = word[..apostrophe];
        }

        Span<char> kept = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        int length = 0;
        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                kept[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(kept[..length]);
    }

    private static bool Joins(string text, int at, int end) =>
        at + 1 < end && char.IsLetterOrDigit(text[at + 1]) && text[at] switch
        {
            '\'' or '’' or '-' => true,
            '.' or ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            _ => false,
        };
}
