using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;
using Casus.Tests.Knowledge;
using Casus.Tests.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Claims;

public sealed class SecondOpinionTests
{
    private static readonly Lazy<SecondOpinion> Weights = new(() => SecondOpinion.Load(File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "opinion.bin"))));
    private static readonly Lazy<Reader> Reading = new(() => new Reader(RepositoryKnowledge.Base, RepositoryModel.Model, RepositoryModel.Mentions, Weights.Value));

    [Theory]
    [InlineData("The governor of Orland denounced the rebels for burning the granary.", "The governor of Orland", "the rebels", "ACCUSE")]
    [InlineData("Government jets bombed rebel positions near the river on Friday.", "Government jets", "rebel positions", "ASSAULT")]
    [InlineData("The king turned down the offer of the opposition.", "The king", "the opposition", "REJECT")]
    [InlineData("The foreign minister flew to the capital to meet the president.", "The foreign minister", "the president", "CONSULT")]
    public void What_passes_is_coded_and_the_model_named(string text, string initiator, string target, string type)
    {
        PairCoding coded = Code(Reading.Value, text, initiator, target);
        Assert.Equal(type, coded.Type);
        Assert.Contains(coded.Rules, r => r.Value == "model.opinion");
        Assert.InRange(coded.Score, 0.1, 1);
    }

    [Fact]
    public void Without_weights_the_patterns_answer() =>
        Assert.DoesNotContain(
            Code(new Reader(RepositoryKnowledge.Base, RepositoryModel.Model, RepositoryModel.Mentions), "The king rejected the offer of the opposition.", "The king", "the opposition").Rules,
            r => r.Value == "model.opinion");

    [Fact]
    public void The_same_rows_give_the_same_weights_and_the_file_holds_them()
    {
        ImmutableArray<string> types = ["ACCUSE", "CONSULT"];
        List<CodedPair> pairs = [.. Enumerable.Range(0, 12).Select(i => new CodedPair($"s{i}", Features(i % 2 == 0 ? "The king blamed the guard." : "The king met the guard."), i % 2))];
        float[] one = OpinionTraining.Train(types, pairs, 3), two = OpinionTraining.Train(types, pairs, 3);
        Assert.Equal(one, two);
        byte[] file = new SecondOpinion(types, one, "").Write();
        SecondOpinion read = SecondOpinion.Load(file);
        Assert.Equal(types, read.Types);
        float[] likely = read.Likelihoods(Features("The king blamed the guard."));
        Assert.True(likely[0] > 0.7f);
        Assert.Equal(1, likely.Sum(), 1e-5);
    }

    [Fact]
    public void Damaged_weights_are_refused_with_a_remedy()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "opinion.bin"));
        bytes[^100] ^= 1;
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => SecondOpinion.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SecondOpinion.Load(RepositoryModel.Bytes));
    }

    private static OpinionFeatures Features(string text)
    {
        var coder = new Coder(RepositoryKnowledge.Base);
        return coder.Features(Read(Reading.Value, text), [Words(text, "The king")], [Words(text, "the guard")])!;
    }

    private static PairCoding Code(Reader reader, string text, string initiator, string target) => reader.CodePair(Read(reader, text), [Words(text, initiator)], [Words(text, target)]);

    private static Reading Read(Reader reader, string text) =>
        ((PageRead)reader.Read(Page.Of("pair", System.Text.Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Reading!;

    private static TextSpan Words(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
