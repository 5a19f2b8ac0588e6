using Casus.Language;

namespace Casus.Train;

/// <summary>Learns what kind of thing a word heads: a log-linear model, one word a step.</summary>
internal static class HeadTraining
{
    public static byte[] Learn(IReadOnlyList<(uint[] Features, int Kind)> examples, int passes, float rate, float pull, int seed)
    {
        var counts = new Dictionary<uint, int>();
        foreach ((uint[] features, _) in examples)
        {
            foreach (uint key in features)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        int width = NameModel.HeadKinds.Length;
        var linear = new LinearTraining(width, counts, 3);
        int[][] rows = [.. examples.Select(e => linear.Rows(e.Features))];
        var scores = new float[width];
        for (int pass = 0; pass < passes; pass++)
        {
            float now = rate * (1 - 0.8f * pass / passes);
            foreach (int i in Order.Shuffled(examples.Count, seed + pass))
            {
                Array.Clear(scores);
                linear.Add(rows[i], scores);
                float top = scores.Max(), sum = 0;
                for (int k = 0; k < width; k++)
                {
                    scores[k] = MathF.Exp(scores[k] - top);
                    sum += scores[k];
                }

                for (int k = 0; k < width; k++)
                {
                    scores[k] = (k == examples[i].Kind ? 1 : 0) - scores[k] / sum;
                }

                linear.Step(rows[i], scores, now, pull);
            }
        }

        return linear.Write();
    }
}
