using Casus.App.Explain;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Times as people read them.</summary>
public sealed class TimeWordsTests
{
    [Theory]
    [InlineData("XXXX-WXX-1", "a Monday, not known which")]
    [InlineData("XXXX-WXX-2TNI", "a Tuesday, not known which, at night")]
    [InlineData("XXXX-WXX", "a week, not known which")]
    [InlineData("2024-W52", "week 52 of 2024")]
    [InlineData("2024-W05-WE", "the weekend of week 5 of 2024")]
    [InlineData("--12-24", "24 December, of a year not known")]
    [InlineData("--12", "December, of a year not known")]
    [InlineData("XXXX-12", "December, of a year not known")]
    [InlineData("XXXX-XX-XXTMO", "a day, not known which, in the morning")]
    [InlineData("XXXX-XX", "a month, not known which")]
    [InlineData("2019-05-XX", "a day of May 2019")]
    [InlineData("2019-XX-XX", "a day of 2019")]
    [InlineData("2019-XX", "a month of 2019")]
    [InlineData("2024-12", "December 2024")]
    [InlineData("2024-12-24T22:30", "2024-12-24, at 22:30")]
    [InlineData("2024", "2024")]
    [InlineData("199", "the 1990s")]
    [InlineData("18", "the 1800s")]
    [InlineData("2024-Q2", "the second quarter of 2024")]
    [InlineData("XXXX-QX", "a quarter, not known which")]
    [InlineData("2024-H1", "the first half of 2024")]
    [InlineData("2024-FA", "autumn of 2024")]
    [InlineData("PAST_REF", "some time before")]
    [InlineData("P3Y", "3 years")]
    [InlineData("P2Y6M", "2 years and 6 months")]
    [InlineData("PT1H", "1 hour")]
    [InlineData("PXD", "some days")]
    [InlineData("P1DT12H", "1 day and 12 hours")]
    [InlineData("2023-07-01/2024-06-30", "2023-07-01 to 2024-06-30")]
    [InlineData("../2025-03-19", "until 2025-03-19")]
    [InlineData("2025-03/..", "from March 2025 on")]
    [InlineData("in the days of yore", "in the days of yore")]
    public void ValuesAreToldInPlainWords(string value, string words) => Assert.Equal(words, TimeWords.Of(value));

    [Fact]
    public void WhatRepeatsIsNoSingleDay() => Assert.Equal("Sundays", TimeWords.Of("XXXX-WXX-7", repeats: true));

    [Theory]
    [InlineData("2024-12-24", null)]
    [InlineData("2024-12-24TNI", "at night")]
    [InlineData("2024-12", "December 2024")]
    [InlineData("../2024-12-24", null)]
    public void BesideItsDaysAValueTellsOnlyWhatTheyDoNot(string value, string? words) =>
        Assert.Equal(words, TimeWords.Beside(new ClaimTime(value, "day", null, new DateOnly(2024, 12, 24), null, new RuleId("made"))));
}
