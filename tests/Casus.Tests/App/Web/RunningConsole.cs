using System.Net;
using Casus.App.Web;
using Casus.Tests.House;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>The console on any free port, over a store of its own into which pages were read.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    private readonly Workplace place = new();
    private WebApplication? app;

    /// <summary>What is read; the samples where nothing is named.</summary>
    public string[] Pages { get; init; } = [Repository.Path("samples")];

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Store => place.Store;

    public async ValueTask InitializeAsync()
    {
        Ran read = place.Run(["read", .. Pages.Length == 0 ? [place.Folder] : Pages, "--db", place.Store]);
        Assert.True(read.Exit == 0, read.Error);
        app = ConsoleHost.Build(new ServeOptions(place.Store, IPAddress.Loopback, 0, null, null, "tester"));
        await app.StartAsync();
        Address = new Uri(ConsoleHost.AddressOf(app));
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        place.Dispose();
    }

    public async Task<string> Text(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return text;
    }

    /// <summary>The first address in a view that begins so.</summary>
    public async Task<string> Link(string path, string begins)
    {
        string text = await Text(path);
        int at = text.IndexOf($"href=\"{begins}", StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} leads to no {begins}");
        at += "href=\"".Length;
        return WebUtility.HtmlDecode(text[at..text.IndexOf('"', at)]);
    }
}
