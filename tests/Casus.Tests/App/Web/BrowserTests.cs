using System.Globalization;
using Casus.App.Store;
using Casus.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>What a visitor does, in a real browser on the real server and a real store.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FromTheOverviewToTheWordsAndBackAndACorrectionAndItsUndoing(bool scripts)
    {
        await using IBrowserContext context = await browser.Context(scripts: scripts);
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, line) => faults.AddRange(line.Type == "error" ? [line.Text] : []);
        page.PageError += (_, fault) => faults.Add(fault);

        await page.GotoAsync("/");
        await page.GetByText("More: types").ClickAsync();
        await page.Locator("input[name=type][value=ASSAULT]").CheckAsync();
        await page.Locator("input[name=min-killed]").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Narrow" }).ClickAsync();
        // Until it is loaded: a reload amid a navigation is a fault of the browser's protocol.
        await page.WaitForURLAsync(address => address.Contains("type=ASSAULT", StringComparison.Ordinal));
        await page.ReloadAsync();
        Assert.True(await page.Locator("input[name=type][value=ASSAULT]").IsCheckedAsync());

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByText("Events").ClickAsync();
        await page.Locator("td.day a").First.ClickAsync();
        // The address alone: on a busy machine the browser may be done loading before it is asked whether it is.
        await page.WaitForURLAsync(address => address.Contains("/events/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        string told = page.Url;
        await page.Locator("table.accounts a.words").First.ClickAsync();
        await page.Locator("mark#words").WaitForAsync();
        Assert.Contains("/articles/", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        Assert.Equal(told, page.Url);

        string before = await Killed(page);
        await page.GetByText("Judge it").ClickAsync();
        ILocator correct = page.Locator("form.correct");
        await correct.Locator("select[name=field]").SelectOptionAsync("killed");
        await correct.Locator("input[name=value]").FillAsync("1234");
        await correct.Locator("input[name=reason]").FillAsync("A later count.");
        await correct.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();
        Assert.Equal("1,234", await Killed(page));
        Assert.Contains("A later count.", await page.Locator(".judgements").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".judgements").GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await page.GotoAsync(told);
        Assert.Equal(before, await Killed(page));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task KeysReview()
    {
        await using IBrowserContext context = await browser.Context();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/review");
        Assert.SkipUnless(await page.Locator("script[src]").CountAsync() > 0, "The script was not built: there is no Node.");
        string first = await page.Locator("[data-review] h2 a").First.GetAttributeAsync("href") ?? "";
        await page.Keyboard.PressAsync("a");
        await page.GetByText("Kept as").WaitForAsync();
        Assert.NotEqual(first, await page.Locator("[data-review] h2 a").First.GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("u");
        await page.WaitForFunctionAsync("href => document.querySelector('[data-review] h2 a')?.getAttribute('href') === href", first);
        await page.Keyboard.PressAsync("p");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement?.getAttribute('name') === 'claim'"));
    }

    [Fact]
    public async Task ScriptsDrawTheMapAndCodeAsOneTypes()
    {
        await using IBrowserContext context = await browser.Context();
        IPage page = await context.NewPageAsync();
        List<string> outside = [];
        page.Request += (_, request) => outside.AddRange(request.Url.StartsWith(browser.Console.Address.ToString(), StringComparison.Ordinal) ? [] : [request.Url]);
        await page.GotoAsync("/");
        Assert.SkipUnless(await page.Locator("script[src]").CountAsync() > 0, "The script was not built: there is no Node.");
        await page.Locator(".live-map canvas").First.WaitForAsync();
        await page.GotoAsync("/try");
        await page.Locator("textarea").FillAsync("Border guards shelled the village on Monday, killing nine people.");
        await page.Locator("#tried h3").First.WaitForAsync();
        Assert.Empty(outside);
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task EveryViewIsAccessible(bool dark, int width)
    {
        await using IBrowserContext context = await browser.Context(dark, width, forTools: true);
        IPage page = await context.NewPageAsync();
        List<string> found = [];
        foreach ((string name, string path) in await Views())
        {
            await page.GotoAsync(path);
            await page.WaitForLoadStateAsync(LoadState.Load);
            found.AddRange(await Browser.Faults(page, $"{name}-{(dark ? "dark" : "light")}-{width}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task OnASmallScreenNoCellOfALongListLiesBeyondIt()
    {
        await using IBrowserContext context = await browser.Context(width: 390);
        IPage page = await context.NewPageAsync();
        foreach (string path in (string[])["/events", "/stories", "/dyads", "/actors", "/pages", "/codebook"])
        {
            await page.GotoAsync(path);
            Assert.True(await page.Locator("table.notes td").CountAsync() > 0, path);
            Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('table.notes td')].every(c => c.getBoundingClientRect().right <= innerWidth)"), path);
        }

        Assert.SkipUnless(await page.Locator("script[src]").CountAsync() > 0, "The script was not built: there is no Node.");
        await page.WaitForFunctionAsync("() => document.querySelector('.top nav [aria-current]').getBoundingClientRect().right <= innerWidth");
    }

    [Fact]
    public async Task MarksPartInPlaceWhenTheMapIsEnlarged()
    {
        // Some lie too near to be told apart.
        const int Near = 20, Far = 12;
        await using var console = new RunningConsole { Pages = [Repository.Path("samples", "10-peshawar-toll-corrected.html")] };
        await console.InitializeAsync();
        using (CasusStore store = CasusStore.OpenExisting(console.Store))
        {
            for (int i = 0; i < Near + Far; i++)
            {
                (double latitude, double longitude) = i < Near ? (30 + (0.05 * (i / 5)), 60 + (0.05 * (i % 5))) : (28 + (i % 4), 55 + i - Near);
                string id = string.Create(CultureInfo.InvariantCulture, $"made-{i}");
                store.Connection.Run(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO place (id, name, kind, latitude, longitude, within) VALUES ('{id}', 'Made {i}', 'town', {latitude}, {longitude}, '|{id}|'); INSERT INTO place_sum (place_id, quad, events, killed) VALUES ('{id}', 4, {(i < Near ? 3 : 1)}, 0);"));
            }
        }

        await using IBrowserContext context = await browser.Context(at: console.Address);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/");
        ILocator map = page.Locator(".live-map[data-marks]");
        await map.WaitForAsync();
        int joined = int.Parse((await map.GetAttributeAsync("data-marks"))!, CultureInfo.InvariantCulture);
        Assert.InRange(joined, Far, Near + Far - 10);

        // The near ones lie about the middle of all.
        IResponse part = await page.RunAndWaitForResponseAsync(
            async () => await map.EvaluateAsync("box => { const at = box.getBoundingClientRect(); for (let i = 0; i < 3; i++) box.dispatchEvent(new WheelEvent('wheel', { deltaY: -240, clientX: at.x + at.width / 2, clientY: at.y + at.height / 2, bubbles: true })); }"),
            answer => answer.Url.Contains("map=", StringComparison.Ordinal));
        Assert.True(part.Ok);
        await page.WaitForFunctionAsync("joined => Number(document.querySelector('.live-map').dataset.marks) !== joined", joined);
        Assert.Equal("/", new Uri(page.Url).PathAndQuery);
    }

    private async Task<List<(string Name, string Path)>> Views()
    {
        RunningConsole console = browser.Console;
        string told = await console.Link("/?type=ASSAULT", "/events/");
        return
        [
            ("overview", "/"), ("events", "/events"), ("event", told), ("claim", await console.Link(told, "/claims/")), ("article", await console.Link(told, "/articles/")), ("stories", "/stories"),
            ("story", await console.Link("/stories?by=editions", "/stories/s-")), ("dyads", "/dyads"), ("dyad", await console.Link("/dyads", "/dyads/")), ("actors", "/actors"), ("actor", await console.Link("/actors", "/actors/")), ("network", "/network"),
            ("statistics", "/statistics"), ("search", "/search?q=killed"), ("review", "/review"), ("judgements", "/judgements"), ("codebook", "/codebook"), ("type", "/codebook/ASSAULT"),
            ("try", "/try?text=Troops+shelled+the+village+on+Monday,+killing+nine+people,+a+doctor+said."), ("glossary", "/glossary"), ("pages", "/pages"), ("import", "/import"), ("agreement", "/review/agreement"), ("second", "/review?second=on"), ("api", "/api"), ("missing", "/nowhere"),
        ];
    }

    private static Task<string> Killed(IPage page) => page.Locator("dl.facts dd.killed").EvaluateAsync<string>("e => e.firstChild.textContent.trim()", null, new() { Timeout = 10_000 });
}
