using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Pages in an article's stead are refused by name; articles that only mention such things are not.</summary>
public sealed class StubTests
{
    private const string Teaser = "<h1>Miners come up after three days</h1><p>The last of the eleven miners who had been shut in by a fall of rock came up on Sunday, thin and blinking, to the applause of the whole village.</p>";
    private static readonly string Story = string.Concat(Enumerable.Range(1, 9).Select(i => $"<p>Witness number {i} told the inquiry that the props had creaked for weeks, and that nobody from the company had come to look at them.</p>"));

    private static string Page(string body) => $"<html lang=en><head><title>Miners come up after three days</title></head><body><nav><a href=/>Home</a></nav>{body}</body></html>";

    [Theory]
    [InlineData(Teaser + "<div class=offer><p>Subscribe to continue reading</p><p>Already a subscriber? Log in</p></div>", RefusalReason.Paywall)]
    [InlineData(Teaser + "<div><h3>This article is for subscribers only.</h3><a href=/buy>See the offers</a></div>", RefusalReason.Paywall)]
    [InlineData("<h1>Before you continue to the Mine Gazette</h1><p>We and our partners store and/or access information on a device and process personal data such as unique identifiers.</p><p>You can withdraw your consent at any time in our cookie policy.</p><button>Accept all</button>", RefusalReason.CookieWall)]
    [InlineData("<p>We use cookies.</p><a href=/c>Cookie settings</a>", RefusalReason.CookieWall)]
    [InlineData("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", RefusalReason.ScriptOnly)]
    [InlineData("<div id=root></div><script>start()</script>", RefusalReason.ScriptOnly)]
    [InlineData("<ul><li><a href=/1>Miners come up after three days below</a></li><li><a href=/2>Company blamed for the fall of rock</a></li><li><a href=/3>The village that waited at the gate</a></li></ul>", RefusalReason.LinkList)]
    [InlineData("<form><p>Your name and the place where you live</p></form>", RefusalReason.NotAnArticle)]
    public void Stubs(string body, string reason) => Assert.Equal(reason, Assert.IsType<Refused>(ReadingPages.Read(Page(body))).Reason);

    [Theory]
    [InlineData("Miners come up after three days\n\nThe last of the eleven miners came up on Sunday, thin and blinking, to the applause of the whole village.\n\nTo continue reading this article, sign in or subscribe.\n", RefusalReason.Paywall)]
    [InlineData("We use cookies to give you the best of this site and of those of others whom we know.\n\nBy clicking on the button you consent to the use of all of them.\n", RefusalReason.CookieWall)]
    public void Stubs_saved_as_text(string text, string reason) => Assert.Equal(reason, Assert.IsType<Refused>(ReadingPages.Read(text)).Reason);

    [Fact]
    public void An_article_with_such_boxes_around_it_is_read()
    {
        Article article = ReadingPages.Article(Page(Teaser + Story + "<div><p>Subscribe to continue reading</p></div><div class=cookie-banner><p>We use cookies to give you the best of this site.</p></div><noscript>Please enable JavaScript.</noscript>"));
        Assert.Contains("Witness number 9", article.Text);
    }

    [Fact]
    public void An_article_about_consent_is_read() =>
        Assert.Contains("cookie policy", ReadingPages.Article(Page("<h1>Watchdog fines the mine's shop</h1><p>The shop's cookie policy broke the law, the watchdog said on Monday, and fined its owners.</p>" + Story)).Text);
}
