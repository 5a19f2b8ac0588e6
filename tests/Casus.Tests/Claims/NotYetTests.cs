using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What may be, has yet to be, should be, was often or was told falsely, each as the pipeline reads it.</summary>
public sealed class NotYetTests
{
    [Theory]
    [InlineData("The army is unlikely to shell the town.", Factuality.Hypothetical)]
    [InlineData("The army should shell the town, the mayor said.", Factuality.Hypothetical)]
    [InlineData("Had the army shelled the town, thousands would have died.", Factuality.Hypothetical)]
    [InlineData("The army was about to shell the town.", Factuality.Planned)]
    [InlineData("The army has yet to shell the town.", Factuality.Negated)]
    [InlineData("The army used to shell the town.", Factuality.Historical)]
    [InlineData("Every night the army shells the town.", Factuality.Habitual)]
    [InlineData("Reports that the army shelled the town proved false.", Factuality.Negated)]
    [InlineData("The army said reports that it shelled the town were baseless.", Factuality.Denied)]
    [InlineData("It is not true that the army shelled the town.", Factuality.Negated)]
    [InlineData("There is no evidence that the army shelled the town.", Factuality.Hypothetical)]
    [InlineData("The army did not rule out shelling the town.", Factuality.Planned)]
    [InlineData("The army did not say whether it had shelled the town.", Factuality.Hypothetical)]
    [InlineData("The army no longer shells the town.", Factuality.Negated)]
    [InlineData("The army did not deny shelling the town.", Factuality.Hypothetical)]
    public void What_has_not_happened_once_is_not_asserted(string text, Factuality factuality) => Assert.Equal(factuality, Shelling(text));

    [Theory]
    [InlineData("Turkey broke its pledge to withdraw from Syria.", "REJECT", Factuality.Asserted)]
    [InlineData("The rebels broke their vow to halt attacks on aid convoys.", "REJECT", Factuality.Asserted)]
    [InlineData("Turkey kept its promise to release prisoners.", "RETREAT", Factuality.Asserted)]
    [InlineData("The government has not kept its promise to release the prisoners.", "RETREAT", Factuality.Negated)]
    [InlineData("Rwanda made a promise to withdraw its troops from Congo.", "AGREE", Factuality.Asserted)]
    public void A_word_that_is_broken_or_kept_is_not_given(string text, string type, Factuality factuality)
    {
        List<EventClaim> claims = Of(text);
        Assert.Contains(claims, c => c.Type == type && c.Factuality == factuality);
        Assert.All(claims, c => Assert.False(c.Type == "AGREE" && type != "AGREE"));
    }

    [Theory]
    [InlineData("The army shelled the town.", Factuality.Asserted)]
    [InlineData("Residents had said the army would shell the town, and on Monday it shelled the town.", Factuality.Asserted)]
    [InlineData("The mayor said that the army shelled the town.", Factuality.Reported)]
    [InlineData("Officials did not know whether the mayor had died when the army shelled the town.", Factuality.Reported)]
    public void What_has_is(string text, Factuality factuality) => Assert.Contains(Of(text), c => c.Type == "ASSAULT" && c.Factuality == factuality);

    [Theory]
    [InlineData("Not one of the hostages was freed by the rebels.")]
    [InlineData("Hardly any of the hostages were freed by the rebels.")]
    public void None_of_them_is_no_one(string text) => Assert.All(Of(text), c => Assert.Equal(Factuality.Negated, c.Factuality));

    private static Factuality Shelling(string text) => Assert.Single(Of(text), c => c.Type == "ASSAULT").Factuality;

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
