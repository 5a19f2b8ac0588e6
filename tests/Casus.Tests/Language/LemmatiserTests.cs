using Xunit;

namespace Casus.Tests.Language;

public class LemmatiserTests
{
    [Theory]
    [InlineData("villagers", "NOUN", "NNS", "villager")]
    [InlineData("women", "NOUN", "NNS", "woman")]
    [InlineData("Went", "VERB", "VBD", "go")]
    [InlineData("stopped", "VERB", "VBN", "stop")]
    [InlineData("is", "AUX", "VBZ", "be")]
    [InlineData("n't", "PART", "RB", "not")]
    [InlineData("Lisbon", "PROPN", "NNP", "Lisbon")]
    [InlineData("worse", "ADJ", "JJR", "bad")]
    [InlineData("blurgings", "NOUN", "NNS", "blurging")]
    [InlineData("7,500", "NUM", "CD", "7500")]
    public void GivesTheTreebanksLemmas(string form, string upos, string xpos, string lemma) =>
        Assert.Equal(lemma, RepositoryModel.Model.Lemmatiser.Lemma(form, upos, xpos));

    [Fact]
    public void AnyFormAndTagHasALemma()
    {
        foreach (string form in new[] { "", "\ud800", new string('x', 100_000), "’", " " })
        {
            Assert.Equal(form, RepositoryModel.Model.Lemmatiser.Lemma(form, "X", "FW"));
        }
    }
}
