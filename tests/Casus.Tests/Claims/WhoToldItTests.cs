using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Who told the teller, and who only was asked, each as the pipeline reads it.</summary>
public sealed class WhoToldItTests
{
    [Theory]
    [InlineData("Two security officials told the Associated Press that nine people were killed.", "Two security officials")]
    [InlineData("A doctor told the New York Times that nine people had been killed in an attack.", "A doctor")]
    [InlineData("The paper, citing the army, said nine people were killed.", "the army")]
    [InlineData("The paper quoted police as saying nine people were killed.", "police")]
    public void Whoever_told_is_heard(string text, string who)
    {
        List<EventClaim> claims = Of(text);

        Assert.All(claims, c => Assert.Equal("ASSAULT", c.Type));
        Assert.Contains(claims, c => c.Speakers.Any(p => p.Evidence.Quote == who));
    }

    [Fact]
    public void Who_does_not_answer_says_nothing()
    {
        EventClaim claim = Assert.Single(Of("A spokesperson for the RSF did not respond to a request for comment on the attack that killed nine people."));

        Assert.Equal("ASSAULT", claim.Type);
        Assert.Empty(claim.Speakers);
        Assert.Empty(claim.Initiators);
    }

    [Fact]
    public void It_is_told_by_its_name()
    {
        EventClaim claim = Of("The Nigerian army struck the camp. It said 12 militants were killed.").Last();

        Assert.Equal("The Nigerian army", Assert.Single(claim.Speakers).Evidence.Quote);
    }

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
