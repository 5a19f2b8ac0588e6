using Casus.Language;

namespace Casus.Train;

/// <summary>Weights of a linear model while they are learnt: AdaGrad (Duchi, Hazan and Singer 2011) with a pull back to where it began on the rows that a step touches.</summary>
internal sealed class LinearTraining
{
    private readonly Dictionary<uint, int> rows;
    private readonly float[] weights, squares, anchors;

    /// <param name="counts">How often each key occurs; those below the least are not learnt.</param>
    /// <param name="prior">Weights of which a share is where learning begins and what it is pulled to, by key; null: 0 everywhere.</param>
    public LinearTraining(int width, IEnumerable<KeyValuePair<uint, int>> counts, int least, Dictionary<uint, float[]>? prior = null, float share = 1)
    {
        Width = width;
        rows = counts.Where(c => c.Value >= least).Select(c => c.Key).Union(prior?.Keys.AsEnumerable() ?? []).Order().Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i);
        weights = new float[rows.Count * width];
        squares = new float[rows.Count * width];
        foreach ((uint key, float[] row) in prior ?? [])
        {
            for (int i = 0; i < width; i++)
            {
                weights[rows[key] * width + i] = row[i] * share;
            }
        }

        anchors = [.. weights];
    }

    public int Width { get; }

    public int Count => rows.Count;

    public int[] Rows(ReadOnlySpan<uint> keys)
    {
        var found = new List<int>(keys.Length);
        foreach (uint key in keys)
        {
            if (rows.TryGetValue(key, out int row))
            {
                found.Add(row * Width);
            }
        }

        return [.. found];
    }

    public void Add(int[] features, Span<float> sums)
    {
        foreach (int row in features)
        {
            ReadOnlySpan<float> w = weights.AsSpan(row, Width);
            for (int i = 0; i < w.Length; i++)
            {
                sums[i] += w[i];
            }
        }
    }

    /// <param name="gradient">Of the likelihood, one number a column.</param>
    public void Step(int[] features, ReadOnlySpan<float> gradient, float rate, float pull)
    {
        foreach (int row in features)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                if (gradient[i] == 0)
                {
                    continue;
                }

                ref float w = ref weights[row + i];
                float g = gradient[i] - pull * (w - anchors[row + i]);
                squares[row + i] += g * g;
                w += rate * g / (MathF.Sqrt(squares[row + i]) + 1e-3f);
            }
        }
    }

    public Dictionary<uint, float[]> Learnt() => rows.ToDictionary(r => r.Key, r => weights.AsSpan(r.Value * Width, Width).ToArray());

    /// <param name="least">Steps below which a row is not worth its place.</param>
    public byte[] Write(int least = 1) => WeightTable.Write(Width, rows.Select(r => KeyValuePair.Create(r.Key, weights.AsSpan(r.Value * Width, Width).ToArray())), least);
}
