using System.Collections.Immutable;
using Casus.Articles;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class LearnedSpeakerTests
{
    private static readonly MentionReader Reader = new(Real.Knowledge, RepositoryModel.Mentions);
    private static readonly Lazy<MentionReader> Fast = new(() => new MentionReader(Real.Knowledge, RepositoryModel.FastMentions));

    [Theory]
    [InlineData("The provincial governor said that the bridge had been destroyed.", "The provincial governor", "said", "that the bridge had been destroyed")]
    [InlineData("\"We will rebuild the bridge,\" the engineer told villagers on Monday.", "the engineer", "told", "\"We will rebuild the bridge")]
    [InlineData("The convoy was ambushed near the dam, according to two security officials.", "two security officials", "according to", "The convoy was ambushed near the dam")]
    [InlineData("The opposition leader denied that his party had paid the gunmen.", "The opposition leader", "denied", "that his party had paid the gunmen")]
    [InlineData("Residents believe the army will return before winter.", "Residents", "believe", "the army will return before winter")]
    public void Speaker_cue_and_content_are_told_apart(string text, string speaker, string cue, string content)
    {
        foreach (MentionReader reader in (MentionReader[])[Reader, Fast.Value])
        {
            Attribution found = Assert.Single(Read(text, reader).Attributions);
            Assert.Equal(speaker, Quote(text, found.Speaker));
            Assert.Equal(cue, Quote(text, found.Cue));
            Assert.StartsWith(content, Quote(text, found.Content), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_quotation_goes_on_behind_its_speaker()
    {
        const string Text = "\"The road is mined,\" the commander said. \"Nobody should use it before Friday.\"";
        Attribution found = Assert.Single(Read(Text).Attributions);
        Assert.Equal("the commander", Quote(Text, found.Speaker));
        Assert.Contains("Nobody should use it before Friday", Quote(Text, found.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_say_inside_of_a_content_is_told_within_it()
    {
        const string Text = "The ministry said that local elders had reported two explosions at the depot.";
        ImmutableArray<Attribution> found = Read(Text).Attributions;
        Assert.Equal(2, found.Length);
        Assert.Null(found[0].Within);
        Assert.Equal("The ministry", Quote(Text, found[0].Speaker));
        Assert.Equal(0, found[1].Within);
        Assert.Equal("local elders", Quote(Text, found[1].Speaker));
    }

    [Fact]
    public void The_outlet_that_was_told_is_one_more_voice()
    {
        const string Text = "A police officer told Reuters that nine people were wounded.";
        Assert.Contains(Read(Text).Attributions, a => a.OutletCited && Quote(Text, a.Speaker) == "Reuters");
    }

    [Fact]
    public void The_speaker_is_the_actor_that_the_words_name()
    {
        Attribution found = Assert.Single(Read("Pakistan's foreign ministry said that the border would stay open.").Attributions);
        Assert.NotNull(found.Actor);
        Assert.StartsWith("PAK", found.Actor.ActorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_attributed_where_nobody_speaks() =>
        Assert.Empty(Read("The lorry hit a wall and overturned. Rain fell for three days.").Attributions);

    [Fact]
    public void Texts_of_any_kind_are_read_without_failing()
    {
        var chance = new Random(7);
        string[] pieces = ["said", "\"", "“", "”", "the minister", "according to", ",", ".", "\n\n", "that", "told", "Reuters", "💥", "—", ":", "he", "1e309", "🙂 said"];
        for (int round = 0; round < 60; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, chance.Next(1, 120)).Select(_ => pieces[chance.Next(pieces.Length)]));
            Analysis analysis = Read(text);
            foreach (Attribution a in analysis.Attributions)
            {
                Assert.All(a.Speaker.Concat(a.Cue).Concat(a.Content), s => Assert.InRange(s.End, s.Begin + 1, text.Length));
                Assert.NotEmpty(a.Content);
                Assert.NotEmpty(a.Cue);
            }
        }
    }

    [Fact]
    public void Damaged_weights_are_refused_with_a_remedy()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "attribution.bin"));
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => AttributionModel.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => AttributionModel.Load(bytes.AsMemory(0, 100)));
        Assert.Contains("attribution", Assert.Throws<InvalidDataException>(() => AttributionModel.Load(RepositoryModel.Bytes)).Message, StringComparison.Ordinal);
    }

    private static Analysis Read(string text, MentionReader? reader = null)
    {
        Article article = Real.Article(text);
        return (reader ?? Reader).Read(article, Real.Parse(text));
    }

    private static string Quote(string text, ImmutableArray<TextSpan> spans) => string.Join(" ", spans.Select(s => s.Of(text)));
}
