namespace Casus.Language;

/// <summary>What every mended tree is asked.</summary>
internal static class TreeShape
{
    /// <summary>Whether every word leads up to a root: no word governs itself, near or far.</summary>
    public static bool IsTree(Token[] tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            int steps = 0;
            for (int x = i; x >= 0; x = tokens[x].Head)
            {
                if (steps++ > tokens.Length)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The word above all others of the half-open range that a word of it hangs on.</summary>
    public static int Top(IReadOnlyList<Token> tokens, int word, int from, int to)
    {
        while (tokens[word].Head is var above && above >= from && above < to)
        {
            word = above;
        }

        return word;
    }
}
