using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>One word of a sentence in the Universal Dependencies scheme.</summary>
/// <param name="Span">Absolute in the article's text. The words of one written token that was taken apart (don't → do n't) have spans that tile it.</param>
/// <param name="Form">The word as read; differs from the text under the span only where bad copy was repaired.</param>
/// <param name="Head">Index of the governor in the sentence's tokens; -1 for the root.</param>
/// <param name="Deprel">Universal relation with its subtype, such as "nsubj:pass".</param>
public readonly record struct Token(TextSpan Span, string Form, string Lemma, string Upos, string Xpos, int Head, string Deprel)
{
    public bool IsRoot => Head < 0;
}

/// <summary>A sentence with its tokens and tree. Never empty.</summary>
/// <param name="Index">Position among the article's sentences.</param>
/// <param name="Block">Index of the block that holds it.</param>
public sealed record Sentence(int Index, int Block, TextSpan Span, ImmutableArray<Token> Tokens)
{
    private int[][]? children;

    /// <summary>Indices of the dependents of a token, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => (children ??= BuildChildren())[token];

    /// <summary>The same sentence in another tree; a copy by <c>with</c> would keep the dependents of the old one.</summary>
    public Sentence Rebuilt(ImmutableArray<Token> tokens) => new(Index, Block, Span, tokens);

    /// <summary>The first token of what hangs on one, itself included, as far as it goes on to the left.</summary>
    public int Leftmost(int token)
    {
        int first = token;
        foreach (int child in Children(token))
        {
            if (child < first)
            {
                first = Math.Min(first, Leftmost(child));
            }
        }

        return first;
    }

    public int Root
    {
        get
        {
            for (int i = 0; i < Tokens.Length; i++)
            {
                if (Tokens[i].IsRoot)
                {
                    return i;
                }
            }

            return 0;
        }
    }

    private int[][] BuildChildren()
    {
        var counts = new int[Tokens.Length];
        foreach (Token token in Tokens)
        {
            if (token.Head >= 0)
            {
                counts[token.Head]++;
            }
        }

        var lists = new int[Tokens.Length][];
        for (int i = 0; i < lists.Length; i++)
        {
            lists[i] = counts[i] == 0 ? [] : new int[counts[i]];
            counts[i] = 0;
        }

        for (int i = 0; i < Tokens.Length; i++)
        {
            int head = Tokens[i].Head;
            if (head >= 0)
            {
                lists[head][counts[head]++] = i;
            }
        }

        return lists;
    }
}
