using Casus.App.Web;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>No name in a drawing is cut by its side.</summary>
public sealed class LabelTests(Browser browser) : IClassFixture<Browser>
{
    private const double Width = 1100;

    /// <summary>In pixels: narrower and wider than any letter of a font at 12 pixels.</summary>
    private static readonly double[] Letters = [3, 6.6, 9, 12];

    [Fact]
    public void AnyNameStaysInsideWhateverTheFont()
    {
        for (double x = 80; x <= Width - 80; x += 5)
        {
            for (int length = 1; length <= 30; length++)
            {
                string name = new('W', length);
                foreach (double letter in Letters)
                {
                    Inside(Labels.Within(x, name, Width), length * letter);
                }

                (double at, string anchor) = Labels.Within(x, name, Width);
                Assert.True(anchor == "middle" ? at == x : Math.Abs(at - x) <= (length * 6.6 / 2) + 1e-6, "Words stand over their point.");
            }
        }

        Inside(Labels.Beside(Width - 60, 3, "turn: cooperative", Width), 17 * 6.6);
        Assert.Equal((103, "start"), Labels.Beside(100, 3, "turn: hostile", Width));
    }

    [Fact]
    public void WhoLeansOnASideTakesTheRoomWhereItStands()
    {
        var labels = new Labels();
        Assert.True(labels.Take(1096, 100, "twenty letters long.", "end"));
        Assert.False(labels.Take(980, 100, "ten", "start"));
        Assert.True(labels.Take(940, 100, "ten", "end"));
        Assert.True(labels.Take(980, 114, "ten", "start"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task InTheNetworkEveryLetterIsSeen(int width)
    {
        await using IBrowserContext context = await browser.Context(width: width);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/network");
        Assert.True(await page.Locator(".network text").CountAsync() > 5);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.network text')].filter(t => { const b = t.getBBox(), v = t.ownerSVGElement.viewBox.baseVal; return b.x < 0 || b.y < 0 || b.x + b.width > v.width || b.y + b.height > v.height; }).map(t => t.textContent)"));
        Assert.Equal(await page.Locator(".network a").CountAsync(), await page.Locator(".network a > title").CountAsync());
    }

    private static void Inside((double X, string Anchor) at, double words)
    {
        double left = at.Anchor switch { "start" => at.X, "end" => at.X - words, _ => at.X - (words / 2) };
        Assert.True(left >= 0 && left + words <= Width, $"{at} with {words} pixels of words");
    }
}
