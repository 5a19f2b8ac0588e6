using System.Collections.Immutable;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>"The Red Crescent put the toll at 51.", "Oslo denied it.": what somebody says of a deed told before stands beside it as an account.</summary>
public sealed class LaterAccountTests
{
    [Theory]
    [InlineData("Jets bombed a camp in Bergen on Tuesday. Officials put the death toll at 16.", "Officials", 16)]
    [InlineData("Jets bombed a camp in Bergen on Tuesday, killing nine people. The Red Cross put the number of dead at 16.", "The Red Cross", 16)]
    [InlineData("Gunmen attacked a market in Bergen on Tuesday. A local chief said 16 people had died.", "A local chief", 16)]
    [InlineData("Gunmen attacked a market in Bergen. A local chief said 16 people had died. The army put the toll at nine.", "The army", 9)]
    public void A_count_is_by_whose_account_it_is(string text, string voice, int killed)
    {
        EventClaim account = Assert.Single(Assaults(text), c => c.Speakers.Any(s => s.Evidence.Quote == voice));

        Assert.Equal((killed, (long?)killed), (account.Tolls[0].Min, account.Tolls[0].Max));
        Assert.Equal(Factuality.Reported, account.Factuality);
        Assert.Empty(account.Victims);
    }

    [Theory]
    [InlineData("Norwegian troops opened fire on a village, Sweden's defence ministry said; Oslo denied it.", "Oslo")]
    [InlineData("Norwegian jets struck a camp in Denmark, Copenhagen said. Norway denied involvement.", "Norway")]
    [InlineData("Norwegian jets struck a camp in Denmark. Copenhagen said nine were killed. Norway rejected the accusation.", "Norway")]
    [InlineData("Unmarked jets bombed a camp in Denmark. Norway denied any involvement.", "Norway")]
    [InlineData("Norwegian troops shelled a village in Denmark, residents said, a charge that Oslo denied.", "Oslo")]
    [InlineData("Norwegian troops had fired at a village in Denmark, according to Copenhagen. Oslo dismissed the report.", "Oslo")]
    public void Whose_side_did_it_may_deny_it(string text, string voice)
    {
        EventClaim denial = Assert.Single(Assaults(text), c => c.Factuality == Factuality.Denied);

        Speaker speaker = Assert.Single(denial.Speakers);
        Assert.Equal((voice, "denied", "initiator"), (speaker.Evidence.Quote, speaker.Strength, speaker.Side));
        Assert.False(denial.Responsibility!.Claimed);
        Assert.Empty(denial.Tolls);
    }

    [Theory]
    [InlineData("The army of Norway said it had retaken the port of Bergen; Denmark denied it.", "Denmark")]
    [InlineData("Norway said its jets had struck a command post. Denmark dismissed the claim.", "Denmark")]
    public void What_one_side_says_of_itself_the_other_may_deny(string text, string voice)
    {
        EventClaim denial = Assert.Single(Assaults(text), c => c.Factuality == Factuality.Denied);

        Assert.Equal((voice, "denied"), (Assert.Single(denial.Speakers).Evidence.Quote, denial.Speakers[0].Strength));
        Assert.Null(denial.Responsibility);
        Assert.DoesNotContain(denial.Initiators, i => i.Evidence.Quote == voice);
    }

    [Theory]
    [InlineData("Norwegian jets struck a camp in Denmark. Finland denied the accusation.")]
    [InlineData("The army of Norway said it had shelled a port. Finland accuses Denmark of sheltering rebels; Denmark denies it.")]
    [InlineData("Norwegian jets struck a camp in Denmark. Norway denied the pilots leave.")]
    [InlineData("Norwegian jets struck a camp in Denmark, a town that Norway denied aid.")]
    [InlineData("Norwegian jets struck a camp in Denmark. Norway dismissed the governor.")]
    [InlineData("Norwegian jets struck a camp in Denmark. Norway denied that it had closed its embassy.")]
    public void What_others_deny_or_what_else_is_denied_is_no_denial(string text) => Assert.DoesNotContain(Assaults(text), c => c.Factuality == Factuality.Denied);

    [Theory]
    [InlineData("Norwegian drones set a refinery in Bergen on fire, killing one worker. The army in Oslo confirmed it.", "The army in Oslo", true)]
    [InlineData("Jets bombed a camp in Bergen. The governor confirmed the strike.", "The governor", true)]
    [InlineData("Jets bombed a camp in Bergen. The governor did not confirm it.", "The governor", false)]
    [InlineData("Jets bombed a camp in Bergen. The governor confirmed the appointment.", "The governor", false)]
    public void Who_confirms_it_vouches_for_it(string text, string voice, bool does) =>
        Assert.Equal(does, Assaults(text).Any(c => c.Factuality == Factuality.Reported && c.Speakers.Any(s => s.Evidence.Quote == voice)));

    [Fact]
    public void Accounts_are_joined_to_the_deed()
    {
        Reading reading = Trees.Reading("Jets bombed a camp in Bergen on Tuesday. Officials put the death toll at 16.");
        EventClaim account = reading.Claims.OfType<EventClaim>().Single(c => !c.Speakers.IsEmpty);

        Assert.Contains(reading.Links, l => l.From == account.Id && l.Kind == ClaimLinkKind.Same);
    }

    private static ImmutableArray<EventClaim> Assaults(string text) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == "ASSAULT")];
}
