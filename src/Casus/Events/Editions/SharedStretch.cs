namespace Casus.Events;

/// <summary>The longest run of words that two texts share, by case-blind comparison.</summary>
public static class SharedStretch
{
    /// <returns>Where it stands in either; the first of equals. Null when they share no word. Takes time with the product of the lengths.</returns>
    public static (TextSpan A, TextSpan B)? Longest(string a, string b)
    {
        (List<TextSpan> wordsA, string[] foldedA) = Words(a);
        (List<TextSpan> wordsB, string[] foldedB) = Words(b);
        int[] before = new int[foldedB.Length + 1], now = new int[foldedB.Length + 1];
        int longest = 0, endA = 0, endB = 0;
        for (int i = 1; i <= foldedA.Length; i++)
        {
            for (int j = 1; j <= foldedB.Length; j++)
            {
                now[j] = foldedA[i - 1] == foldedB[j - 1] ? before[j - 1] + 1 : 0;
                if (now[j] > longest)
                {
                    (longest, endA, endB) = (now[j], i, j);
                }
            }

            (before, now) = (now, before);
        }

        return longest == 0 ? null : (Run(wordsA, endA - longest, endA), Run(wordsB, endB - longest, endB));
    }

    private static TextSpan Run(List<TextSpan> words, int begin, int end) => new(words[begin].Begin, words[end - 1].End);

    private static (List<TextSpan> Words, string[] Folded) Words(string text)
    {
        List<TextSpan> words = SentenceWords.Of(text, new TextSpan(0, text.Length));
        words.RemoveAll(w => !char.IsLetterOrDigit(text[w.Begin]));
        return (words, [.. words.Select(w => SentenceWords.Folded(w.In(text)))]);
    }
}
