namespace Casus.Language;

/// <summary>What is looked at to tell whether words are a mention, and of what kind.</summary>
internal static class SpanFeatures
{
    /// <summary>Room for the features of a word, of a head and of a stretch.</summary>
    public const int MostOfWord = 64 * FeatureKeys.Parts, MostOfHead = 56 * FeatureKeys.Parts, MostOfSpan = 40 * FeatureKeys.Parts;

    /// <summary>Ways in which a stretch lies on a noun phrase.</summary>
    public const int Phrases = 36;

    private static readonly TokenTraits Outside = new() { Head = -1, Phrase = -1, Outer = -1, Lower = 3, Shape = 3, Xpos = 3, Upos = 3 };

    /// <summary>Of one word, for the borders of mentions.</summary>
    public static void OfWord(ReadOnlySpan<TokenTraits> s, int i, ref FeatureKeys keys)
    {
        ref readonly TokenTraits t = ref s[i], left = ref At(s, i - 1), right = ref At(s, i + 1), left2 = ref At(s, i - 2), right2 = ref At(s, i + 2);
        ref readonly TokenTraits head = ref At(s, t.Head), phrase = ref At(s, t.Phrase);
        keys.Add(1, t.Lower);
        keys.Add(2, left.Lower);
        keys.Add(3, right.Lower);
        keys.Add(4, t.Lemma, t.Upos);
        keys.Add(5, t.Shape, t.Upos);
        keys.Add(6, left.Shape, t.Shape);
        keys.Add(7, t.Shape, right.Shape);
        keys.Add(8, t.Xpos);
        keys.Add(9, left.Xpos, t.Xpos);
        keys.Add(10, t.Xpos, right.Xpos);
        keys.Add(11, left.Xpos, t.Xpos, right.Xpos);
        keys.Add(12, t.Suffix, t.Shape);
        keys.Add(13, t.Prefix, t.Shape);
        keys.Add(14, t.Relation, t.Upos);
        keys.Add(15, t.Relation, head.Lemma);
        keys.Add(16, t.Relation, head.Upos);
        keys.Add(17, t.Case, t.Upos);
        keys.Add(18, phrase.Case, phrase.Relation);
        keys.Add(19, t.Name, t.Upos);
        keys.Add(20, left.Name, t.Name);
        keys.Add(21, t.Name, right.Name);
        keys.Add(22, t.Actor, t.Upos);
        keys.Add(23, t.Inner);
        keys.Add(24, t.Actor, t.Name);
        keys.Add(25, left.Actor, t.Actor, right.Actor);
        keys.Add(26, t.Place, t.Name);
        keys.Add(27, t.Place, t.Inner, phrase.Acts ? 1u : 0);
        keys.Add(28, t.Measure, t.Upos);
        keys.Add(29, t.Sense, t.Relation);
        keys.Add(30, phrase.Sense, Position(t, i, phrase));
        keys.Add(31, Position(t, i, phrase), t.Upos);
        keys.Add(32, t.Learnt);
        keys.Add(33, phrase.Learnt, Position(t, i, phrase));
        keys.Add(34, left.Cue, t.Cue, t.Upos);
        keys.Add(35, t.Cue, right.Cue);
        keys.Add(36, t.Elsewhere);
        keys.Add(37, t.Elsewhere, t.Name, phrase.Acts ? 1u : 0);
        keys.Add(38, t.Quoted ? 1u : 0, t.Lower);
        keys.Add(39, right.Xpos, right2.Xpos);
        keys.Add(40, left2.Xpos, left.Xpos);
        keys.Add(41, t.Phrase == t.Outer ? 1u : 0, Position(t, i, At(s, t.Outer)), phrase.Relation);
        keys.Add(42, left.Lower, t.Xpos);
        keys.Add(43, right.Lower, t.Xpos);
        keys.Add(44, t.Resolved, t.Upos);
        keys.Add(45, phrase.Learnt, phrase.Xpos, Position(t, i, phrase));
        keys.Add(46, phrase.Learnt, phrase.Acts ? 1u : 0, phrase.Relation);
        keys.Add(47, t.Class, t.Relation);
    }

