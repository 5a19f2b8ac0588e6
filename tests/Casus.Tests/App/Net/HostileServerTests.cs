using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Casus.App.Fetch.Web;
using Casus.Articles;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Casus.Tests.App.Net;

/// <summary>Servers that lead astray, send without end, or send what they do not say.</summary>
public sealed class HostileServerTests : IDisposable
{
    private readonly NetPlace net = new();

    public void Dispose() => net.Dispose();

    [Theory]
    [InlineData("http://10.1.2.3/", WebRefusal.ForbiddenAddress)]
    [InlineData("http://inside.example/", WebRefusal.ForbiddenAddress)]
    [InlineData("http://127.0.0.2:8080/", WebRefusal.ForbiddenAddress)]
    [InlineData("http://[::1]/", WebRefusal.ForbiddenAddress)]
    [InlineData("http://[::ffff:10.0.0.1]/", WebRefusal.ForbiddenAddress)]
    [InlineData("http://2130706434/", WebRefusal.ForbiddenAddress)]
    [InlineData("file:///etc/hostname", WebAddress.BadAddress)]
    [InlineData("ftp://news.example/a", WebAddress.BadAddress)]
    [InlineData("http://user:word@news.example/", WebAddress.BadAddress)]
    [InlineData("", WebRefusal.Redirect)]
    [InlineData("/round", WebRefusal.Redirect)]
    public async Task Redirects_are_checked_like_addresses(string target, string reason)
    {
        await using LoopbackServer server = await LoopbackServer.Start((path, c) =>
        {
            c.Response.StatusCode = path == "/robots.txt" ? 404 : 302;
            c.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        net.Limits = net.Limits with { Tries = 1 };
        Assert.Equal(reason, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
        Assert.InRange(server.Asked.Count, 2, 12);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_last_address_is_the_pages()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            if (path == "/old")
            {
                c.Response.StatusCode = 301;
                c.Response.Headers.Location = "/new#part";
            }
            else if (path == "/new")
            {
                await c.Response.WriteAsync("word");
            }
        });
        Assert.Equal(server.Of("/new"), Assert.IsType<Answered>(await net.Get(server.Of("/old"))).From);
    }

    [Fact]
    public async Task What_robots_forbid_is_not_reached_by_a_redirect()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.StatusCode = path == "/a" ? 302 : 200;
            c.Response.Headers.Location = "/closed";
            await c.Response.WriteAsync("User-agent: *\nDisallow: /closed");
        });
        Assert.Equal(WebRefusal.Robots, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
        Assert.DoesNotContain("/closed", server.Asked);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_a_moment_later_gains_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.Start((_, c) =>
        {
            c.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        int resolved = 0;
        net.Names = _ => [IPAddress.Parse(resolved++ == 0 ? "127.0.0.1" : "10.0.0.5")];
        Assert.Equal(WebRefusal.ForbiddenAddress, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
        Assert.Equal(["/robots.txt"], server.Asked);
        Assert.Equal(2, resolved);
    }

    [Fact]
    public async Task Of_a_hosts_addresses_only_the_open_ones_are_tried()
    {
        await using LoopbackServer server = await LoopbackServer.Start((_, _) => Task.CompletedTask);
        net.Names = _ => [IPAddress.Parse("10.0.0.5"), IPAddress.Parse("::1"), IPAddress.Loopback];
        Assert.IsType<Answered>(await net.Get(server.Of("/a")));
    }

    [Fact]
    public async Task A_host_that_does_not_prove_who_it_is_is_not_read()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=news.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 proof = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using LoopbackServer server = await LoopbackServer.Start((_, _) => Task.CompletedTask, proof);
        NotAnswered answer = Assert.IsType<NotAnswered>(await net.Get(new Uri($"https://news.example:{server.Port}/")));
        Assert.Equal((WebRefusal.Unreachable, false), (answer.Why.Reason, answer.Passing));
        Assert.Contains("TLS", answer.Why.Detail);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up()
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            for (int i = 0; path != "/robots.txt" && i < 100; i++)
            {
                await c.Response.WriteAsync("x", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(50, c.RequestAborted);
            }
        });
        net.Limits = net.Limits with { Tries = 1 };
        Assert.Equal(WebRefusal.Timeout, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        await using LoopbackServer server = await LoopbackServer.Start((path, c) => path == "/robots.txt" ? Task.CompletedTask : Task.Delay(5000, c.RequestAborted));
        net.Limits = net.Limits with { Tries = 1, Head = TimeSpan.FromMilliseconds(200) };
        Assert.Equal(WebRefusal.Timeout, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        long sent = 0;
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            while (path != "/robots.txt" && !c.RequestAborted.IsCancellationRequested && sent < 1L << 30)
            {
                await c.Response.Body.WriteAsync(new byte[1 << 16], c.RequestAborted);
                sent += 1 << 16;
            }
        });
        net.Limits = net.Limits with { Body = TimeSpan.FromSeconds(20) };
        Assert.Equal(RefusalReason.TooLarge, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
        Assert.True(sent < 1L << 28);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_refused_while_it_unpacks(string packing)
    {
        byte[] bomb = Packed(packing, new byte[200 << 20]);
        Assert.True(bomb.Length < 1 << 20);
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.Headers.ContentEncoding = packing;
            await c.Response.Body.WriteAsync(path == "/robots.txt" ? [] : bomb);
        });
        net.Limits = net.Limits with { Body = TimeSpan.FromSeconds(20) };
        Assert.Equal(RefusalReason.TooLarge, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Packed_pages_are_unpacked(string packing)
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.Headers.ContentEncoding = packing;
            await c.Response.Body.WriteAsync(Packed(packing, "<p>a word</p>"u8.ToArray()));
        });
        Assert.Equal("<p>a word</p>", Encoding.UTF8.GetString(Assert.IsType<Answered>(await net.Get(server.Of("/a"))).Bytes));
    }

    [Theory]
    [InlineData("gzip", RefusalReason.Unreadable)]
    [InlineData("zstd", RefusalReason.Unreadable)]
    [InlineData("gzip, gzip", RefusalReason.Unreadable)]
    public async Task What_says_it_is_packed_and_is_not_is_refused(string packing, string reason)
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            c.Response.Headers.ContentEncoding = packing;
            await c.Response.WriteAsync("plain words that nobody packed");
        });
        Assert.Equal(reason, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    public async Task What_is_no_page_is_not_taken(string type)
    {
        await using LoopbackServer server = await LoopbackServer.Start(async (_, c) =>
        {
            c.Response.ContentType = type;
            await c.Response.WriteAsync("%PDF");
        });
        Assert.Equal(WebRefusal.ContentType, Assert.IsType<NotAnswered>(await net.Get(server.Of("/a"))).Why.Reason);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.Start(async (path, c) =>
        {
            if (path != "/robots.txt" && asked++ == 0)
            {
                c.Response.ContentLength = 1000;
                await c.Response.WriteAsync("half of it");
                await c.Response.Body.FlushAsync();
                c.Abort();
                return;
            }

            await c.Response.WriteAsync("all of it");
        });
        Assert.Equal("all of it", Encoding.UTF8.GetString(Assert.IsType<Answered>(await net.Get(server.Of("/a"))).Bytes));
    }

    private static byte[] Packed(string packing, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
