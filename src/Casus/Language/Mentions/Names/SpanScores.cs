namespace Casus.Language;

/// <summary>
/// Scores of the stretches of a sentence by kind, in steps of the weights. Stretches share much of what is looked at: what their head, its phrase,
/// their first or their last word decide is summed once; sums are whole numbers, so their order does not show. The working memory of one thread.
/// </summary>
internal sealed class SpanScores(WeightTable weights)
{
    private readonly int kinds = weights.Width;
    private readonly uint[] buffer = new uint[SpanFeatures.MostOfSpan];
    private readonly int[] opening = new int[weights.Width];
    private int[] governors = [], phrases = [], closings = [], closed = [];
    private bool[] known = [], knownPhrases = [];
    private (int Begin, int Head) opened;

    public void Begin(ReadOnlySpan<TokenTraits> sentence)
    {
        if (known.Length < sentence.Length)
        {
            known = new bool[sentence.Length + 64];
            knownPhrases = new bool[known.Length * SpanFeatures.Phrases];
            governors = new int[known.Length * kinds];
            phrases = new int[known.Length * SpanFeatures.Phrases * kinds];
            closings = new int[known.Length * kinds];
            closed = new int[known.Length];
        }

        known.AsSpan(0, sentence.Length).Clear();
        knownPhrases.AsSpan(0, sentence.Length * SpanFeatures.Phrases).Clear();
        closed.AsSpan(0, sentence.Length).Fill(-1);
        opened = (-1, -1);
    }

    public void Of(ReadOnlySpan<TokenTraits> s, int begin, int end, in SpanShape shape, Span<int> sums)
    {
        int head = shape.Head;
        Span<int> governor = governors.AsSpan(head * kinds, kinds);
        if (!known[head])
        {
            var keys = new FeatureKeys(buffer);
            SpanFeatures.OfGovernor(s, head, ref keys);
            Sum(keys, governor);
            known[head] = true;
        }

        uint lie = SpanFeatures.Phrase(s, begin, end, shape);
        int at = head * SpanFeatures.Phrases + (int)lie;
        Span<int> phrase = phrases.AsSpan(at * kinds, kinds);
        if (!knownPhrases[at])
        {
            var keys = new FeatureKeys(buffer);
            SpanFeatures.OfPhrase(s, head, lie, ref keys);
            Sum(keys, phrase);
            knownPhrases[at] = true;
        }

        if (opened != (begin, head))
        {
            var keys = new FeatureKeys(buffer);
            SpanFeatures.OfOpening(s, begin, shape, ref keys);
            Sum(keys, opening);
            opened = (begin, head);
        }

        Span<int> closing = closings.AsSpan((end - 1) * kinds, kinds);
        if (closed[end - 1] != head)
        {
            var keys = new FeatureKeys(buffer);
            SpanFeatures.OfClosing(s, end, shape, ref keys);
            Sum(keys, closing);
            closed[end - 1] = head;
        }

        var borders = new FeatureKeys(buffer);
        SpanFeatures.OfBorders(s, begin, end, shape, ref borders);
        Sum(borders, sums);
        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] += governor[k] + phrase[k] + opening[k] + closing[k];
        }
    }

    private void Sum(in FeatureKeys keys, Span<int> into)
    {
        into.Clear();
        weights.Add(keys.Keys, into);
    }
}