    /// <summary>Of one word as the head of something, whatever the borders: for the model of heads.</summary>
    public static void OfHead(ReadOnlySpan<TokenTraits> s, int i, ref FeatureKeys keys)
    {
        ref readonly TokenTraits t = ref s[i], left = ref At(s, i - 1), right = ref At(s, i + 1);
        ref readonly TokenTraits head = ref At(s, t.Head), first = ref At(s, t.First);
        keys.Add(101, t.Lower);
        keys.Add(102, t.Lemma, t.Upos);
        keys.Add(103, t.Suffix, t.Upos);
        keys.Add(104, t.Prefix, t.Upos);
        keys.Add(105, t.Shape, t.Xpos);
        keys.Add(106, left.Lower);
        keys.Add(107, right.Lower);
        keys.Add(108, t.Relation, t.Upos);
        keys.Add(109, t.Relation, head.Lemma);
        keys.Add(110, t.Relation, t.Case);
        keys.Add(111, t.Case, head.Lemma);
        keys.Add(112, t.Name, t.Upos);
        keys.Add(113, t.Inner);
        keys.Add(114, t.Actor, t.Name);
        keys.Add(115, t.Place, t.Name);
        keys.Add(116, t.Sense);
        keys.Add(117, t.Cue, t.Upos);
        keys.Add(118, left.Cue, t.Upos);
        keys.Add(119, t.Elsewhere);
        keys.Add(120, first.Lower, t.Xpos);
        keys.Add(121, (uint)Math.Min(3, t.Last - t.First), t.Upos, first.Upos);
        keys.Add(122, left.Xpos, t.Xpos, right.Xpos);
        keys.Add(123, t.Acts ? 1u : 0, t.Place, t.Xpos);
        keys.Add(124, t.Measure, t.Upos);
        keys.Add(125, t.Relation, head.Upos, left.Lower);
        keys.Add(126, FeatureKeys.Key(1, t.Suffix, 0, 0), first.Lower);
        keys.Add(127, left.Lemma, t.Lemma);
    }

    /// <summary>Of the words from <paramref name="begin"/> to <paramref name="end"/>, the last not included, as one mention: all parts together.</summary>
    public static void OfSpan(ReadOnlySpan<TokenTraits> s, int begin, int end, in SpanShape shape, ref FeatureKeys keys)
    {
        OfGovernor(s, shape.Head, ref keys);
        OfPhrase(s, shape.Head, Phrase(s, begin, end, shape), ref keys);
        OfOpening(s, begin, shape, ref keys);
        OfClosing(s, end, shape, ref keys);
        OfBorders(s, begin, end, shape, ref keys);
    }

    /// <summary>How the stretch lies on the noun phrase of its head.</summary>
    /// <returns>Below <see cref="Phrases"/>.</returns>
    public static uint Phrase(ReadOnlySpan<TokenTraits> s, int begin, int end, in SpanShape shape)
    {
        ref readonly TokenTraits h = ref s[shape.Head];
        return (begin == h.First ? 1u : begin < h.First ? 2u : 0) + (end - 1 == h.Last ? 3u : end - 1 > h.Last ? 6u : 0) + (shape.Heads > 1 ? 9u : 0) + (shape.Cuts > 0 ? 18u : 0);
    }

    /// <summary>The part of <see cref="OfSpan"/> that the head alone decides.</summary>
    public static void OfGovernor(ReadOnlySpan<TokenTraits> s, int head, ref FeatureKeys keys)
    {
        ref readonly TokenTraits h = ref s[head];
        keys.Add(212, h.Lemma, h.Upos);
        keys.Add(215, h.Sense, h.Learnt);
        keys.Add(216, h.Case, h.Learnt);
        keys.Add(217, h.Relation, h.Learnt);
        keys.Add(218, h.Relation, h.Sense, h.Case);
        keys.Add(228, h.Acts ? 1u : 0, h.Inner, h.Name);
        keys.Add(229, h.Elsewhere, h.Acts ? 1u : 0);
        keys.Add(231, h.Relation, At(s, h.Head).Lemma);
        keys.Add(234, h.Learnt, h.Inner);
        keys.Add(236, h.Sense, h.Xpos);
        keys.Add(237, h.Class, h.Xpos);
    }

