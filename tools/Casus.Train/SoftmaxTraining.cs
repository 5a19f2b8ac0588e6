using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Train;

/// <summary>Softmax regression by AdaGrad (Duchi, Hazan and Singer 2011) with a penalty on the square of the weights.</summary>
/// <param name="Passes">Over all cases, each in an order of its own.</param>
/// <param name="Penalty">On the square of each weight, where a feature is seen.</param>
internal sealed record SoftmaxTraining(int Passes, float Rate, float Penalty)
{
    /// <summary>Where several answers may be right, the likelihood of all of them together is raised.</summary>
    public SoftmaxRows Train(ImmutableArray<string> answers, int bits, IReadOnlyList<OpinionCase> cases, int seed)
    {
        int k = answers.Length;
        var weights = new float[k << bits];
        var squares = new float[weights.Length];
        var model = new SoftmaxRows(answers, bits, weights);
        var gradient = new float[k];
        ulong[] keys = Keys(cases);
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int i in Order.Keyed(keys, seed * 1000 + pass))
            {
                OpinionCase one = cases[i];
                model.Likelihoods(one.Features, gradient);
                float right = 0;
                for (int c = 0; c < k; c++)
                {
                    right += (one.Right & (1u << c)) != 0 ? gradient[c] : 0;
                }

                for (int c = 0; c < k; c++)
                {
                    gradient[c] = one.Weight * (gradient[c] - ((one.Right & (1u << c)) != 0 ? gradient[c] / Math.Max(right, 1e-9f) : 0));
                }

                Step(weights, squares, one.Features, gradient);
            }
        }

        return model;
    }

    /// <summary>A case is known by its sentence and by which case of the sentence it is.</summary>
    private static ulong[] Keys(IReadOnlyList<OpinionCase> cases)
    {
        var seen = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var keys = new ulong[cases.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            ulong nth = seen.GetValueOrDefault(cases[i].Group);
            seen[cases[i].Group] = nth + 1;
            keys[i] = new Order(Order.Key(cases[i].Group) + nth).Next();
        }

        return keys;
    }

    private void Step(float[] weights, float[] squares, HashedRows features, float[] gradient)
    {
        ReadOnlySpan<int> rows = features.RowSpan;
        ReadOnlySpan<float> values = features.ValueSpan;
        for (int f = 0; f < rows.Length; f++)
        {
            int at = rows[f] * gradient.Length;
            for (int c = 0; c < gradient.Length; c++)
            {
                float g = gradient[c] * values[f] + Penalty * weights[at + c];
                squares[at + c] += g * g;
                weights[at + c] -= Rate * g / (MathF.Sqrt(squares[at + c]) + 1e-6f);
            }
        }
    }
}
