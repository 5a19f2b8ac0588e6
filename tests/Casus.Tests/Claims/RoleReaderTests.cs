using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Which words of a sentence take which part in an event.</summary>
public sealed class RoleReaderTests
{
    [Theory]
    [InlineData("Soldiers and policemen arrested two smugglers in Gulu on Monday.", "COERCE", "Soldiers; policemen", "two smugglers")]
    [InlineData("The council in Juba rejected a call by the teachers to reopen the schools.", "REJECT", "The council in Juba", "the teachers")]
    [InlineData("Chad expelled the Sudanese envoy on Friday.", "SANCTION", "Chad", "the Sudanese envoy")]
    [InlineData("Norway said it had sent food to Malawi.", "AID", "Norway", "Malawi")]
    public void Parties_are_those_who_act_and_whom_it_befalls(string sentence, string type, string initiators, string targets)
    {
        EventClaim claim = Trees.Event(Read(sentence), type);

        Assert.Equal(initiators.Split("; "), claim.Initiators.Select(p => p.Evidence.Quote));
        Assert.Equal(targets.Split("; "), claim.Targets.Concat(claim.Victims).Select(p => p.Evidence.Quote).Distinct());
    }

    [Fact]
    public void A_land_does_nothing()
    {
        EventClaim claim = Trees.Event(Read("Attacks from the soil of Guinea killed nine herders on Monday."), "ASSAULT");

        Assert.DoesNotContain(claim.Initiators, p => p.Evidence.Quote.Contains("soil", StringComparison.Ordinal));
    }

    private static Reading Read(string text) => WholeEngine.ReadText("test", text, new DateOnly(2023, 9, 14)).Reading!;
}
