using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Whole sentences through parser, mentions and coder.</summary>
public class CoderTests
{
    private static readonly DateOnly Day = new(2023, 9, 14);

    [Fact]
    public void Attack_and_killing_in_a_sentence_are_one_event_with_its_toll()
    {
        Reading reading = Read("Militants attacked an army convoy near Quetta on Tuesday, killing nine soldiers and injuring 14 others, officials said.");
        EventClaim claim = Assert.Single(reading.Claims.OfType<EventClaim>(), c => c.Type == "ASSAULT");
        Assert.Contains(claim.Initiators, p => p.Evidence.Quote.Contains("Militants", StringComparison.Ordinal));
        Assert.Contains(claim.Targets, p => p.Evidence.Quote.Contains("convoy", StringComparison.Ordinal));
        Assert.Equal(9, claim.Tolls.Single(t => t.Kind == TollKind.Killed).Min);
        Assert.Equal("2023-09-12", claim.Time.Value);
        Assert.Equal(Factuality.Reported, claim.Factuality);
    }

    [Fact]
    public void A_later_mention_takes_who_and_where_from_the_earlier_one()
    {
        Reading reading = Read("Turkish air strikes hit a village in Idlib on Monday. The strikes killed at least 11 people.");
        EventClaim[] strikes = [.. reading.Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT").OrderBy(c => c.Sentence)];
        Assert.Equal(2, strikes.Length);
        Assert.Contains(strikes[1].Initiators, p => p.Implied && p.Evidence.Quote.Contains("Turkish", StringComparison.Ordinal));
        Toll killed = Assert.Single(strikes[1].Tolls);
        Assert.Equal((11L, (long?)null), (killed.Min, killed.Max));
        Assert.Contains(reading.Links, l => l.Kind == "same" && l.From == strikes[1].Id && l.To == strikes[0].Id);
    }

    [Fact]
    public void A_number_that_is_taken_back_is_not_added()
    {
        Toll killed = Assert.Single(Trees.Event(Read("The bombing of the market in Mogadishu on Monday killed 84 people and not 101, the mayor said."), "ASSAULT").Tolls);
        Assert.Equal((84L, (long?)84), (killed.Min, killed.Max));
    }

    [Fact]
    public void What_befell_nobody_is_no_event() =>
        Assert.Empty(Read("The mill in Kisumu burned down; nobody was hurt.").Claims.OfType<EventClaim>());

    [Fact]
    public void A_count_over_a_year_is_a_statistic_and_no_event()
    {
        Reading reading = Read("A monitoring group recorded a 40% rise in deaths from landmine blasts in Mali in 2022 compared to 2021, with over 700 killed, including 90 aid workers.");
        StatisticClaim statistic = Assert.Single(reading.Claims.OfType<StatisticClaim>());
        Assert.Equal(40, statistic.ChangePercent);
        Assert.Equal("2022", statistic.Period?.Value);
        Assert.Equal("2021", statistic.Baseline?.Value);
        Assert.Equal(700, statistic.Min);
        Assert.Contains(statistic.Breakdown, p => p.Min == 90);
        Assert.DoesNotContain(reading.Claims, c => c is EventClaim);
    }

    [Fact]
    public void An_act_without_a_target_is_aimed_at_whom_the_same_side_accused_just_before()
    {
        Reading reading = Read("Kenya accused Somalia of sheltering smugglers. Nairobi has imposed trade restrictions as well.");
        EventClaim act = Trees.Event(reading, "COERCE");
        Assert.Contains(act.Targets, p => p.Implied && p.Evidence.Quote.Contains("Somalia", StringComparison.Ordinal));
        Assert.Empty(Trees.Event(Read("Norway praised Somalia for its harbours. Nairobi has imposed trade restrictions as well."), "COERCE").Targets);
    }

    [Fact]
    public void Where_nobody_is_hurt_and_nobody_armed_words_of_violence_are_figures()
    {
        const string recipe = "Beat the eggs until they are pale. Whip the cream in a cold bowl. The second layer hits the palate with pepper. Shoot for a thick sauce. "
            + "Bakers fight over the right sugar. The lemon kills the sweetness. Serve it cold.";
        Assert.DoesNotContain(Read(recipe).Claims, c => c is EventClaim { Type: "ASSAULT" });
        const string raid = "The village lies in a valley. Its baker sells bread. Snow fell on Sunday. Gunmen attacked the mill at dawn. The road is closed. The school is open. The bus runs again.";
        Assert.Contains(Read(raid).Claims, c => c is EventClaim { Type: "ASSAULT" });
    }

    [Fact]
    public void In_a_match_report_attacks_without_victims_are_the_game()
    {
        const string report = "Kenya attacked from the first over and the captain hit every bowler out of the stadium. The batsman struck again before the umpire called lunch. "
            + "After the innings the coach said his team would fight for each wicket of the tournament.";
        Assert.DoesNotContain(Read(report).Claims, c => c is EventClaim { Quad: 4 });
        EventClaim bombing = Trees.Event(Read(report + " Outside the stadium a bomb killed three people."), "ASSAULT");
        Assert.Equal(3, bombing.Tolls.Single().Min);
        Assert.Contains(Read("The captain of the company said his team attacked the rebel camp and would score a victory.").Claims, c => c is EventClaim { Type: "ASSAULT" });
    }

    [Fact]
    public void What_lies_days_before_the_day_named_does_not_take_that_day()
    {
        Reading reading = Read("Rebels shelled a depot in Mali on Tuesday, three weeks after Kenyan air strikes killed 12 people in Gao.");
        Assert.Equal("2023-09-12", reading.Claims.OfType<EventClaim>().Single(c => c.Trigger.Quote.Contains("shelled", StringComparison.Ordinal)).Time.Value);
        Assert.DoesNotContain(reading.Claims.OfType<EventClaim>(), c => c.Trigger.Quote.Contains("strikes", StringComparison.Ordinal) && c.Time.Value == "2023-09-12");
    }

    [Fact]
    public void Same_words_give_the_same_claims()
    {
        const string text = "The army shelled a rebel camp. Rebels vowed revenge for the shelling. The ministry summoned the Norwegian ambassador.";
        Assert.Equal(Read(text).Claims.Select(c => c.Id), Read(text).Claims.Select(c => c.Id));
    }

    [Fact]
    public void Ranks_are_unique_and_every_quote_is_a_slice()
    {
        Reading reading = Read("Gunmen stormed a hotel in Mogadishu and killed four guests. Somalia condemned the attack and demanded the arrest of its planners.");
        EventClaim[] events = [.. reading.Claims.OfType<EventClaim>()];
        Assert.Equal(Enumerable.Range(1, events.Length), events.Select(e => e.Rank).Order());
        string text = reading.Analysis.Article.Text;
        Assert.All(events.SelectMany(e => e.Initiators.Concat(e.Targets).Concat(e.Victims)), p => Assert.Equal(p.Evidence.Quote, p.Evidence.Span!.Value.Of(text)));
    }

    [Fact]
    public void A_marked_pair_gets_the_event_that_connects_it()
    {
        const string text = "Ghana condemned Togo after Togo signed a trade agreement with Benin.";
        Reading reading = Read(text);
        TextSpan Span(string words, int from = 0) => new(text.IndexOf(words, from, StringComparison.Ordinal), text.IndexOf(words, from, StringComparison.Ordinal) + words.Length);
        Assert.Equal("ACCUSE", Trees.Coder.CodePair(reading.Analysis, reading, [Span("Ghana")], [Span("Togo")]).Type);
        Assert.Equal("SUPPORT", Trees.Coder.CodePair(reading.Analysis, reading, [Span("Togo", 20)], [Span("Benin")]).Type);
    }

    private static Reading Read(string text) => WholeEngine.ReadText("test", text, Day).Reading!;
}
