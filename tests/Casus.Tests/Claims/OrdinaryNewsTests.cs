using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Crime, courts, work and other news of every day, told in words that elsewhere are those of war and diplomacy.</summary>
public sealed class OrdinaryNewsTests
{
    [Theory]
    [InlineData("The hiring and firing of the coach split the supporters.")]
    [InlineData("Three cooks were fired for smoking in the pantry.")]
    [InlineData("A pupil saw smoke coming from the parcel and told the staff, triggering an evacuation of the school.")]
    [InlineData("A terrorism expert of the university called the parcels crude.")]
    [InlineData("Two officers recognised the man as the caretaker of the mosque.")]
    [InlineData("The widow said the accused had shown no remorse.")]
    [InlineData("The smuggler once called up a radio host and told him of his crime.")]
    [InlineData("They had to fall back on the fact that nobody had seen it.")]
    [InlineData("The convict went home after his capture by bounty hunters.")]
    public void Tells_of_no_event(string text) => Assert.Empty(Of(text));

    [Fact]
    public void Who_was_briefed_briefs_nobody() =>
        Assert.DoesNotContain(Of("An engineer briefed on the inquiry said the bolts were rusty."), c => c.Initiators.Any(p => p.Evidence.Quote.Contains("engineer", StringComparison.Ordinal)));

    [Fact]
    public void Who_is_helped_does_what_he_is_helped_to_do()
    {
        EventClaim nab = Of("A dropped receipt helped police nab the burglar.").Single(c => c.Trigger.Quote == "nab");

        Assert.Equal(("police", "the burglar"), (Assert.Single(nab.Initiators).Evidence.Quote, Assert.Single(nab.Targets).Evidence.Quote));
    }

    [Fact]
    public void A_campus_calls_for_nothing() =>
        Assert.Equal("Dozens of students", Assert.Single(Of("Dozens of students gathered on the campus calling for the death of the governor.").Single().Initiators).Evidence.Quote);

    [Theory]
    [InlineData("Officers met the man, who had fired on them.", "Officers")]
    [InlineData("Officers recognised the man as Karim Sadeq, who had opened fire on them in May.", "Officers")]
    [InlineData("Soldiers stopped the driver, who fired on them.", "Soldiers")]
    public void They_are_not_one_man(string text, string whom) =>
        Assert.Equal(whom, Assert.Single(Of(text).Single(c => c.Type == "ASSAULT").Targets).Evidence.Quote);

    [Fact]
    public void A_sentence_of_another_language_tells_nothing() =>
        Assert.Empty(Of("The museum sent its guests this note. Der alte Mann war nicht mehr da und die Kinder waren mit der Mutter in das Dorf gegangen."));

    [Fact]
    public void Where_nobody_of_public_life_takes_part_nothing_passes_between_parties()
    {
        const string page = "The editor supports tables and footnotes. Readers submitted the best jokes of the year. The new version requires a password. You can talk to your neighbour about it. "
            + "The method rejects odd characters. Many people vouch for it. The list grows every week.";

        Assert.Empty(Of(page));
        Assert.NotEmpty(Of(page + " The army of Chad arrested the mayor."));
    }

    [Theory]
    [InlineData("Police in Lima have detained 18 people over a fire that killed 19 people and injured eight.")]
    [InlineData("Police detained the owner of a ferry that sank on Friday, killing 40 people.")]
    public void Whom_a_fire_killed_the_arrest_did_not(string text)
    {
        EventClaim arrest = Assert.Single(Of(text));

        Assert.Equal("COERCE", arrest.Type);
        Assert.DoesNotContain(arrest.Tolls, t => t.Kind is TollKind.Killed or TollKind.Injured);
    }

    [Fact]
    public void What_is_believed_goes_on() =>
        Assert.Equal("the clerk", Assert.Single(Of("For weeks, police believed the clerk committed the burglary, then kidnapped Ms. Odell.").Single(c => c.Type == "ASSAULT").Initiators).Evidence.Quote);

    [Fact]
    public void What_police_were_told_is_no_demand()
    {
        EventClaim threat = Assert.Single(Of("The woman told police that the caretaker had threatened her."));

        Assert.Equal(("THREATEN", "the caretaker"), (threat.Type, Assert.Single(threat.Initiators).Evidence.Quote));
    }

