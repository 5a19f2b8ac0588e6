using System.Collections.Immutable;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What was only planned, failed, or is put on somebody is not told as their finished deed; what is one happening is told once.</summary>
public sealed class HowFarItCameTests
{
    [Theory]
    [InlineData("Police said the cell was planning an attack on a synagogue.")]
    [InlineData("Four men were arrested on suspicion of planning an attack on a bridge.")]
    [InlineData("Two men were charged with plotting to bomb a church.")]
    [InlineData("The court said the three had conspired to kill the governor.")]
    public void A_plan_is_no_deed(string text) => Assert.Equal(Factuality.Planned, Assert.Single(Of(text, "ASSAULT")).Factuality);

    [Theory]
    [InlineData("The ministry blamed the raid on the northern militia.", "the northern militia")]
    [InlineData("The bombing was blamed on separatists.", "separatists")]
    [InlineData("The army fights the Northern Front, which it accuses of using the valley to launch attacks.", "the Northern Front")]
    [InlineData("The group killed nine soldiers in a raid on the mill.", "The group")]
    [InlineData("Youths burned a car; police opened fire, killing nine people.", "police")]
    [InlineData("The council accused the rebels of breaking the truce, and gunmen killed nine people.", "gunmen")]
    public void Who_is_said_to_have_done_it_did_it(string text, string doer)
    {
        EventClaim claim = Of(text, "ASSAULT").Last();

        Assert.Contains(claim.Initiators, p => p.Evidence.Quote == doer);
        Assert.DoesNotContain(claim.Targets.Concat(claim.Victims), p => p.Evidence.Quote == doer);
    }

    [Theory]
    [InlineData("Khartoum pulled out of peace talks in Geneva.")]
    [InlineData("The rebels withdrew from the negotiations with Manila.")]
    [InlineData("Oslo quit the talks.")]
    [InlineData("Pyongyang threatened to walk away from nuclear talks.")]
    public void Talks_that_are_left_are_not_held(string text) => Assert.Empty(Of(text, "CONSULT"));

    [Fact]
    public void Who_arrives_for_a_visit_makes_one() => Assert.Single(Of("The Mongolian president arrived in Beijing for a two-day visit.", "CONSULT"));

    [Fact]
    public void Talks_in_which_something_is_refused_are_held() => Assert.Single(Of("Norway rejected the plan in talks with Denmark on Friday.", "CONSULT"));

    [Theory]
    [InlineData("Norway closed the crossing after rocket fire killed three soldiers.")]
    [InlineData("Norway recalled its envoy after a drone strike killed three soldiers.")]
    public void Who_answers_a_deed_did_not_do_it(string text) => Assert.Empty(Assert.Single(Of(text, "ASSAULT")).Initiators);

    [Theory]
    [InlineData("A raid left at least nine people dead.", "ASSAULT")]
    [InlineData("The mayor mourned an attack that left nine people dead.", "ASSAULT")]
    [InlineData("Norwegian troops clashed with gunmen in Bergen, leaving 19 dead.", "ASSAULT")]
    [InlineData("Norway withdrew its envoy after a drone strike killed three soldiers.", "ASSAULT")]
    [InlineData("The ceasefire between Norway and Sweden took effect on Monday.", "RETREAT")]
    [InlineData("Norway and Sweden failed to reach agreement on the river.", "REJECT")]
    public void One_happening_is_told_once(string text, string type) => Assert.Single(Of(text, type));

    [Theory]
    [InlineData("The convoy came under fire, leaving a driver and two guards dead.", "RETREAT")]
    [InlineData("The army freed nine war detainees.", "ASSAULT")]
    [InlineData("The toll of the shelling rose after one of the wounded left the clinic.", "RETREAT")]
    [InlineData("Most of the dead in the shelling were women.", "AGREE")]
    [InlineData("The king left the city without an agreement with Norway.", "SANCTION")]
    public void What_only_looks_like_a_deed_is_none(string text, string type) => Assert.Empty(Of(text, type));

    [Fact]
    public void A_place_is_taken_from_somebody_and_stays_the_place()
    {
        EventClaim claim = Assert.Single(Of("Rebels captured the town of Masisi from government troops on Saturday.", "ASSAULT"));

        Assert.Equal("government troops", Assert.Single(claim.Targets).Evidence.Quote);
        Assert.Equal("Masisi", claim.Place?.Evidence.Quote);
    }

