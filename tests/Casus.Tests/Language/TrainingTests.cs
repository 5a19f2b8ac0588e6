using Casus.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Language;

public class TrainingTests
{
    [Fact]
    public void ThreadsDoNotChangeTheWeights()
    {
        Tree tree = new(["Ann", "saw", "a", "dog", "."], ["PROPN|NNP", "VERB|VBD", "DET|DT", "NOUN|NN", "PUNCT|."], ["Ann", "see", "a", "dog", "."], [1, -1, 3, 1, 1], ["nsubj", "root", "det", "obj", "punct"], ["_", "_", "_", "_", "_"]);
        var bank = new Treebank { Name = "small", Paragraphs = [], Contractions = [], Trees = [.. Enumerable.Repeat(tree, 120)] };
        TrainSet set = TrainSet.Of([bank]);
        byte[] one = NetworkTraining.Train(set, new Recipe("", "", 32, 2, Threads: 1, Seed: 5)).Write();
        byte[] two = NetworkTraining.Train(set, new Recipe("", "", 32, 2, Threads: 2, Seed: 5)).Write();
        Assert.True(one.AsSpan().SequenceEqual(two));
        Network read = Network.Read(one);
        Assert.Equal(set.Tags, read.Tags);
        Assert.Equal(set.Words, read.Words);
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
