using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Place and agency at the head of a text, its section, its times.</summary>
public sealed class CreditTests
{
    private const string Rest = "The two ministers met at the border post and agreed to open it for lorries on Fridays, both governments said in the evening.";

    private static Article Plain(string head) => ReadingPages.Article(head + Rest, PageFormat.PlainText);

    private static Article Html(string head, string body = "") =>
        ReadingPages.Article($"<html lang=en><head><title>Border post opens for lorries</title>{head}</head><body><h1>Border post opens for lorries</h1><p>{Rest}</p><p>{Rest}</p>{body}</body></html>", PageFormat.Html);

    [Theory]
    [InlineData("KABUL, Dec 25 (Reuters) - ", "KABUL", "Reuters")]
    [InlineData("NEW YORK (AP) — ", "NEW YORK", "Associated Press")]
    [InlineData("PARIS/LONDON, March 3, 2024 (AFP) – ", "PARIS/LONDON", "Agence France-Presse")]
    [InlineData("Hamburg (dpa/xy) - ", "Hamburg", "Deutsche Presse-Agentur")]
    [InlineData("(Reuters) - ", null, "Reuters")]
    [InlineData("HOUSTON, Texas -- ", "HOUSTON, Texas", null)]
    [InlineData("KABUL: ", null, null)]
    [InlineData("A meeting (the third) - ", null, null)]
    [InlineData("The ministers – both new – met. ", null, null)]
    [InlineData("Border News (Live) - ", null, null)]
    public void Datelines_tell_place_and_agency(string head, string? place, string? agency)
    {
        Article article = Plain(head);

        Assert.Equal(place, article.Dateline?.Value);
        Assert.Equal(agency, article.Agency?.Value);
        Assert.All(((Sourced<string>?[])[article.Dateline, article.Agency]).OfType<Sourced<string>>(), s => Assert.Equal(s.Evidence[0].Quote, s.Evidence[0].Span!.Value.Of(article.Text)));
    }

    [Fact]
    public void An_agency_may_stand_in_the_byline_or_at_the_end()
    {
        Assert.Equal("Agence France-Presse", Html("""<meta name="author" content="Staff with AFP">""").Agency!.Value);
        Assert.Equal("Reuters", Html("", $"<p>{Rest} (Reuters)</p>").Agency!.Value);
        Assert.Null(Html("", "<p>Photo: Ana Roe/Reuters, who travelled there</p>").Agency);
        Assert.Null(Html("""<meta name="author" content="Ana Roe">""").Agency);
    }

    [Fact]
    public void Times_keep_their_offset_and_a_change_is_told_apart()
    {
        Article article = Html("""
            <meta property="article:published_time" content="2024-05-03T08:15:00+04:30"><meta property="article:modified_time" content="2024-05-04T09:20:30Z">
            <meta property="article:section" content="World">
            """);

        Assert.Equal(new Publication(new DateOnly(2024, 5, 3), "minute") { Time = new TimeOnly(8, 15), Offset = new TimeSpan(4, 30, 0) }, article.Published!.Value);
        Assert.Equal(new Publication(new DateOnly(2024, 5, 4), "minute") { Time = new TimeOnly(9, 20), Offset = TimeSpan.Zero }, article.Updated!.Value);
        Assert.Equal("World", article.Section!.Value);
    }

    [Fact]
    public void What_was_published_and_not_changed_has_no_update()
    {
        Assert.Null(Html("""<meta property="article:published_time" content="2024-05-03T08:15:00Z"><meta property="article:modified_time" content="2024-05-03T08:15:40Z">""").Updated);
        Assert.Null(Html("""<meta property="article:published_time" content="2024-05-03"><meta property="article:modified_time" content="2024-05-01">""").Updated);
        Assert.Null(Html("""<meta property="article:modified_time" content="2024-05-01">""").Updated?.Value.Time);
    }

    [Fact]
    public void Captions_lose_the_credit_of_the_picture()
    {
        Article article = Html("", "<figure><figcaption>Lorries wait at the border post at noon. (Photo: Ana Roe/Agency)</figcaption></figure>" + $"<p>{Rest}</p>");

        Assert.Contains("Caption: Lorries wait at the border post at noon.", ReadingPages.Blocks(article));
    }
}
