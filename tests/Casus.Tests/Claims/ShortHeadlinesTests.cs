using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Headlines that trees take for one long noun, what is still to come, and two parties that trees take for one: each as the pipeline reads it.</summary>
public sealed class ShortHeadlinesTests
{
    [Theory]
    [InlineData("Militia chief surrenders in Bunia", "RETREAT", "Militia chief", "")]
    [InlineData("Warlord flees to Muscat", "RETREAT", "Warlord", "")]
    [InlineData("Rebels advance on Bangui", "MOBILIZE", "Rebels", "Bangui")]
    [InlineData("Jihadist fighters raid farm, abduct women", "ASSAULT", "Jihadist fighters", "farm, women")]
    [InlineData("EU suspends aid flights to Tigray", "SANCTION", "EU", "Tigray")]
    [InlineData("Kenya hands over three militants to Somalia", "COOPERATE", "Kenya", "Somalia")]
    [InlineData("Court orders arrest of former minister", "COERCE", "Court", "former minister")]
    [InlineData("Police tear-gassed students in Tunis.", "ASSAULT", "Police", "students")]
    [InlineData("Militants behead six in Mozambique", "ASSAULT", "Militants", "six")]
    [InlineData("Al-Shabaab beheads village elder", "ASSAULT", "Al-Shabaab", "village elder")]
    [InlineData("Gunmen on motorbikes storm church in Togo", "ASSAULT", "Gunmen", "church in Togo")]
    [InlineData("Houthi drone strikes Eilat", "ASSAULT", "Houthi drone", "Eilat")]
    [InlineData("Soldiers in Mali capture jihadist leader", "ASSAULT", "Soldiers in Mali", "jihadist leader")]
    [InlineData("Syrian army shells Idlib", "ASSAULT", "Syrian army", "Idlib")]
    [InlineData("Cartel gunmen kill 11 in Guanajuato", "ASSAULT", "Cartel gunmen", "11")]
    [InlineData("Thousands rally for jailed mayor in Izmir", "PROTEST", "Thousands", "")]
    [InlineData("Houthis threaten to resume attacks on ships", "THREATEN", "Houthis", "ships")]
    [InlineData("Rebels vow to march on Bangui", "THREATEN", "Rebels", "Bangui")]
    [InlineData("Armenia launches offensive", "ASSAULT", "Armenia", "")]
    [InlineData("Two police officers stabbed in Nice", "ASSAULT", "", "Two police officers")]
    [InlineData("Drone attack sets oil depot ablaze in Rostov", "ASSAULT", "", "")]
    public void Somebody_does_it(string text, string type, string who, string whom)
    {
        EventClaim claim = Of(text).First(c => c.Type == type);

        Assert.Equal(who, Quotes(claim.Initiators));
        Assert.StartsWith(whom, Quotes(claim.Targets));
    }

    [Fact]
    public void Fighting_rages_and_is_no_target() => Assert.Empty(Assert.Single(Of("Fighting rages in Omdurman")).Targets);

    [Fact]
    public void A_bare_number_is_killed() => Assert.Equal(20, Assert.Single(Assert.Single(Of("Suicide bomber kills 20 at Herat mosque")).Tolls).Min);

    [Theory]
    [InlineData("Chad to reopen border with Sudan", "Chad", "Sudan")]
    [InlineData("Hamas to free three hostages on Saturday", "Hamas", "three hostages")]
    [InlineData("Kenya, Uganda to hold talks on Monday", "Kenya", "Uganda")]
    [InlineData("Kenya is to hold talks with Uganda on Monday.", "Kenya", "Uganda")]
    [InlineData("The president was to meet the rebels on Monday.", "The president", "the rebels")]
    public void What_somebody_is_to_do_is_agreed_and_not_done(string text, string who, string whom)
    {
        EventClaim claim = Assert.Single(Of(text));

        Assert.Equal(("AGREE", who), (claim.Type, Quotes(claim.Initiators)));
        Assert.Equal(whom, Quotes(claim.Targets));
    }

    [Theory]
    [InlineData("The aim of the mission is to end the fighting.")]
    [InlineData("The plan is to bomb the bridge, he said.")]
    public void What_is_meant_has_not_happened(string text) => Assert.DoesNotContain(Of(text), c => c.Type is "RETREAT" or "ASSAULT" or "AGREE" && c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("Fighting between the Houthis and government forces resumed near Marib.", "the Houthis", "government forces")]
    [InlineData("Clashes between the M23 and Congolese soldiers erupted near Goma.", "the M23", "Congolese soldiers")]
    [InlineData("Israel and Palestinian factions agreed a truce.", "Israel", "Palestinian factions")]
    public void Two_parties_are_two(string text, string first, string second)
    {
        EventClaim claim = Of(text)[0];

        Assert.Equal((first, second), (Quotes(claim.Initiators), Quotes(claim.Targets)));
    }

    [Fact]
    public void Who_is_to_blame_is_not_to_blame_anybody_later() => Assert.DoesNotContain(Of("The militia is to blame for the massacre in Bambari."), c => c.Type == "AGREE");

    [Theory]
    [InlineData("France and Germany said they will send aid to Kyiv.", "France, Germany")]
    [InlineData("The army and the RSF said they had killed 20 rebels.", "The army, the RSF")]
    [InlineData("Kenya and Uganda signed a pact after they had expelled the envoys of Rwanda.", "Kenya, Uganda")]
    public void They_are_all_of_those_who_were_named(string text, string who) => Assert.Contains(Of(text), c => Quotes(c.Initiators) == who);

    [Fact]
    public void Whoever_flees_does_not_fight() => Assert.Empty(Of("Villagers fled as fighting spread.").First(c => c.Type == "ASSAULT").Initiators);

    [Theory]
    [InlineData("India saw protests.", "PROTEST")]
    [InlineData("Mali recorded two attacks on Monday.", "ASSAULT")]
    [InlineData("Nepal and India witnessed protests on Sunday.", "PROTEST")]
    public void Where_something_is_seen_has_not_done_it(string text, string type)
    {
        EventClaim claim = Assert.Single(Of(text));

        Assert.Equal(type, claim.Type);
        Assert.Empty(claim.Initiators);
        Assert.NotNull(claim.Place);
    }

    [Theory]
    [InlineData("Talks between Sudan's army and the RSF collapsed on Monday.")]
    [InlineData("Truce talks between Sudan's army and the RSF collapsed on Monday.")]
    public void Talks_that_collapse_are_no_truce_and_no_talks(string text) => Assert.Equal("REJECT", Assert.Single(Of(text)).Type);

    private static string Quotes(ImmutableArray<Party> parties) => string.Join(", ", parties.Select(p => p.Evidence.Quote));

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
