using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Casus.App.Access;
using Casus.App.Web;
using Casus.Tests.House;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>A console into which nobody comes without a name: anna is admin, ben reviewer, cleo reader, all with the same password.</summary>
public sealed partial class SharedConsole : IAsyncLifetime
{
    public const string Password = "eleven blue kettles";

    private readonly Workplace place = new();
    private readonly List<WebApplication> apps = [];

    internal SettableClock Clock { get; } = new();

    internal AccessFile File { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string Store => place.Store;

    internal string Folder => place.Folder;

    public async ValueTask InitializeAsync()
    {
        Ran read = place.Run("read", Directory.GetFiles(Repository.Path("samples"), "*.html").Order(StringComparer.Ordinal).First(), "--db", place.Store);
        Assert.True(read.Exit == 0, read.Error);
        File = AccessFile.OpenOrCreate(AccessFile.Beside(place.Store));
        var users = new Users(File);
        foreach ((string name, UserRole role) in new[] { ("anna", UserRole.Admin), ("ben", UserRole.Reviewer), ("cleo", UserRole.Reader) })
        {
            users.Add(name, role, Password, Clock.GetUtcNow());
        }

        Address = await Serve(options => options with { Clock = Clock, Pace = new Pace(10_000, 100_000, 100_000) });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        File?.Dispose();
        place.Dispose();
    }

    /// <summary>One more server over the same store and users.</summary>
    internal async Task<Uri> Serve(Func<ServeOptions, ServeOptions> with)
    {
        WebApplication app = ConsoleHost.Build(with(new ServeOptions(place.Store, IPAddress.Loopback, 0, null, null, "tester") { Access = File.Path }));
        apps.Add(app);
        await app.StartAsync();
        return new Uri(ConsoleHost.AddressOf(app));
    }

    internal Guest Stranger(Uri? at = null) => new(at ?? Address);

    internal async Task<Guest> SignedIn(string name, Uri? at = null)
    {
        Guest guest = Stranger(at);
        using HttpResponseMessage answer = await guest.SignIn(name, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return guest;
    }

    internal Guest WithKey(string key)
    {
        Guest guest = Stranger();
        guest.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return guest;
    }

    /// <summary>A browser of somebody's own: it keeps cookies and follows no redirects.</summary>
    internal sealed partial class Guest(Uri address) : IDisposable
    {
        public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = address };

        public async Task<HttpResponseMessage> Get(string path) => await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        public async Task<HttpStatusCode> Status(string path)
        {
            using HttpResponseMessage answer = await Get(path);
            return answer.StatusCode;
        }

        public async Task<string> Text(string path)
        {
            using HttpResponseMessage answer = await Get(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        /// <param name="from">A page with a form, whose token is sent along; null: without one.</param>
        public async Task<HttpResponseMessage> Post(string path, string? from, params (string Name, string Value)[] fields)
        {
            Dictionary<string, string> form = fields.ToDictionary(f => f.Name, f => f.Value);
            if (from is not null)
            {
                form["token"] = WebUtility.HtmlDecode(Token().Match(await Text(from)).Groups[1].Value);
            }

            using var content = new FormUrlEncodedContent(form);
            return await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        }

        public Task<HttpResponseMessage> SignIn(string name, string password, string to = "/") => Post("/login", "/login", ("name", name), ("password", password), ("to", to));

        public async Task<HttpStatusCode> Tries(string name, string password)
        {
            using HttpResponseMessage answer = await SignIn(name, password);
            return answer.StatusCode;
        }

        public void Dispose() => Client.Dispose();

        [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
        public static partial Regex Token();
    }
}
