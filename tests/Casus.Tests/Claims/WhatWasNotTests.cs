using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What is told not to have been, not yet to be, or not to be known.</summary>
public sealed class WhatWasNotTests
{
    [Theory]
    [InlineData("Nothing suggests that Iran attacked the tanker.", "attacked", Factuality.Hypothetical)]
    [InlineData("Neither side attacked the convoy, the monitors found.", "attacked", Factuality.Negated)]
    [InlineData("The claim that Ukraine bombed the theatre is false.", "bombed", Factuality.Negated)]
    [InlineData("The claim that Ukraine bombed the theatre is new.", "bombed", Factuality.Reported)]
    [InlineData("It is untrue that our forces struck the school, the ministry said.", "struck", Factuality.Negated)]
    [InlineData("The report of an attack on the base turned out to be wrong.", "attack", Factuality.Negated)]
    [InlineData("The attack on the base was wrong, the bishop said.", "attack", Factuality.Reported)]
    [InlineData("A video that purports to show an attack on the dam is from 2016.", "attack", Factuality.Hypothetical)]
    [InlineData("Far from attacking civilians, we protect them, the general said.", "attacking", Factuality.Negated)]
    [InlineData("Instead of attacking the town, the rebels withdrew to the hills.", "attacking", Factuality.Negated)]
    [InlineData("The rebels came close to capturing the airport.", "capturing", Factuality.Negated)]
    [InlineData("A strike on Rafah is only a matter of time, ministers say.", "strike", Factuality.Planned)]
    [InlineData("Hardly a day passes without a strike on Kharkiv.", "strike", Factuality.Habitual)]
    [InlineData("The drill simulated an attack on a nuclear plant.", "attack", Factuality.Hypothetical)]
    [InlineData("The alleged attack took place on Friday night in Homs.", "attack", Factuality.Reported)]
    [InlineData("The so-called attack took place on Friday night in Homs.", "attack", Factuality.Reported)]
    [InlineData("Analysts expect Israel to strike Iran again before the vote.", "strike", Factuality.Planned)]
    [InlineData("Rumours that the president had been shot spread through the capital.", "shot", Factuality.Reported)]
    [InlineData("The rebels almost attacked the airport on Sunday.", "attacked", Factuality.Negated)]
    [InlineData("The villagers were almost all killed by the militia.", "killed", Factuality.Asserted)]
    [InlineData("The army almost completely destroyed the village.", "destroyed", Factuality.Asserted)]
    [InlineData("Turkey expressed hope that Greece would free the crew.", "free", Factuality.Hypothetical)]
    [InlineData("Police ruled out an attack after the explosion in Lyon.", "attack", Factuality.Negated)]
    public void Is_told_so(string text, string trigger, Factuality told) =>
        Assert.Equal(told, Of(text).First(c => c.Trigger.Quote == trigger).Factuality);

    [Theory]
    [InlineData("The claim that Ukraine bombed the theatre is false.", "the theatre")]
    public void What_was_claimed_has_its_own_object(string text, string target) =>
        Assert.Equal(target, Assert.Single(Of(text)[0].Targets).Evidence.Quote);

    [Fact]
    public void To_whom_it_is_told_was_not_struck() => Assert.Empty(Assert.Single(Of("The envoy wrote a letter to the Security Council that violence in the province had reached its worst level.")).Targets);

    [Theory]
    [InlineData("The blast was caused by a gas leak and not by a bomb, police said.")]
    [InlineData("Not a single shot was fired.")]
    public void No_attack_is_told(string text) => Assert.DoesNotContain(Of(text), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("The rebels promised not to attack the airport again.", "AGREE")]
    [InlineData("The rebels promised to attack the airport again.", "THREATEN")]
    [InlineData("The militia vowed not to lay down its arms.", "REJECT")]
    public void What_is_promised_not_to_be_done(string text, string type) => Assert.Equal(type, Assert.Single(Of(text)).Type);

    [Fact]
    public void Who_foils_a_plot_plots_nothing() => Assert.Empty(Of("The police foiled a plot to bomb the parade in Ankara.").Single(c => c.Type == "ASSAULT").Initiators);

