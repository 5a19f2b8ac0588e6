using System.Collections.Immutable;
using Casus.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Language.Mentions.Coreference;

public class ChainReaderTests
{
    private static readonly Lazy<CoreferenceModel> Weights = new(() => CoreferenceModel.Load(Bytes()));

    private static byte[] Bytes() => File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "coreference.bin"));

    private static ChainReader Reader(bool weights) => new(Real.Knowledge, weights ? Weights.Value : null);

    [Theory]
    [InlineData("Amina Khalid arrived in the capital on Monday. Khalid told reporters that she would stay.", "Amina Khalid|Khalid|she", true)]
    [InlineData("Amina Khalid arrived in the capital on Monday. Khalid told reporters that she would stay.", "Amina Khalid|Khalid|she", false)]
    [InlineData("President Karel Novak met the envoys. The president thanked them.", "President Karel Novak|The president", true)]
    [InlineData("The Arland Liberation Front (ALF) claimed the raid. The ALF said it would strike again.", "ALF|The ALF", false)]
    [InlineData("A commission was set up in May. The commission met twice.", "A commission|The commission", true)]
    [InlineData("A commission was set up in May. The commission met twice.", "A commission|The commission", false)]
    [InlineData("Police arrested a driver. Soldiers freed a nurse.", "", true)]
    public void WordsForTheSameStandInOneChain(string text, string together, bool weights)
    {
        ImmutableArray<Chain> chains = Reader(weights).Read(Real.Parse(text));
        string[] expected = together.Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (expected.Length == 0)
        {
            Assert.Empty(chains);
            return;
        }

        Assert.Contains(chains, c => expected.All(c.Links.Select(l => l.Span.Of(text)).Contains));
    }

    [Theory]
    [InlineData("Joran Velik came home.", "Velik", true)]
    [InlineData("Joran Velik came home.", "Velik", false)]
    [InlineData("The Arland Relief Council opened a depot.", "The ARC", false)]
    public void NamesAreTakenUpFromFarAway(string first, string later, bool weights)
    {
        string between = string.Join(' ', Enumerable.Range(1, 20).Select(i => $"On day {i} a baker sold bread to farmers at the market near a bridge."));
        string text = $"{first} {between} {later} returned in May.";
        Chain chain = Assert.Single(Reader(weights).Read(Real.Parse(text)), c => c.Links.Any(l => l.Span.Of(text) == later));
        Assert.Contains(chain.Links, l => l.Span.End < first.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NoWordsStandInTwoChainsWhateverTheText(bool weights)
    {
        string[] words = ["the", "army", "they", "It", "\"", "(", ")", "Khan", "said", "who", "2024", ",", "and", "his", "’s", "of", ".", "\n\n", "villages", "ALF"];
        var chance = new Order(11);
        for (int round = 0; round < 60; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 1 + (int)(chance.Next() % 60)).Select(_ => words[chance.Next() % (ulong)words.Length]));
            ImmutableArray<Sentence> sentences = Real.Parse(text);
            ImmutableArray<Chain> chains = Reader(weights).Read(sentences);
            Assert.All(chains, c => Assert.True(c.Links.Length > 1));
            Assert.Equal(Enumerable.Range(0, chains.Length), chains.Select(c => c.Id));
            Assert.All(chains.SelectMany(c => c.Links), l => Assert.InRange(l.Sureness, float.Epsilon, 1));
            TextSpan[] spans = [.. chains.SelectMany(c => c.Links).Select(l => l.Span)];
            Assert.Equal(spans.Length, spans.Distinct().Count());
            Assert.Equal(Told(chains), Told(Reader(weights).Read(sentences)));
        }
    }

    [Fact]
    public void NothingIsReadInNothing() => Assert.Empty(Reader(true).Read([]));

    [Fact]
    public void BrokenWeightsSayWhatToDo()
    {
        byte[] damaged = Bytes();
        damaged[2000] ^= 1;
        Assert.Contains("models/coreference.bin", Assert.Throws<InvalidDataException>(() => CoreferenceModel.Load(damaged)).Message, StringComparison.Ordinal);
        Assert.Contains("train them again", Assert.Throws<InvalidDataException>(() => CoreferenceModel.Load(RepositoryModel.Bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ActorsPassAlongChainsAndPartThem()
    {
        const string Text = "Prime Minister Benjamin Netanyahu praised the deal. The prime minister said he hoped for more. Hezbollah fired rockets on Sunday. Iran has armed the movement for years.";
        Analysis analysis = new MentionReader(Real.Knowledge, MentionModels.None with { Coreference = Weights.Value }).Read(Real.Article(Text, Real.Tuesday), Real.Parse(Text));
        Mention office = analysis.Mentions.Single(m => m.Quote == "The prime minister");
        Assert.Equal(("ISR.P.NETANYAHU", "actor.chain"), (office.Actor!.ActorId, office.Actor.Rule.Value));
        Assert.Equal("Benjamin Netanyahu", office.Actor.Antecedent!.Value.Of(Text));
        var index = new ChainIndex(analysis.Chains);
        int? Of(string quote) => analysis.Mentions.First(m => m.Quote == quote) is var m ? index.Find(m.Sentence, m.Head)?.Chain.Id : null;
        Assert.NotNull(Of("Hezbollah"));
        Assert.Equal(Of("Hezbollah"), Of("the movement"));
        Assert.NotEqual(Of("Hezbollah"), Of("The prime minister"));
    }

    private static string Told(ImmutableArray<Chain> chains) => string.Join(" / ", chains.Select(c => string.Join(' ', c.Links.Select(l => $"{l.Span}:{l.Sureness}"))));
}
