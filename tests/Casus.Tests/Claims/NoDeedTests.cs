using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Words that open an event elsewhere and tell of none where they stand, each as the pipeline reads it; and beside them the same words where they do.</summary>
public sealed class NoDeedTests
{
    [Theory]
    [InlineData("The minister called the candidate \"Little Anna\".", "CONSULT")]
    [InlineData("The ministry is calling back employees to headquarters.", "CONSULT")]
    [InlineData("Ruiz mocked the candidate he calls \"Mini Ann\".", "CONSULT")]
    [InlineData("A new party called Civic Forum won five seats.", "ACCUSE")]
    [InlineData("The two republics signed the Nuclear Test Ban Treaty in 1996.", "COERCE")]
    [InlineData("The two republics signed the Nuclear Test Ban Treaty in 1996.", "MOBILIZE")]
    [InlineData("The president signed a law de-ratifying the treaty.", "SUPPORT")]
    [InlineData("The opposing party won the vote in Ohio.", "REJECT")]
    [InlineData("The general was very disarming in talks with the envoy.", "RETREAT")]
    [InlineData("Allies of the governor were encouraged by the result.", "REQUEST")]
    [InlineData("The epidemic threatens to overwhelm the hospitals of Peru.", "THREATEN")]
    [InlineData("Homes with panels are helping neighbours in the town.", "AID")]
    [InlineData("Every comet is a demonstration of the miracles of nature.", "PROTEST")]
    [InlineData("The government is eliminating a two-week quarantine for visitors.", "ASSAULT")]
    [InlineData("The fight for the wall led to a long session of parliament.", "ASSAULT")]
    [InlineData("The president stayed silent, leaving his prime minister to face the unions.", "SANCTION")]
    [InlineData("Members of the senate questioned whether the plan would work.", "ACCUSE")]
    [InlineData("A group headed by the chief secretary wrote the rules.", "CONSULT")]
    [InlineData("Speaking to reporters, the minister said that nine people had died.", "CONSULT")]
    [InlineData("Police offered a reward for naming bombing suspects.", "ASSAULT")]
    [InlineData("Officials are warning people about getting together with the rebels.", "CONSULT")]
    [InlineData("Cooks of the army scraped the corn off the cob.", "RETREAT")]
    [InlineData("Ankara recalled its envoy from Oslo in protest at the burning of a flag.", "PROTEST")]
    [InlineData("The minister said that any attack would be met with a crushing response.", "AGREE")]
    [InlineData("The rebels were met with fierce resistance near Kobo.", "CONSULT")]
    public void No_such_deed_is_told(string text, string type) => Assert.DoesNotContain(Of(text), c => c.Type == type);

    [Theory]
    [InlineData("The president called his Kenyan counterpart on Monday.", "CONSULT")]
    [InlineData("The army scrapped its missiles under the accord.", "RETREAT")]
    [InlineData("Rebels threatened to shell the hospitals of Goma.", "THREATEN")]
    [InlineData("Miners marched through Quetta in protest at the arrest of the judge.", "PROTEST")]
    [InlineData("Tribesmen staged a demonstration of thousands in Quetta.", "PROTEST")]
    [InlineData("Troops eliminated nine rebels near Goma.", "ASSAULT")]
    [InlineData("Fighting for the town of Goma between rebels and the army killed nine people.", "ASSAULT")]
    [InlineData("The United Nations is willing to send more engineers to Colombia.", "AGREE")]
    [InlineData("The rebels abandoned the talks in Doha with the government.", "SANCTION")]
    [InlineData("The envoys spoke to the rebels in Doha.", "CONSULT")]
    public void And_here_it_is(string text, string type) => Assert.Contains(Of(text), c => c.Type == type);

    [Theory]
    [InlineData("The minister launched a rabid attack against the independence of the courts.")]
    [InlineData("The minister mounted an attack on the integrity of the senator.")]
    public void Only_words_strike_a_record(string text) => Assert.Equal("ACCUSE", Assert.Single(Of(text)).Type);

