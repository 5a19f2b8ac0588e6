using Casus.Language;

namespace Casus.Train;

/// <summary>A sentence made ready for learning: the features of its words and of every stretch that may be a mention.</summary>
internal sealed record SpanExample(uint[][] Words, List<SpanCandidate> Candidates, List<MarkedSpan> Gold)
{
    public static SpanExample Of(Sentence sentence, ReadOnlySpan<TokenTraits> own, List<MarkedSpan> gold)
    {
        Span<uint> buffer = stackalloc uint[SpanFeatures.MostOfWord];
        var words = new uint[own.Length][];
        var candidates = new List<SpanCandidate>();
        for (int i = 0; i < own.Length; i++)
        {
            var keys = new FeatureKeys(buffer);
            SpanFeatures.OfWord(own, i, ref keys);
            words[i] = keys.Keys.ToArray();
            for (int end = i + 1; end <= Math.Min(own.Length, i + NameModel.MostWords) && SpanTagger.MayBegin(own[i]); end++)
            {
                if (!own[end - 1].IsMark && SpanShape.TryOf(sentence, own, i, end, out SpanShape shape))
                {
                    var spanKeys = new FeatureKeys(buffer);
                    SpanFeatures.OfSpan(own, i, end, shape, ref spanKeys);
                    candidates.Add(new(i, end, spanKeys.Keys.ToArray()));
                }
            }
        }

        // A mention that no candidate can be is not taught, which is better than teaching its words as outside.
        return new(words, candidates, [.. gold.Where(g => candidates.Exists(c => c.Begin == g.Begin && c.End == g.End))]);
    }
}

internal sealed record SpanCandidate(int Begin, int End, uint[] Features);

/// <summary>Learns the semi-Markov model: likelihood of the marked parting against all partings (Sarawagi and Cohen 2004), one sentence a step.</summary>
internal sealed class SpanTraining
{
    private const int LeastSteps = 3;
    private readonly SpanRecipe recipe;
    private readonly LinearTraining words, spans;
    private readonly List<Ready> ready = [];

    /// <param name="prior">Weights learnt from other text before; null: none.</param>
    public SpanTraining(IEnumerable<SpanExample> examples, SpanRecipe recipe, SpanTraining? prior = null)
    {
        this.recipe = recipe;
        SpanExample[] all = [.. examples];
        words = new(NameModel.Labels, Counted(all.SelectMany(e => e.Words)), recipe.Least, prior?.words.Learnt(), recipe.Share);
        spans = new(NameModel.Kinds.Length, Counted(all.SelectMany(e => e.Candidates.Select(c => c.Features))), recipe.Least, prior?.spans.Learnt(), recipe.Share);
        foreach (SpanExample example in all)
        {
            ready.Add(new(example, [.. example.Words.Select(w => words.Rows(w))], [.. example.Candidates.Select(c => spans.Rows(c.Features))]));
        }
    }

    public (WeightTable Words, WeightTable Spans) Learn()
    {
        for (int pass = 0; pass < recipe.Passes; pass++)
        {
            float rate = recipe.Rate * (1 - 0.8f * pass / recipe.Passes);
            foreach (int i in Order.Shuffled(ready.Count, recipe.Seed + pass))
            {
                Step(ready[i], rate);
            }
        }

        return (WeightTable.Read(WordBytes), WeightTable.Read(SpanBytes));
    }

    public byte[] WordBytes => words.Write(LeastSteps);

    public byte[] SpanBytes => spans.Write(LeastSteps);

