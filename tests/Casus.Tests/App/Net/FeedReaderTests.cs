using System.Text;
using Casus.App.Fetch.Web;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App.Net;

public class FeedReaderTests
{
    private const string Rss = """
        <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>Valley &amp; Coast</title><link>https://news.example/</link><ttl>45</ttl><image><title>Picture</title><link>https://news.example/p</link></image>
        <item><title><![CDATA[Bridge <reopens>]]></title><link>https://news.example/1?a=1&amp;b=2</link><pubDate>Tue, 03 Jun 2025 09:39:21 +0500</pubDate><media:content><media:title>x</media:title></media:content></item>
        <item><guid>https://news.example/2</guid><dc:date>2025-06-02T10:00:00Z</dc:date></item>
        <item><guid isPermaLink="false">https://news.example/no</guid><title>None</title></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Valley</title>
        <entry><title>One</title><link rel="self" href="/self"/><link href="/1"/><published>2025-06-03T09:39:21+05:00</published><updated>2025-06-04T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><title>inner</title><a href="/x">x</a></div></content></entry>
        <entry><link rel="alternate" href="/2"/><updated>2025-06-04T00:00:00Z</updated></entry></feed>
        """;

    private const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Valley</title></channel>
        <item rdf:about="/1"><title>One</title><link>https://news.example/1</link></item></rdf:RDF>
        """;

    private const string JsonFeed = """{"version":"https://jsonfeed.org/version/1.1","title":"Valley","items":[{"id":"1","url":"https://news.example/1","title":"One","date_published":"2025-06-03T09:39:21Z"},{"id":"2","external_url":"https://news.example/2"},7]}""";

    [Fact]
    public void Rss_gives_addresses_titles_and_days()
    {
        Feed feed = Read(Rss);
        Assert.Null(feed.Problem);
        Assert.Equal(("Valley & Coast", TimeSpan.FromMinutes(45)), (feed.Title, feed.Every));
        Assert.Equal(
            [
                new FeedEntry("https://news.example/1?a=1&b=2", "Bridge <reopens>", "Tue, 03 Jun 2025 09:39:21 +0500", null),
                new FeedEntry("https://news.example/2", null, "2025-06-02T10:00:00Z", null),
                new FeedEntry(null, "None", null, null),
            ],
            feed.Entries);
    }

    [Fact]
    public void The_moment_of_a_change_is_none_of_publication() => Assert.Equal(
        [new FeedEntry("/1", "One", "2025-06-03T09:39:21+05:00", "2025-06-04T00:00:00Z"), new FeedEntry("/2", null, null, "2025-06-04T00:00:00Z")],
        Read(Atom).Entries);

    [Fact]
    public void Rdf_and_json_are_read_too()
    {
        Assert.Equal([new FeedEntry("https://news.example/1", "One", null, null)], Read(Rdf).Entries);
        Assert.Equal(["https://news.example/1", "https://news.example/2"], Read(JsonFeed).Entries.Select(e => e.Address));
    }

    [Theory]
    [InlineData(Rss, true)]
    [InlineData(Atom, true)]
    [InlineData(Rdf, true)]
    [InlineData(JsonFeed, true)]
    [InlineData("<?xml version='1.0'?><!-- <html> --><!DOCTYPE rss><rss>", true)]
    [InlineData("<!DOCTYPE html><html><head><title>rss</title>", false)]
    [InlineData("{\"version\":1}", false)]
    [InlineData("<!-- never closed", false)]
    [InlineData("", false)]
    public void Feeds_are_told_from_pages_by_their_beginning(string text, bool isFeed) => Assert.Equal(isFeed, FeedReader.LooksLikeFeed(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Document_types_are_refused()
    {
        const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&b;&c;</title></item></channel></rss>";
        Feed feed = Read(Laughs);
        Assert.Equal(RefusalReason.Unreadable, feed.Problem?.Reason);
        Assert.Empty(feed.Entries);
    }

    [Fact]
    public void What_came_before_a_fault_is_kept()
    {
        Feed feed = Read(Rss[..Rss.IndexOf("<item><guid isPerma", StringComparison.Ordinal)] + "<item>&nbsp;</item>");
        Assert.Equal((2, RefusalReason.Unreadable), (feed.Entries.Length, feed.Problem?.Reason));
    }

    [Fact]
    public void Depth_and_number_are_bounded()
    {
        Assert.NotNull(Read("<rss>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).Problem);
        Feed many = Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<item><link>https://news.example/</link></item>", 5000)) + "</channel></rss>");
        Assert.Equal((Feed.MostEntries, RefusalReason.TooLarge), (many.Entries.Length, many.Problem?.Reason));
    }

    [Fact]
    public void Letters_of_other_encodings_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = Encoding.GetEncoding(1251).GetBytes("  <?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>Мост</title></item></channel></rss>");
        Assert.Equal("Мост", FeedReader.Read(bytes).Entries[0].Title);
    }

    [Fact]
    public void No_cut_or_changed_feed_breaks_it()
    {
        byte[][] whole = [.. new[] { Rss, Atom, Rdf, JsonFeed }.Select(Encoding.UTF8.GetBytes)];
        Gen<byte[]> broken =
            from feed in Gen.Elements(whole)
            from at in Gen.Choose(0, feed.Length - 1)
            from count in Gen.Choose(0, 40)
            from put in ArbMap.Default.GeneratorFor<byte[]>()
            select (byte[])[.. feed[..at], .. put, .. feed[Math.Min(feed.Length, at + count)..]];
        Prop.ForAll(Arb.From(broken), bytes => FeedReader.Read(bytes).Entries.Length <= 4).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_written_is_read()
    {
        Gen<(string Title, int Number)[]> entries = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => string.Concat(s.Get.Where(c => c is > ' ' and < '\uD800'))).Zip(Gen.Choose(0, 9999)).ArrayOf();
        Prop.ForAll(Arb.From(entries), all =>
        {
            string feed = "<rss><channel>" + string.Concat(all.Select(e => $"<item><title>{System.Security.SecurityElement.Escape(e.Title)}</title><link>https://news.example/{e.Number}</link></item>")) + "</channel></rss>";
            return Read(feed).Entries.Select(e => (e.Title ?? "", e.Address)).SequenceEqual(all.Select(e => (e.Title, (string?)$"https://news.example/{e.Number}")));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Tue, 03 Jun 2025 09:39:21 +0500", "2025-06-03")]
    [InlineData("3 June 2025 09:39 EST", "2025-06-03")]
    [InlineData("03 Jun 25 09:39:21 GMT", "2025-06-03")]
    [InlineData("2025-06-03T23:39:21-08:00", "2025-06-03")]
    [InlineData("2025-06-03", "2025-06-03")]
    [InlineData("Tue, 03 Jun 2099 09:39:21 GMT", null)]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Days_are_those_that_the_feed_writes(string moment, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), FeedDays.Of(moment, new DateOnly(2025, 6, 5)));

    [Fact]
    public void A_page_names_its_feeds()
    {
        const string Page = """
            <html><head><link rel="stylesheet" href="/x.css"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <LINK REL='alternate' href='/feed?a=1&amp;b=2' TYPE="application/atom+xml; charset=utf-8" /><link rel=alternate type=application/feed+json href=/feed.json>
            <link rel="alternate" hreflang="de" href="/de">
            """;
        Assert.Equal(["/feed?a=1&b=2", "/feed.json", "/comments/feed"], FeedDiscovery.Of(Encoding.UTF8.GetBytes(Page)));
    }

    private static Feed Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text));
}
