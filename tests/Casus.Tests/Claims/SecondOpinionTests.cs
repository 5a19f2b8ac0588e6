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
        List<OpinionCase> cases = [.. Enumerable.Range(0, 12).Select(i => new OpinionCase($"s{i}", Features(i % 2 == 0 ? "The king blamed the guard." : "The king met the guard."), 1u << (i % 2)))];
        SoftmaxRows one = OpinionTraining.ForCodes.Train(types, OpinionFeatures.Bits, cases, 3), two = OpinionTraining.ForCodes.Train(types, OpinionFeatures.Bits, cases, 3);
        byte[] file = new SecondOpinion(one, Roles, Roles, "").Write();
        Assert.Equal(file, new SecondOpinion(two, Roles, Roles, "").Write());
        SecondOpinion read = SecondOpinion.Load(file);
        Assert.Equal(types, read.Types);
        float[] likely = read.Codes.Likelihoods(Features("The king blamed the guard."));
        Assert.True(likely[0] > 0.7f);
        Assert.Equal(1, likely.Sum(), 1e-5);
    }

    [Fact]
    public void Where_no_code_is_likely_all_codes_together_tell_the_side()
    {
        ImmutableArray<string> types = ["AGREE", "ASSAULT", "COERCE", "NONE"];
        List<OpinionCase> cases = [.. Enumerable.Range(0, 4).Select(i => new OpinionCase($"s{i}", Features("The king met the guard."), 1u << i))];
        var opinion = new SecondOpinion(OpinionTraining.ForCodes.Train(types, OpinionFeatures.Bits, cases, 1), Roles, Roles, "");

        Heard hostile = opinion.OnSurerSide(new Heard("AGREE", 0.22f, 0.36f, [0.22f, 0.2f, 0.22f - 0.01f, 0.36f]), RepositoryKnowledge.Base.Ontology);
        Heard friendly = opinion.OnSurerSide(new Heard("AGREE", 0.3f, 0.5f, [0.3f, 0.1f, 0.1f, 0.5f]), RepositoryKnowledge.Base.Ontology);

        Assert.Equal(("COERCE", 0.21f), (hostile.Type, hostile.Likelihood));
        Assert.Equal("AGREE", friendly.Type);
    }

    [Fact]
    public void A_row_that_may_be_either_of_two_codes_raises_both_and_no_third()
    {
        List<OpinionCase> cases = [.. Enumerable.Range(0, 8).Select(i => new OpinionCase($"s{i}", Features("The king met the guard."), 0b011))];
        float[] likely = OpinionTraining.ForCodes.Train(["A", "B", "C"], OpinionFeatures.Bits, cases, 3).Likelihoods(Features("The king met the guard."));
        Assert.True(likely[2] < 0.1f);
        Assert.Equal(likely[0], likely[1], 1e-3);
    }

    [Theory]
    [InlineData("The mayor of Orland voiced her deep condolences to the miners of Brask.")]
    [InlineData("The premier said he was pessimistic about the harvest in the neighbouring kingdom.")]
    public void What_is_only_said_is_no_event(string text) =>
        Assert.DoesNotContain(Read(Reading.Value, text).Claims.OfType<EventClaim>(), c => c.Factuality is not (Factuality.Hypothetical or Factuality.Requested or Factuality.Negated));

    [Fact]
    public void A_part_that_no_pattern_knows_is_filled()
    {
        EventClaim claim = Read(Reading.Value, "The Lurish navy evacuated 300 nurses from Brask on Monday.").Claims.OfType<EventClaim>().First(c => c.Initiators.Length > 0);
        Assert.Contains(claim.Targets, t => t.Evidence.Quote is "Brask" or "300 nurses");
    }

    [Fact]
    public void A_clause_on_which_the_patterns_are_silent_is_coded_by_the_model_alone_or_not_at_all()
    {
        foreach (EventClaim claim in Read(Reading.Value, "The ministry of Orland wired 30 million crowns to the hospitals of Brask. The river is long.").Claims.OfType<EventClaim>())
        {
            Assert.Equal(0, claim.Sentence);
            Assert.NotEmpty(claim.Initiators);
        }
    }

    [Fact]
    public void Own_rows_are_well_formed_and_marked_twice()
    {
        List<OpinionRow> rows = OpinionRows.Own(Path.Combine(RepositoryModel.Root(), "corpus", "pairs"));
        Assert.True(rows.Count > 1_000);
        Assert.All(rows, r => Assert.False(r.Initiator[0].Overlaps(r.Target[0])));
        Assert.All(rows, r => Assert.True(r.Codes[0] == SecondOpinion.Nothing || RepositoryKnowledge.Base.Ontology.Find(r.Codes[0]) is not null));
    }

    [Fact]
    public void Damaged_weights_are_refused_with_a_remedy()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "opinion.bin"));
        bytes[^100] ^= 1;
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => SecondOpinion.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SecondOpinion.Load(RepositoryModel.Bytes));
    }

    private static HashedRows Features(string text)
    {
        var coder = new Coder(RepositoryKnowledge.Base);
        TextSpan[] initiator = [Words(text, "The king")], target = [Words(text, "the guard")];
        return OpinionFeatures.Of(coder.PatternsOn(Read(Reading.Value, text).Analysis, initiator, target)!, initiator, target);
    }

    private static SoftmaxRows Roles { get; } = new(["a", "b"], 1, new float[4]);

    private static PairCoding Code(Reader reader, string text, string initiator, string target) => reader.CodePair(Read(reader, text), [Words(text, initiator)], [Words(text, target)]);

    private static Reading Read(Reader reader, string text) =>
        ((PageRead)reader.Read(Page.Of("pair", System.Text.Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Reading!;

    private static TextSpan Words(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