    [Theory]
    [InlineData("Two days after the ambush, helicopters bombed hideouts in the valley, killing nine.")]
    [InlineData("After the raid, jets struck a camp, killing nine people.")]
    public void What_follows_a_deed_keeps_its_own_toll(string text)
    {
        ImmutableArray<EventClaim> claims = Of(text, "ASSAULT");

        Assert.Empty(claims.Single(c => c.Modes.SequenceEqual(["unspecified"])).Tolls);
        Assert.Equal(9, Assert.Single(claims.Single(c => c.Modes.Contains("aerial")).Tolls).Min);
    }

    [Theory]
    [InlineData("In the first half of 2024, 1,543 civilians were killed, the mission said.", true)]
    [InlineData("In October, 95 people were killed in 40 attacks.", true)]
    [InlineData("In 2023, 500 people were killed in the violence.", true)]
    [InlineData("The group killed 14 people last year in an attack on a market.", false)]
    public void Many_deeds_are_a_figure_and_one_is_an_event(string text, bool figure)
    {
        Assert.Equal(figure, Trees.Claims(text).OfType<StatisticClaim>().Any());
        Assert.Equal(!figure, Of(text, "ASSAULT").Any());
    }

    [Fact]
    public void One_account_keeps_its_count_from_the_other() =>
        Assert.Empty(Of("Residents said at least 30 civilians died, while the army insisted that only fighters had been hit.", "ASSAULT").SelectMany(c => c.Tolls));

    [Fact]
    public void Two_who_fail_to_agree_are_the_two_parties()
    {
        EventClaim claim = Assert.Single(Of("Norway and Sweden failed to reach agreement on the river.", "REJECT"));

        Assert.Equal(("Norway", "Sweden"), (Assert.Single(claim.Initiators).Evidence.Quote, Assert.Single(claim.Targets).Evidence.Quote));
    }

    [Theory]
    [InlineData("Oman and Norway urged restraint.", "REQUEST")]
    [InlineData("The Norwegian government vowed that the raiders would be hunted down.", "THREATEN")]
    public void Words_to_nobody_in_particular_are_said(string text, string type)
    {
        EventClaim claim = Assert.Single(Of(text, type));

        Assert.NotEmpty(claim.Initiators);
        Assert.NotEqual(Factuality.Hypothetical, claim.Factuality);
        Assert.DoesNotContain(claim.Targets, t => t.Evidence.Quote == "restraint");
    }

    [Theory]
    [InlineData("Norway denied that it supports Sweden.", 0)]
    [InlineData("Norway supports Sweden.", 1)]
    [InlineData("Norway is allied with Sweden.", 1)]
    public void A_relation_that_is_denied_is_not_told(string text, int relations) => Assert.Equal(relations, Trees.Claims(text).OfType<RelationClaim>().Count());

    [Fact]
    public void Those_of_the_day_before_are_no_victims_of_what_answers_it()
    {
        ImmutableArray<EventClaim> claims = Of("Norwegian warplanes bombed positions of the Northern Front in the valley, the defence ministry said, a day after six soldiers were killed in a raid there.", "ASSAULT");

        Assert.Equal(2, claims.Length);
        Assert.Contains(claims[0].Initiators, p => p.Evidence.Quote == "Norwegian warplanes");
        Assert.Empty(claims[0].Victims);
        Assert.Contains(claims[1].Victims, p => p.Evidence.Quote == "six soldiers");
    }

    [Fact]
    public void What_a_deed_is_called_an_answer_to_had_other_victims()
    {
        EventClaim claim = Of("The Northern Front fired rockets at an army barracks, wounding two soldiers, in what it called retaliation for the killing of a commander in the valley.", "ASSAULT")[0];

        Assert.Equal(["two soldiers"], claim.Victims.Select(v => v.Evidence.Quote));
        Assert.Empty(Of("The Northern Front fired rockets at an army barracks in what it called retaliation for the killing of a commander.", "REQUEST"));
    }

    private static ImmutableArray<EventClaim> Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
