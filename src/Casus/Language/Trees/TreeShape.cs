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

    /// <summary>One pass over the words of a sentence; each is looked at in the tree that the words before it have left. The same sentence where nothing was mended.</summary>
    /// <param name="mend">The words of the sentence with that one mended; null where nothing is to be mended. Words that make no tree are not taken.</param>
    /// <param name="first">Index of the first word that is handed in.</param>
    /// <param name="behind">How many words at the end are not.</param>
    public static Sentence Pass(Sentence sentence, Func<Sentence, int, Token[]?> mend, int first, int behind)
    {
        for (int i = first; i + behind < sentence.Tokens.Length; i++)
        {
            if (mend(sentence, i) is { } mended && IsTree(mended))
            {
                sentence = sentence.Rebuilt([.. mended]);
            }
        }

        return sentence;
    }

    /// <summary>Whether the word has a subject of its own, of either voice.</summary>
    public static bool HasSubject(Sentence sentence, int word) => Has(sentence, word, (_, t) => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal));

    /// <summary>Whether a word right below the word is such; it is given its index and itself.</summary>
    public static bool Has(Sentence sentence, int word, Func<int, Token, bool> such) => Child(sentence, word, such) >= 0;

    /// <summary>The first word right below the word that is such; it is given its index and itself. -1 when none is.</summary>
    public static int Child(Sentence sentence, int word, Func<int, Token, bool> such)
    {
        foreach (int child in sentence.Children(word))
        {
            if (such(child, sentence.Tokens[child]))
            {
                return child;
            }
        }

        return -1;
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
