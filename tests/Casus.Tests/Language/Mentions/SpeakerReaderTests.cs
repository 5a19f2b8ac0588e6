using System.Collections.Immutable;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class SpeakerReaderTests
{
    private static readonly MentionReader Reader = new(Real.Knowledge, MentionModels.None);

    [Theory]
    [InlineData("The minister said that the border was closed.", "The minister", "said", "that the border was closed", "said")]
    [InlineData("\"The border is closed,\" the minister said.", "the minister", "said", "The border is closed", "said")]
    [InlineData("The raid killed nine people, according to local officials.", "local officials", "according to", "The raid killed nine people", "reported")]
    [InlineData("The governor denied that troops had fired.", "The governor", "denied", "that troops had fired", "denied")]
    [InlineData("The ministry vowed to retaliate.", "The ministry", "vowed", "to retaliate", "vowed")]
    [InlineData("The envoy condemned the attack.", "The envoy", "condemned", "the attack", "condemned")]
    public void Speaker_cue_and_content_are_told_apart(string text, string speaker, string cue, string content, string strength)
    {
        Attribution found = Assert.Single(Read(text).Attributions);
        Assert.Equal(speaker, Quote(text, found.Speaker));
        Assert.Equal(cue, Quote(text, found.Cue));
        Assert.Equal(content, Quote(text, found.Content).Trim('"', ',', ' '));
        Assert.Equal(strength, found.Strength);
    }

    [Fact]
    public void Reportedly_names_nobody()
    {
        Attribution found = Assert.Single(Read("The fighters have reportedly left the valley.").Attributions);
        Assert.Empty(found.Speaker);
        Assert.Null(found.SpeakerHead);
    }

    [Fact]
    public void The_speaker_is_resolved() =>
        Assert.Equal("AFG.TALIBAN", Assert.Single(Read("The Taliban said that two men were freed.").Attributions).Actor?.ActorId);

    [Fact]
    public void A_quotation_goes_on_with_its_speaker()
    {
        const string Text = "The minister said: \"We will wait. We have time.\"";
        Attribution found = Assert.Single(Read(Text).Attributions);
        Assert.Contains("We have time", string.Join(' ', found.Content.Select(c => c.Of(Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_speaks_inside_a_quotation_is_told_within_it()
    {
        ImmutableArray<Attribution> found = Read("\"I think that he claimed it,\" the minister said.").Attributions;
        Assert.Single(found, a => a.Within is null);
        Assert.Equal(0, Assert.Single(found, a => a.Within is not null).Within);
    }

    private static string Quote(string text, ImmutableArray<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.Of(text)));

    private static Analysis Read(string text) => Reader.Read(Real.Article(text, Real.Tuesday), Real.Parse(text));
}