    [Fact]
    public void Who_speaks_killed_nobody_who_died_in_his_family() =>
        Assert.Empty(Of("Omar Daud, whose 6-year-old daughter, Mina, was the last person killed in the bombing, said the judge had been kind.").Single().Initiators);

    [Theory]
    [InlineData("A former soldier was found guilty of raping a woman.", "raping", "ASSAULT")]
    [InlineData("The clerk was found guilty of rapping the mayor.", "rapping", "ACCUSE")]
    public void A_short_verb_doubles_its_last_letter(string text, string trigger, string type) =>
        Assert.Equal(type, Of(text).Single(c => c.Trigger.Quote == trigger).Type);

    [Fact]
    public void A_market_of_a_feast_is_no_day()
    {
        EventClaim[] claims = Of("A man drove a van into a crowd at a Christmas market in Graz, killing three people.");

        Assert.All(claims, c => Assert.Null(c.Time?.Evidence));
    }

    [Fact]
    public void Those_who_died_of_a_disease_are_not_those_of_the_shots() =>
        Assert.DoesNotContain(
            Of("Police broke up a rally in Beira. Water cannon were used against the crowd. Doctors said that seven people had died of cholera. However, a charity said that 31 had died."),
            c => !c.Tolls.IsEmpty);

    [Fact]
    public void The_dead_of_a_wave_were_killed_by_nobody()
    {
        const string page = "A tsunami struck the coasts of Asia on Sunday. Waves ten metres high swept over the beaches. More than 300 were killed in Kenya and Malaysia. The tsunami came after an earthquake off Sumatra. Thousands have no roof. The airports are closed.";

        Assert.DoesNotContain(Of(page), c => c.Type == "ASSAULT");
        Assert.Contains(Of(page + " Rebels shot dead four aid workers in Aceh."), c => c.Type == "ASSAULT");
    }

    [Theory]
    [InlineData("She is not in custody.")]
    [InlineData("The editor is not under arrest.")]
    public void Who_is_not_under_arrest_was_not_arrested(string text) => Assert.DoesNotContain(Of(text), c => c.Factuality != Factuality.Negated);

    [Theory]
    [InlineData("It was not an attack by Israel, the army said.", Factuality.Negated)]
    [InlineData("It was no accident but an attack by Israel, Tehran said.", Factuality.Reported)]
    [InlineData("The killings in Bucha were not a massacre by Russia, Moscow insisted.", Factuality.Denied)]
    public void What_was_no_attack_is_none(string text, Factuality told) =>
        Assert.Equal(told, Of(text).Single(c => c.Trigger.Quote is "attack" or "massacre").Factuality);

    [Fact]
    public void What_is_not_envisaged_is_not_imposed() =>
        Assert.Equal(Factuality.Negated, Of("The African Union does not envisage the imposition of sanctions.").Single(c => c.Type == "COERCE").Factuality);

    [Theory]
    [InlineData("She was quietly arrested early on Monday, Wheat said.", "Wheat")]
    [InlineData("They are down there shooting, McNeil said.", "McNeil")]
    public void Who_speaks_behind_it_is_not_meant(string text, string speaker)
    {
        EventClaim claim = Assert.Single(Of(text));

        Assert.DoesNotContain(claim.Initiators.Concat(claim.Targets), p => p.Evidence.Quote == speaker);
        Assert.Equal(speaker, Assert.Single(claim.Speakers).Evidence.Quote);
    }

    [Fact]
    public void Where_somebody_lives_is_not_who_he_is() =>
        Assert.Null(Assert.Single(Assert.Single(Of("Dale Roy Pruitt, 44, Lebanon, was arrested on Monday.")).Targets).ActorId);

    [Fact]
    public void A_form_that_no_past_has_is_a_participle() =>
        Assert.Equal("Springfield man", Assert.Single(Assert.Single(Of("Springfield man taken into custody after chase.")).Targets).Evidence.Quote);

    private static EventClaim[] Of(string text) => [.. Trees.Claims(text).OfType<EventClaim>()];
}
