using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>What those who mend trees share.</summary>
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

    /// <summary>Whether a word right below the word is such; it is given its index and itself.</summary>
    public static bool Has(Sentence sentence, int word, Func<int, Token, bool> such)
    {
        foreach (int child in sentence.Children(word))
        {
            if (such(child, sentence.Tokens[child]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same words, one of which hangs elsewhere.</summary>
    public static Token[] Hung(ImmutableArray<Token> tokens, int word, int head, string relation)
    {
        Token[] hung = [.. tokens];
        hung[word] = hung[word] with { Head = head, Deprel = relation };
        return hung;
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
