using Casus.App.Web;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Names in letters that are read from the right turn nothing of an English view around.</summary>
public sealed class WayTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    /// <summary>An English article that begins with an Arabic word, as do two of its sentences; two of its parties have no other letters.</summary>
    private const string Mixed = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>«سپیده»: fighters attack a checkpoint</title><meta property="article:published_time" content="2025-03-04T09:00:00Z"></head><body><article>
        <h1>«سپیده»: fighters attack a checkpoint</h1>
        <p>حزب الشمال killed nine policemen in Kandahar on Sunday, a spokesman for the interior ministry said in Kabul.</p>
        <p>صبا الجبل attacked an army convoy in Bannu on Monday, killing eight soldiers, officials said on Tuesday.</p>
        <p>The interior ministry said that the police had arrested four men in connection with the attack on the convoy.</p></article></body></html>
        """;

    private readonly Workplace pages = new();
    private RunningConsole? console;

    public async ValueTask InitializeAsync()
    {
        pages.Write("mixed.html", Mixed);
        console = new RunningConsole { Pages = [pages.Folder] };
        await console.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await console!.DisposeAsync();
        pages.Dispose();
    }

    [Theory]
    [InlineData("Troops shelled the village.", "ltr", "ltr")]
    [InlineData("حزب الشمال", "rtl", "rtl")]
    [InlineData("צבא", "rtl", "rtl")]
    [InlineData("ޖަމިއްޔާ", "rtl", "rtl")]
    [InlineData("حزب الشمال fired.", "rtl", "ltr")]
    [InlineData("حزب killed nine policemen", "ltr", "ltr")]
    [InlineData("46–50, 2024", "ltr", "ltr")]
    [InlineData("", "ltr", "ltr")]
    public void LettersTellTheWayAndNotTheFirstOfThem(string words, string asText, string asWords)
    {
        Assert.Equal(asText, Way.OfText(words));
        Assert.Equal(asWords, Way.OfWords(words));
    }

    [Fact]
    public void WhoAndWhomKeepTheirSides()
    {
        Assert.Equal("the army → a convoy", Plain.Acts("the army", "a convoy"));
        Assert.Equal("\u2067حزب\u2069 → \u2067צבא\u2069", Plain.Acts("حزب", "צבא"));
        Assert.Equal("\u2066men of حزب\u2069 → a convoy", Plain.Acts("men of حزب", "a convoy"));
    }

    [Fact]
    public async Task AnEnglishArticleIsReadFromTheLeftWhateverItBeginsWith()
    {
        await using IBrowserContext context = await browser.Context(at: console!.Address);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(await console.Link("/pages", "/articles/"));
        Assert.Equal("ltr", await page.Locator(".text").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await page.GotoAsync(await console.Link("/events", "/events/e-"));
        Assert.Equal("ltr", await page.Locator(".sentences blockquote").First.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
    }

    [Theory]
    [InlineData("/events", "td.parties")]
    [InlineData("/review", ".plain li a")]
    public async Task WhoStandsLeftOfWhom(string path, string holder)
    {
        await using IBrowserContext context = await browser.Context(at: console!.Address);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path);
        string[] seen = await page.EvaluateAsync<string[]>(
            """
            holder => [...document.querySelectorAll(holder)].filter(e => e.textContent.includes('nine policemen')).map(e => {
                const at = words => {
                    const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) {
                        const found = walk.currentNode.data.indexOf(words);
                        if (found >= 0) { const range = new Range(); range.setStart(walk.currentNode, found); range.setEnd(walk.currentNode, found + words.length); return range.getBoundingClientRect().left; }
                    }
                };
                return at('حزب') < at('nine') ? 'left' : 'right';
            })
            """, holder);
        Assert.NotEmpty(seen);
        Assert.All(seen, side => Assert.Equal("left", side));
    }
}
