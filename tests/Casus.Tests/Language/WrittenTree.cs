using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Tests.Language;

/// <summary>Trees written down by hand: words apart by blanks, each <c>form:upos:xpos:head:relation</c>; without the third cell every word's is NN.</summary>
internal static class WrittenTree
{
    /// <param name="lemmas">Apart by blanks; null: the forms.</param>
    public static Sentence Sentence(string tree, string? lemmas = null)
    {
        ImmutableArray<Token> tokens = Tokens(tree);
        if (lemmas?.Split(' ') is { } written)
        {
            tokens = [.. tokens.Select((t, i) => t with { Lemma = written[i] })];
        }

        return new Sentence(0, 0, new TextSpan(0, tokens[^1].Span.End), tokens);
    }

    public static ImmutableArray<Token> Tokens(string tree)
    {
        int at = 0;
        return [.. tree.Split(' ').Select(word => Word(word, ref at))];
    }

    private static Token Word(string word, ref int at)
    {
        string[] cells = word.Split(':');
        bool tagged = !int.TryParse(cells[2], out _);
        int head = tagged ? 3 : 2;
        var span = new TextSpan(at, at + cells[0].Length);
        at = span.End + 1;
        return new Token(span, cells[0], cells[0], cells[1], tagged ? cells[2] : "NN", int.Parse(cells[head]), string.Join(':', cells[(head + 1)..]));
    }

    /// <summary>Any tree over so many words: the governor of each, -1 for the root.</summary>
    public static int[] Heads(Random random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];
        var heads = new int[count];
        for (int i = 0; i < count; i++)
        {
            heads[order[i]] = i == 0 ? -1 : order[random.Next(i)];
        }

        return heads;
    }
}
