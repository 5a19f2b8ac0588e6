using System.Collections.Frozen;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

public class LemmatiserTests
{
    [Theory]
    [InlineData("bombed", "VERB", "VBD", "bomb")]
    [InlineData("Shelled", "VERB", "VBN", "shell")]
    [InlineData("looted", "VERB", "VBN", "loot")]
    [InlineData("overran", "VERB", "VBD", "overrun")]
    [InlineData("slain", "VERB", "VBN", "slay")]
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

    [Theory]
    [InlineData("bombed", "VBD", "bomb")]
    [InlineData("bared", "VBD", "bare")]
    [InlineData("barred", "VBN", "bar")]
    [InlineData("tried", "VBD", "try")]
    [InlineData("boxes", "NNS", "box")]
    [InlineData("bases", "NNS", "base")]
    [InlineData("barest", "JJS", "bare")]
    [InlineData("zoomed", "VBD", null)]
    [InlineData("ed", "VBD", null)]
    [InlineData("", "VBG", null)]
    public void InflectionIsTakenOffWhereAKnownWordIsLeft(string word, string xpos, string? expected) =>
        Assert.Equal(expected, Inflections.Base(word, xpos, FrozenSet.ToFrozenSet(["bomb", "bom", "bar", "bare", "try", "box", "base"], StringComparer.Ordinal)));
}
