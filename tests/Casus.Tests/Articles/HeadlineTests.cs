using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Which of a page's headings and titles is the article's.</summary>
public sealed class HeadlineTests
{
    private const string Body = """
        <p>Ferries on the lake stayed in port on Monday after the harbour master warned of high waves. Some passengers slept in the hall.</p>
        <p>The harbour master said that boats would leave again once the wind has turned, which may take until Thursday or longer.</p>
        """;

    private static string Title(string head, string headings) =>
        ReadingPages.Article($"<!DOCTYPE html><html lang=en><head>{head}</head><body>{headings}<div>{Body}</div></body></html>", PageFormat.Html).Title!.Value;

    [Fact]
    public void A_line_above_the_headline_is_left_out_where_the_markup_tells_it_apart()
    {
        const string Head = """<title>Ferries stay in port for a day | Lake Courier</title><meta property="og:title" content="Ferries stay in port for a day">""";

        Assert.Equal("Ferries stay in port for a day", Title(Head, "<h1><span>Storm on the lake</span> <span>Ferries stay in port for a day</span></h1>"));
        Assert.Equal("Ferries stay in port", Title("<title>Weather: ferries stay in port</title>", """<h1><span class="kicker">Weather</span> Ferries stay in port</h1>"""));
    }

    [Fact]
    public void A_heading_that_links_to_the_front_page_is_the_sites()
    {
        Assert.Equal("Ferries stay in port", Title("<title>Lake Courier » Ferries stay in port</title>", """<h1><a href="/">Lake Courier</a></h1><h2>Ferries stay in port</h2>"""));
        Assert.Equal("Ferries stay in port", Title("<title>Lake Courier</title>", """<h1 class="site-title">Lake Courier</h1><h1>Ferries stay in port</h1>"""));
    }

    [Fact]
    public void What_readers_see_goes_before_what_search_engines_are_told()
    {
        Assert.Equal("Ferries stay in port", Title("""<title>Wind | Lake Courier</title><meta property="og:title" content="All about wind">""", "<h1>Ferries stay in port</h1>"));
        Assert.Equal("All about wind", Title("""<title>Wind | Lake Courier</title><meta property="og:title" content="All about wind">""", "<h1>Weather</h1>"));
        Assert.Equal("All about wind", Title("""<title>Wind | Lake Courier</title><meta property="og:title" content="All about wind">""", "<aside><h1>Subscribe to our letter</h1></aside>"));
    }
}
