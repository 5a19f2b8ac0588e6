using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Reports of one happening as several papers word it: what they agree on must not be lost or turned around in any of them.</summary>
public sealed class ToldByManyTests
{
    [Theory]
    [InlineData("Funerals held for officers killed in Lahore bombing")]
    [InlineData("Constable killed in Peshawar grenade attack")]
    [InlineData("Death toll in Mali wedding attack rises to 71")]
    [InlineData("Kenya church bombing: nine held")]
    [InlineData("20 miners shot dead in Duki")]
    [InlineData("Two embassy staff shot dead in Nairobi")]
    [InlineData("Nine farmers hacked to death in Borno")]
    [InlineData("Officials said Tuesday's attack left nine dead.")]
    [InlineData("Police probe teacher killings in Turbat")]
    [InlineData("Operation Anvil: Nine terror camps hit")]
    [InlineData("Oman denounced the raid that struck its capital on Tuesday as state terrorism.")]
    public void Nobody_is_named_to_have_done_it(string text) => Assert.All(Of(text).Where(c => c.Type == "ASSAULT"), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("The Israel Defense Forces killed Omar Haddad, the chief of the group's rocket unit, in an airstrike on a house in Gaza City on Friday, the military announced.", "The Israel Defense Forces", "Omar Haddad")]
    [InlineData("An army paraglider dropped two bombs on a crowd marking a festival in central Myanmar on Monday night, killing at least 24 people, a spokesman said.", "An army paraglider", "at least 24 people")]
    [InlineData("Gunmen took 25 girls from a school in Kebbi.", "Gunmen", "25 girls")]
    [InlineData("Iran launched missiles at Israel late on Friday, killing three people and wounding scores.", "Iran", "three people")]
    [InlineData("Militants killed nine constables in an attack in Bannu overnight on Monday.", "Militants", "nine constables")]
    public void Who_killed_or_took_whom(string text, string initiator, string victim)
    {
        EventClaim told = Of(text).First(c => c.Type == "ASSAULT");

        Assert.Equal(initiator, Assert.Single(told.Initiators).Evidence.Quote);
        Assert.Equal(victim, told.Victims[0].Evidence.Quote);
    }

    [Theory]
    [InlineData("Kenya denied involvement in the raid on Busia.", "KEN")]
    [InlineData("Kenya denied involvement in the raid on Busia, in which nine farmers were killed.", "KEN")]
    [InlineData("Islamabad denied any role in Monday's attack in Srinagar, in which six guards were shot dead.", "PAK.GOV")]
    [InlineData("The army denied involvement in the raid.", null)]
    public void Who_denies_a_part_in_it_has_none(string text, string? who)
    {
        EventClaim[] claims = Of(text);

        Assert.Equal(who, claims.Single(c => c.Factuality == Factuality.Denied).Initiators.Single().ActorId);
        Assert.All(claims.Where(c => c.Factuality != Factuality.Denied), c => Assert.Empty(c.Initiators));
    }

    [Theory]
    [InlineData("Israel, Hamas trade fire in Gaza", "Israel", "Hamas")]
    [InlineData("Russia, Ukraine swap prisoners", "Russia", "Ukraine")]
    public void A_comma_joins_two_in_a_headline(string text, string one, string other) =>
        Assert.Equal([one, other], Assert.Single(Of(text)).Initiators.Select(p => p.Evidence.Quote));

    [Fact]
    public void A_name_of_two_words_stands_before_the_comma_too()
    {
        EventClaim told = Assert.Single(Of("Saudi Arabia, Iran restore ties"));

        Assert.Equal(["IRN", "SAU"], told.Initiators.Concat(told.Targets).Select(p => p.ActorId!).Order());
    }

    [Fact]
    public void Whose_base_it_is_is_not_where_it_is() => Assert.Null(Assert.Single(Of("Iraqi militia fires rockets at US base")).Place);

    [Theory]
    [InlineData("Suspicion fell on the Houthis after a ship was hit by a missile in the Red Sea.", "ASSAULT", "Suspicion")]
    [InlineData("The governor resigned a day after police fired on protesters.", "RETREAT", "police")]
    [InlineData("Sudan declared three Emirati diplomats personae non gratae and gave them 48 hours to leave.", "THREATEN", "Sudan")]
    public void Who_is_no_party_to_it(string text, string type, string who) =>
        Assert.DoesNotContain(Of(text).Where(c => c.Type == type).SelectMany(c => c.Initiators.Concat(c.Targets)), p => p.Evidence.Quote == who);

