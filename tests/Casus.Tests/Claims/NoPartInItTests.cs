using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Who and what has no part in a deed though it stands beside it, and which words tell of no single happening.</summary>
public sealed class NoPartInItTests
{
    [Theory]
    [InlineData("Two vans packed with explosives were rammed into the gate of the barracks in Gao on Monday as soldiers were having breakfast, killing nine people, the army said.")]
    [InlineData("Minister Awa Sangaré killed in car bombing in Bamako")]
    [InlineData("Police in Odesa said that rockets hit the port on Tuesday; four dock workers were wounded.")]
    [InlineData("On 4 March shells killed three traders in Adré and wounded six.")]
    [InlineData("Helicopters took 20 wounded villagers to hospital.")]
    [InlineData("The spokesman, asked about the strikes on Kidal, said only that he had seen the reports.")]
    public void Victims_weapons_speakers_and_bystanders_do_nothing(string sentence) =>
        Assert.All(Violence(sentence), c => Assert.Empty(c.Initiators));

    [Fact]
    public void Who_keeps_apart_from_a_deed_neither_did_it_nor_suffered_it()
    {
        EventClaim bombing = Assert.Single(Violence("The spokesman of the RSF distanced the group from the bombing."));

        Assert.Empty(bombing.Initiators);
        Assert.Empty(bombing.Targets);
    }

    [Theory]
    [InlineData("The army opened fire with heavy machine guns and mortars.", null)]
    [InlineData("The army opened fire with small arms at posts in Kaya.", "posts in Kaya")]
    [InlineData("Two lorries full of explosives were rammed into the wall of a prison on Sunday.", "the wall of a prison")]
    public void A_weapon_is_no_target(string sentence, string? target) =>
        Assert.Equal(target, Violence(sentence).SelectMany(c => c.Targets).Select(p => p.Evidence.Quote).FirstOrDefault());

    [Theory]
    [InlineData("Sudan and the RSF have clashed along the river several times since 2022.", Factuality.Habitual)]
    [InlineData("Every bomb on Darfur brings the rebels new men.", Factuality.Habitual)]
    [InlineData("Ghana condemns all attacks on civilians.", Factuality.Habitual)]
    [InlineData("Ethiopia's government did not confirm the raid in public.", Factuality.Asserted)]
    [InlineData("Khartoum neither confirmed nor denied that it was behind the blasts.", Factuality.Hypothetical)]
    public void Many_any_and_what_nobody_vouches_for_are_told_apart(string sentence, Factuality told)
    {
        EventClaim claim = Assert.Single(Violence(sentence));

        Assert.Equal(told, claim.Factuality);
        Assert.True(told == Factuality.Habitual || claim.Speakers.IsEmpty);
    }

    [Theory]
    [InlineData("Did they agree on a truce?", "AGREE", Factuality.Hypothetical)]
    [InlineData("No date for talks has been fixed.", "CONSULT", Factuality.Negated)]
    [InlineData("The rebels promised that nobody would use the region to threaten its neighbours.", "THREATEN", Factuality.Negated)]
    public void A_question_or_a_promise_that_nobody_will_is_no_deed(string sentence, string type, Factuality told) =>
        Assert.All(Read(sentence).Claims.OfType<EventClaim>().Where(c => c.Type == type), c => Assert.Equal(told, c.Factuality));

    [Fact]
    public void What_a_party_is_called_is_not_done_to_it_now() =>
        Assert.DoesNotContain(Read("A spokesman of the banned party thanked jailed teachers in Minsk.").Claims.OfType<EventClaim>(), c => c.Type == "COERCE");

    [Theory]
    [InlineData("The UN mission recorded 312 civilians killed and 840 injured between 1 January 2024 and 30 June 2024.", "2024-01-01/2024-06-30", 312)]
    [InlineData("Jihadist violence killed 2,300 people in Burkina Faso last year, according to a monitoring group.", "2024", 2300)]
    [InlineData("Security forces killed 120 militants in the region in January, officials say.", "2025-01", 120)]
    public void A_count_over_months_is_a_statistic_and_no_happening(string sentence, string period, double killed)
    {
        Reading reading = Read(sentence);
        StatisticClaim statistic = Assert.Single(reading.Claims.OfType<StatisticClaim>(), c => c.Measure == "killed");

        Assert.Equal((period, killed), (statistic.Period?.Value, statistic.Min));
        Assert.DoesNotContain(reading.Claims.OfType<EventClaim>(), c => c.Type == "ASSAULT");
    }

    [Fact]
    public void A_month_before_the_deed_dates_one() =>
        Assert.Equal(46, Violence("In December 2024 gunmen killed 46 people at a market in Jos.").SelectMany(c => c.Tolls).Select(t => t.Min).FirstOrDefault());

    [Fact]
    public void A_place_that_is_addressed_is_no_place() =>
        Assert.Null(Trees.Event(Read("Kigali accused Kinshasa of arming militias."), "ACCUSE").Place);

    [Fact]
    public void Where_a_speaker_sits_is_not_where_it_happened() =>
        Assert.All(Violence("One rebel was killed, said the interior ministry in Nairobi, while officials in Garissa spoke of six wounded."), c => Assert.Null(c.Place));

    [Fact]
    public void An_attack_on_another_day_is_another()
    {
        EventClaim[] all = [.. Violence("Drones struck a depot in Bria on 2 March. The operation followed Saturday's assault on a post in Birao.")];

        Assert.All(all.Where(c => c.Trigger.Quote == "assault"), c => Assert.DoesNotContain("drone", c.Modes));
    }

    private static EventClaim[] Violence(string sentence) => [.. Read(sentence).Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT")];

    private static Reading Read(string text) => WholeEngine.ReadText("test", text, new DateOnly(2025, 3, 5)).Reading!;
}
