using Casus.Language;

namespace Casus.Train;

/// <summary>Weights of a linear model while they are learnt: AdaGrad (Duchi, Hazan and Singer 2011) with a pull towards 0 on the rows that a step touches.</summary>
internal sealed class LinearTraining
{
    private readonly Dictionary<uint, int> rows;
    private readonly float[] weights, squares;

    /// <param name="counts">How often each key occurs; those below the least are not learnt.</param>
    public LinearTraining(int width, IEnumerable<KeyValuePair<uint, int>> counts, int least)
    {
        Width = width;
        rows = counts.Where(c => c.Value >= least).OrderBy(c => c.Key).Select((c, i) => (c.Key, i)).ToDictionary(p => p.Key, p => p.i);
        weights = new float[rows.Count * width];
        squares = new float[rows.Count * width];
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
                float g = gradient[i] - pull * w;
                squares[row + i] += g * g;
                w += rate * g / (MathF.Sqrt(squares[row + i]) + 1e-3f);
            }
        }
    }

    public byte[] Write() => WeightTable.Write(Width, rows.Select(r => KeyValuePair.Create(r.Key, weights.AsSpan(r.Value * Width, Width).ToArray())));
}
