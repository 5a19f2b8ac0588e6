using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Pronouns of the next sentence, for people without a name.</summary>
public sealed class TakenUpTests
{
    [Theory]
    [InlineData("Gunmen attacked a customs post near Multan on Monday. They killed two officers and fled.", "killed", "Gunmen")]
    [InlineData("The army shelled the town of Marib. It killed nine people.", "killed", "The army")]
    [InlineData("A suicide bomber struck a shrine in Multan. He killed 12 pilgrims.", "killed", "A suicide bomber")]
    [InlineData("Gunmen shot dead two clerks in Multan. They then burned the post.", "burned", "Gunmen")]
    public void Who_did_the_first_did_the_next(string text, string trigger, string doer)
    {
        EventClaim next = Of(text).Single(c => c.Trigger.Quote == trigger);

        Party party = Assert.Single(next.Initiators);
        Assert.Equal((doer, true, "chain.party"), (party.Evidence.Quote, party.Implied, party.Rule.Value));
    }

    [Theory]
    [InlineData("Gunmen attacked policemen in Multan. They returned fire and killed three.", "killed")]
    [InlineData("Police arrested three men in Multan. They had killed a judge in May.", "killed")]
    public void Of_two_who_may_be_meant_neither_is_taken_for_it(string text, string trigger) =>
        Assert.All(Of(text).Where(c => c.Trigger.Quote == trigger && c.Sentence == 1), c => Assert.DoesNotContain(c.Initiators.Concat(c.Targets), p => p.Implied));

    [Fact]
    public void Whom_it_befell_next_is_told() =>
        Assert.Equal("A gunman", Assert.Single(Of("A gunman killed a guard in Multan. He was shot dead by police.").Single(c => c.Trigger.Quote == "shot dead").Targets).Evidence.Quote);

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>()];
}