    [Fact]
    public void Tear_gas_is_no_chemical_weapon() => Assert.Equal(["crowd-control"], Of("The crowd was tear-gassed outside the court.").Single(c => c.Type == "ASSAULT").Modes);

    [Fact]
    public void Where_fighters_surrender_is_not_to_whom() => Assert.Empty(Assert.Single(Of("Hundreds of fighters surrendered in Mindanao on Friday.")).Targets);

    [Theory]
    [InlineData("PM's convoy attacked in Dhaka", "PM's convoy")]
    [InlineData("Church attacked in Lahore", "Church")]
    [InlineData("UN convoy ambushed in Mali", "UN convoy")]
    [InlineData("Ex-minister arrested in Lahore", "Ex-minister")]
    [InlineData("Aid workers freed after three months", "Aid workers")]
    [InlineData("Hostages freed in Gaza deal", "Hostages")]
    public void What_is_built_or_travels_or_was_in_office_has_it_done_to_it(string text, string target)
    {
        EventClaim told = Assert.Single(Of(text));

        Assert.Empty(told.Initiators);
        Assert.Equal(target, told.Targets[0].Evidence.Quote);
    }

    [Theory]
    [InlineData("Militants attack army base in Niger, 20 dead", 20)]
    [InlineData("Gunmen kill 30 in central Nigeria village raid", 30)]
    [InlineData("Two policemen among five killed in Quetta blast", 5)]
    [InlineData("Three soldiers among 12 dead in ambush", 12)]
    [InlineData("Women and children among 14 killed in air strike", 14)]
    public void Whom_a_headline_counts(string text, int killed)
    {
        EventClaim told = Assert.Single(Of(text));

        Assert.Equal(killed, told.Tolls.Single(t => t.Kind == TollKind.Killed).Min);
        Assert.DoesNotContain(told.Initiators, p => p.ActorId is not null);
    }

    [Fact]
    public void That_people_died_is_not_denied_with_the_deed() =>
        Assert.NotEqual(Factuality.Denied, Of("Kenya denied carrying out the strike in which nine farmers were killed.").Single(c => c.Tolls.Length > 0).Factuality);

    [Fact]
    public void Who_is_accused_of_being_behind_it_is_the_one_meant()
    {
        EventClaim raid = Of("Kenya accused Uganda of being behind a raid on Busia.").Single(c => c.Type == "ASSAULT");

        Assert.Equal("UGA", Assert.Single(raid.Initiators).ActorId);
        Assert.True(raid.Score < 0.6);
    }

    [Theory]
    [InlineData("The United States called on Moscow to agree to an immediate ceasefire.")]
    [InlineData("Kenya called on Uganda to attack the rebels.")]
    [InlineData("The senator called on the governor to resign.")]
    public void Who_calls_on_others_does_nothing_but_ask(string text) => Assert.Equal(["REQUEST"], Of(text).Select(c => c.Type).Distinct());

    [Theory]
    [InlineData("Ministers met in Doha on 17 November 2025, six days after Israel bombed the city.", "bombed", -6)]
    [InlineData("The army shelled the town on 4 May 2024, a day after rebels attacked a base.", "attacked", -1)]
    [InlineData("Police arrested the mayor on 3 March 2023, two days before rebels attacked the town.", "attacked", 2)]
    public void A_day_is_counted_from_the_day_that_is_named(string text, string trigger, int apart)
    {
        EventClaim[] claims = Of(text);
        EventClaim counted = claims.Single(c => c.Trigger.Quote == trigger), named = claims.First(c => c != counted);

        Assert.Equal(named.Time.Earliest!.Value.AddDays(apart), counted.Time.Earliest);
    }

    [Fact]
    public void Weeks_apart_are_a_week() =>
        Assert.Equal("week", Of("On 7 March 2025 the army arrested six men, three weeks after a bomb killed nine people in Mosul.").Single(c => c.Type == "ASSAULT").Time.Precision);

    [Theory]
    [InlineData("The army condemned on Thursday the killing of nine farmers in Borno on Tuesday.", "killing", "Tuesday")]
    [InlineData("The cabinet on Wednesday described the car blast near the fort on November 10 as a crime.", "blast", "November 10")]
    [InlineData("More than 20 fighters were killed when the army repulsed an attack on 11 October, it said on Sunday.", "killed", "11 October")]
    public void A_deed_has_its_own_day(string text, string trigger, string day) => Assert.Equal(day, Of(text).First(c => c.Trigger.Quote == trigger).Time.Evidence?.Quote);

