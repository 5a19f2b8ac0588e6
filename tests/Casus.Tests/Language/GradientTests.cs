using Casus.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Language;

public unsafe class GradientTests
{
    /// <summary>Along every matrix' own gradient the loss must change as fast as the gradient is long.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradientsAgreeWithDifferences(bool soft)
    {
        TrainSet set = TrainSet.Of([Bank()]);
        var weights = new NetworkWeights(new NetworkShape(set.Words.Length + WordFeatures.FirstWord, 32, set.Tags.Length, set.Names.Length, set.Relations.Length), 3);
        var part = new TrainPart(weights, set, NetworkTraining.Features(set)) { InputDrop = 0, LayerDrop = 0, DropWords = false };
        Example[] batch = [.. set.Examples.OrderByDescending(e => e.Forms.Length).Select(e => soft ? Soften(e, set) : e)];
        Loss(part, weights, batch);
        float[] gradients = [.. part.Gradients.Span[..weights.Count]];
        for (int m = 0; m < weights.Sizes.Length; m++)
        {
            (int rows, int columns) = weights.Sizes[m];
            int at = weights.Offsets[m];
            double norm = Math.Sqrt(gradients[at..(at + rows * columns)].Sum(g => (double)g * g));
            float[] kept = [.. weights.Dense.Span.Slice(at, rows * columns)];
            double Moved(double by)
            {
                for (int i = 0; i < kept.Length; i++)
                {
                    weights.Dense.Span[at + i] = (float)(kept[i] + by * gradients[at + i] / norm);
                }

                return Loss(part, weights, batch);
            }

            const double Step = 0.004;
            double slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
            kept.CopyTo(weights.Dense.Span[at..]);
            Assert.True(Math.Abs(slope - norm) < 0.02 * norm + 1e-4, $"matrix {m}: slope {slope}, gradient {norm}");
        }
    }

    private static double Loss(TrainPart part, NetworkWeights weights, Example[] batch)
    {
        for (int m = 0; m < weights.Sizes.Length; m++)
        {
            weights.Pack(m);
        }

        part.Losses = default;
        part.Gradients.Span.Clear();
        part.Run(batch, 1, 1f);
        float weight = batch[0].Soft is null ? 1 : TrainPart.SilverWeight;
        return weight * Sum(part);
    }

    private static double Sum(TrainPart part) =>
        part.Losses.Arc + part.Losses.Relation + TrainPart.TagWeight * part.Losses.Tag + TrainPart.NameWeight * part.Losses.Name;

    /// <summary>Every answer gets a share, and the right one the largest.</summary>
    private static Example Soften(Example example, TrainSet set)
    {
        int n = example.Forms.Length;
        var soft = new SoftTree(new(n), new(n), new(n), new(n));
        for (int i = 0; i < n; i++)
        {
            soft.Tags.Set(i, Shares(set.Tags.Length, example.Tags[i]));
            soft.Names.Set(i, Shares(set.Names.Length, Math.Max(0, example.Names[i])));
            soft.Relations.Set(i, Shares(set.Relations.Length, example.Relations[i]));
            float[] heads = Shares(n + 1, example.Heads[i] + 1);
            heads[i + 1] = 0;
            soft.Heads.Set(i, heads);
        }

        return example with { Soft = soft };
    }

    private static float[] Shares(int count, int right) => [.. Enumerable.Range(0, count).Select(j => j == right ? 0.7f : 0.3f / (count - 1))];

    private static Treebank Bank() => new()
    {
        Name = "gum",
        Paragraphs = [],
        Contractions = [],
        Trees =
        [
            new(["Ann", "saw", "a", "dog", "."], ["PROPN|NNP", "VERB|VBD", "DET|DT", "NOUN|NN", "PUNCT|."], ["Ann", "see", "a", "dog", "."], [1, -1, 3, 1, 1], ["nsubj", "root", "det", "obj", "punct"], ["Entity=(1-person-x)", "_", "_", "_", "_"]),
            new(["It", "ran"], ["PRON|PRP", "VERB|VBD"], ["it", "run"], [1, -1], ["nsubj", "root"], ["_", "_"]),
            new(["Ann", "ran"], ["PROPN|NNP", "VERB|VBD"], ["Ann", "run"], [1, -1], ["nsubj", "root"], ["Entity=(1-person-x)", "_"]),
        ],
    };
}
