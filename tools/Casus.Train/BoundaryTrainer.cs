using Casus.Language;

namespace Casus.Train;

/// <summary>Averaged perceptron over the hashed features of a <see cref="BoundaryModel"/>. Order of examples is fixed by the seed.</summary>
internal sealed class BoundaryTrainer
{
    private readonly float[] weights = new float[1 << BoundaryModel.Bits], sums = new float[1 << BoundaryModel.Bits];
    private int step = 1;

    public static byte[] Tokens(IReadOnlyList<Paragraph> paragraphs, int epochs, int seed)
    {
        var trainer = new BoundaryTrainer();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            foreach (int p in Order.Shuffled(paragraphs.Count, seed + epoch))
            {
                trainer.LearnTokens(paragraphs[p]);
            }
        }

        return trainer.Averaged();
    }

    public static byte[] Sentences(IReadOnlyList<Paragraph> paragraphs, int epochs, int seed)
    {
        var trainer = new BoundaryTrainer();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            foreach (int p in Order.Shuffled(paragraphs.Count, seed + epoch))
            {
                trainer.LearnSentences(paragraphs[p]);
            }
        }

        return trainer.Averaged();
    }

    private void LearnTokens(Paragraph paragraph)
    {
        ReadOnlySpan<char> text = paragraph.Text;
        var boundaries = new TokenBoundaries(text);
        Span<uint> buffer = stackalloc uint[TokenBoundaries.FeatureCount];
        var begins = paragraph.Tokens.Select(t => t.Begin).ToHashSet();
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            while (end < text.Length && !CharKinds.IsSpace(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                boundaries.Enter(at, end);
                for (int i = at + 1; i < end; i++)
                {
                    if (!boundaries.IsCandidate(i))
                    {
                        continue;
                    }

                    var list = new FeatureList(buffer);
                    boundaries.Fill(i, ref list);
                    Learn(list.Features, begins.Contains(i));
                    if (begins.Contains(i))
                    {
                        boundaries.Cut(i);
                    }
                }
            }

            at = end + 1;
        }
    }

    private void LearnSentences(Paragraph paragraph)
    {
        Span<uint> buffer = stackalloc uint[SentenceBoundaries.FeatureCount];
        var boundaries = new SentenceBoundaries(paragraph.Text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(paragraph.Tokens));
        var ends = paragraph.Ends.ToHashSet();
        for (int i = 0; i + 1 < paragraph.Tokens.Count; i++)
        {
            boundaries.Enter(i);
            var list = new FeatureList(buffer);
            boundaries.Fill(i, ref list);
            Learn(list.Features, ends.Contains(i));
            if (ends.Contains(i))
            {
                boundaries.Close();
            }
        }
    }

    private void Learn(ReadOnlySpan<uint> features, bool cut)
    {
        float sum = 0;
        foreach (uint f in features)
        {
            sum += weights[f];
        }

        step++;
        // A margin keeps updating on near misses, which generalises better than the plain perceptron.
        if (cut ? sum > 2 : sum < -2)
        {
            return;
        }

        float change = cut ? 1 : -1;
        foreach (uint f in features)
        {
            weights[f] += change;
            sums[f] += change * step;
        }
    }

    private byte[] Averaged() => Averaging.Write(weights, sums, step);
}

/// <summary>Reproducible orders and chances: SplitMix64, the same on every machine and runtime.</summary>
internal sealed class Order(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, 1).</summary>
    public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

    public float Gaussian() => MathF.Sqrt(-2 * MathF.Log(1 - Uniform())) * MathF.Cos(2 * MathF.PI * Uniform());

    /// <summary>An order by keys of the things themselves: what is added or taken away moves none of the others.</summary>
    public static int[] Keyed(ulong[] keys, int seed)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        ulong[] by = [.. keys.Select(k => new Order(k ^ ((ulong)seed * 0x9E3779B97F4A7C15)).Next())];
        Array.Sort(by, order);
        return order;
    }

    /// <summary>A key of a text (FNV-1a, mixed).</summary>
    public static ulong Key(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return new Order(hash).Next();
    }

    public static int[] Shuffled(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var chance = new Order((ulong)seed);
        for (int i = count - 1; i > 0; i--)
        {
            int j = (int)(chance.Next() % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
