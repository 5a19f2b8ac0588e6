using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Figures about periods: how they changed, what they came to, several in one sentence; and deeds that are counted and none of which is told.</summary>
public sealed class StatisticFiguresTests
{
    [Theory]
    [InlineData("Militant attacks in Pakistan rose by 34% in 2025 to 699, killing 1,034 people, an institute said.", "attacks 34 699; killed - 1034")]
    [InlineData("A mission in Mali recorded 1,095 civilians killed and 2,679 wounded between August 2021 and May 2023.", "injured - 2679; killed - 1095")]
    [InlineData("Violence fell by a third in Benue in the first quarter.", "violence -33.3 -")]
    [InlineData("The number of kidnappings in Mali doubled last year to 4,722.", "kidnappings 100 4722")]
    [InlineData("Airstrikes on Mali more than tripled in March compared with February.", "airstrikes 200 -")]
    [InlineData("Attacks fell by half in June 2025 compared with May 2025, the army said.", "attacks -50 -")]
    [InlineData("Deaths of aid workers reached a record of 383 in 2024.", "killed - 383")]
    [InlineData("The army said it had carried out 67,023 operations in 2025 and killed 1,873 rebels.", "killed - 1873; operations - 67023")]
    [InlineData("Of 521 attacks in Benue in 2024, 300 were claimed by nobody.", "attacks - 521")]
    [InlineData("Police made 450 raids between 1 January 2025 and 31 March 2025.", "raids - 450")]
    [InlineData("Rebels have carried out more than 120 attacks since January 2025, killing at least 300 people.", "attacks - 120; killed - 300")]
    public void Figures_of_a_period(string text, string figures)
    {
        Claim[] claims = [.. Trees.Claims(text)];

        Assert.Equal(figures, string.Join("; ", claims.OfType<StatisticClaim>().OrderBy(c => c.Measure, StringComparer.Ordinal).Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Measure} {c.ChangePercent?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {c.Min?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"))));
        Assert.DoesNotContain(claims.OfType<EventClaim>(), c => c.Type is "ASSAULT" or "COERCE");
    }

    [Theory]
    [InlineData("Norway struck 150 targets in Mali on Monday, killing 31 people.", 31)]
    [InlineData("Gunmen killed 12 people on Tuesday, the 40th attack this year.", 12)]
    public void One_happening_is_no_figure(string text, int killed)
    {
        Claim[] claims = [.. Trees.Claims(text)];

        Assert.Empty(claims.OfType<StatisticClaim>());
        Assert.Equal(killed, claims.OfType<EventClaim>().First(c => !c.Tolls.IsEmpty).Tolls[0].Min);
        Assert.Equal("day", claims.OfType<EventClaim>().First().Time?.Precision);
    }

    [Fact]
    public void What_is_compared_is_the_other_period()
    {
        StatisticClaim claim = Assert.Single(Trees.Claims("Airstrikes on Mali more than tripled in March 2025 compared with February 2025.").OfType<StatisticClaim>());

        Assert.Equal(("2025-03", "2025-02"), (claim.Period?.Value, claim.Baseline?.Value));
    }
    [Theory]
    [InlineData("Gunmen of the Taliban killed 141 people at a school in Peshawar in 2014.", 141)]
    [InlineData("In 2014 the Taliban attacked a school in Peshawar and killed 141 people.", 141)]
    [InlineData("A suicide bomber killed 22 people at a concert in Bannu in 2017.", 22)]
    [InlineData("The attack in 2017 killed 305 people.", 305)]
    [InlineData("A car bombing in La Paz in 1996 left 47 people dead.", 47)]
    [InlineData("The leader of the clan was gunned down along with ten others in 2008.", 11)]
    [InlineData("In 2010 the Zetas massacred 72 migrants in San Fernando.", 72)]
    public void One_site_or_one_attacker_is_one_happening_however_long_ago(string text, int killed)
    {
        Claim[] claims = [.. Trees.Claims(text)];

        Assert.Empty(claims.OfType<StatisticClaim>());
        Assert.Equal(killed, Assert.Single(Assert.Single(claims.OfType<EventClaim>()).Tolls).Min);
    }

    [Fact]
    public void Those_killed_in_a_year_are_a_figure() => Assert.Single(Trees.Claims("The army killed 340 militants in Bannu in 2015.").OfType<StatisticClaim>());

}