    /// <summary>The part that head and <see cref="Phrase"/> decide.</summary>
    public static void OfPhrase(ReadOnlySpan<TokenTraits> s, int head, uint phrase, ref FeatureKeys keys)
    {
        ref readonly TokenTraits h = ref s[head];
        keys.Add(202, phrase, h.Upos);
        keys.Add(203, phrase, h.Learnt);
        keys.Add(213, h.Lemma, phrase);
        keys.Add(214, h.Sense, phrase);
        keys.Add(230, h.Resolved, phrase);
    }

    /// <summary>The part that head and first word decide.</summary>
    public static void OfOpening(ReadOnlySpan<TokenTraits> s, int begin, in SpanShape shape, ref FeatureKeys keys)
    {
        ref readonly TokenTraits h = ref s[shape.Head], first = ref s[begin];
        keys.Add(204, first.Xpos, h.Learnt);
        keys.Add(209, shape.OutLeft, h.Upos);
        keys.Add(210, shape.InLeft, shape.OutLeft);
        keys.Add(221, At(s, begin - 1).Lower);
        keys.Add(235, h.Learnt, h.Xpos, first.Upos);
    }

    /// <summary>The part that head and last word decide.</summary>
    public static void OfClosing(ReadOnlySpan<TokenTraits> s, int end, in SpanShape shape, ref FeatureKeys keys)
    {
        ref readonly TokenTraits h = ref s[shape.Head];
        keys.Add(206, shape.InRight, shape.OutRight);
        keys.Add(207, shape.InRight, h.Upos);
        keys.Add(208, shape.OutRight, h.Upos);
        keys.Add(222, At(s, end).Lower);
    }

    /// <summary>The part that depends on all of the stretch.</summary>
    public static void OfBorders(ReadOnlySpan<TokenTraits> s, int begin, int end, in SpanShape shape, ref FeatureKeys keys)
    {
        ref readonly TokenTraits h = ref s[shape.Head], first = ref s[begin], last = ref s[end - 1], left = ref At(s, begin - 1), right = ref At(s, end);
        uint length = (uint)Math.Min(end - begin, 7), heads = (uint)shape.Heads;
        keys.Add(201, length, heads);
        keys.Add(205, first.Lower, h.Upos, Phrase(s, begin, end, shape));
        keys.Add(211, shape.Surface);
        keys.Add(219, shape.Contents, h.Upos);
        keys.Add(220, shape.Contents, length);
        keys.Add(223, shape.Tags);
        keys.Add(224, first.Upos, last.Upos, heads);
        keys.Add(225, Whole(s, begin, end, first.Actor, last.Actor, left.Actor, right.Actor), h.Inner);
        keys.Add(226, Whole(s, begin, end, first.Name, last.Name, left.Name, right.Name), h.Name);
        keys.Add(227, Whole(s, begin, end, first.Place, last.Place, left.Place, right.Place), h.Place, h.Acts ? 1u : 0);
        keys.Add(232, left.Xpos, right.Xpos);
        keys.Add(233, shape.Cues, h.Name);
    }

    /// <summary>Whether a finding of another reader has the same borders: begins and ends here, only one of these, or runs on.</summary>
    private static uint Whole(ReadOnlySpan<TokenTraits> s, int begin, int end, uint first, uint last, uint left, uint right)
    {
        bool opens = first != 0 && (first & 3) is 0 or 3, closes = last != 0 && (last & 3) is 2 or 3;
        bool leftTouches = left != 0 && (left & 3) is 0 or 1 && !opens, rightTouches = right != 0 && (right & 3) is 1 or 2 && !closes;
        bool one = end - begin == 1 ? (first & 3) == 3 : first != 0 && last != 0 && (first & ~3u) == (last & ~3u);
        return (opens ? 1u : 0) | (closes ? 2u : 0) | (leftTouches ? 4u : 0) | (rightTouches ? 8u : 0) | (one ? 16u : 0);
    }

    private static uint Position(in TokenTraits t, int i, in TokenTraits phrase)
    {
        if (t.Phrase < 0)
        {
            return 0;
        }

        return (i == phrase.First ? 1u : 2u) | (i == phrase.Last ? 4u : 0) | (i == t.Phrase ? 8u : i < t.Phrase ? 16u : 0);
    }

    private static ref readonly TokenTraits At(ReadOnlySpan<TokenTraits> s, int i)
    {
        if ((uint)i < (uint)s.Length)
        {
            return ref s[i];
        }

        return ref Outside;
    }
}
