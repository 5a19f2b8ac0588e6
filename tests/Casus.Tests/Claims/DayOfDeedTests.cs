using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>On which days a deed was done, in a text of Wednesday, 19 November 2025, as the pipeline reads it.</summary>
public sealed class DayOfDeedTests
{
    [Theory]
    [InlineData("Gunmen killed nine people in Kano on December 12.", "2024-12-12", "2024-12-12")]
    [InlineData("Gunmen killed nine people in Kano between November 3 and 7.", "2025-11-03", "2025-11-07")]
    [InlineData("Gunmen killed nine people in Kano from 3 to 7 November.", "2025-11-03", "2025-11-07")]
    [InlineData("Gunmen killed nine people in Kano on November 3-7.", "2025-11-03", "2025-11-07")]
    [InlineData("Police said on Tuesday that gunmen had killed nine people in Kano the day before.", "2025-11-17", "2025-11-17")]
    [InlineData("Three days after the elections of November 10, gunmen killed nine people in Kano.", "2025-11-13", "2025-11-13")]
    [InlineData("A bomb planted on Sunday killed nine people in Kano on Monday.", "2025-11-17", "2025-11-17")]
    [InlineData("Gunmen killed nine people in Kano a year ago today.", "2024-01-01", "2024-12-31")]
    [InlineData("On this day in 2015, gunmen killed nine people in Kano.", "2015-01-01", "2015-12-31")]
    [InlineData("Gunmen killed nine people in Kano in the past 24 hours.", "2025-11-18", "2025-11-19")]
    [InlineData("In the past week gunmen killed nine people in Kano.", "2025-11-12", "2025-11-19")]
    [InlineData("Gunmen killed nine people in Kano on Christmas Day last year.", "2024-12-25", "2024-12-25")]
    [InlineData("A Kano court on Monday jailed the men who killed nine people in 2019.", "2019-01-01", "2019-12-31")]
    public void A_deed_has_its_day(string text, string first, string last)
    {
        EventClaim claim = Of(text).First(c => c.Type == "ASSAULT");

        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (claim.Time!.Earliest!.Value, claim.Time.Latest!.Value));
    }

    [Fact]
    public void Two_deeds_with_a_day_each_are_two()
    {
        EventClaim[] claims = [.. Of("Gunmen who kidnapped a priest on Friday killed nine people in Kano on Monday.").Where(c => c.Type == "ASSAULT")];

        Assert.Equal(["2025-11-14", "2025-11-17"], claims.Select(c => c.Time?.Value).Order());
        Assert.Equal(9, claims.Single(c => c.Time?.Value == "2025-11-17").Tolls.Single().Min);
    }

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
