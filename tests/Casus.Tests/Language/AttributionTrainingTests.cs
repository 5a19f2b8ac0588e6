using System.Collections.Immutable;
using Casus.Articles;
using Casus.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Language;

public unsafe class AttributionTrainingTests
{
    private const string Text = "The governor said that the bridge was closed. \"We will mend it,\" she added.\n\nFarmers fear another flood, according to the mayor.";

    private static readonly AttributionRecipe Small = new(AttributionSize.Fast, "", "", null, Passes: 2, Seed: 5, Threads: 1);

    [Theory]
    [InlineData(32)]
    [InlineData(48)]
    public void GradientsAgreeWithDifferences(int hidden)
    {
        AttributedPassage[] batch = [.. Set().OrderByDescending(p => p.Passage.Words)];
        var weights = new AttributionWeights(new AttributionShape(WordFeatures.FirstWord, hidden) { RoleWidth = 32 }, 3);
        var words = new WordFeatures(System.Collections.Frozen.FrozenDictionary<string, int>.Empty);
        var pass = new AttributionPass(weights, words, [1, 1]) { InputDrop = 0, LayerDrop = 0, Vary = false };
        Loss(pass, weights, batch);
        float[] gradients = [.. pass.Gradients.Span[..weights.Count]];
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

                return Loss(pass, weights, batch);
            }

            const double Step = 0.004;
            double slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
            kept.CopyTo(weights.Dense.Span[at..]);
            Assert.True(Math.Abs(slope - norm) < 0.02 * norm + 1e-4, $"matrix {m}: slope {slope}, gradient {norm}");
        }
    }

    [Fact]
    public void ThreadsDoNotChangeTheWeightsAndWhatIsReadIsWrittenAsItWas()
    {
        List<AttributedPassage> set = [.. Enumerable.Range(0, 40).SelectMany(_ => Set())];
        byte[] one = AttributionTraining.Train(set, Small), two = AttributionTraining.Train(set, Small with { Threads = 2 });
        Assert.True(one.AsSpan().SequenceEqual(two));
        Assert.True(AttributionModel.Load(one).Write().AsSpan().SequenceEqual(one));
    }

    [Fact]
    public void MarkedWordsAreTakenOver()
    {
        AttributedPassage first = Set()[0];
        Assert.Equal(2, first.Cues.Length);
        Assert.Equal([0, 1], first.Cues[0].Speaker);
        Assert.Equal(AttributionShape.CueBegin, first.Labels[2]);
    }

    private static double Loss(AttributionPass pass, AttributionWeights weights, AttributedPassage[] batch)
    {
        for (int m = 0; m < weights.Sizes.Length; m++)
        {
            weights.Pack(m);
        }

        pass.Losses = default;
        pass.Gradients.Span.Clear();
        pass.Run(batch, 1, 1f);
        return pass.Losses.Label + AttributionPass.SpeakerWeight * pass.Losses.Speaker + AttributionPass.ContentWeight * pass.Losses.Content;
    }

    private static List<AttributedPassage> Set()
    {
        int break1 = Text.IndexOf('\n', StringComparison.Ordinal);
        ImmutableArray<Block> blocks = [new(BlockKind.Paragraph, new(0, break1)), new(BlockKind.Paragraph, new(break1 + 2, Text.Length))];
        ImmutableArray<Sentence> sentences = RepositoryModel.Parser.Parse(Text, blocks);
        return AttributionSet.Of(sentences,
        [
            (Of("The governor"), Of("said"), Of("that the bridge was closed")),
            (Of("she"), Of("added"), Of("\"We will mend it,\"")),
            (Of("the mayor"), Of("according to"), Of("Farmers fear another flood")),
        ]);
    }

    private static TextSpan[] Of(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return [new(at, at + words.Length)];
    }
}
