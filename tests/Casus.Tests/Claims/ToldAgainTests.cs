using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Which deed is meant where one is told again, whose people those are of whom some are counted, and who lost them.</summary>
public sealed class ToldAgainTests
{
    [Fact]
    public void A_massacre_is_no_firefight()
    {
        EventClaim[] claims = Of("Rebels hacked 14 worshippers to death in a church in Komanda. Troops freed six captives after a firefight in which three rebels died. Islamic State later said that its fighters had carried out the massacre.");

        Assert.Null(claims.Single(c => c.Trigger.Quote == "firefight").Responsibility);
        Assert.Equal("Komanda", claims[^1].Place?.Evidence.Quote);
    }

    [Fact]
    public void A_raid_is_of_somebody()
    {
        EventClaim raid = Of("Kenyan police killed eleven members of a gang in an operation in Pont-Sonde. One Kenyan officer was shot dead. The council hailed the raid.")[^1];

        Assert.Equal("eleven members of a gang", Assert.Single(raid.Targets).Evidence.Quote);
    }

    [Theory]
    [InlineData("Nobody claimed the attack, but Washington blamed the militia and its jets hit three depots.", "hit")]
    [InlineData("No group has claimed the bombing, and police later shot dead two men in Bannu.", "shot dead")]
    public void What_nobody_claims_is_not_what_others_did(string text, string deed) =>
        Assert.Null(Of("A bomb wounded a soldier in Hasakah on Sunday. " + text).First(c => c.Trigger.Quote.Contains(deed, StringComparison.Ordinal)).Responsibility);

    [Fact]
    public void Any_attack_that_is_denied_is_the_one_that_was_told()
    {
        EventClaim denial = Of("Fighters of the front ambushed a Taliban patrol in Baghlan and killed four. A Taliban spokesman denied that any attack had taken place.")[^1];

        Assert.Equal((Factuality.Denied, "AFG.TALIBAN", "target"), (denial.Factuality, Assert.Single(denial.Targets).ActorId, Assert.Single(denial.Speakers).Side));
    }

    [Theory]
    [InlineData("Iran's ambassador in Kabul called the reports baseless.", true)]
    [InlineData("Iran's ambassador in Kabul described the account as fabricated.", true)]
    [InlineData("Tehran said the reports were baseless.", true)]
    [InlineData("Tehran said the reports were not baseless.", false)]
    [InlineData("Iran's ambassador in Kabul called the reports important.", false)]
    public void Who_calls_reports_untrue_denies(string said, bool denies) =>
        Assert.Equal(denies, Of("Iranian border guards killed at least 12 migrants, a rights group said. " + said).Any(c => c.Factuality == Factuality.Denied));

    [Fact]
    public void Who_planned_what_was_done_is_told_of_it()
    {
        EventClaim[] claims = Of("A bombing in Bannu killed a constable on Monday. Troops killed six men, including the man who planned the bombing.");

        Assert.DoesNotContain(claims, c => c.Factuality == Factuality.Planned);
    }

    [Theory]
    [InlineData("Islamic State Khorasan said one of its members had blown himself up inside the ministry, killing the minister.", "AFG.ISKP", true)]
    [InlineData("The Balochistan Liberation Army said its Majeed Brigade had carried out the attack on the convoy.", "PAK.MAJEED", true)]
    [InlineData("Two of India's neighbours attacked the convoy.", null, false)]
    public void One_of_them_is_theirs(string text, string? actor, bool claimed)
    {
        EventClaim claim = Of(text)[0];

        Assert.Equal((actor, claimed), (Assert.Single(claim.Initiators).ActorId, claim.Responsibility is { Claimed: true }));
    }

    [Theory]
    [InlineData("The army lost 14 soldiers in the battle for the town.", "The army", 14)]
    [InlineData("Rebels had lost nine men a week before in an ambush by separatists.", "Rebels", 9)]
    public void Who_lost_people_suffered_it(string text, string loser, long killed)
    {
        EventClaim claim = Assert.Single(Of(text));

        Assert.Equal((loser, killed), (Assert.Single(claim.Targets).Evidence.Quote, Assert.Single(claim.Tolls).Min));
        Assert.DoesNotContain(claim.Initiators, p => p.Evidence.Quote == loser);
    }

