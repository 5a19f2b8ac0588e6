namespace Casus.Language;

/// <summary>What is looked at to decide whether a sentence ends after a written token.</summary>
internal ref struct SentenceBoundaries
{
    public const int FeatureCount = 26;
    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<TextSpan> tokens;
    private int length, quotes, depth;
    private uint first;

    public SentenceBoundaries(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>Moves on to a token; must be called for each in order, before <see cref="Fill"/>.</summary>
    public void Enter(int at)
    {
        if (length++ == 0)
        {
            quotes = depth = 0;
            first = Word(at);
        }

        TextSpan token = tokens[at];
        if (token.Length == 1)
        {
            char c = text[token.Begin];
            quotes = c switch { '"' => quotes ^ 1, '“' => 1, '”' => 0, _ => quotes };
            depth = c switch { '(' or '[' => Math.Min(depth + 1, 3), ')' or ']' => Math.Max(depth - 1, 0), _ => depth };
        }
    }

    /// <summary>The sentence ended after the token entered last.</summary>
    public void Close() => length = 0;

    public readonly void Fill(int at, ref FeatureList list)
    {
        uint cur = Word(at), next = Word(at + 1), prev = Word(at - 1), next2 = Word(at + 2);
        uint curShape = Shape(at), nextShape = Shape(at + 1), prevShape = Shape(at - 1), next2Shape = Shape(at + 2);
        uint gap = tokens[at].End < tokens[at + 1].Begin ? 1u : 0u;
        uint far = (uint)System.Numerics.BitOperations.Log2((uint)length);
        uint open = (uint)(quotes | depth << 1);
        uint nextKind = CharKinds.Of(text[tokens[at + 1].Begin]), curLength = (uint)Math.Min(tokens[at].Length, 6);
        list.Add(101, cur, gap);
        list.Add(102, next);
        list.Add(103, cur, next);
        list.Add(104, cur, nextShape, gap);
        list.Add(105, prev, cur, nextShape);
        list.Add(106, curShape, nextShape, gap);
        list.Add(107, prevShape, cur, nextShape);
        list.Add(108, cur, next, next2Shape);
        list.Add(109, cur, nextKind, far);
        list.Add(110, cur, open, nextKind);
        list.Add(111, open, nextShape, curShape);
        list.Add(112, far, curShape, nextKind);
        list.Add(113, prev, curShape);
        list.Add(114, curShape, next);
        list.Add(115, curShape, nextShape, next2Shape);
        list.Add(116, prevShape, curShape, nextShape);
        list.Add(117, next, next2);
        list.Add(118, far, open);
        list.Add(119, first, cur, (uint)Math.Min(length, 4));
        list.Add(120, first, nextKind, curShape);
        list.Add(121, cur, nextShape, next2Shape);
        list.Add(122, curLength, curShape, nextKind);
        list.Add(123, prev, cur, next);
        list.Add(124, curShape, nextShape, far << 4 | open);
        list.Add(125, cur, next2, nextKind);
        list.Add(126, 1);
    }

    private readonly uint Word(int at)
    {
        if ((uint)at >= (uint)tokens.Length)
        {
            return 7u;
        }

        uint hash = 0;
        TextSpan token = tokens[at];
        int stop = Math.Min(token.End, token.Begin + 20);
        for (int i = token.Begin; i < stop; i++)
        {
            char c = CharKinds.Fold(text[i]);
            hash = FeatureList.Mix(hash * 31 + (char.IsAsciiDigit(c) ? '0' : c));
        }

        return hash;
    }

    private readonly uint Shape(int at)
    {
        if ((uint)at >= (uint)tokens.Length)
        {
            return 7u;
        }

        TextSpan token = tokens[at];
        uint shape = 0, last = 99;
        int stop = Math.Min(token.End, token.Begin + 12);
        for (int i = token.Begin; i < stop; i++)
        {
            uint kind = CharKinds.Of(text[i]);
            if (kind is CharKinds.Stop or CharKinds.Comma or CharKinds.Quote)
            {
                kind = text[i] + 16u;
            }

            if (kind != last)
            {
                shape = FeatureList.Mix(shape * 37 + kind + 1);
                last = kind;
            }
        }

        return shape + (token.Length == 1 ? 1u : 0u);
    }
}
