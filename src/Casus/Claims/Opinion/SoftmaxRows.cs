using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Softmax regression over hashed rows: one row of weights a feature, one column an answer. Immutable; safe to share.</summary>
internal sealed class SoftmaxRows
{
    private readonly float[] weights;

    /// <param name="weights">2^bits rows of as many columns as there are answers.</param>
    public SoftmaxRows(ImmutableArray<string> answers, int bits, float[] weights)
    {
        Answers = answers;
        Bits = bits;
        this.weights = weights;
    }

    public ImmutableArray<string> Answers { get; }

    public int Bits { get; }

    /// <summary>Likelihood of each answer; they sum to 1.</summary>
    public float[] Likelihoods(HashedRows features)
    {
        var scores = new float[Answers.Length];
        Likelihoods(features, scores);
        return scores;
    }

    public void Likelihoods(HashedRows features, Span<float> scores)
    {
        scores.Clear();
        features.Sum(weights, scores);
        float most = float.MinValue, sum = 0;
        foreach (float score in scores)
        {
            most = Math.Max(most, score);
        }

        for (int c = 0; c < scores.Length; c++)
        {
            sum += scores[c] = MathF.Exp(scores[c] - most);
        }

        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }

    public static SoftmaxRows Read(BinaryReader reader)
    {
        int bits = reader.ReadInt32();
        ImmutableArray<string> answers = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        return new(answers, bits, Quantised.Read(reader, 1 << bits, answers.Length));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Bits);
        writer.Write(Answers.Length);
        foreach (string answer in Answers)
        {
            writer.Write(answer);
        }

        Quantised.Write(writer, weights, 1 << Bits, Answers.Length);
    }
}
