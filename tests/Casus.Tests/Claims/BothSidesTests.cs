using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Words that name two parties at once: both are published, and of what is done to each other one is the target.</summary>
public sealed class BothSidesTests
{
    [Theory]
    [InlineData("Relations between Kenya and Ethiopia soured last year. In May the two sides clashed along the border.", "ASSAULT", "ETH, KEN", "")]
    [InlineData("Relations between Kenya and Ethiopia soured last year. In June, the two countries held talks in Nairobi.", "CONSULT", "ETH", "KEN")]
    [InlineData("Relations between Kenya and Ethiopia soured last year. Both countries accused each other of shelling villages.", "ACCUSE", "ETH", "KEN")]
    [InlineData("Armenia and Azerbaijan traded fire on Tuesday. The two countries' foreign ministers met in Geneva.", "CONSULT", "ARM", "AZE")]
    [InlineData("Talks between Hamas and Fatah collapsed in Cairo. Egypt and Qatar urged both sides to return.", "REQUEST", "EGY, QAT", "PSE.FATAH, PSE.HAMAS")]
    [InlineData("Armenia and Azerbaijan traded fire on Tuesday. The United States and France called on the two countries to stop.", "REQUEST", "FRA, USA", "ARM, AZE")]
    [InlineData("Kenya and Ethiopia closed the border at Moyale. Guards of the two countries clashed at the bridge.", "ASSAULT", "ETH, KEN", "")]
    [InlineData("Indian and Nepali troops exchanged fire at the bridge.", "ASSAULT", "IND.MIL, NPL.MIL", "")]
    [InlineData("US and British warplanes bombed a depot near Basra on Friday.", "ASSAULT", "GBR, USA", "")]
    [InlineData("The presidents of Chad and Niger condemned the coup in Libreville.", "ACCUSE", "NER.GOV, TCD.GOV", "")]
    public void Each_of_them_is_named(string text, string type, string initiators, string targets)
    {
        EventClaim claim = WireReportTests.Of(text, type)[^1];

        Assert.Equal(initiators, Ids(claim.Initiators));
        Assert.Equal(targets, Ids(claim.Targets));
    }

    [Theory]
    [InlineData("India and Pakistan fired rockets at each other on Monday.", "IND", "PAK")]
    [InlineData("Peru and Chile shelled one another in the night.", "PER", "CHL")]
    public void What_is_done_to_each_other_has_a_target(string text, string initiator, string target)
    {
        EventClaim claim = Assert.Single(WireReportTests.Of(text, "ASSAULT"));

        Assert.Equal(initiator, Ids(claim.Initiators));
        Assert.Equal(target, Ids(claim.Targets));
    }

    [Theory]
    [InlineData("Sudan and Ethiopia share a river. Gunmen shelled both sides of the river.", "ASSAULT")]
    [InlineData("Sudan, Ethiopia and Kenya share a lake. The two countries signed a treaty on Friday.", "SUPPORT")]
    [InlineData("Ethiopia shelled a post of Kenya. Kenya buried its dead and warned Ethiopia. An hour went by. A day went by. A week went by. Then Qatar called. China called too. The two countries signed a treaty on Friday.", "SUPPORT")]
    [InlineData("Afghan and Pakistani Taliban attacked a base near Bannu.", "ASSAULT")]
    public void Where_it_is_unsure_who_the_two_are_no_state_is_named(string text, string type) =>
        Assert.All(WireReportTests.Of(text, type), c => Assert.DoesNotContain(c.Initiators.Concat(c.Targets), p => p.ActorId is "SDN" or "ETH" or "KEN" or "AFG" or "PAK" or "QAT" or "CHN"));

    private static string Ids(IEnumerable<Party> parties) => string.Join(", ", parties.Select(p => p.ActorId).OfType<string>().Order(StringComparer.Ordinal));
}
