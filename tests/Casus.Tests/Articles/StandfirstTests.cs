using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>What stands between headline and body, and bodies that only the page's data holds.</summary>
public sealed class StandfirstTests
{
    private const string Lead = "The ferry to the outer islands sails again after eleven weeks in which ice had closed the channel.";

    private const string Body = """
        <p>The first boat left at dawn with forty passengers and the mail, the harbour office said on Tuesday in a short note.</p>
        <p>Two icebreakers had cleared the last mile of the channel over the weekend, and pilots found it safe for every size of ship.</p>
        <p>Shops on the islands had run low on flour and fuel since the middle of February, and schools had closed for two weeks.</p>
        """;

    private const string Other = "<div class=\"teaser\"><p>The council wants to sell the old customs house to whoever promises to keep its roof and its clock.</p></div>";

    private static string Text(string head, string above) =>
        ReadingPages.Article($"<html lang=en><head><title>Ferry sails again</title>{head}</head><body><main><h1>Ferry sails again</h1>{above}{Body}</main>{Other}</body></html>", PageFormat.Html).Text;

    [Theory]
    [InlineData("<p class=\"article-teaser\">{0}</p>")]
    [InlineData("<div class=\"teaser-text\"><p>{0}</p></div>")]
    public void A_teaser_that_the_head_repeats_belongs_to_the_article(string above)
    {
        string shown = above.Replace("{0}", Lead, StringComparison.Ordinal);

        Assert.Contains(Lead, Text($"<meta name=\"description\" content=\"{Lead[..70]} …\">", shown), StringComparison.Ordinal);
        Assert.DoesNotContain("customs house", Text($"<meta property=\"og:description\" content=\"{Lead}\">", shown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_teaser_of_another_article_does_not() =>
        Assert.DoesNotContain("customs house", Text("<meta name=\"description\" content=\"News from the islands and the coast, every day anew.\">", ""), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_a_script_fills_is_read_from_its_data()
    {
        string told = string.Join("\\n", Enumerable.Repeat("Divers raised the bell of the ship that sank before the harbour mouth ninety years ago, and a crowd watched from the pier.", 8).Select((s, i) => $"{i + 1}. {s}"));
        string page = $$"""
            <html lang="en"><head><title>Bell raised</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bell raised","articleBody":"{{told}}"}</script></head>
            <body><div id="app"></div><h1>Bell raised</h1><p>Read the whole story in the app, it is free for the first month and takes a minute.</p></body></html>
            """;

        Article article = ReadingPages.Article(page, PageFormat.Html);

        Assert.Contains("8. Divers raised the bell", article.Text, StringComparison.Ordinal);
        Assert.True(article.Blocks.Length >= 8);
    }

    [Fact]
    public void Data_that_holds_what_readers_see_changes_nothing()
    {
        string page = $"<html lang=en><head><title>Ferry sails again</title>{{0}}</head><body><main><h1>Ferry sails again</h1>{Body}</main></body></html>";
        string data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"The first boat left at dawn.\"}</script>";

        Assert.Equal(
            ReadingPages.Article(page.Replace("{0}", "", StringComparison.Ordinal), PageFormat.Html).Text,
            ReadingPages.Article(page.Replace("{0}", data, StringComparison.Ordinal), PageFormat.Html).Text);
    }
}
