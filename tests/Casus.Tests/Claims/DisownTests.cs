using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Denials without a word for it, counts and words of others behind a semicolon, and what is no doer, target or day.</summary>
public sealed class DisownTests
{
    [Theory]
    [InlineData("The TTP said it had no role in the killings.")]
    [InlineData("The TTP had no part in the killings, its spokesman said.")]
    [InlineData("The TTP said it was not involved in the killings.")]
    [InlineData("The TTP said it was not behind the killings.")]
    [InlineData("The TTP said it was not responsible for the killings.")]
    [InlineData("The TTP distanced itself from the killings.")]
    [InlineData("The TTP had nothing to do with the killings, its spokesman said.")]
    [InlineData("The TTP said its men did not carry out the killings.")]
    public void Who_keeps_apart_denies_it(string said)
    {
        EventClaim[] claims = Of("Gunmen killed three engineers in Kohistan. " + said, "ASSAULT");

        EventClaim denial = claims[^1];
        Assert.Equal((Factuality.Denied, "PAK.TTP"), (denial.Factuality, Assert.Single(denial.Initiators).ActorId));
        Assert.DoesNotContain(claims, c => c.Responsibility is { Claimed: true });
        Assert.NotEqual("PAK.TTP", claims[0].Initiators.Single().ActorId);
    }

    [Theory]
    [InlineData("The TTP said it had a role in the killings.")]
    [InlineData("The TTP said it was behind the killings.")]
    public void Who_does_not_keep_apart_denies_nothing(string said) =>
        Assert.DoesNotContain(Of("Gunmen killed three engineers in Kohistan. " + said, "ASSAULT"), c => c.Factuality is Factuality.Denied or Factuality.Negated);

    [Theory]
    [InlineData("Sixteen officers were hurt, the ministry said; students said the police had beaten dozens.", "beaten")]
    [InlineData("Two soldiers were wounded; rebels shelled the town.", "shelled")]
    [InlineData("Two soldiers were wounded, the army said; rebels said they had killed nine.", "killed")]
    public void A_count_before_a_semicolon_is_of_what_stands_there(string text, string later) =>
        Assert.DoesNotContain(Of(text, "ASSAULT").Single(c => c.Trigger.Quote == later).Tolls, t => t.Kind == TollKind.Injured);

    [Theory]
    [InlineData("It was not clear who had fired the shell.")]
    [InlineData("A mine exploded near a school in Herat, killing two boys.")]
    [InlineData("The canopy of a station fell and killed 16 people.")]
    public void Nobody_did_it(string text) => Assert.All(Of(text, "ASSAULT"), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("The council said that ten people had been killed; the general admitted mistakes and promised to punish those responsible.", "THREATEN", "those responsible")]
    [InlineData("Ukraine and Russia swapped 185 prisoners on Thursday, with the Emirates as go-between.", "RETREAT", null)]
    public void To_whom_it_is_done(string text, string type, string? target) =>
        Assert.Equal(target is null ? [] : [target], Assert.Single(Of(text, type)).Targets.Select(t => t.Evidence.Quote));

    [Theory]
    [InlineData("In March 2025 rebels shelled Goma.", "2025-03")]
    [InlineData("In the second half of 2025 rebels shelled Goma.", "2025-H2")]
    public void A_year_counts_nobody_who_acts_behind_it(string text, string when)
    {
        EventClaim claim = Assert.Single(Of(text, "ASSAULT"));

        Assert.Equal(("rebels", when), (Assert.Single(claim.Initiators).Evidence.Quote, claim.Time?.Value));
    }

    [Fact]
    public void The_dead_of_many_strikes_are_none_of_one() =>
        Assert.Equal(4, Assert.Single(Assert.Single(Of("Norway killed four men in a strike on a boat on Thursday, taking the number of dead in such strikes to at least 87.", "ASSAULT")).Tolls).Min);

    [Fact]
    public void A_raid_is_not_where_another_bomb_went_off_before() =>
        Assert.Null(Of("The raid came hours after a suicide bombing at a barracks in Peshawar.", "ASSAULT").First(c => c.Trigger.Quote == "raid").Place);

    [Theory]
    [InlineData("Norway and Denmark ended a third round of talks in Bergen without a deal.", "CONSULT", 1)]
    [InlineData("The group paraded six sailors on television.", "PROTEST", 0)]
    public void What_was_held_was_held(string text, string type, int events) => Assert.Equal(events, Of(text, type).Length);

    [Theory]
    [InlineData("Caracas accused London of piracy.", "ACCUSE", "London")]
    [InlineData("Gunmen attacked a government compound in Bergen on Tuesday.", "ASSAULT", "a government compound")]
    public void Whom_it_befell(string text, string type, string target) => Assert.Equal(target, Assert.Single(Assert.Single(Of(text, type)).Targets).Evidence.Quote);

    [Theory]
    [InlineData("Gunmen killed 12 people. It was the country's third such shooting in a fortnight.", 1)]
    [InlineData("The dead militants belonged, it said, to a group.", 0)]
    public void What_is_said_of_it_is_no_deed(string text, int deeds) => Assert.Equal(deeds, Of(text, "ASSAULT").Length);

    [Fact]
    public void Where_envoys_met_nobody_struck() =>
        Assert.Null(Of("The strikes came as Norwegian envoys met American negotiators in Miami for a third day.", "ASSAULT")[0].Place);

