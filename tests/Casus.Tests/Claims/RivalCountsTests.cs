using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Reports of several sentences: who counts whom, whose answer it is, and which of two days is the deed's.</summary>
public sealed class RivalCountsTests
{
    private const string Strikes = "Pakistani jets struck hideouts of the Pakistani Taliban in Afghanistan's Paktika province overnight, security officials said on Wednesday. Kabul said 46 people, mostly women and children, had died. ";

    [Fact]
    public void Another_count_of_the_same_deed_is_no_second_deed()
    {
        Reading reading = Of(Strikes + "An official said 71 militants had been killed.");
        EventClaim count = reading.Claims.OfType<EventClaim>().Single(c => c.Speakers.Any(p => p.Evidence.Quote == "An official"));

        Assert.Contains(reading.Links, l => l.From == count.Id && l.Kind == ClaimLinkKind.Same);
        Assert.Equal(71, Assert.Single(count.Tolls).Min);
    }

    [Fact]
    public void Each_sides_own_dead_are_not_rivals()
    {
        Reading reading = Of("The army killed 40 militants in Waziristan on Monday. A local official said nine soldiers had been killed.");
        EventClaim own = reading.Claims.OfType<EventClaim>().Single(c => c.Tolls.Any(t => t.Min == 9));

        Assert.DoesNotContain(reading.Links, l => l.From == own.Id && l.Kind == ClaimLinkKind.Same);
    }

    [Fact]
    public void Kabul_answers_those_who_struck_Afghanistan()
    {
        EventClaim vow = Of(Strikes + "The strikes came days after gunmen killed 16 soldiers in South Waziristan, an attack claimed by the TTP. Kabul vowed to retaliate.").Claims.OfType<EventClaim>().Single(c => c.Type == "THREATEN");

        Assert.Equal("PAK.PAF", Assert.Single(vow.Targets).ActorId);
    }

    [Fact]
    public void The_first_attack_since_another_day_is_of_its_own_day()
    {
        EventClaim claim = Assert.Single(Of("Drones of the Rapid Support Forces hit a depot in Port Sudan on Sunday, the army said, in the first attack on the city since the war began in April 2023.").Claims.OfType<EventClaim>(), c => c.Trigger.Quote == "hit");

        Assert.Equal("SDN.RSF", Assert.Single(claim.Initiators).ActorId);
        Assert.Equal((new DateOnly(2025, 11, 16), Factuality.Reported), (claim.Time.Earliest, claim.Factuality));
    }

    [Fact]
    public void A_drone_of_nobody_is_not_whom_an_answer_is_meant_for()
    {
        Reading reading = Of("Another drone struck the airport on Monday, and flights were halted. Saudi Arabia condemned the attacks.");

        Assert.DoesNotContain(reading.Claims.OfType<EventClaim>().SelectMany(c => c.Initiators.Concat(c.Targets)), p => p.Implied && p.Evidence.Quote.Contains("drone", StringComparison.Ordinal));
    }

    private static Reading Of(string text) => Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!;
}
