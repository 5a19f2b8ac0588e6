using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.Tests.App.Net;

/// <summary>A real web server on the loopback address, and what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Heads of the requests, in their order.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Heads { get; } = new();

    public int Port { get; private set; }

    /// <param name="answer">Called with the path and query of each request; a robots.txt that it leaves alone is not found.</param>
    /// <param name="proof">The server's certificate; null: it speaks http.</param>
    public static async Task<LoopbackServer> Start(Func<string, HttpContext, Task> answer, X509Certificate2? proof = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        IWebHostBuilder kestrel = builder.WebHost.UseKestrelCore();
        _ = proof is null ? kestrel : kestrel.UseKestrelHttpsConfiguration();
        kestrel.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => _ = proof is null ? l : l.UseHttps(proof)));
        WebApplication app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(async context =>
        {
            string path = context.Request.Path + context.Request.QueryString;
            server.Asked.Enqueue(path);
            server.Heads.Enqueue(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            context.Response.StatusCode = path == "/robots.txt" ? 404 : 200;
            await answer(path, context);
        });
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Port = new Uri(address).Port;
        return server;
    }

    /// <summary>An address of the server under a name that <see cref="NetPlace"/> leads to it.</summary>
    public Uri Of(string path, string host = "news.example") => new($"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
