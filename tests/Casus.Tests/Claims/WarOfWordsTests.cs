using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Words of violence among those in politics, in a sentence and in an article on a contest for office, each as the pipeline reads it.</summary>
public sealed class WarOfWordsTests
{
    private const string Contest = "Five candidates met on a stage in Accra for the last debate of the campaign. The nominee spoke of roads and schools. Voters go to the polls on Sunday, and each ballot counts, the moderator said. "
        + "The frontrunner in the election has led since spring. Delegates of both parties sat in the first rows. The runoff, if there is one, follows a month later. ";

    [Theory]
    [InlineData("Netanyahu attacked Macron.", "Netanyahu", "Macron")]
    [InlineData("The opposition leader attacked the prime minister for failing to end the war.", "The opposition leader", "the prime minister")]
    [InlineData("Imran Khan attacked the army in a speech in Quetta.", "Imran Khan", "the army")]
    [InlineData("Biden's reelection campaign issued five statements blasting Republicans.", "Biden's reelection campaign", "Republicans")]
    public void Who_attacks_a_rival_denounces_him(string text, string who, string whom)
    {
        EventClaim claim = Assert.Single(Of(text), c => c.Type is "ACCUSE" or "ASSAULT");

        Assert.Equal(("ACCUSE", who, whom), (claim.Type, Quotes(claim.Initiators), Quotes(claim.Targets)));
    }

    [Theory]
    [InlineData("Trump and Harris battled for swing states.")]
    [InlineData("Presidential candidates battle for second place.")]
    [InlineData("Amina Duro had been battling anxiety and grief.")]
    [InlineData("The senator fought off a challenge from a former minister.")]
    public void Who_vies_for_office_does_not_fight(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Militants attacked a senator in Kano.")]
    [InlineData("A man attacked the senator outside his home.")]
    [InlineData("Putin attacked Ukraine in 2022.")]
    [InlineData("Police attacked opposition supporters with batons.")]
    [InlineData("Ethiopian jets blasted a market in Mekelle on Tuesday.")]
    public void Who_is_armed_or_strikes_a_country_does_more_than_talk(string text) => Assert.Contains(Of(text), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Kofi Mensah battled Ama Boateng over taxes.")]
    [InlineData("His poll numbers shot up after the first round.")]
    [InlineData("It was a battle between good and evil, he said.")]
    public void In_a_contest_for_office_words_of_violence_are_words(string sentence) => Assert.DoesNotContain(Of(Contest + sentence), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Gunmen attacked a bus near Tamale and killed nine people.")]
    [InlineData("Boko Haram attacked a village in Cameroon.")]
    public void In_a_contest_for_office_violence_is_violence(string sentence) => Assert.Contains(Of(Contest + sentence), c => c.Type == "ASSAULT");

    [Fact]
    public void Who_asks_for_votes_protests_against_nobody() => Assert.DoesNotContain(Of("The president held a rally in Kumasi on Monday."), c => c.Type == "PROTEST");

    [Theory]
    [InlineData("The envoy is going to be the nominee.")]
    [InlineData("The minister went on to say that he had no regrets.")]
    public void Who_is_going_to_do_something_goes_nowhere(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "CONSULT");

    private static string Quotes(ImmutableArray<Party> parties) => string.Join(", ", parties.Select(p => p.Evidence.Quote));

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