    [Theory]
    [InlineData("Islamabad said the attack had been planned in Afghanistan.", Factuality.Reported)]
    [InlineData("The attack was planned for Monday, police said.", Factuality.Planned)]
    [InlineData("An attack was planned in the capital, police said.", Factuality.Planned)]
    public void Where_it_was_planned_is_told_of_what_was_done(string text, Factuality told)
    {
        EventClaim attack = Of(text).Single();

        Assert.Equal(told, attack.Factuality);
        Assert.Null(attack.Place);
    }

    [Theory]
    [InlineData("The army killed the man believed to have planned the 2014 school massacre in Peshawar.", Factuality.Reported)]
    [InlineData("The army killed the man who planned the school massacre in Peshawar.", Factuality.Asserted)]
    [InlineData("The group had planned the massacre for Monday.", Factuality.Planned)]
    public void What_its_planners_are_known_by_was_done(string text, Factuality told) => Assert.Equal(told, Of(text).Single(c => c.Trigger.Quote == "massacre").Factuality);

    [Theory]
    [InlineData("Turkish police detained 30 people over a fire at a ski hotel that killed 78.")]
    [InlineData("Twelve people drowned when a boat sank after the coastguard fired a warning shot.")]
    public void What_a_fire_or_the_sea_does_nobody_did(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Kenya called off the attack on Uganda.", "ASSAULT")]
    [InlineData("Kenya called off the talks.", "CONSULT")]
    public void What_was_called_off_was_not(string text, string type) => Assert.DoesNotContain(Of(text), c => c.Type == type && (c.Factuality is Factuality.Asserted or Factuality.Reported));

    [Theory]
    [InlineData("An attack blamed on the Taliban killed ten farmers.")]
    [InlineData("Ten farmers have been killed in attacks blamed on the Taliban.")]
    [InlineData("The raid, which the army blamed on the Taliban, killed ten farmers.")]
    [InlineData("A raid attributed to the Taliban killed ten farmers.")]
    [InlineData("The army blamed the raid on the Taliban.")]
    public void Whom_it_is_blamed_on_did_it_by_report(string text)
    {
        EventClaim attack = Of(text).First(c => c.Type == "ASSAULT");

        Assert.Equal(("AFG.TALIBAN", Factuality.Reported), (Assert.Single(attack.Initiators).ActorId, attack.Factuality));
        Assert.DoesNotContain(attack.Targets, t => t.ActorId == "AFG.TALIBAN");
    }

    [Theory]
    [InlineData("Pakistan eased sanctions on Uganda.", "RETREAT")]
    [InlineData("Pakistan cut ties with India.", "SANCTION")]
    [InlineData("Kenya froze aid to Uganda.", "SANCTION")]
    public void A_rare_past_is_the_verb(string text, string type) => Assert.Equal((type, 1), (Of(text).Single().Type, Of(text).Single().Initiators.Length));

    [Theory]
    [InlineData("The M23, which captured Goma last week, has named a governor.", "Goma")]
    [InlineData("The Taliban captured Kunduz last week.", "Kunduz")]
    [InlineData("Gunmen took away the village chief.", "the village chief")]
    public void Whom_and_what_they_took_is_told(string text, string taken) => Assert.Equal(taken, Assert.Single(Assert.Single(Of(text)).Targets).Evidence.Quote);

    [Theory]
    [InlineData("The Afghan ministry said it knew nothing of such a clash.")]
    [InlineData("Kabul said that it had heard nothing about an attack on the post.")]
    public void Who_knows_nothing_of_it_denies_it(string text) => Assert.Equal(Factuality.Denied, Assert.Single(Of(text)).Factuality);

    [Fact]
    public void Not_the_Taliban_who_shoot_are_somebody() =>
        Assert.Equal("AFG.TALIBAN", Assert.Single(Of("Not the kings, not the republic, and not the Taliban, who now shoot at the men who mend its fence.").Single().Initiators).ActorId);

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>()];
}
