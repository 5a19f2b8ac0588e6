using System.Globalization;
using Casus.App.Store;
using Casus.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>The map that moves, over many places of which some lie too near to be told apart.</summary>
public sealed class MapBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const int Near = 20, Far = 12;

    [Fact]
    public async Task MarksPartInPlaceWhenTheMapIsEnlarged()
    {
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
}
