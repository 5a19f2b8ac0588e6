using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class HtmlPageTests
{
    private const string Body = """
        <p>Talks between the two river states ended on Tuesday without a joint statement. Delegates left by the back door.</p>
        <p>A spokeswoman said that the next round would be held in the spring, <a href="/x">as agreed last year</a>, if both sides wish it.</p>
        """;

    private static string Page(string head, string body) => $"""
        <!DOCTYPE html><html lang="en"><head><title>River talks end | The Daily Ford</title>{head}</head>
        <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
        <main><article><h1>River talks end</h1>{body}</article>
        <div class="related-posts"><h3>Related posts</h3><p>The ferry was sold to a company from the coast, which will keep its name and its crew.</p></div></main>
        <footer><p>Copyright The Daily Ford. All rights reserved, and that is a long sentence for a footer.</p></footer></body></html>
        """;

    [Fact]
    public void The_article_is_told_from_menus_related_posts_and_footers()
    {
        Article article = ReadingPages.Article(Page("", Body));

        Assert.Equal(["Headline", "Paragraph", "Paragraph"], article.Blocks.Select(b => b.Kind.ToString()));
        Assert.Equal("River talks end", article.Title!.Value);
        Assert.Contains("as agreed last year, if", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_come_from_the_places_that_are_trusted_most()
    {
        Article article = ReadingPages.Article(Page(
            """
            <meta property="og:site_name" content="The Daily Ford"><meta property="article:published_time" content="2023-11-05T22:10:00+01:00">
            <meta property="article:modified_time" content="2024-02-01T00:00:00Z"><meta name="author" content="By Ana Petrova and Luis Ortega">
            """,
            "<span>By Ana Petrova and Luis Ortega</span>" + Body));

        Assert.Equal(new DateOnly(2023, 11, 5), article.Published!.Value.Day);
        Assert.Equal("meta article:published_time", article.Published.Evidence[0].Path);
        Assert.Equal("The Daily Ford", article.Outlet!.Value);
        Assert.Equal(["Ana Petrova", "Luis Ortega"], article.Bylines.Select(b => b.Value));
    }

    [Fact]
    public void Json_ld_tells_headline_day_and_people()
    {
        Article article = ReadingPages.Article(Page(
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Person","@id":"#p","name":"Mina Okafor"},
            {"@type":"NewsArticle","headline":"River talks end","datePublished":"2022-07-01T08:00:00Z","author":{"@id":"#p"}}]}</script>
            """,
            "<span>Mina Okafor</span>" + Body));

        Assert.Equal(new DateOnly(2022, 7, 1), article.Published!.Value.Day);
        Assert.Equal(["Mina Okafor"], article.Bylines.Select(b => b.Value));
    }

    [Fact]
    public void What_is_known_beats_what_the_page_says()
    {
        Article article = ReadingPages.Article(
            Page("""<meta property="article:published_time" content="2023-11-05">""", Body),
            known: new KnownFacts("https://ford.example/a", new DateOnly(2023, 11, 6), "Ford Wire", "Talks end"));

        Assert.Equal((new DateOnly(2023, 11, 6), "known:published"), (article.Published!.Value.Day, article.Published.Evidence[0].Path));
        Assert.Equal(("Ford Wire", "Talks end"), (article.Outlet!.Value, article.Title!.Value));
        Assert.StartsWith("Talks end\n\n", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Captions_quotes_and_lists_keep_their_kind()
    {
        Article article = ReadingPages.Article(Page(
            "",
            Body + """
            <figure><img src="a.jpg"><figcaption>Delegates leave the hall by the back door on Tuesday</figcaption></figure>
            <blockquote><p>We will come back when the snow has gone, and not before that.</p></blockquote>
            <ul><li>The treaty lapses in June.</li><li>Neither side has asked for more time.</li></ul>
            """));

        Assert.Equal(["Headline", "Paragraph", "Paragraph", "Caption", "Quote", "List", "List"], article.Blocks.Select(b => b.Kind.ToString()));
    }

    [Theory]
    [InlineData("windows-1252", "<meta charset=\"iso-8859-1\">")]
    [InlineData("windows-1252", "")]
    [InlineData("utf-16", "")]
    [InlineData("windows-1251", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">")]
    public void The_charset_is_decided_by_mark_validity_and_declaration(string charset, string head)
    {
        bool cyrillic = charset == "windows-1251";
        string word = cyrillic ? "Переговоры" : "Zürich";
        Encoding encoding = charset == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        byte[] bytes = [.. charset == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(Page(head, $"<p>{word} was the place of the talks, which ended late on Tuesday night.</p>" + Body))];

        var read = Assert.IsType<ArticleRead>(ReadingPages.Reader.Read(Casus.Articles.Page.Of("test", bytes, PageFormat.Html)));

        Assert.Contains(word, read.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_german_page_is_read_and_says_so()
    {
        Article article = ReadingPages.Article(Page(
            "",
            "<p>Die Gespräche zwischen den beiden Staaten sind am Dienstag ohne eine gemeinsame Erklärung zu Ende gegangen, wie es aus dem Ministerium hieß.</p>" +
            "<p>Eine Sprecherin sagte, die nächste Runde werde im Frühling sein, wenn es beide Seiten wünschen und der Schnee nicht mehr auf den Straßen liegt.</p>"));

        Assert.Equal("de", article.Language);
    }
}