    [Theory]
    [InlineData("A bomb killed 12 people outside a court in the Pakistani capital on Tuesday.", "Islamabad")]
    [InlineData("Israel struck the southern suburbs of Lebanon's capital on Sunday.", "Beirut")]
    [InlineData("Talks were held in the capital of Qatar on Monday.", "Doha")]
    public void A_capital_is_a_town(string text, string town) => Assert.Equal(town, RepositoryPlace(Of(text)[0]));

    [Theory]
    [InlineData("Europe recognised Jerusalem as Israel's capital.")]
    [InlineData("Oman imposed controls on French capital flight after an attack.")]
    public void What_only_sounds_like_a_capital_is_no_place(string text) => Assert.DoesNotContain(Of(text), c => c.Place?.Evidence.Quote.Contains("capital", StringComparison.Ordinal) == true);

    [Fact]
    public void Where_a_truce_is_signed_is_not_who_signs_it() => Assert.DoesNotContain(Of("Kenya signed a ceasefire with Uganda in Doha.").SelectMany(c => c.Targets), t => t.Evidence.Quote == "Doha");

    [Fact]
    public void An_answer_is_not_the_deed_that_it_answers()
    {
        EventClaim[] claims = Of("The strike was a response to an explosive device that had injured two reservists.");

        Assert.Empty(claims.Single(c => c.Trigger.Quote == "strike").Tolls);
        Assert.Contains(claims, c => c.Tolls.Any(t => t is { Kind: TollKind.Injured, Min: 2 }));
    }

    [Fact]
    public void What_it_was_done_with_is_told_of_again()
    {
        Reading reading = Trees.Reading("Kenyan air strikes in southern Somalia killed at least 46 people. The bombs fell on four places near Mogadishu, a spokesman said.");

        EventClaim bombs = reading.Claims.OfType<EventClaim>().Single(c => c.Trigger.Quote == "bombs");
        Assert.Contains(reading.Links, l => l.From == bombs.Id && l.Kind == ClaimLinkKind.Same);
        Assert.Equal("Mogadishu", bombs.Place?.Evidence.Quote);
    }

    [Fact]
    public void What_men_bear_is_not_yet_used() =>
        Assert.DoesNotContain(Of("Gunmen armed with rockets and grenades stormed coal mines in Duki, killing 20 miners."), c => c.Trigger.Quote is "rockets" or "grenades");

    [Fact]
    public void A_bomb_on_a_motorcycle_is_one_bomb()
    {
        EventClaim blast = Assert.Single(Of("Five guards were killed when a bomb planted on a motorcycle exploded near an army truck in Quetta."));

        Assert.DoesNotContain(blast.Targets, t => t.Evidence.Quote.Contains("motorcycle", StringComparison.Ordinal));
    }

    [Fact]
    public void The_dead_condemn_nobody() =>
        Assert.Equal("QAT", Of("Qatar said one of its guards had died and condemned the attack.").Single(c => c.Type == "ACCUSE").Initiators.Single().ActorId);

    [Theory]
    [InlineData("Trump called President Gustavo Petro an illegal drug dealer.", "ACCUSE")]
    [InlineData("Bahrain ordered Tariq Nasser to leave the country within a week.", "SANCTION")]
    [InlineData("China's coast guard expelled Philippine ships from the reef.", "COERCE")]
    public void What_it_is(string text, string type) => Assert.Equal(type, Of(text)[0].Type);

    [Theory]
    [InlineData("Gaza war: ministers meet in Cairo")]
    [InlineData("The convoy had left Kayes for Bamako under army escort.")]
    [InlineData("Two reservists were honoured by the army.")]
    public void What_tells_of_no_deed(string text) => Assert.DoesNotContain(Of(text), c => c.Type is "ASSAULT" or "RETREAT" or "MOBILIZE");

    [Fact]
    public void How_somebody_will_answer_is_open_where_he_has_not_said() =>
        Assert.DoesNotContain(Of("The group has not said how it will respond."), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("Blast at Kabul mosque kills nine", 9)]
    [InlineData("Bomb blast near Delhi's Red Fort kills eight", 8)]
    [InlineData("Five rangers attained martyrdom in Kohat.", 5)]
    public void A_number_behind_the_verb_is_the_dead(string text, int killed) => Assert.Contains(Of(text).SelectMany(c => c.Tolls), t => t.Kind == TollKind.Killed && t.Min == killed);

    private static string? RepositoryPlace(EventClaim claim) => claim.Place?.PlaceId is { } id ? Casus.Tests.Knowledge.RepositoryKnowledge.Base.Places.Find(id)?.Name : null;

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>()];
}
