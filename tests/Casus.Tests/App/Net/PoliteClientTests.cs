using Casus.App.Fetch.Web;
using Casus.Articles;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Casus.Tests.App.Net;

/// <summary>How hosts are treated: against a real server, with a clock on which waits are over at once.</summary>
public sealed class PoliteClientTests : IDisposable
{
    private readonly NetPlace net = new();

    public void Dispose() => net.Dispose();

    [Fact]
    public async Task A_page_comes_with_its_marks_and_the_host_hears_who_asks()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (_, c) =>
        {
            c.Response.ContentType = "text/html; charset=utf-8";
            c.Response.Headers.ETag = "\"one\"";
            c.Response.Headers.LastModified = "Tue, 03 Jun 2025 09:39:21 GMT";
            c.Response.Headers.CacheControl = "max-age=600";
            await c.Response.WriteAsync("<p>word</p>");
        });
        Answered page = Assert.IsType<Answered>(await net.Get(server.Of("/a?b=1")));
        Assert.Equal(("text/html", new Validators(server.Of("/a?b=1").AbsoluteUri, "\"one\"", "Tue, 03 Jun 2025 09:39:21 GMT"), TimeSpan.FromMinutes(10)), (page.MediaType, page.Validators, page.FreshFor));
        Assert.Equal(["/robots.txt", "/a?b=1"], server.Asked);
        Assert.All(server.Heads, h => Assert.Equal("Casus/0 (test)", h["User-Agent"]));
    }

    [Fact]
    public async Task What_was_sent_before_is_asked_for_by_its_marks()
    {
        await using LoopbackServer server = await LoopbackServer.Start((path, c) =>
        {
            c.Response.StatusCode = path == "/robots.txt" ? 404 : c.Request.Headers.IfNoneMatch == "\"one\"" ? 304 : 200;
            return Task.CompletedTask;
        });
        string here = server.Of("/a").AbsoluteUri;
        Assert.IsType<Unchanged>(await net.Get(server.Of("/a"), new Validators(here, "\"one\"", "Tue, 03 Jun 2025 09:39:21 GMT")));
        Assert.Equal("Tue, 03 Jun 2025 09:39:21 GMT", server.Heads.Last()["If-Modified-Since"]);
        Assert.IsType<Answered>(await net.Get(server.Of("/a"), new Validators(here + "/other", "\"one\"", null)));
    }

    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /closed", WebRefusal.Robots, 1)]
    [InlineData(200, "User-agent: casus\nAllow: /\n\nUser-agent: *\nDisallow: /", null, 2)]
    [InlineData(404, "User-agent: *\nDisallow: /", null, 2)]
    [InlineData(503, "", WebRefusal.Robots, 3)]
    public async Task Robots_are_kept(int status, string robots, string? refused, int requests)
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.StatusCode = path == "/robots.txt" ? status : 200;
            c.Response.ContentType = "text/plain";
            await c.Response.WriteAsync(robots);
        });
        WebAnswer answer = await net.Get(server.Of("/closed/a"));
        Assert.Equal(refused, (answer as NotAnswered)?.Why.Reason);
        Assert.Equal(requests, server.Asked.Count);
    }

    [Fact]
    public async Task Requests_to_one_host_keep_their_distance_and_robots_are_asked_for_once()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.StatusCode = 200;
            await c.Response.WriteAsync(path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 5" : "word");
        });
        PoliteClient client = net.NewClient();
        DateTimeOffset start = net.Clock.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => client.Get(server.Of("/" + i), null, CancellationToken.None)));
        Assert.Equal(1, server.Asked.Count(a => a == "/robots.txt"));
        Assert.Equal(TimeSpan.FromSeconds(15), net.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_host_that_asks_for_a_wait_gets_it()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.Start((path, c) =>
        {
            if (path != "/robots.txt" && asked++ == 0)
            {
                c.Response.StatusCode = 429;
                c.Response.Headers.RetryAfter = "70";
            }

            return Task.CompletedTask;
        });
        DateTimeOffset start = net.Clock.GetUtcNow();
        Assert.IsType<Answered>(await net.Get(server.Of("/a")));
        Assert.True(net.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(70));
    }

    [Fact]
    public async Task A_host_that_asks_for_hours_is_left_alone()
    {
        await using LoopbackServer server = await LoopbackServer.Start((path, c) =>
        {
            c.Response.StatusCode = path == "/robots.txt" ? 404 : 503;
            c.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        PoliteClient client = net.NewClient();
        NotAnswered first = Assert.IsType<NotAnswered>(await client.Get(server.Of("/a"), null, CancellationToken.None));
        Assert.Equal((WebRefusal.AskedToWait, 503), (first.Why.Reason, first.Status));
        Assert.Equal(WebRefusal.AskedToWait, Assert.IsType<NotAnswered>(await client.Get(server.Of("/b"), null, CancellationToken.None)).Why.Reason);
        Assert.Equal(["/robots.txt", "/a"], server.Asked);
    }

    [Theory]
    [InlineData(1, 200, 0)]
    [InlineData(9, 0, 500)]
    public async Task A_broken_server_is_asked_again_a_few_times(int failures, int status, int failed)
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.Start((path, c) =>
        {
            c.Response.StatusCode = path == "/robots.txt" ? 404 : asked++ < failures ? 500 : 200;
            return Task.CompletedTask;
        });
        WebAnswer answer = await net.Get(server.Of("/a"));
        Assert.Equal(status == 200, answer is Answered);
        Assert.Equal(failed, (answer as NotAnswered)?.Status ?? 0);
        Assert.Equal(Math.Min(failures + 1, 3), asked);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    public async Task What_is_not_there_is_not_asked_for_again(int status)
    {
        await using LoopbackServer server = await LoopbackServer.Start((_, c) =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        NotAnswered answer = Assert.IsType<NotAnswered>(await net.Get(server.Of("/a")));
        Assert.Equal((WebRefusal.Status, status), (answer.Why.Reason, answer.Status));
        Assert.Equal(2, server.Asked.Count);
    }
}
