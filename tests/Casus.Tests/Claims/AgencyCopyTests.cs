using System.Collections.Immutable;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Sentences as agencies write them, of many wars: who did it to whom, when, with what toll, where words around tell of something else.</summary>
public sealed class AgencyCopyTests
{
    [Theory]
    [InlineData("The army said it had pushed the rebels out of the last district of Bergen.", "ASSAULT", "The army", "the rebels")]
    [InlineData("The navy struck three radar sites in retaliation for an attack on a destroyer.", "ASSAULT", "The navy", "three radar sites")]
    [InlineData("Troops raided two villages, arrested suspects and seized weapons.", "COERCE", "Troops", "suspects")]
    [InlineData("Gunmen stormed a village, killed 28 farmers, burned granaries and abducted the imam.", "ASSAULT", "Gunmen", "the imam")]
    [InlineData("Japan handed over 12 ambulances to Norway.", "AID", "Japan", "Norway")]
    [InlineData("Denmark gave Norway all its artillery.", "AID", "Denmark", "Norway")]
    [InlineData("Chileans marched against higher fares in Bergen.", "PROTEST", "Chileans", null)]
    [InlineData("The gunman took a shot at the guards.", "ASSAULT", "The gunman", "the guards")]
    [InlineData("Soldiers put the president under house arrest.", "COERCE", "Soldiers", "the president")]
    [InlineData("Norway cancelled a pact with Sweden.", "SANCTION", "Norway", "Sweden")]
    [InlineData("China voiced support for Norway.", "SUPPORT", "China", "Norway")]
    public void Who_did_what_to_whom(string text, string type, string doer, string? whom)
    {
        EventClaim claim = Of(text, type)[0];

        Assert.Contains(claim.Initiators, p => p.Evidence.Quote == doer);
        Assert.True(whom is null || claim.Targets.Concat(claim.Victims).Any(p => p.Evidence.Quote.StartsWith(whom, StringComparison.Ordinal)), claim.Targets.FirstOrDefault()?.Evidence.Quote);
    }

    [Theory]
    [InlineData("The convoy survived an ambush near Bergen.", "The convoy")]
    [InlineData("The garrison suffered a rocket attack.", "The garrison")]
    [InlineData("The president survived an assassination attempt on Friday.", "The president")]
    public void Who_lives_through_an_attack_has_not_made_it(string text, string whom)
    {
        EventClaim claim = Assert.Single(Of(text, "ASSAULT"));

        Assert.Empty(claim.Initiators);
        Assert.Contains(claim.Targets, p => p.Evidence.Quote == whom);
    }

    [Theory]
    [InlineData("A soldier was killed by mortar fire from Bergen.")]
    [InlineData("Villagers died in an attack from the north.")]
    public void Whence_it_came_is_not_who_did_it(string text) => Assert.Empty(Assert.Single(Of(text, "ASSAULT")).Initiators);

    [Theory]
    [InlineData("Norway pledged 40 million dollars to fight the cholera epidemic in Mozambique.", "THREATEN")]
    [InlineData("The government has vowed to fight corruption.", "THREATEN")]
    [InlineData("Austria vowed to repatriate the migrants to Norway.", "THREATEN")]
    [InlineData("Clinics are fighting for funds.", "ASSAULT")]
    [InlineData("The opposition party submitted its list of candidates.", "CONCEDE")]
    [InlineData("The navy struck three radar sites in retaliation for an attack on a destroyer.", "PROTEST")]
    [InlineData("Norway's premier ordered an inquiry after security forces shot dead 14 protesters in Bergen.", "REQUEST")]
    [InlineData("Villagers took shelter in a monastery.", "REQUEST")]
    public void It_is_none_of_these(string text, string type) => Assert.Empty(Of(text, type));

    [Theory]
    [InlineData("Iran has violated an arms embargo, the panel said.", "COERCE")]
    [InlineData("Tribal elders brokered the release of six engineers.", "RETREAT")]
    [InlineData("Police broke up a rally against the suspension of talks on the river.", "SANCTION")]
    public void Who_breaks_brokers_or_stands_by_has_not_done_it(string text, string type) => Assert.All(Of(text, type), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("Norway's foreign minister dismissed a UN report that accused Oslo of sending 4,000 soldiers.", "ACCUSE")]
    [InlineData("A bomb hit a bus in Bergen and no group has claimed the attack.", "ASSAULT")]
    public void What_was_said_or_done_is_not_denied_by_what_is_said_of_it(string text, string type) =>
        Assert.All(Of(text, type), c => Assert.True(c.Factuality is Factuality.Asserted or Factuality.Reported, c.Factuality.ToString()));

    [Theory]
    [InlineData("The Northern Front released the crew of a freighter, which it had seized in November 2023.", "RETREAT", "2023-11")]
    [InlineData("Gunmen killed a candidate in Bergen, the seventh to be murdered since September.", "ASSAULT", "09")]
    public void Another_day_is_not_its_own(string text, string type, string day) => Assert.DoesNotContain(Of(text, type).Where(c => c.Factuality == Factuality.Asserted), c => c.Time?.Value?.Contains(day, StringComparison.Ordinal) == true);

    [Fact]
    public void Weeks_of_fighting_are_no_single_fight() => Assert.All(Of("The rebels took the town after weeks of fighting.", "ASSAULT").Where(c => c.Trigger.Quote == "fighting"), c => Assert.Equal(Factuality.Habitual, c.Factuality));

    [Theory]
    [InlineData("Herders burned 50 houses in revenge for the killing of two boys.", "burned", null)]
    [InlineData("Norway executed three men convicted of plotting attacks on its forces.", "executed", 3L)]
    [InlineData("The militants shot two guards and fled.", "fled", null)]
    public void A_count_belongs_to_its_own_deed(string text, string trigger, long? killed)
    {
        EventClaim claim = Trees.Claims(text).OfType<EventClaim>().First(c => c.Trigger.Quote == trigger);

        Assert.Equal(killed, claim.Tolls.FirstOrDefault()?.Min);
    }

    [Theory]
    [InlineData("Germany approved 225 million euros in military aid for Ukraine.")]
    [InlineData("The council issued an arrest warrant for the general.")]
    [InlineData("Norway set a deadline for Sweden.")]
    [InlineData("The army repelled a rebel attack on the base.")]
    public void One_deed_is_told_once(string text) => Assert.Single(Trees.Claims(text).OfType<EventClaim>());

    [Theory]
    [InlineData("Norway expelled the diplomats of seven Latin American countries.", "USA")]
    [InlineData("Peru's congress impeached President Dina Boluarte, and her prime minister resigned.", "PER.P.BOLUARTE")]
    public void Neither_a_continent_nor_a_minister_is_the_one_who_is_named_in_it(string text, string actor) =>
        Assert.DoesNotContain(
            Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type is "SANCTION" or "RETREAT").SelectMany(c => c.Targets.Concat(c.Initiators)),
            p => p.ActorId?.StartsWith(actor, StringComparison.Ordinal) == true);

    [Fact]
    public void A_country_that_is_somebodys_is_the_state() =>
        Assert.Contains(Of("President Recep Tayyip Erdogan said that his country would strike fighters in Manbij if they stayed.", "THREATEN")[0].Initiators, p => p.ActorId == "TUR");

    private static ImmutableArray<EventClaim> Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
