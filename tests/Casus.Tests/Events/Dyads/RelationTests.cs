using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>States and changes that articles tell of two actors.</summary>
public class RelationTests
{
    private static readonly RuleId Rule = new("test");

    [Fact]
    public void One_state_told_twice_is_one_with_two_voices()
    {
        RelationState only = Assert.Single(RelationStates.Of([Telling("a", "allied", outlet: "The Gazette"), Telling("b", "allied", outlet: "The Herald")]));
        Assert.Equal((2, 2), (only.Voices.Length, only.Stories));
        Assert.Empty(only.Against);
    }

    [Fact]
    public void States_that_cannot_both_hold_stand_against_each_other_unless_their_times_are_apart()
    {
        Assert.All(RelationStates.Of([Telling("a", "allied"), Telling("b", "hostile")]), s => Assert.Single(s.Against));
        Assert.All(RelationStates.Of([Telling("a", "allied", from: 2001, to: 2003), Telling("b", "hostile", from: 2010, to: 2012)]), s => Assert.Empty(s.Against));
    }

    [Fact]
    public void A_change_contradicts_nobody_who_tells_the_state_before_it() =>
        Assert.All(RelationStates.Of([Telling("a", "allied"), Telling("b", "hostile", change: ("allied", "hostile"))]), s => Assert.Empty(s.Against));

    [Fact]
    public void Acts_narrow_down_when_a_told_change_came()
    {
        ToldTurn turn = Assert.Single(ToldTurns.Of([Telling("a", "hostile", change: ("allied", "hostile"), published: new DateOnly(2024, 9, 1))], [Act("e-1", "2024-02", 1), Act("e-2", "2024-05", 4), Act("e-3", "2024-07", 4)]));

        Assert.Equal(("2024-02", "2024-05", "cordial", "hostile"), (turn.Earliest, turn.Latest, turn.From, turn.To));
        Assert.Equal(["e-1", "e-2"], turn.Events);
        Assert.Contains("From cordial to hostile between 2024-02 and 2024-05", turn.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_date_a_change_go_before_acts_and_the_day_of_print_bounds_it()
    {
        ToldTurn dated = Assert.Single(ToldTurns.Of([Telling("a", "hostile", change: (null, "hostile"), from: 2021)], [Act("e-1", "2024-05", 4)]));
        Assert.Equal(("2021-01", "2021-12"), (dated.Earliest, dated.Latest));
        ToldTurn bare = Assert.Single(ToldTurns.Of([Telling("a", "strained", change: (null, "strained"), published: new DateOnly(2024, 9, 1))], []));
        Assert.Equal((null, "2024-09"), (bare.Earliest, bare.Latest));
        Assert.Empty(ToldTurns.Of([Telling("a", "hostile")], []));
    }

    [Fact]
    public void Turns_for_the_worse_and_for_the_better_are_two() =>
        Assert.Equal(["hostile", "eased"], ToldTurns.Of([Telling("a", "eased", change: (null, "eased")), Telling("b", "hostile", change: (null, "hostile"))], []).Select(t => t.To));

    private static DyadAct Act(string id, string month, int quad) => new("A", "B", DyadWay.FirstActs, true, month, id, quad, 0, 0, 0, 0, 0, 0);

    private static RelationTelling Telling(string article, string relation, int? from = null, int? to = null, (string? From, string To)? change = null, DateOnly? published = null, string? outlet = null)
    {
        var evidence = new Evidence(TextId.Of(article), new TextSpan(0, 5), "words");
        Party Side(string id) => new(evidence with { Quote = id }, new Resolution(id, Rule, []), "country", null, Rule);
        ClaimTime? Year(int? year) => year is { } y ? new ClaimTime($"{y}", "year", new DateOnly(y, 1, 1), new DateOnly(y, 12, 31), evidence, Rule) : null;
        return new(
            new RelationClaim("c-" + article, article, 0, [Rule], [evidence], [], Factuality.Asserted, relation, Side("A"), Side("B"), Year(from), Year(to)) { Change = change is { } turned ? new RelationChange(turned.From, turned.To, evidence) : null },
            "s-" + article, published, outlet);
    }
}
