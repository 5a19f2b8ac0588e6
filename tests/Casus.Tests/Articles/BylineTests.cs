using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Who wrote a page: marked, said by its data, or only seen.</summary>
public sealed class BylineTests
{
    private const string Body = """
        <p>The mill at the upper bridge burned down in the night to Sunday. Nobody was hurt, the fire brigade of the town said.</p>
        <p>It had stood there for two hundred years. The owner wants to build a new one, but the council has to agree to it first.</p>
        """;

    private static string[] People(string above, string below = "", string head = "") =>
        [.. ReadingPages.Article($"<html lang=en><head><title>Mill burns down in the night</title>{head}</head><body><article><h1>Mill burns down in the night</h1>{above}{Body}{below}</article></body></html>", PageFormat.Html)
            .Bylines.Select(b => b.Value)];

    [Theory]
    [InlineData("<div>By Rosa Lindqvist and Omar Haddad</div>", "Rosa Lindqvist; Omar Haddad")]
    [InlineData("<p><em>Von Jana Brandt</em></p>", "Jana Brandt")]
    [InlineData("<p>Por Lucía Ferrer, 3 de mayo de 2024</p>", "Lucía Ferrer")]
    [InlineData("<p>3 May 2024 Author: Rosa Lindqvist Source: Mill Post</p>", "Rosa Lindqvist")]
    [InlineData("<div>By</div><div>Rosa Lindqvist</div>", "Rosa Lindqvist")]
    [InlineData("<div>Text: Rosa Lindqvist, Photos: Omar Haddad</div>", "Rosa Lindqvist")]
    [InlineData("<p>By Monday the fire was out.</p>", "")]
    [InlineData("<div>By Mill Post Staff</div>", "")]
    [InlineData("""<span class="byline">Posted on 3 May 2024</span>""", "")]
    [InlineData("""<span class="author">Rosa Lindqvist @rosal</span>""", "Rosa Lindqvist")]
    [InlineData("""<span class="author">Rosa Lindqvist on Monday</span>""", "Rosa Lindqvist")]
    public void People_are_found_where_readers_find_them(string above, string people) => Assert.Equal(people, string.Join("; ", People(above)));

    [Fact]
    public void A_byline_may_stand_below_the_text()
    {
        Assert.Equal(["Rosa Lindqvist"], People("", "<p>Author: Rosa Lindqvist, who lives in the town.</p>"));
        Assert.Equal(["Maria Lindqvist"], People("", "<p>The council meets on Tuesday. (Maria Lindqvist)</p>"));
    }

    [Fact]
    public void A_body_and_its_address_are_no_people()
    {
        Assert.Empty(People("", head: """<meta name="author" content="Mill Press Ltd, Upper Town, Lakeland">"""));
        Assert.Empty(People("", head: """<meta name="author" content="Ministry of Mills, Bridges and Weirs">"""));
        Assert.Empty(People("", head: """<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Upper Town"}}</script>"""));
    }

    [Fact]
    public void A_chosen_name_counts_only_where_nothing_else_is_told()
    {
        const string Handle = """<script type="application/ld+json">{"@type":"BlogPosting","author":{"@type":"Person","name":"millrat7"}}</script>""";

        Assert.Equal(["millrat7"], People("<span>millrat7</span>", head: Handle));
        Assert.Equal(["Rosa Lindqvist"], People("<div>By Rosa Lindqvist</div>", head: Handle));
    }

    [Fact]
    public void Whose_account_loaded_a_text_up_did_not_write_it()
    {
        const string Data = """<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Rosa Lindqvist"}}</script>""";

        Assert.Empty(People("", head: Data));
        Assert.Equal(["Rosa Lindqvist"], People("<span>Rosa Lindqvist</span>", head: Data));
        Assert.Equal(["Omar Haddad"], People("<span>By Omar Haddad</span>", head: Data));
    }

    [Fact]
    public void Those_who_comment_and_review_wrote_nothing()
    {
        Assert.Empty(People("", """<div itemprop="review"><span itemprop="author">Ana Roe</span></div><div class="comment-author">Luis Roe</div>"""));
    }

    [Theory]
    [InlineData("""<span class="byline">By News Desk</span>""", "News Desk")]
    [InlineData("""<span class="author">von Redaktion Klima</span>""", "Redaktion Klima")]
    [InlineData("""<span class="author">Admin</span>""", null)]
    [InlineData("""<span class="byline">Share</span>""", null)]
    [InlineData("""<span class="author">Photo: Mill Archive</span>""", null)]
    [InlineData("""<span class="byline">By Rosa Lindqvist</span>""", null)]
    public void A_desk_signs_where_no_person_does(string above, string? desk)
    {
        Article article = ReadingPages.Article($"<html lang=en><head><title>Mill burns down in the night</title></head><body><article><h1>Mill burns down in the night</h1>{above}{Body}</article></body></html>", PageFormat.Html);

        Assert.Equal(desk, article.Desk?.Value);
        Assert.True(desk is null || article.Bylines.IsEmpty);
    }

    [Fact]
    public void A_longer_byline_that_readers_see_completes_what_the_data_tells()
    {
        const string One = """<meta name="author" content="Rosa Lindqvist">""";

        Assert.Equal(["Rosa Lindqvist", "Omar Haddad"], People("""<span class="author">by Rosa Lindqvist, Omar Haddad</span>""", head: One));
        Assert.Equal(["Rosa Lindqvist"], People("""<span class="author">Rosa Lindqvist, historian, rower</span>""", head: One));
    }

    [Fact]
    public void A_name_beside_the_day_or_in_a_link_to_an_authors_page_is_the_writers()
    {
        Assert.Equal(["Maria Lindqvist"], People("<small>04.02.2022 | 13:10 | Maria Lindqvist</small>"));
        Assert.Equal(["Rosa Lindqvist"], People("""<div><a href="/autoren/rosa-lindqvist">Rosa Lindqvist</a></div>"""));
    }

    [Fact]
    public void Bylines_of_a_list_of_other_articles_are_not_the_articles()
    {
        string list = string.Concat(new[] { "Ann Berg", "Tom Krol", "Eva Sand", "Ivo Marin" }.Select(n => $"<div><span class=\"list-author\">By {n}</span></div>"));

        Assert.Empty(People("", list));
    }
}
