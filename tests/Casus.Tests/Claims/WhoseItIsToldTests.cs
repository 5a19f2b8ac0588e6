using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Agency sentences of two deeds or two sides: which of them leads, who is meant by "it", and what befell somebody before.</summary>
public sealed class WhoseItIsToldTests
{
    [Fact]
    public void A_town_taken_after_a_fight_is_what_was_done()
    {
        EventClaim claim = Assert.Single(Of("M23 rebels seized the mining town of Walikale after a day of fighting with pro-government militias."));

        Assert.Equal(("seized", "Walikale"), (claim.Trigger.Quote, claim.Place?.Evidence.Quote));
    }

    [Fact]
    public void A_body_that_speaks_of_it_speaks_of_itself() =>
        Assert.Equal("UKR.MIL", Assert.Single(Of("Russia launched 145 drones overnight, and Ukraine's air force said it had shot down 90 of them.").Single(c => c.Type == "ASSAULT").Initiators).ActorId);

    [Fact]
    public void Gangs_that_burn_houses_do_not_protest() =>
        Assert.Equal("ASSAULT", Assert.Single(Of("Haitian gangs set fire to dozens of houses in Kenscoff, forcing 3,000 people to flee, the UN said.")).Type);

    [Fact]
    public void A_deputy_head_is_somebody() =>
        Assert.Contains(Of("Armed men kidnapped 25 girls from a boarding school in Kebbi and killed the deputy head, police said.")[0].Tolls, t => t is { Kind: TollKind.Killed, Min: 1 });

    [Fact]
    public void A_summit_to_come_is_not_of_who_fires_before_it() =>
        Assert.Empty(Of("North Korea fired a ballistic missile into the sea hours before the summit in Seoul, Seoul's military said.").Single(c => c.Type == "CONSULT").Initiators);

    [Fact]
    public void Talks_before_which_somebody_acts_with_another_are_his() =>
        Assert.NotEmpty(Of("The premier met his generals before talks with Oman.").Where(c => c.Trigger.Quote == "talks").SelectMany(c => c.Initiators));

    [Fact]
    public void What_was_seized_before_is_released_now() =>
        Assert.Null(Of("The Houthis released the crew of the Galaxy Leader, seized 14 months earlier, after talks with Oman.").Single(c => c.Type == "RETREAT").Time?.Evidence);

    [Fact]
    public void Whom_an_army_denies_to_be_captured_was_captured_by_no_account() =>
        Assert.DoesNotContain(
            Of("Islamic State fighters ambushed an army patrol in Borno, killing two soldiers, security sources said, but the army denied that a general had been captured."),
            c => c.Factuality != Factuality.Denied && c.Tolls.Any(t => t.Kind == TollKind.Abducted));

    [Fact]
    public void Where_something_lies_stands_aside_of_the_day() =>
        Assert.NotNull(Of("Gunmen assaulted a woman at an estate, located near the park, on July 23.").Single().Time?.Evidence);

    [Fact]
    public void A_name_right_before_who_acts_is_theirs() =>
        Assert.Equal("IND.MAOISTS", Assert.Single(Of("Five constables were injured on Monday after Communist Party of India Maoist (CPI Maoist) fighters triggered a blast near a bus stand in Gaya.").Single().Initiators).ActorId);

    [Fact]
    public void Some_of_the_dead_are_no_count_of_their_own()
    {
        EventClaim[] claims = Of("Gunmen killed nine passengers near Kolpur on Tuesday. A day later the army said it had killed the commander who led the attack. Rights groups said three of the dead had been students.");

        Assert.DoesNotContain(claims, c => c.Tolls.Any(t => t.Min == 3));
    }

    [Fact]
    public void Where_displaced_people_live_displaces_nobody() =>
        Assert.Single(Of("Jets hit a school in Nuseirat where displaced families were living, killing 27 people."));

    [Fact]
    public void Survivors_are_not_the_boat() =>
        Assert.Empty(Of("Survivors said a patrol vessel had rammed it.").Single().Targets);

    [Fact]
    public void Who_takes_exiles_in_detains_nobody() => Assert.Equal("AGREE", Of("Lithuania will take in exiles.").Single().Type);

    [Theory]
    [InlineData("Omar Daud, whose daughter was the last person killed in the shelling, praised the judge.")]
    [InlineData("Omar Daud, whose son Ali was shot in the raid, met the judge.")]
    public void Whose_child_was_killed_did_not_do_it(string text) => Assert.Empty(Of(text).Single(c => c.Type == "ASSAULT").Initiators);

    [Theory]
    [InlineData("Hezbollah said it had been accused by Israel.", "ACCUSE", "Israel", "Hezbollah")]
    [InlineData("Hezbollah, which was backed by Iran on Sunday, has said nothing.", "SUPPORT", "Iran", "Hezbollah")]
    [InlineData("Hezbollah accused Israel of attacking it.", "ASSAULT", "Israel", "Hezbollah")]
    [InlineData("Oman said that Iran had armed Hezbollah.", "AID", "Iran", "Hezbollah")]
    [InlineData("Kenya denied bombing Uganda.", "ASSAULT", "Kenya", "Uganda")]
    public void Who_did_it_to_whom(string text, string type, string initiator, string target)
    {
        EventClaim told = Of(text).Single(c => c.Type == type);

        Assert.Equal((initiator, target), (Assert.Single(told.Initiators).Evidence.Quote, Assert.Single(told.Targets).Evidence.Quote));
    }

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>()];
}
