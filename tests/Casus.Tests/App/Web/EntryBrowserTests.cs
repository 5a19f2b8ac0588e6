using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Signing in, importing and leaving, in a real browser before a shared console.</summary>
public sealed class EntryBrowserTests(Browser browser, SharedConsole console) : IClassFixture<Browser>, IClassFixture<SharedConsole>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AReviewerComesInImportsAndLeaves(bool scripts)
    {
        await using IBrowserContext context = await browser.Context(scripts: scripts, at: console.Address);
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        page.Console += (_, line) => faults.AddRange(line.Type == "error" ? [line.Text] : []);
        await page.GotoAsync("/import");
        Assert.EndsWith("/login?to=%2Fimport", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Name").FillAsync("ben");
        await page.GetByLabel("Password").FillAsync(SharedConsole.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        Assert.EndsWith("/import", page.Url, StringComparison.Ordinal);

        string name = scripts ? "one.txt" : "other.txt";
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"Rebels attacked an outpost near the town of Halm on Friday, killing five soldiers, the army said in {name}. The outpost was on the road to the border, a spokesman said.") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await page.Locator("p.notice[role=status]").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Contains(name, await page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByText("ben").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.EndsWith("/login", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/events");
        Assert.Contains("/login", page.Url, StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 390)]
    public async Task TheDoorIsAccessible(bool dark, int width)
    {
        await using IBrowserContext context = await browser.Context(dark, width, forTools: true, at: console.Address);
        IPage page = await context.NewPageAsync();
        string look = $"{(dark ? "dark" : "light")}-{width}";
        await page.GotoAsync("/login");
        List<string> found = await Browser.Faults(page, "login-" + look);
        await page.GetByLabel("Name").FillAsync("anna");
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        found.AddRange(await Browser.Faults(page, "refused-" + look));
        await page.GetByLabel("Name").FillAsync("anna");
        await page.GetByLabel("Password").FillAsync(SharedConsole.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GotoAsync("/you");
        found.AddRange(await Browser.Faults(page, "you-" + look));
        await page.GotoAsync("/admin");
        found.AddRange(await Browser.Faults(page, "admin-" + look));
        await page.GotoAsync("/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "menu.html", MimeType = "text/html", Buffer = "<html><body>Home</body></html>"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await page.Locator("p.notice[role=status]").WaitForAsync(new() { Timeout = 60_000 });
        found.AddRange(await Browser.Faults(page, "imported-" + look));
        Assert.Empty(found);
    }
}
