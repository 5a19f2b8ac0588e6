using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Articles over several pages, and pages for phones.</summary>
public sealed class PageSeriesTests
{
    private const string Text = "<h1>The long way over the pass</h1><p>The convoy left the valley at four in the morning, and by noon the first of its forty lorries had reached the snow line.</p><p>Drivers slept in their cabins until the plough came back.</p>";

    private static Article Read(string head, string foot, string? address) =>
        ReadingPages.Article($"<html lang=en><head><title>The long way over the pass</title>{head}</head><body>{Text}{foot}</body></html>", PageFormat.Html, new KnownFacts(address));

    [Theory]
    [InlineData("https://pass.example/convoy?page=2", "<link rel=next href='/convoy?page=3'>", "", "https://pass.example/convoy", 2, null)]
    [InlineData("https://pass.example/convoy", "<link rel=next href='https://pass.example/convoy/page/2/'>", "", "https://pass.example/convoy", 1, null)]
    [InlineData("https://pass.example/convoy/3", "<link rel=canonical href='https://pass.example/convoy'><link rel=prev href='/convoy/2'>", "", "https://pass.example/convoy", 3, null)]
    [InlineData("https://pass.example/convoy?page=2", "", "<p>Page 2 of 3</p>", "https://pass.example/convoy", 2, 3)]
    public void A_part_knows_its_number_and_its_whole(string address, string head, string foot, string whole, int number, int? count) =>
        Assert.Equal(new ArticlePart(whole, number, count), Read(head, foot, address).Part);

    [Theory]
    [InlineData("https://pass.example/convoy", "<link rel=next href='/another-story'>")]
    [InlineData("https://pass.example/2024/12/31", "<link rel=prev href='/2024/12/30'>")]
    [InlineData("https://pass.example/convoy?page=2", "")]
    [InlineData(null, "<link rel=next href='/convoy?page=3'>")]
    public void A_link_to_another_article_makes_no_part(string? address, string head) => Assert.Null(Read(head, "", address).Part);

    [Fact]
    public void A_part_bears_the_canonical_address() =>
        Assert.Equal("https://pass.example/convoy", Read("<link rel=canonical href='/convoy'><link rel=next href='/convoy?page=3'>", "", "https://pass.example/convoy?page=2").Address);

    [Fact]
    public void A_page_for_phones_bears_the_address_of_the_page_that_it_copies()
    {
        Article article = ReadingPages.Article(
            $"<html amp lang=en><head><title>The long way over the pass</title><link rel=canonical href='https://pass.example/convoy'></head><body><amp-sidebar id=s><p>Sections of the paper that nobody came to read here today.</p></amp-sidebar>{Text}<amp-img src=x alt=lorries></amp-img><amp-consent><p>We and our partners ask for your consent to store things.</p></amp-consent></body></html>",
            PageFormat.Html,
            new KnownFacts("https://amp.pass.example/convoy.amp"));
        Assert.Equal("https://pass.example/convoy", article.Address);
        Assert.Equal(["Headline", "Paragraph", "Paragraph"], article.Blocks.Select(b => b.Kind.ToString()));
    }
}
