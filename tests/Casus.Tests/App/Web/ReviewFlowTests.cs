using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>How one judgement leads to the next, in a real browser.</summary>
public sealed class ReviewFlowTests(Browser browser) : IClassFixture<Browser>
{
    private const string Opened = "[data-review] h2 a";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsSkippedStaysSkippedAndAnUndoingOpensWhatItUndid(bool scripts)
    {
        await using IBrowserContext context = await browser.Context(scripts: scripts);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        string first = await Shown(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
        string second = await Shown(page), says = await page.Locator(Opened).First.InnerTextAsync();
        Assert.NotEqual(first, second);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        string third = await Shown(page), notice = await page.Locator(".made").InnerTextAsync();
        Assert.DoesNotContain(third, (string[])[first, second]);
        Assert.Contains("accept", notice, StringComparison.Ordinal);
        Assert.Contains(says.Split(" → ")[1][..10], notice, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        Assert.Equal(second, await Shown(page));
        Assert.Contains("took back: accept", await page.Locator(".made").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-key=u]").CountAsync());
    }

    [Fact]
    public async Task OnATelephoneTheVerdictIsInReachFromTheFirstSentence()
    {
        await using IBrowserContext context = await browser.Context();
        IPage page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 640);
        await page.GotoAsync("/review");
        foreach (string verdict in (string[])["Accept", "Reject"])
        {
            LocatorBoundingBoxResult? box = await page.Locator(".reach").GetByRole(AriaRole.Button, new() { Name = verdict }).BoundingBoxAsync();
            Assert.InRange(box!.Y + box.Height, 0, 640);
            Assert.True(box is { X: >= 0, Height: >= 38 } && box.X + box.Width <= 360);
        }

        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.foot').getBoundingClientRect().bottom <= document.querySelector('.reach').getBoundingClientRect().top + 1"));
    }

    [Fact]
    public async Task ClaimsOfOneSentenceAreToldApartBeforeTheyAreSplitOff()
    {
        await using IBrowserContext context = await browser.Context();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        IReadOnlyList<string> told = await page.Locator("input[name=claim] + span").AllInnerTextsAsync();
        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.Contains("→", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefusedCorrectionLeadsBackToItsEvent()
    {
        await using IBrowserContext context = await browser.Context();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
        string asked = page.Url;
        await page.Locator("input[name=value]").FillAsync("lots");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        Assert.Contains("lots is no count", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByText("Back to the form").ClickAsync();
        Assert.Equal(asked, page.Url);
    }

    [Fact]
    public async Task AnEventThatWasRejectedSaysByWhomAndOneThatWasMergedLeadsOn()
    {
        await using var console = new RunningConsole { Pages = [House.Repository.Path("samples", "01-paktika-air-strikes.html"), House.Repository.Path("samples", "02-paktika-training-camp.html")] };
        await console.InitializeAsync();
        await using IBrowserContext context = await browser.Context(at: console.Address);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        string rejected = await Shown(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await page.GotoAsync(rejected);
        Assert.Contains("tester judged “reject”", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/events");
        string[] events = await page.Locator("td.day a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        await page.GotoAsync(events[0]);
        await page.Locator("#judge summary").First.ClickAsync();
        await page.Locator("#judge input[name=other]").FillAsync(events[1].Split('/')[^1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        string merged = new Uri(page.Url).AbsolutePath;
        foreach (string one in events[..2])
        {
            await page.GotoAsync(one);
            Assert.Equal(merged, new Uri(page.Url).AbsolutePath);
        }
    }

    [Fact]
    public async Task OnPaperTheDarkIsLight()
    {
        await using IBrowserContext context = await browser.Context(dark: true);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/");
        const string Colours = "() => ['--actor', '--toll', '--place', '--mark', '--alert-paper', '--q4', '--ink'].map(c => getComputedStyle(document.documentElement).getPropertyValue(c).trim()).join()";
        string dark = await page.EvaluateAsync<string>(Colours);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        string printed = await page.EvaluateAsync<string>(Colours);
        Assert.NotEqual(dark, printed);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Light });
        Assert.Equal(await page.EvaluateAsync<string>(Colours), printed);
    }

    private static async Task<string> Shown(IPage page) => await page.Locator(Opened).First.GetAttributeAsync("href") ?? "";
}
