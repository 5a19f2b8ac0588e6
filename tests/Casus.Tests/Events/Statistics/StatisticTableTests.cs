using Casus.Claims;
using Casus.Events;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>Figures of compilers for one thing, place and time stand in one series.</summary>
public class StatisticTableTests
{
    private static readonly RuleId Rule = new("test");

    [Fact]
    public void Compilers_of_one_series_stand_side_by_side_and_contradict_where_no_number_fits_both()
    {
        StatisticSeries only = Assert.Single(StatisticTable.Of([Told("a", 1500, null, "an institute"), Told("b", 900, 1000, "the ministry"), Told("c", 1600, 1600, "a union")]));

        Assert.Equal(["c-b"], only.Figures.Single(f => f.Compiler == "an institute").Against);
        Assert.Equal(["c-a", "c-c"], only.Figures.Single(f => f.Compiler == "the ministry").Against.Order());
        Assert.Equal((new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)), (only.From, only.To));
    }

    [Fact]
    public void A_figure_that_is_repeated_is_one_with_its_stories() =>
        Assert.Equal(2, Assert.Single(Assert.Single(StatisticTable.Of([Told("a", 1500, 1500, "an institute"), Told("b", 1500, 1500, "an institute")])).Figures).Stories);

    [Fact]
    public void Other_causes_are_other_things_and_contradict_nobody() =>
        Assert.All(Assert.Single(StatisticTable.Of([Told("a", 10, 10, "one", "floods"), Told("b", 20, 20, "two", "fires")])).Figures, f => Assert.Empty(f.Against));

    [Fact]
    public void A_rise_and_a_fall_contradict_each_other()
    {
        StatisticSeries only = Assert.Single(StatisticTable.Of([Told("a", null, null, "one", change: 12), Told("b", null, null, "two", change: -3)]));
        Assert.All(only.Figures, f => Assert.Single(f.Against));
    }

    [Fact]
    public void Other_measures_and_years_are_other_series_in_their_order() =>
        Assert.Equal([("attacks", 2022), ("attacks", 2023), ("killed", 2023)], StatisticTable.Of([Told("a", 1, 1, "x"), Told("b", 1, 1, "x", measure: "attacks"), Told("c", 1, 1, "x", measure: "attacks", year: 2022)]).Select(s => (s.Measure, s.From!.Value.Year)));

    private static StatisticTelling Told(string article, double? min, double? max, string compiler, string? cause = null, double? change = null, string measure = "killed", int year = 2023)
    {
        var evidence = new Evidence(TextId.Of(article), new TextSpan(0, 5), "words");
        var period = new ClaimTime($"{year}", "year", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), evidence, Rule);
        return new(
            new StatisticClaim("c-" + article, article, 0, [Rule], [evidence], [new Speaker(evidence with { Quote = compiler }, null, "said", null, false)], Factuality.Reported, measure, cause, null, period, null, change, min, max, []),
            "s-" + article, new DateOnly(2024, 1, 5), null);
    }
}
