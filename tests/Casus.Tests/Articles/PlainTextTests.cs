using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class PlainTextTests
{
    [Fact]
    public void Text_is_taken_as_it_is()
    {
        const string text = "  A first paragraph\nof two lines.\r\n\r\nAlso Read: a line that a page would lose.\n\n\nThe end\t";

        Article article = ReadingPages.Article(text, PageFormat.PlainText);

        Assert.Equal(text, article.Text);
        Assert.Equal(
            ["Paragraph: A first paragraph\nof two lines.", "Paragraph: Also Read: a line that a page would lose.", "Paragraph: The end"],
            ReadingPages.Blocks(article));
        Assert.Null(article.Title);
        Assert.Null(article.Published);
    }

    [Fact]
    public void A_known_title_does_not_enter_the_text()
    {
        Article article = ReadingPages.Article("One sentence.", PageFormat.PlainText, new KnownFacts(Title: "Known", Published: new DateOnly(2020, 2, 29)));

        Assert.Equal("One sentence.", article.Text);
        Assert.Equal("Known", article.Title!.Value);
        Assert.Equal(new DateOnly(2020, 2, 29), article.Published!.Value.Day);
    }

    [Theory]
    [InlineData("RIOT POLICE FIRED INTO THE CROWD", "en")]
    [InlineData("Kabul", "en")]
    [InlineData("Le ministre a dit que les soldats sont arrivés dans la ville et que les combats ont cessé.", "fr")]
    public void A_short_text_is_english_unless_its_words_say_otherwise(string text, string language) =>
        Assert.Equal(language, ReadingPages.Article(text, PageFormat.PlainText).Language);

    [Fact]
    public void Id_depends_on_content_not_on_the_page()
    {
        Article dump = ReadingPages.Article("One sentence.", PageFormat.PlainText);
        Article again = ReadingPages.Article("One sentence.", PageFormat.PlainText);

        Assert.Equal(dump.Id, again.Id);
        Assert.NotEqual(dump.Id, ReadingPages.Article("One sentence.", PageFormat.PlainText, new KnownFacts(Outlet: "Other")).Id);
    }
}
