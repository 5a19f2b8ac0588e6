using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Casus.App.Access;
using Casus.App.Web;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>How requests come to a shared console: by https, through a proxy, under which name, how often.</summary>
public sealed class TransportTests(SharedConsole console) : IClassFixture<SharedConsole>
{
    [Fact]
    public async Task OverHttpsCookiesAreBoundToIt()
    {
        Uri address = await console.Serve(o => o with { Certificate = ServerCertificate.Load(Certificate(), null, DateTimeOffset.UtcNow) });
        Assert.Equal("https", address.Scheme);
        using SharedConsole.Guest guest = console.Stranger(address);
        using HttpResponseMessage answer = await guest.SignIn("cleo", SharedConsole.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        string[] cookies = [.. answer.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, c => c.StartsWith("__Host-casus-session=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await guest.Status("/events"));
    }

    [Fact]
    public async Task OnlyAKnownProxySaysForWhomItAsks()
    {
        Uri behind = await console.Serve(o => o with { Proxies = Proxies.Parse("127.0.0.0/8, ::1"), Names = ["casus.example.org"] }), alone = await console.Serve(o => o with { Proxies = Proxies.Parse("10.9.8.7") });
        using SharedConsole.Guest guest = console.Stranger(behind);
        guest.Client.DefaultRequestHeaders.Host = "casus.example.org";
        Assert.Equal(HttpStatusCode.Forbidden, await guest.Status("/login"));
        guest.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        Assert.Equal(HttpStatusCode.Forbidden, await guest.Status("/login"));
        guest.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        // What is for https alone the client does not send by itself here, where it speaks to the proxy's side.
        using HttpResponseMessage door = await guest.Get("/login");
        guest.Client.DefaultRequestHeaders.Add("Cookie", door.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using HttpResponseMessage answer = await guest.SignIn("cleo", SharedConsole.Password);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-casus-session=", StringComparison.Ordinal));
        Assert.Contains(new AuditLog(console.File).Last(5), l => l is { What: AuditLog.SignedIn, From: "198.51.100.7" });

        using SharedConsole.Guest liar = console.Stranger(alone);
        liar.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.8");
        Assert.Equal(HttpStatusCode.Unauthorized, await liar.Tries("liar", SharedConsole.Password));
        Assert.Contains(new AuditLog(console.File).Last(5), l => l is { Who: "liar", From: "127.0.0.1" });
    }

    [Theory]
    [InlineData("casus.example.com", HttpStatusCode.MisdirectedRequest)]
    [InlineData("203.0.113.9", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task OtherNamesAreNotAnswered(string host, HttpStatusCode status)
    {
        using SharedConsole.Guest guest = console.Stranger();
        guest.Client.DefaultRequestHeaders.Host = host;
        Assert.Equal(status, await guest.Status("/login"));
    }

    [Fact]
    public async Task TriesAndRequestsAreCountedByAddress()
    {
        Uri address = await console.Serve(o => o with { Pace = new Pace(Tries: 3, OfAddress: 100_000) });
        using SharedConsole.Guest guest = console.Stranger(address);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await guest.Tries("somebody" + i, SharedConsole.Password));
        }

        using HttpResponseMessage answer = await guest.SignIn("cleo", SharedConsole.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too much was asked", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVisitorHasAPaceOfTheirOwn()
    {
        Uri address = await console.Serve(o => o with { Pace = new Pace(OfVisitor: 20) });
        using SharedConsole.Guest guest = await console.SignedIn("cleo", address);
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => guest.Status("/glossary")));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.OK, answers);
        using SharedConsole.Guest other = await console.SignedIn("ben", address);
        Assert.Equal(HttpStatusCode.OK, await other.Status("/glossary"));
    }

    /// <summary>PEM of certificate and key in one file, made for the run.</summary>
    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        string path = Path.Combine(console.Folder, "certificate.pem");
        File.WriteAllText(path, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return path;
    }
}