    [Theory]
    [InlineData("Lopez battles Tanaka and Ruiz in a fiery debate.")]
    [InlineData("It was the newcomer who fired the most shots at the debate.")]
    [InlineData("The nurse had been battling depression for years.")]
    public void Debates_and_ailments_are_no_wars(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Medics put the number of dead at nine after a strike on Gaza.", "strike")]
    [InlineData("A bomb hit a market in Quetta on Monday. Officials put the number of dead at 12 and the number of injured at 40.", "bomb")]
    public void Who_counts_the_dead_has_not_killed_them(string text, string deed) => Assert.All(Of(text), c => Assert.Equal(deed, c.Trigger.Quote));

    [Theory]
    [InlineData("A reporter covering a rally in Lima was beaten by police.")]
    [InlineData("The photographer was filming a protest in Baku when soldiers arrested him.")]
    public void Who_covers_a_protest_does_not_protest(string text) => Assert.All(Of(text).Where(c => c.Type == "PROTEST"), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("Kenya urged Somalia to resume talks.")]
    [InlineData("Kenya, Uganda and Chad urged Somalia to lift the sanctions.")]
    public void What_a_state_urges_is_asked_for(string text)
    {
        EventClaim asked = Assert.Single(Of(text));

        Assert.Equal(("REQUEST", Factuality.Requested), (asked.Type, asked.Factuality));
    }

    [Theory]
    [InlineData("Do you think the Kenyans will sign a deal with the rebels?")]
    [InlineData("Is this now a state of emergency?")]
    [InlineData("Are the rebels going to hand over their weapons?")]
    public void A_question_asserts_nothing(string text) => Assert.All(Of(text), c => Assert.Equal(Factuality.Hypothetical, c.Factuality));

    [Theory]
    [InlineData("The number of civilians killed in Burma rose by 20% to 1,800 last year.")]
    [InlineData("Civilian deaths in Burma rose by 20% to 1,800 last year, a monitor said.")]
    public void A_figure_that_rose_by_a_share_is_the_figure_it_came_to(string text)
    {
        StatisticClaim figure = Assert.IsType<StatisticClaim>(Assert.Single(All(text)));

        Assert.Equal(1800, figure.Min);
    }

    [Fact]
    public void Two_who_clash_are_the_two_sides_whoever_dies()
    {
        EventClaim claim = Assert.Single(Of("Druze fighters and Bedouin tribesmen clashed in Sweida, leaving 37 dead."));

        Assert.Equal(2, claim.Initiators.Length);
        Assert.Empty(claim.Targets);
        Assert.Equal(37, Assert.Single(claim.Tolls).Min);
    }

    [Fact]
    public void Where_a_truce_was_signed_is_not_where_it_was_broken() =>
        Assert.Equal("Walikale", Of("M23 rebels and Congolese troops clashed near Walikale, breaking a ceasefire agreed in Doha.").First(c => c.Type == "ASSAULT").Place!.Evidence.Quote);

    [Fact]
    public void Talks_in_a_city_are_not_with_it()
    {
        foreach (EventClaim claim in Of("India and China agreed to pull back troops after talks in Beijing."))
        {
            Assert.Equal(("IND", "CHN"), (Assert.Single(claim.Initiators).ActorId, Assert.Single(claim.Targets).ActorId));
        }
    }

    [Fact]
    public void Who_is_opposed_to_somebody_is_opposed_by_nobody()
    {
        EventClaim claim = Of("Groups opposed to the junta of Burma met in Oslo.").First(c => c.Type == "REJECT");

        Assert.Equal("Groups", Assert.Single(claim.Initiators).Evidence.Quote);
        Assert.Equal("the junta of Burma", Assert.Single(claim.Targets).Evidence.Quote);
    }

    [Fact]
    public void Whoever_was_helped_and_asked_asked_nobody()
    {
        EventClaim claim = Of("The patients were provided with medicines and asked to go home.").First(c => c.Type == "REQUEST");

        Assert.Empty(claim.Initiators);
        Assert.Equal("The patients", Assert.Single(claim.Targets).Evidence.Quote);
    }

    [Fact]
    public void Videos_do_not_march()
    {
        EventClaim claim = Assert.Single(Of("Videos showed protesters chanting slogans in Paris."));

        Assert.Equal("protesters", Assert.Single(claim.Initiators).Evidence.Quote);
        Assert.Empty(claim.Targets);
    }

    [Fact]
    public void A_court_in_which_somebody_is_arrested_arrests_nobody() =>
        Assert.Empty(Of("Suspended Councillor Tahir Khan Arrested in Delhi Court Over Staffer's Murder").First(c => c.Type == "COERCE").Initiators);

    [Fact]
    public void The_day_of_what_somebody_else_did_is_not_the_deeds() =>
        Assert.All(Of("The army killed a rebel commander a day after killing a ringleader of the October 7 rampage in the capital."), c => Assert.NotEqual("day", c.Time.Precision));

    [Fact]
    public void Attacks_are_a_threat_and_happened() =>
        Assert.Equal("ASSAULT", Assert.Single(Of("Hospitals report growing threats from Ethiopian airstrikes.")).Type);

    private static List<EventClaim> Of(string text) => [.. All(text).OfType<EventClaim>()];

    private static IEnumerable<Claim> All(string text) => Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims;
}
