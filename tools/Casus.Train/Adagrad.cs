namespace Casus.Train;

/// <summary>Weights of a linear model that learn by adaptive gradients (Duchi et al. 2011): rows seen often move less.</summary>
internal sealed class Adagrad(int count, float rate)
{
    private readonly float[] squares = new float[count];
    private readonly float[] sums = new float[count];
    private readonly int[] since = new int[count];
    private int step;

    public float[] Weights { get; } = new float[count];

    public float Sum(ReadOnlySpan<int> rows)
    {
        float sum = 0;
        foreach (int row in rows)
        {
            sum += Weights[row];
        }

        return sum;
    }

    /// <param name="gradient">Of the loss in the score.</param>
    public void Learn(ReadOnlySpan<int> rows, float gradient)
    {
        step++;
        foreach (int row in rows)
        {
            squares[row] += gradient * gradient;
            sums[row] += Weights[row] * (step - since[row]);
            since[row] = step;
            Weights[row] -= rate * gradient / MathF.Sqrt(squares[row] + 1);
        }
    }

    /// <summary>The means of the weights over all steps, which are steadier than the last ones.</summary>
    public float[] Averaged()
    {
        var means = new float[Weights.Length];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = step == 0 ? 0 : (sums[i] + Weights[i] * (step - since[i])) / step;
        }

        return means;
    }
}
