using System.Net;
using System.Text;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Forged and hostile requests are refused, bounded, and never a fault.</summary>
public sealed class GuardTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly string[] Views = ["/", "/events", "/stories", "/statistics", "/search", "/dyads", "/actors", "/network", "/review", "/codebook", "/try", "/pages"];

    private static readonly string[] Fields = ["type", "mode", "actor", "place", "from", "to", "min-killed", "outlet", "factuality", "confidence", "text", "q", "page", "month", "map", "second", "at", "skip", "mark", "by"];

    private static readonly string[] Forged =
    [
        "' OR 1=1 --", "\"; DROP TABLE event; --", "%' UNION SELECT text FROM article --", "1e999", "-1", "99999999999999999999", "9999-12-31", "0000", "NaN", "(((", "\"unclosed", "*", "NEAR(", "{{7*7}}", "<script>alert(1)</script>", "../../etc/passwd", "\0", "%", "_", "AND OR NOT",
    ];

    [Fact]
    public async Task NothingThatIsPutIntoAFieldIsAFault()
    {
        foreach (string view in Views)
        {
            foreach (string field in Fields)
            {
                foreach (string value in Forged)
                {
                    string path = $"{view}?{field}={Uri.EscapeDataString(value)}";
                    using HttpResponseMessage answer = await Get(path);
                    Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
                    Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                }
            }
        }

        Assert.Contains("<td class=\"day\">", await console.Text("/events"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswerKeepsOtherSitesOut()
    {
        foreach (string path in (string[])["/", "/nowhere", "/assets/casus.css", "/events?from=never"])
        {
            using HttpResponseMessage answer = await Get(path);
            Assert.Contains("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("casus.example")]
    [InlineData("192.168.1.10")]
    public async Task AnotherNameIsNotAnswered(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task OnlyFormsOfTheConsoleChangeAnything()
    {
        string id = (await console.Link("/events", "/events/e-"))["/events/".Length..];
        Assert.Equal(HttpStatusCode.BadRequest, await Post($"id={id}&verb=accept"));
        Assert.Equal(HttpStatusCode.Forbidden, await Post($"id={id}&verb=accept", ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.Forbidden, await Post($"id={id}&verb=accept", ("Origin", "http://casus.example")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post($"id={id}&verb=accept&token=forged"));
        Assert.Contains("None yet", await console.Text("/judgements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeAndStrangeRequestsAreRefused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post("id=" + new string('x', 100_000)));
        using HttpResponseMessage longest = await Get("/events?text=" + new string('x', 2_000)), put = await console.Client.PutAsync(new Uri("/events", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, longest.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, put.StatusCode);
        using HttpResponseMessage walk = await Get("/assets/..%2f..%2fcasus.db");
        Assert.Equal(HttpStatusCode.NotFound, walk.StatusCode);
    }

    [Fact]
    public async Task IdleConnectionsDoNotShutOthersOutForGood()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<System.Net.Sockets.TcpClient> idle = [];
        try
        {
            for (int i = 0; i < 230; i++)
            {
                var one = new System.Net.Sockets.TcpClient();
                idle.Add(one);
                await one.ConnectAsync(IPAddress.Loopback, console.Address.Port, patience.Token);
            }

            // Those beyond the limit are closed at once.
            Task<int>[] closed = [.. idle.Select(c => c.GetStream().ReadAsync(new byte[1], patience.Token).AsTask())];
            await Task.WhenAny(closed);
            Assert.Contains(closed, t => t.IsFaulted || (t.IsCompletedSuccessfully && t.Result == 0));
        }
        finally
        {
            idle.ForEach(c => c.Dispose());
        }

        // Their places are free again as soon as the server has seen them go.
        for (bool answered = false; !answered;)
        {
            try
            {
                using HttpResponseMessage answer = await console.Client.GetAsync(new Uri("/glossary", UriKind.Relative), patience.Token);
                answered = answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, patience.Token);
            }
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(' ', answer.Headers.GetValues(name));

    private Task<HttpResponseMessage> Get(string path) => console.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> Post(string form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/judge") { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
