using System.Text.Json;
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

    /// <summary>Takes a picture of the view, where anybody may look at it, and asks axe what keeps people out of it.</summary>
    /// <param name="name">Of the picture.</param>
    public static async Task<List<string>> Faults(IPage page, string name)
    {
        string axe = Repository.Path("artifacts", "web", "node_modules", "axe-core", "axe.min.js"), path = new Uri(page.Url).PathAndQuery;
        Assert.SkipUnless(File.Exists(axe), "axe-core comes with the console's script: there is no Node.");
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }

        await page.EvaluateAsync("async script => { (0, eval)(script); }", await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));
        JsonElement? result = await page.EvaluateAsync("async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        bool wide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        return [.. result!.Value.EnumerateArray().Select(v => $"{path}: {v.GetString()}"), .. wide ? [$"{path}: wider than the screen"] : Array.Empty<string>()];
    }

    /// <param name="scripts">False: as for who has scripts switched off.</param>
    public async Task<IBrowserContext> Context(bool dark = false, int width = 1280, int height = 900, bool scripts = true, bool forTools = false, Uri? at = null)
    {
        Assert.SkipWhen(browser is null, $"There is no {Chromium}: apt-get install chromium.");
        return await browser.NewContextAsync(new()
        {
            BaseURL = (at ?? Console.Address).ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            BypassCSP = forTools,
            ReducedMotion = ReducedMotion.Reduce,
        });
    }
}
