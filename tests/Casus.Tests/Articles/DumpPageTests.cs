using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Saved text of web pages: what is the article and what is the site around it.</summary>
public sealed class DumpPageTests
{
    private const string Column = """
        Sunday, March 9, 2025
        The Valley Herald - News as it happens
        Epaper
          • HOME
          • WORLD
          • SPORTS
            • CRICKET
        View All
        The Valley Herald - News as it happens
        Home OPINION

        River Treaty Talks Stall Again

        Nadia Rahim by Nadia Rahim
        February 27, 2025
        in OPINION
        A A
        0
        School board announces winter timetable
        FacebookTwitterWhatsapp

        Nadia Rahim

        More News

        Why the mountain road stayed closed

        The baker who feeds the bus station

        Load More

        Negotiators from both banks of the river left the capital on Wednesday without a date for another round. The treaty, signed forty years ago, lapses in June.

        Also Read: Farmers wait for the spring release

        River GuardReports from the upper valley say that two gauges were damaged last week. An officer of the river guard told this paper that “nobody has claimed the damage so far”.

        The minister, who had hoped for a text by the new year, said the talks were not dead. Observers are less sure, and the treaty may lapse.

        Engineers on both sides keep measuring the flow, left bank and right bank, and send each other the figures every Friday. Herald Logo

        (Nadia Rahim is a columnist who writes on rivers and borders.)

        Previous Post

        The baker who feeds the bus station

        Related Posts

        Why the mountain road stayed closed
        by Staff Reporter
        March 9, 2025

        Snow had fallen for nine days when the road crews gave up and turned back towards the town...

        Read more

        © 2025 The Valley Herald - Designed by Blue Fern.
        """;

    [Fact]
    public void The_body_is_all_and_only_the_paragraphs()
    {
        Article article = ReadingPages.Article(Column);

        Assert.Equal(
            [
                "Headline: River Treaty Talks Stall Again",
                "Paragraph: Negotiators from both banks of the river left the capital on Wednesday without a date for another round. The treaty, signed forty years ago, lapses in June.",
                "Paragraph: Reports from the upper valley say that two gauges were damaged last week. An officer of the river guard told this paper that “nobody has claimed the damage so far”.",
                "Paragraph: The minister, who had hoped for a text by the new year, said the talks were not dead. Observers are less sure, and the treaty may lapse.",
                "Paragraph: Engineers on both sides keep measuring the flow, left bank and right bank, and send each other the figures every Friday.",
            ],
            ReadingPages.Blocks(article));
    }

    [Fact]
    public void Title_person_outlet_and_day_are_the_articles_own()
    {
        Article article = ReadingPages.Article(Column);

        Assert.Equal("River Treaty Talks Stall Again", article.Title!.Value);
        Assert.Equal(["Nadia Rahim"], article.Bylines.Select(b => b.Value));
        Assert.Equal("The Valley Herald", article.Outlet!.Value);
        Assert.Equal(new DateOnly(2025, 2, 27), article.Published!.Value.Day);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Every_day_on_the_page_is_kept_with_its_verdict()
    {
        var read = Assert.IsType<ArticleRead>(ReadingPages.Read(Column));

        Assert.Equal("chosen", read.Candidates[0].Verdict);
        Assert.Contains(read.Candidates, c => c.Value == new DateOnly(2025, 3, 9) && c.Verdict.StartsWith("lost", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_stays_a_caption_and_a_standfirst_a_subtitle()
    {
        Article article = ReadingPages.Article("""
            May 4, 2024

            Harbour Strike Enters Third Week

            Crane Drivers and Port Authority Remain Far Apart on Wages and Hours

            The strike at the eastern harbour entered its third week on Friday with no sign of a settlement. Crane drivers want a shorter night shift.

            Port gate

            Union leader Ilse Maro, left, with the port's director Tom Bek, right, after a meeting in the harbour office in April, 2024

            The port authority said it would lose two million a day. Ships are being sent to the western harbour, where the strike has not spread.

            Both sides meet again on Monday, when a mediator arrives from the capital to hear them.
            """);

        Assert.Equal(["Headline", "Subtitle", "Paragraph", "Caption", "Paragraph", "Paragraph"], article.Blocks.Select(b => b.Kind.ToString()));
        Assert.Equal("Harbour Strike Enters Third Week", article.Title!.Value);
        Assert.Equal(new DateOnly(2024, 5, 4), article.Published!.Value.Day);
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph()
    {
        Article article = ReadingPages.Article("""
            Bridge Opens After Two Years

            The new bridge over the gorge was opened to traffic on Tuesday, two years
            after the old one fell. The first lorries crossed at dawn, and the mayor
            walked behind them with a crowd of children from the school.

            Tolls will be taken from July, the ministry said in a note to the towns on
            both sides of the gorge, and the ferry below it stops at the end of May.
            """);

        Assert.Equal(3, article.Blocks.Length);
        Assert.Contains("two years after the old one", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_tile_the_text()
    {
        Article article = ReadingPages.Article(Column);
        int at = 0;
        foreach (Block block in article.Blocks)
        {
            Assert.True(string.IsNullOrWhiteSpace(article.Text[at..block.Span.Begin]));
            at = block.Span.End;
        }

        Assert.Equal(article.Text.Length, at);
    }
}
