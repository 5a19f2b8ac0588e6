using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Two names with a hyphen between them, who only stands near a deed, and what comes down somewhere: each as the pipeline reads it.</summary>
public sealed class WhoIsBesideItTests
{
    [Theory]
    [InlineData("The Israel-Hamas war enters its second month.", "ASSAULT", "Israel", "Hamas")]
    [InlineData("The Russia-Ukraine war has displaced millions.", "ASSAULT", "Russia", "Ukraine")]
    [InlineData("India-Pakistan talks resumed on Monday.", "CONSULT", "India", "Pakistan")]
    [InlineData("A US-Taliban deal was signed in Doha.", "SUPPORT", "US", "Taliban")]
    [InlineData("The China-Japan summit was held in Tokyo.", "CONSULT", "China", "Japan")]
    public void Two_names_with_a_hyphen_are_two_parties(string text, string type, string first, string second)
    {
        EventClaim claim = Of(text).First(c => c.Type == type);

        Assert.Equal((first, second), (Quotes(claim.Initiators), Quotes(claim.Targets)));
    }

    [Theory]
    [InlineData("Thousands of women in Darfur live in fear as the war rages on.", "women")]
    [InlineData("The researchers noticed a lull in damage from bombardments in May.", "researchers")]
    [InlineData("The president stayed on the sidelines during protests against his reform.", "president")]
    [InlineData("Two rockets landed near the gates of the clinic, the Red Crescent said, injuring at least 21.", "Red Crescent")]
    [InlineData("A firm that advises the ministry is representing members of a new protest group in Lagos.", "firm")]
    [InlineData("He was a general in the navy during the Gulf War.", "Gulf")]
    public void Who_stands_near_a_deed_has_not_done_it(string text, string who) => Assert.DoesNotContain(Of(text), c => c.Type is "ASSAULT" or "PROTEST" && Quotes(c.Initiators).Contains(who, StringComparison.Ordinal));

    [Theory]
    [InlineData("Iraqi forces received heavy fire from ISIL fighters.", "ISIL fighters", "Iraqi forces")]
    [InlineData("The convoy took fire from rebels near Bria.", "rebels", "The convoy")]
    [InlineData("Shells fell on a market in Khan Younis, killing two people.", "", "a market in Khan Younis")]
    [InlineData("Hamas-led militants stormed from Gaza into Israel, killed guards and took hostages.", "Hamas-led militants", "")]
    public void Fire_comes_from_somebody_and_falls_on_somebody(string text, string who, string whom)
    {
        EventClaim claim = Of(text).First(c => c.Type == "ASSAULT");

        Assert.Equal(who, Quotes(claim.Initiators));
        Assert.StartsWith(whom, Quotes(claim.Targets));
    }

    [Theory]
    [InlineData("Think back to correspondent Omar Diallo being arrested in Bamako.", "correspondent Omar Diallo")]
    [InlineData("Ana Silva, 30, Lima was arrested by police.", "Ana Silva")]
    public void Whom_it_befell_is_named_whole_and_alone(string text, string whom) => Assert.Equal(whom, Quotes(Assert.Single(Of(text)).Targets));

    [Fact]
    public void A_mark_of_a_note_hides_no_year()
    {
        EventClaim claim = Assert.Single(Of("The preacher was killed in an ambush by Kenyan soldiers on May 3, 2015.[4][5]"));

        Assert.Equal(new DateOnly(2015, 5, 3), claim.Time?.Earliest);
    }

    [Theory]
    [InlineData("The ministers addressed the crisis in Sudan.")]
    [InlineData("The agreement bolsters reforms as Iraq addresses shortages.")]
    public void Who_deals_with_a_matter_meets_nobody(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "CONSULT");

    private static string Quotes(ImmutableArray<Party> parties) => string.Join(", ", parties.Select(p => p.Evidence.Quote));

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
