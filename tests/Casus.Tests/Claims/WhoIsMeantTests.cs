using Casus.Claims;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Who "it" is that struck, whose name stands beside "a group", who takes responsibility, and what only looks like a deed, a toll or a day.</summary>
public sealed class WhoIsMeantTests
{
    [Theory]
    [InlineData("Norway said it had struck a refinery in Ryazan.", "NOR")]
    [InlineData("Norway said it hit an airfield in Ryazan overnight.", "NOR")]
    public void Who_speaks_of_its_own_deed_did_it(string text, string actor) => Assert.Equal(actor, Assert.Single(Of(text, "ASSAULT")).Initiators.Single().ActorId);

    [Theory]
    [InlineData("A bomb hit a convoy of Chinese engineers near Besham.", "CHN", "labour")]
    [InlineData("A bomb hit a convoy of Pakistani pilgrims near Besham.", "PAK", "civilian")]
    [InlineData("A bomb hit a convoy of Pakistani soldiers near Besham.", "PAK.MIL", "security_forces")]
    [InlineData("A bomb hit a Pakistani convoy near Besham.", "PAK.MIL", "security_forces")]
    public void A_convoy_is_those_who_travel_in_it(string text, string actor, string sector)
    {
        Party struck = Assert.Single(Assert.Single(Of(text, "ASSAULT")).Targets);

        Assert.Equal((actor, sector), (struck.ActorId, struck.Class));
    }

    [Theory]
    [InlineData("A little-known group, the Ahrar Brigade, took responsibility for the bombing.", "NEW.AHRAR-BRIGADE", "a little-known group, the ahrar brigade")]
    [InlineData("A previously unknown group, Lashkar-e-Khorasan, claimed responsibility for the blast in a message to journalists.", "NEW.LASHKAR-E-KHORASAN", "a previously unknown group, lashkar-e-khorasan")]
    public void A_group_is_known_by_the_name_beside_it(string text, string id, string words)
    {
        EventClaim claim = Assert.Single(Of(text, "ASSAULT"));

        Party party = Assert.Single(claim.Initiators);
        Assert.Equal((id, words), (party.Provisional?.Id, party.Evidence.Quote.ToLowerInvariant()));
        Assert.True(claim.Responsibility?.Claimed);
        Assert.Equal((Factuality.Reported, "claimed"), (claim.Factuality, Assert.Single(claim.Speakers).Strength));
        Assert.Empty(claim.Targets);
    }

    [Theory]
    [InlineData("Al-Shabaab took credit for the attack.", true)]
    [InlineData("Al-Shabaab took part in the attack.", false)]
    public void Who_takes_credit_claims_it(string text, bool claims) => Assert.Equal(claims, Of(text, "ASSAULT").Any(c => c.Responsibility is { Claimed: true }));

    [Theory]
    [InlineData("Police killed two suspects in a raid near Bergen and arrested three others.", "COERCE", "arrested")]
    [InlineData("Norwegian troops took up positions in two villages.", "MOBILIZE", "took up")]
    [InlineData("Norway sent a warship to Iceland.", "MOBILIZE", "sent")]
    public void A_sure_verb_keeps_its_code(string text, string type, string trigger) => Assert.Contains(Of(text, type), c => c.Trigger.Quote == trigger);

    [Theory]
    [InlineData("Gangs attacked the town of Kenscoff for the third time this year, burning houses and killing at least nine residents.", 9)]
    [InlineData("Border guards shot at a group that tried to cross back near Zaranj, killing three men.", 3)]
    [InlineData("A suicide bomber drove a truck into a checkpoint in Bergen, killing seven soldiers.", 7)]
    public void One_happening_has_its_dead(string text, int dead)
    {
        EventClaim claim = Assert.Single(Of(text, "ASSAULT"));

        Assert.Equal(dead, claim.Tolls.Single(t => t.Kind == TollKind.Killed).Min);
        Assert.Null(claim.Time?.Value);
    }

    [Theory]
    [InlineData("More than a hundred of the rebels were tracked and killed, it said.", "More than a hundred of the rebels")]
    public void Whom_a_count_counts_stands_with_it(string text, string victims) => Assert.Equal(victims, Assert.Single(Of(text, "ASSAULT")).Victims.Single().Evidence.Quote);

    [Theory]
    [InlineData("Norway and Denmark signed a defence pact under which an attack on one would be treated as an attack on both.")]
    [InlineData("The president threatened to send troops if killings of farmers did not stop.")]
    [InlineData("The king met the envoy, who told him that Oslo wanted no wider war.")]
    public void What_may_be_is_no_event(string text) => Assert.DoesNotContain(Of(text, "ASSAULT"), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("Norwegian troops hit only rebels. Fighters backed by Denmark had seized Manbij from the navy.")]
    [InlineData("Gunmen shot a guard. Eleven people have been put to death in public since 2021.")]
    [InlineData("Rebels attacked a bus. The group confirmed that he was dead.")]
    public void What_nobody_counts_is_no_toll_of_another_deed(string text) => Assert.DoesNotContain(Of(text, "ASSAULT")[0].Tolls, t => t.Kind is TollKind.Abducted or TollKind.Killed);

    [Theory]
    [InlineData("Officials said men had opened fire from Danish soil at a gold mine.", "a gold mine")]
    [InlineData("Norway demanded an investigation and told its citizens to leave.", null)]
    public void Who_suffers_it_is_no_bystander(string text, string? target) =>
        Assert.Equal(target is null ? [] : [target], Of(text, "ASSAULT").SelectMany(c => c.Targets).Select(t => t.Evidence.Quote));

    [Fact]
    public void What_somebody_confirms_behind_a_semicolon_is_the_deed_before_it()
    {
        EventClaim claim = Of("Norway and Denmark traded strikes on Thursday. A drone hit a car in Bergen, killing a commander, a source said; Norway's army confirmed it.", "ASSAULT")[^1];

        Assert.Equal(("confirmed", "hit"), (Assert.Single(claim.Speakers).Strength, claim.Trigger.Quote));
    }

    [Theory]
    [InlineData("Pakistan warned the Dawar tribe.", false)]
    [InlineData("Pakistan warned Dawar.", true)]
    public void The_name_of_kin_is_nobodys(string text, bool person) =>
        Assert.Equal(person, Of(text, "THREATEN").SelectMany(c => c.Targets).Any(p => p.ActorId == "PAK.P.DAWAR"));

    [Theory]
    [InlineData("Saudi Arabia and Pakistan met in Oslo. The kingdom sanctioned Norway.", "SAU")]
    [InlineData("Pakistan met Norway. The kingdom sanctioned Ghana.", "NOR")]
    public void A_kingdom_is_one_by_name(string text, string actor) => Assert.Equal(actor, Of(text, "COERCE").Concat(Of(text, "SANCTION")).Single().Initiators.Single().ActorId);

    private static EventClaim[] Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
