using Casus.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Language;

public class TrainingTests
{
    [Fact]
    public void ThreadsDoNotChangeTheWeights()
    {
        TrainSet set = TrainSet.Of([Bank()]);
        var recipe = new NetworkRecipe("small", 32, 2, 5, Copies: 1);
        byte[] one = NetworkTraining.Train(set, recipe, threads: 1).Write(), two = NetworkTraining.Train(set, recipe, threads: 2).Write();
        Assert.True(one.AsSpan().SequenceEqual(two));
        Network read = Network.Read(one);
        Assert.Equal(set.Tags, read.Tags);
        Assert.Equal(set.Words, read.Words);
        Assert.True(read.Write().AsSpan().SequenceEqual(one), "what was read is written as it was");
    }

    [Fact]
    public void NetworksTogetherLabelTextForASmallerOne()
    {
        TrainSet set = TrainSet.Of([Bank()]);
        Network[] teachers = [.. Enumerable.Range(1, 2).Select(seed => Network.Read(NetworkTraining.Train(set, new("teacher", 32, 4, seed, 0), 2).Write()))];
        List<string[]> sentences = [["Ann", "saw", "a", "dog", "."], ["a", "dog", "saw", "Ann"]];
        Example[] one = Silver.Label(sentences, teachers, threads: 1), two = Silver.Label(sentences, teachers, threads: 2);
        for (int s = 0; s < sentences.Count; s++)
        {
            Assert.Equal(sentences[s], one[s].Forms);
            Assert.Equal(one[s].Heads, two[s].Heads);
            Assert.Single(one[s].Heads, h => h < 0);
            for (int i = 0; i < sentences[s].Length; i++)
            {
                foreach (Func<SoftTree, SoftLabels> part in (Func<SoftTree, SoftLabels>[])[t => t.Tags, t => t.Names, t => t.Heads, t => t.Relations])
                {
                    Assert.Equal(part(one[s].Soft!).Shares(i).ToArray(), part(two[s].Soft!).Shares(i).ToArray());
                    Assert.Equal(1, part(one[s].Soft!).Shares(i).ToArray().Sum(), 1e-5);
                }
            }
        }

        TrainSet both = TrainSet.Of([Bank()], one);
        NetworkRecipe student = new("student", 32, 2, 3, Copies: 1, Narrow: true);
        Assert.True(NetworkTraining.Train(both, student, 1).Write().AsSpan().SequenceEqual(NetworkTraining.Train(both, student, 2).Write()));
    }

    [Fact]
    public void SoftHeadsFollowTheWordsThatAreKept()
    {
        var heads = new SoftLabels(3);
        heads.Set(0, [0.6f, 0, 0.3f, 0.1f]);
        heads.Set(1, [0.5f, 0.25f, 0, 0.25f]);
        heads.Set(2, [0, 0, 1, 0]);
        // The second of three words goes: head 2 is lost, head 3 becomes 2.
        SoftLabels kept = heads.Of([0], [0, 1, -1, 2])!;
        Assert.Equal([0, 2], kept.Answers(0)[..1].ToArray().Append(kept.Answers(0)[2]));
        Assert.Equal([0.6f / 0.7f, 0, 0.1f / 0.7f], kept.Shares(0)[..3].ToArray().Select(x => MathF.Round(x, 6)).ToArray(), (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Null(heads.Of([2], [0, 1, -1, 2]));
    }

    [Fact]
    public void SentencesAreFoundWithoutASingleSign()
    {
        Paragraph bare = Assert.Single(BareCopy.Of([new("Yes, \"we\" can't. Go!", [new(0, 3), new(3, 4), new(5, 6), new(6, 8), new(8, 9), new(10, 15), new(15, 16), new(17, 19), new(19, 20)], [6, 8])]));
        Assert.Equal("Yes we cant Go", bare.Text);
        Assert.Equal([2, 3], bare.Ends);
    }

    private static Treebank Bank()
    {
        Tree tree = new(["Ann", "saw", "a", "dog", "."], ["PROPN|NNP", "VERB|VBD", "DET|DT", "NOUN|NN", "PUNCT|."], ["Ann", "see", "a", "dog", "."], [1, -1, 3, 1, 1], ["nsubj", "root", "det", "obj", "punct"], ["_", "_", "_", "_", "_"]);
        return new() { Name = "small", Paragraphs = [], Contractions = [], Trees = [.. Enumerable.Repeat(tree, 120)] };
    }

    [Fact]
    public void NamesAreTheCapitalisedPartsOfMentions()
    {
        string[] labels = NameLabels.Of(new(
            ["the", "Harbour", "Union", "of", "Lisbon", "hired", "Ann"],
            ["DET|DT", "PROPN|NNP", "PROPN|NNP", "ADP|IN", "PROPN|NNP", "VERB|VBD", "PROPN|NNP"],
            ["the", "Harbour", "Union", "of", "Lisbon", "hire", "Ann"],
            [2, 2, 5, 4, 2, -1, 5],
            ["det", "compound", "nsubj", "case", "nmod", "root", "obj"],
            ["Entity=(1-organization-new", "_", "_", "_", "Entity=(2-place-new)1)", "_", "Entity=(3-person-new)"]));
        Assert.Equal(["O", "B-organization", "I-organization", "I-organization", "I-organization", "O", "B-person"], labels);
    }
}
