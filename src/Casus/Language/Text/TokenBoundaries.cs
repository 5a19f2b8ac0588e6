namespace Casus.Language;

/// <summary>
/// What is looked at to decide whether a written token ends inside a stretch without spaces. All windows are bounded, so the
/// work is linear in the text whatever it holds.
/// </summary>
internal ref struct TokenBoundaries
{
    public const int FeatureCount = 24;
    private const int Run = 14;
    private readonly ReadOnlySpan<char> text;
    private int begin, end, lastCut;
    private uint chunk, traits, after;

    public TokenBoundaries(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Turns to the stretch [begin, end) of the text, which holds no space.</summary>
    public void Enter(int begin, int end)
    {
        this.begin = lastCut = begin;
        this.end = end;
        traits = 0;
        chunk = 0;
        int look = Math.Min(end, begin + 64);
        for (int i = begin; i < look; i++)
        {
            char c = text[i];
            chunk = FeatureList.Mix(chunk * 31 + CharKinds.Fold(c));
            traits |= c switch
            {
                '@' => 1u,
                '/' => i + 1 < look && text[i + 1] == '/' ? 2u : 4u,
                _ => char.IsAsciiDigit(c) ? 8u : 0u,
            };
        }

        if (end - begin > 24)
        {
            chunk = 0;
        }

        if (end - begin > 4 && text.Slice(begin, 4).Equals("www.", StringComparison.OrdinalIgnoreCase))
        {
            traits |= 16;
        }

        int next = end;
        while (next < text.Length && next < end + 8 && CharKinds.IsSpace(text[next]))
        {
            next++;
        }

        after = next >= text.Length ? 99u : CharKinds.Of(text[next]);
    }

    /// <summary>True where a cut is thinkable: not inside a run of letters or of digits, nor inside a surrogate pair.</summary>
    public readonly bool IsCandidate(int at)
    {
        byte left = CharKinds.Coarse(CharKinds.Of(text[at - 1])), right = CharKinds.Coarse(CharKinds.Of(text[at]));
        return (left != right || !CharKinds.IsWord(left)) && !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));
    }

    public void Cut(int at) => lastCut = at;

    public readonly void Fill(int at, ref FeatureList list)
    {
        uint l1 = C(at - 1), l2 = C(at - 2), l3 = C(at - 3), r1 = C(at), r2 = C(at + 1), r3 = C(at + 2);
        uint kinds = K(at - 3) << 20 | K(at - 2) << 16 | K(at - 1) << 12 | K(at) << 8 | K(at + 1) << 4 | K(at + 2);
        uint pair = l1 << 16 | r1;
        uint left = LeftRun(at), right = RightRun(at), sofar = SoFar(at);
        uint fromStart = (uint)Math.Min(at - begin, 5), toEnd = (uint)Math.Min(end - at, 5), since = (uint)Math.Min(at - lastCut, 5);
        list.Add(1, pair);
        list.Add(2, pair, l2);
        list.Add(3, pair, r2);
        list.Add(4, pair, l2 << 16 | r2);
        list.Add(5, pair, l2 << 16 | l3);
        list.Add(6, pair, r2 << 16 | r3);
        list.Add(7, pair, l2 << 16 | r2, l3 << 16 | r3);
        list.Add(8, kinds);
        list.Add(9, kinds & 0xFFFF0, pair);
        list.Add(10, left, r1);
        list.Add(11, right, l1);
        list.Add(12, left, right, pair);
        list.Add(13, chunk, (uint)Math.Min(at - begin, 64));
        list.Add(14, traits, pair);
        list.Add(15, traits, kinds & 0xFF00);
        list.Add(16, fromStart << 8 | toEnd, pair);
        list.Add(17, since, pair);
        list.Add(18, since << 8 | toEnd, kinds & 0xFF00);
        list.Add(19, after, left, r1 << 8 | toEnd);
        list.Add(20, after, kinds & 0xFFF00, toEnd);
        list.Add(21, sofar, r1);
        list.Add(22, sofar, r1 << 8 | toEnd, after);
        list.Add(23, left, r1, toEnd << 8 | since);
        list.Add(24, 1);
    }

    private readonly uint C(int i) => i < begin || i >= end ? 0u : CharKinds.Fold(text[i]);

    private readonly uint K(int i) => i < begin || i >= end ? 0u : CharKinds.Of(text[i]);

    private readonly uint LeftRun(int at)
    {
        byte kind = CharKinds.Coarse(CharKinds.Of(text[at - 1]));
        uint hash = kind;
        for (int i = at - 1; i >= begin && i >= at - Run && CharKinds.Coarse(CharKinds.Of(text[i])) == kind; i--)
        {
            hash = FeatureList.Mix(hash * 31 + CharKinds.Fold(text[i]));
        }

        return hash;
    }

    private readonly uint RightRun(int at)
    {
        byte kind = CharKinds.Coarse(CharKinds.Of(text[at]));
        uint hash = kind;
        for (int i = at; i < end && i < at + Run && CharKinds.Coarse(CharKinds.Of(text[i])) == kind; i++)
        {
            hash = FeatureList.Mix(hash * 31 + CharKinds.Fold(text[i]));
        }

        return hash;
    }

    private readonly uint SoFar(int at)
    {
        uint hash = 0;
        for (int i = Math.Max(lastCut, at - 2 * Run); i < at; i++)
        {
            hash = FeatureList.Mix(hash * 31 + CharKinds.Fold(text[i]));
        }

        return hash;
    }
}