    private static Dictionary<uint, int> Counted(IEnumerable<uint[]> features)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint[] list in features)
        {
            foreach (uint key in list)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    private void Step(Ready sentence, float rate)
    {
        int length = sentence.Words.Length, labels = NameModel.Labels, kinds = NameModel.Kinds.Length;
        List<SpanCandidate> candidates = sentence.Example.Candidates;
        var scores = new float[length * labels];
        for (int i = 0; i < length; i++)
        {
            words.Add(sentence.Words[i], scores.AsSpan(i * labels, labels));
            scores[i * labels] += recipe.Bias;
        }

        var potentials = new float[candidates.Count * kinds];
        for (int c = 0; c < candidates.Count; c++)
        {
            Span<float> own = potentials.AsSpan(c * kinds, kinds);
            spans.Add(sentence.Spans[c], own);
            (int begin, int end) = (candidates[c].Begin, candidates[c].End);
            for (int k = 0; k < kinds; k++)
            {
                own[k] += scores[begin * labels + 1 + 3 * k] + scores[(end - 1) * labels + 3 + 3 * k];
                for (int i = begin + 1; i < end - 1; i++)
                {
                    own[k] += scores[i * labels + 2 + 3 * k];
                }
            }
        }

        var gradients = new float[length * labels];
        var ofSpans = new float[candidates.Count * kinds];
        Expect(length, candidates, scores, potentials, gradients, ofSpans);
        Gold(sentence.Example, gradients, ofSpans);
        for (int i = 0; i < length; i++)
        {
            words.Step(sentence.Words[i], gradients.AsSpan(i * labels, labels), rate, recipe.Pull);
        }

        for (int c = 0; c < candidates.Count; c++)
        {
            spans.Step(sentence.Spans[c], ofSpans.AsSpan(c * kinds, kinds), rate, recipe.Pull);
        }
    }

    /// <summary>Takes away what the model expects.</summary>
    private static void Expect(int length, List<SpanCandidate> candidates, float[] scores, float[] potentials, float[] gradients, float[] ofSpans)
    {
        int labels = NameModel.Labels, kinds = NameModel.Kinds.Length;
        var forward = new double[length + 1];
        var backward = new double[length + 1];
        Array.Fill(forward, double.NegativeInfinity, 1, length);
        Array.Fill(backward, double.NegativeInfinity, 0, length);
        int next = 0;
        for (int i = 0; i < length; i++)
        {
            // Candidates are ordered by their first word, so all that lead here were added.
            forward[i + 1] = Sum(forward[i + 1], forward[i] + scores[i * labels]);
            for (; next < candidates.Count && candidates[next].Begin == i; next++)
            {
                for (int k = 0; k < kinds; k++)
                {
                    forward[candidates[next].End] = Sum(forward[candidates[next].End], forward[i] + potentials[next * kinds + k]);
                }
            }
        }

        int last = candidates.Count - 1;
        for (int i = length - 1; i >= 0; i--)
        {
            backward[i] = backward[i + 1] + scores[i * labels];
            for (; last >= 0 && candidates[last].Begin == i; last--)
            {
                for (int k = 0; k < kinds; k++)
                {
                    backward[i] = Sum(backward[i], backward[candidates[last].End] + potentials[last * kinds + k]);
                }
            }
        }

        double total = forward[length];
        for (int i = 0; i < length; i++)
        {
            gradients[i * labels] -= (float)Math.Exp(forward[i] + scores[i * labels] + backward[i + 1] - total);
        }

        for (int c = 0; c < candidates.Count; c++)
        {
            (int begin, int end) = (candidates[c].Begin, candidates[c].End);
            for (int k = 0; k < kinds; k++)
            {
                float p = (float)Math.Exp(forward[begin] + potentials[c * kinds + k] + backward[end] - total);
                if (p > 1e-6f)
                {
                    Spread(gradients, begin, end, k, -p);
                    ofSpans[c * kinds + k] -= p;
                }
            }
        }
    }

    private static void Gold(SpanExample example, float[] gradients, float[] ofSpans)
    {
        var covered = new bool[example.Words.Length];
        foreach (MarkedSpan gold in example.Gold)
        {
            Spread(gradients, gold.Begin, gold.End, gold.Kind, 1);
            int c = example.Candidates.FindIndex(x => x.Begin == gold.Begin && x.End == gold.End);
            ofSpans[c * NameModel.Kinds.Length + gold.Kind]++;
            covered.AsSpan(gold.Begin..gold.End).Fill(true);
        }

        for (int i = 0; i < covered.Length; i++)
        {
            gradients[i * NameModel.Labels] += covered[i] ? 0 : 1;
        }
    }

    private static void Spread(float[] gradients, int begin, int end, int kind, float amount)
    {
        int at = 1 + 3 * kind, labels = NameModel.Labels;
        gradients[begin * labels + at] += amount;
        gradients[(end - 1) * labels + at + 2] += amount;
        for (int i = begin + 1; i < end - 1; i++)
        {
            gradients[i * labels + at + 1] += amount;
        }
    }

    private static double Sum(double a, double b)
    {
        (double high, double low) = a > b ? (a, b) : (b, a);
        return low == double.NegativeInfinity || high - low > 30 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    private sealed record Ready(SpanExample Example, int[][] Words, int[][] Spans);
}

/// <param name="Pull">Back to where it began, at each step.</param>
/// <param name="Least">How often a feature must occur to be learnt.</param>
/// <param name="Bias">Added to the words outside while learning and missing later: more is marked.</param>
/// <param name="Share">Of the weights learnt from other text that learning begins with.</param>
internal sealed record SpanRecipe(int Passes, float Rate, float Pull, int Least, float Bias, float Share, int Seed);
