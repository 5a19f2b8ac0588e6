using Casus.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>A real browser before the console; tests that need it are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningConsole Console { get; } = new();

    /// <summary>Where pictures are left for who looks at a run.</summary>
    public static string Pictures => Directory.CreateDirectory(Repository.Path("artifacts", "screens")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        await Console.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright!.Dispose();
            await Console.DisposeAsync();
        }
    }

    /// <param name="scripts">False: as for who has scripts switched off.</param>
    public async Task<IBrowserContext> Context(bool dark = false, int width = 1280, int height = 900, bool scripts = true, bool forTools = false)
    {
        Assert.SkipWhen(browser is null, $"There is no {Chromium}: apt-get install chromium.");
        return await browser.NewContextAsync(new()
        {
            BaseURL = Console.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            BypassCSP = forTools,
            ReducedMotion = ReducedMotion.Reduce,
        });
    }
}
