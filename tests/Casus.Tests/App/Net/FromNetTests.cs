using Casus.App.Fetch;
using Casus.App.Fetch.Web;
using Xunit;

namespace Casus.Tests.App.Net;

/// <summary>From addresses into a real store: what is asked again, what is known, and that the sums add up.</summary>
public sealed class FromNetTests : IDisposable
{
    private static readonly WebManner Watching = new(AsFeeds: true, OnlyDue: true);

    private readonly Workplace place = new();
    private readonly NetPlace net = new();
    private readonly NewsServer news = new();
    private readonly NetReading reading;

    public FromNetTests() => reading = new NetReading(net, place.Store);

    public void Dispose()
    {
        reading.Dispose();
        net.Dispose();
        place.Dispose();
    }

    [Fact]
    public async Task Every_entry_of_a_feed_is_read_once_and_asked_for_by_its_marks_then()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        news.Listed.AddRange(Enumerable.Range(1, 50));
        string feed = server.Of("/feed.xml").AbsoluteUri;
        Assert.Equal((50, 50, 50), Of(reading.Read(feed)));
        Assert.Equal(new FeedReport(feed, "Site", 50, 50, false, false, null), reading.Feeds.Single());

        Assert.Equal((0, 0, 0), Of(reading.Read(feed)));
        Assert.True(reading.Feeds.Single().Unchanged);

        news.Listed.Add(51);
        server.Asked.Clear();
        Assert.Equal((51, 1, 1), Of(reading.Read(feed)));
        Assert.Equal(53, server.Asked.Count);
        Assert.Equal("51", reading.Text("SELECT count(*) FROM article"));
    }

    [Fact]
    public async Task What_failed_is_tried_again_though_the_feed_is_as_it_was()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        news.Listed.AddRange([1, 2, 3]);
        news.Broken.Add(2);
        string feed = server.Of("/feed.xml").AbsoluteUri;
        Ledger first = reading.Read(feed);
        Assert.Equal((3, 2, 1), (first.Fetched, first.Read, first.RefusedByReason[WebRefusal.Status].Count));
        Assert.Equal("1 404", reading.Text("SELECT failures || ' ' || status FROM visit WHERE failures > 0"));

        Assert.Equal((1, 0, 0), Of(reading.Read(feed)));
        news.Broken.Clear();
        Assert.Equal((1, 1, 1), Of(reading.Read(feed)));
        Assert.Equal("0", reading.Text("SELECT count(*) FROM page WHERE outcome = 'refused'"));
        Assert.Equal((0, 0, 0), Of(reading.Read(feed)));
    }

    [Fact]
    public async Task Who_watches_asks_only_for_what_is_new_or_worth_another_try()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        news.Listed.AddRange([1, 2]);
        news.Broken.Add(2);
        string site = server.Of("/").AbsoluteUri;
        Assert.Equal((2, 1, 2), Of(reading.Read(Watching, CancellationToken.None, site)));
        Assert.Equal((site, server.Of("/feed.xml").AbsoluteUri), (reading.Feeds.Single().Named, reading.Feeds.Single().Address));

        news.Listed.Add(3);
        server.Asked.Clear();
        reading.Text("UPDATE visit SET tried_at = '2025-06-04T11:59:00Z'");
        Assert.Equal((1, 1, 1), Of(reading.Read(Watching, CancellationToken.None, site)));
        Assert.Equal(["/robots.txt", "/", "/feed.xml", "/3"], server.Asked);

        reading.Text("UPDATE visit SET tried_at = '2025-06-04T11:00:00Z'");
        Assert.Equal((1, 0, 0), Of(reading.Read(Watching, CancellationToken.None, site)));
    }

    [Fact]
    public async Task A_page_that_is_not_in_the_store_is_asked_for_anew()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        string page = server.Of("/7").AbsoluteUri;
        Assert.Equal((1, 1, 1), Of(reading.Read(page)));
        Assert.Equal((1, 0, 0), Of(reading.Read(page)));
        Assert.Equal(2, server.Asked.Count(a => a == "/7"));
        Assert.Contains(server.Heads, h => h.ContainsKey("If-None-Match"));

        // As after a kill between the page and the note of its visit, and as after its bytes were lost.
        reading.Text("DELETE FROM visit");
        Assert.Equal((1, 0, 0), Of(reading.Read(page)));
        reading.Text("DELETE FROM page_bytes");
        server.Heads.Clear();
        reading.Read(page);
        Assert.DoesNotContain(server.Heads, h => h.ContainsKey("If-None-Match"));

        news.Edition = 2;
        Assert.Equal((1, 1, 1), Of(reading.Read(page)));
    }

    [Theory]
    [InlineData("", "2025-06-03", "article.published.listed")]
    [InlineData("<meta property='article:published_time' content='2025-06-01T10:00:00Z'>", "2025-06-01", "article.published")]
    public async Task A_feed_tells_the_day_of_a_page_that_tells_none(string head, string day, string rule)
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        news.Head = head;
        news.Listed.Add(1);
        reading.Read(server.Of("/feed.xml").AbsoluteUri);
        Assert.Equal(day, reading.Text("SELECT published FROM article"));
        Assert.Equal(rule, reading.Text("SELECT json_extract(record, '$.published[1]') FROM article"));
        Assert.Equal($"2025-06-03 Tue, 03 Jun 2025 09:39:21 +0500 {server.Of("/feed.xml")}", reading.Text("SELECT day || ' ' || quote || ' ' || feed FROM listing"));
    }

    [Fact]
    public async Task The_time_of_fetching_is_no_day_of_publication()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        reading.Read(server.Of("/1").AbsoluteUri);
        Assert.Equal("1", reading.Text("SELECT count(*) FROM article WHERE published IS NULL"));
        Assert.Equal(server.Of("/1").AbsoluteUri, reading.Text("SELECT address FROM article"));
    }

    [Fact]
    public async Task Stopping_keeps_what_came_and_the_next_run_fetches_the_rest()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        news.Listed.AddRange(Enumerable.Range(1, 40));
        string feed = server.Of("/feed.xml").AbsoluteUri;
        using (var stop = new CancellationTokenSource())
        {
            server.Asked.Clear();
            Task stopping = Task.Run(() => SpinWait.SpinUntil(() => server.Asked.Count > 20, 10_000)).ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
            Ledger first = reading.Read(new WebManner(false, false), stop.Token, feed);
            await stopping;
            Assert.InRange(first.Read, 0, 40);
        }

        reading.Read(feed);
        Assert.Equal("40", reading.Text("SELECT count(*) FROM article"));
    }

    [Fact]
    public async Task A_broken_feed_gives_what_it_can_and_is_asked_for_whole_the_next_time()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.Headers.ETag = "\"same\"";
            if (path == "/cut.xml")
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(c.Response, "<rss><channel><item><link>/1</link></item><item><title>none</title></item><item><li");
            }
            else
            {
                await news.Answer(path, c);
            }
        });
        string feed = server.Of("/cut.xml").AbsoluteUri;
        Ledger first = reading.Read(feed);
        Assert.Equal((3, 1), (first.Fetched, first.Read));
        Assert.Equal([WebAddress.BadAddress, "unreadable"], first.RefusedByReason.Keys);
        Assert.True(reading.Feeds.Single().Failed);
        server.Heads.Clear();
        reading.Read(feed);
        Assert.Equal(1, server.Heads.Count(h => h.ContainsKey("If-None-Match")));
    }

    private static (int Fetched, int Read, int Added) Of(Ledger ledger) => (ledger.Fetched, ledger.Read, ledger.Added);
}
