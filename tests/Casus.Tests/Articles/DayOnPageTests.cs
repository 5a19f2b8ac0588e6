using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>The day of publication on pages that do not mark it.</summary>
public sealed class DayOnPageTests
{
    private static string? Day(string above, string first = "", string below = "")
    {
        string page = $"""
            <html lang=en><head><title>Well found under the square</title></head><body><article><h1>Well found under the square</h1>{above}
            <p>{first} Workers who were laying pipes under the market square have found a well that nobody knew of, with a wall of dressed stone and a lid of oak.
            The museum wants to dry the find and show it in the autumn, the curator said, and the town has stopped the works for a fortnight until it is measured.</p>
            <p>Old maps show a pump at that place, which was taken away when the square was paved, and a street that was named after it.</p></article>{below}</body></html>
            """;
        return ReadingPages.Article(page, PageFormat.Html).Published?.Value.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Words_before_a_day_say_that_it_is_that_of_publication()
    {
        Assert.Equal("2021-03-04", Day("", below: "<p>Last modified: 9 March 2021 - 14:49 Published on: 4 March 2021</p>"));
        Assert.Equal("2021-03-04", Day("", below: "<p>Erschienen am 04.03.2021</p>"));
    }

    [Theory]
    [InlineData("<div class='current-date'>11 March 2021</div>")]
    [InlineData("<span class='todaysDate'>11 March 2021</span>")]
    [InlineData("<div id='date-widget'><p>11 March 2021</p></div>")]
    public void A_clock_of_the_site_tells_the_day_of_the_visit(string clock)
    {
        Assert.Null(Day(clock));
        Assert.Equal("2021-03-04", Day(clock, below: "<p>Published on: 4 March 2021</p>"));
    }

    [Fact]
    public void A_paragraph_may_begin_with_its_day()
    {
        Assert.Equal("2021-03-04", Day("", "4 March 2021"));
        Assert.Equal("2021-03-04", Day("", "(4 March 2021)"));
        Assert.Null(Day("", below: "<p>The pump was taken away on 4 March 1991, when the square was paved with stones from the quarry above the town, and the street that led to it was given another name by the council, which the people who live there never used, so that the old one is still on the map of the fire brigade.</p>"));
    }

    [Fact]
    public void Every_day_offered_is_kept_with_why_it_won_or_lost()
    {
        var read = Assert.IsType<ArticleRead>(ReadingPages.Read("""
            <html lang=en><head><title>Well found under the square</title><meta property="article:published_time" content="2021-03-04T10:00:00+01:00"></head>
            <body><article><h1>Well found under the square</h1><time datetime="2021-03-04">4 March 2021</time>
            <p>Workers who were laying pipes under the market square have found a well that nobody knew of, with a wall of dressed stone and a lid of oak.</p></article>
            <aside><time datetime="2021-02-01">1 February 2021</time></aside></body></html>
            """, PageFormat.Html));

        Assert.Equal(DateChoice.Chosen, read.Candidates[0].Verdict);
        Assert.Contains(read.Candidates, c => c.Verdict.StartsWith("agrees with", StringComparison.Ordinal));
        Assert.Contains(read.Candidates, c => c.Value == new DateOnly(2021, 2, 1) && c.Verdict.StartsWith("lost to", StringComparison.Ordinal));
    }
}