    [Fact]
    public void What_was_lost_to_attacks_over_years_is_a_statistic()
    {
        Claim[] claims = [.. Trees.Claims("China has lost 21 of its nationals to attacks in Pakistan since 2017.")];

        Assert.Empty(claims.OfType<EventClaim>());
        Assert.Equal(21, Assert.Single(claims.OfType<StatisticClaim>()).Min);
    }

    [Theory]
    [InlineData("At least 33 people drowned when the army shelled a ferry.", 33)]
    [InlineData("Guards drowned 14 captives in the river.", 14)]
    [InlineData("Drones killed a senior commander of the YPG and his driver in Qamishli.", 2)]
    [InlineData("Police had beaten to death two brothers in the town.", 2)]
    [InlineData("A bomber struck a convoy of troops in Turbat, killing five of them and a nurse.", 6)]
    public void All_who_died_are_counted(string text, long killed) =>
        Assert.Equal(killed, Of(text).Sum(c => c.Tolls.Where(t => t.Kind == TollKind.Killed).Sum(t => t.Min)));

    [Fact]
    public void Behind_an_opener_the_verb_has_its_subject()
    {
        EventClaim claim = Assert.Single(Of("The talks came two days after a bomb attack on a bus in Gaziantep wounded eleven policemen."));

        Assert.Equal(11, Assert.Single(claim.Tolls).Min);
    }

    [Fact]
    public void A_truce_that_somebody_would_give_in_exchange_is_none() =>
        Assert.DoesNotContain(Trees.Claims("Mediators presented a proposal under which eleven hostages would be released in exchange for a 60-day truce.").OfType<EventClaim>(), c => c.Type == "RETREAT" && c.Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("The front said on X. A spokesman denied it.")]
    [InlineData("The front wrote on X. Kabul denied it.")]
    public void A_site_ends_a_sentence(string text) => Assert.Equal(2, Corpus.WholeEngine.ReadText("x", text, null).Reading!.Analysis.Sentences.Length);

    [Fact]
    public void A_count_is_of_what_was_done_and_not_of_what_went_before_it()
    {
        EventClaim[] claims = Of("The army struck a command post in Nabatieh after a rocket landed near Metula. The health ministry said two paramedics and a child had died.");

        Assert.All(claims.Where(c => !c.Tolls.IsEmpty), c => Assert.Equal((3, "Nabatieh"), (Assert.Single(c.Tolls).Min, c.Place?.Evidence.Quote)));
        Assert.Contains(claims, c => !c.Tolls.IsEmpty);
    }

    [Fact]
    public void Who_died_in_an_attack_of_their_own_was_not_struck_by_it()
    {
        EventClaim claim = Of("Pakistan's army said that 23 of its soldiers had died and that more than 200 members of the Afghan army were killed when an attack from the Afghan side was beaten back.")[^1];

        Assert.Equal(["PAK.MIL"], claim.Targets.Select(t => t.ActorId));
        Assert.Equal(2, claim.Victims.Length);
    }

    [Fact]
    public void Who_sheltered_somewhere_killed_nobody()
    {
        EventClaim[] claims = Of("Junta aircraft bombed a monastery in Sagaing where displaced people were sheltering, killing 23.");

        Assert.All(claims, c => Assert.Equal("Junta aircraft", Assert.Single(c.Initiators).Evidence.Quote));
    }

    [Fact]
    public void Whose_drones_they_are_stands_before() =>
        Assert.Equal("UKR.GOV", Assert.Single(Of("Kyiv, whose drones had struck an oil terminal the night before, asked for more missiles.").Single().Initiators).ActorId);

    [Fact]
    public void Police_plot_nothing_for_which_they_arrest_others() =>
        Assert.DoesNotContain(Of("Police in Caracas arrested a lawmaker on Tuesday over an alleged plot to bomb the US embassy."), c => c.Initiators.Any(p => p.Evidence.Quote.Contains("Police", StringComparison.Ordinal)));

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == "ASSAULT")];
}