    [Theory]
    [InlineData("Rebels are fighting house to house in Pokrovsk.", "house")]
    [InlineData("A mayor asked voters to let troops return, and they refused.", "A mayor")]
    public void They_are_no_party(string text, string words) =>
        Assert.DoesNotContain(Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type is "ASSAULT" or "REJECT").SelectMany(c => c.Targets.Concat(c.Initiators)), p => p.Evidence.Quote == words);

    [Theory]
    [InlineData("Norway's forces killed 33 rebels on Thursday, the highest such toll in a single clash this year.", "ASSAULT")]
    [InlineData("The envoy pressed Norway to protect engineers, 21 of whom have died in attacks since 2021.", "REQUEST")]
    [InlineData("A treaty of 1951 binds Norway, which warned Denmark.", "THREATEN")]
    public void A_year_that_counts_or_names_is_no_date(string text, string type) =>
        Assert.DoesNotContain(Of(text, type), c => c.Time?.Precision is "year" || c.Time?.Value?.Contains("2021", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("Gunmen killed a general and his men. The president was saddened by the death of the general and his men.")]
    [InlineData("Rebels ambushed a patrol. Police identified one of the dead men as a commander.")]
    public void Who_only_speaks_of_the_dead_counts_nobody(string text) =>
        Assert.DoesNotContain(Of(text, "ASSAULT"), c => c.Rules.Any(r => r.Value == "account.count") || (c.Trigger.Quote == "ambushed" && !c.Tolls.IsEmpty));

    [Fact]
    public void Who_tells_what_it_was_blamed_for_leaves_the_count_where_it_is()
    {
        EventClaim claim = Assert.Single(Of("Gunmen killed three engineers working on a dam in Kohistan and set their vehicle on fire, said the police, who blamed the Pakistani Taliban.", "ASSAULT"));

        Assert.Equal(3, Assert.Single(claim.Tolls).Min);
    }

    [Fact]
    public void Who_claims_it_has_an_account_of_their_own()
    {
        EventClaim claim = Of("A bomber blew himself up outside a court in Islamabad, killing 12 people. Jamaat-ul-Ahrar, a splinter of the Pakistani Taliban, claimed it.", "ASSAULT")[^1];

        Assert.Equal(("PAK.JUA", true, Factuality.Reported), (Assert.Single(claim.Initiators).ActorId, claim.Responsibility?.Claimed, claim.Factuality));
        Assert.Contains(claim.Rules, r => r.Value == "account.claim");
    }

    [Theory]
    [InlineData("On the same day commandos stormed a college in Wana.", "commandos")]
    [InlineData("The IS killed a priest in Bergen.", "The IS")]
    public void Who_stormed_it(string text, string doer) => Assert.Equal(doer, Assert.Single(Assert.Single(Of(text, "ASSAULT")).Initiators).Evidence.Quote);

    [Fact]
    public void What_had_gone_before_dates_nothing_after() =>
        Assert.Null(Of("Protesters had thrown stones at the palace on 15 October. Norway granted her asylum, and Lima broke off relations.", "SANCTION").Single().Time?.Value);

    [Fact]
    public void Who_fled_alone_is_nobody_displaced() =>
        Assert.DoesNotContain(Trees.Claims("Gunmen wounded two guards in Bergen, to which the minister had fled.").OfType<EventClaim>().SelectMany(c => c.Tolls), t => t.Kind == TollKind.Displaced);

    [Fact]
    public void Rockets_and_the_jets_that_answer_are_two_deeds()
    {
        EventClaim[] claims = Of("On 24 July rockets hit a petrol station in Sisaket, and Thai F-16s bombed Cambodian positions.", "ASSAULT");

        Assert.Equal(2, claims.Length);
        Assert.DoesNotContain(claims.Single(c => c.Trigger.Quote == "rockets").Initiators, p => p.ActorId == "THA");
    }

    [Theory]
    [InlineData("Police shot protesters in Lagos.", "Police")]
    [InlineData("A bomb planted on a motorcycle killed at least eight people near a vehicle in Quetta, police said on Thursday.", null)]
    public void The_verb_that_the_tree_hides_has_its_doer(string text, string? doer) =>
        Assert.Equal(doer is null ? [] : [doer], Assert.Single(Of(text, "ASSAULT")).Initiators.Select(p => p.Evidence.Quote));

    [Theory]
    [InlineData("Two days of clashes between rebels and guards in Bergen left more than 350 people dead.", true)]
    [InlineData("Weeks of clashes between rebels and guards in Bergen left the roads empty.", false)]
    public void Counted_days_of_fighting_are_one_happening(string text, bool one) => Assert.Equal(one, Of(text, "ASSAULT")[0].Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("Philippine troops shot a rebel. Talks that Norway was to host have stalled. The government rejected a truce.", null)]
    [InlineData("Norway's army shot a rebel. Norway's talks have stalled. The government rejected a truce.", "NOR")]
    public void Whose_government_it_is_must_be_clear(string text, string? country) =>
        Assert.Equal(country, Of(text, "REJECT")[^1].Initiators.Select(p => p.ActorId?[..3]).FirstOrDefault());

    [Theory]
    [InlineData("Somalia condemned the move as an attack on its sovereignty.", "ASSAULT")]
    [InlineData("Banks and customs posts stopped working.", "PROTEST")]
    [InlineData("The attackers came from the direction of Orakzai.", "CONSULT")]
    public void It_is_only_called_so(string text, string type) => Assert.DoesNotContain(Of(text, type), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Fact]
    public void The_war_around_is_no_event_beside_a_deed() => Assert.Single(Of("Norway shot down drones on Wednesday, the first time that it has fired in the war.", "ASSAULT"));

    [Fact]
    public void A_body_with_a_countrys_name_is_not_the_country()
    {
        Assert.DoesNotContain(Of("The Sudan Doctors Network accused the army of a massacre.", "ACCUSE").SelectMany(c => c.Initiators), p => p.ActorId == "SDN");
        Assert.Empty(Of("The National Conference said that people were angry.", "CONSULT"));
    }

    private static EventClaim[] Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
