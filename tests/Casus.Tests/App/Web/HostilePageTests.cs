using System.Net;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Pages that mean harm are shown as what they say and do nothing.</summary>
public sealed class HostilePageTests : IAsyncLifetime
{
    private const string Hostile = """
        <!DOCTYPE html><html><head><title>Shelling at the ford &lt;script&gt;alert(1)&lt;/script&gt;</title><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
        <link rel="stylesheet" href="https://evil.example/x.css"><style>body{background:url(https://evil.example/leak)} @import 'https://evil.example/y.css';</style>
        <script>document.title='owned'</script></head><body onload="alert(2)"><article>
        <h1>Shelling at the ford kills four, clerk says</h1>
        <p onclick="alert(3)" style="position:fixed;background:url(javascript:alert(4))">Militia fighters shelled the ford near the mill on Tuesday, killing four people, a clerk said. <a href="javascript:alert(5)">More</a> <a href="data:text/html,<script>alert(6)</script>">data</a></p>
        <p>Soldiers arrested two men after the shelling, the district office said. <img src=x onerror="alert(7)" alt="a picture <b>of the ford</b>"> The two men denied it.</p>
        <svg><script>alert(8)</script><a xlink:href="javascript:alert(9)"><text>svg words</text></a><foreignObject><body onload=alert(10)></foreignObject></svg>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(11)&gt;"></mglyph></table></mtext></math>
        <iframe srcdoc="<script>alert(12)</script>"></iframe><object data="https://evil.example/o"></object><embed src="https://evil.example/e">
        <form action="https://evil.example/f"><input name="q" autofocus onfocus="alert(13)"><button formaction="javascript:alert(14)">go</button></form>
        <noscript><p title="</noscript><img src=x onerror=alert(15)>"></p></noscript><template><img src=x onerror=alert(16)></template>
        <p>Elders of the village met the officers on Wednesday and asked for calm, residents said. &lt;script&gt;alert(17)&lt;/script&gt;</p>
        </article></body></html>
        """;

    private readonly Workplace pages = new();
    private RunningConsole? console;

    public async ValueTask InitializeAsync()
    {
        pages.Write("hostile.html", Hostile);
        pages.Write("deep.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div><p><b>", 60_000)) + "The army shelled the ford on Monday, killing three people, a doctor said.</body></html>");
        pages.Write("wide.html", "<html><body><article>" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<p>word {i}</p>")) + "</article></body></html>");
        pages.Write("names.txt", "\"><script>alert(18)</script> fighters shelled the ford on Monday, killing three people, \u202E<b>a doctor</b> said.\n\nThe army denied it on Tuesday, <img src=x onerror=alert(19)> a clerk said.\n");
        console = new RunningConsole { Pages = [pages.Folder] };
        await console.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await console!.DisposeAsync();
        pages.Dispose();
    }

    [Fact]
    public async Task NothingOfAPageRuns()
    {
        string list = await console!.Text("/pages");
        string[] articles = [.. Links(list, "/articles/")];
        Assert.NotEmpty(articles);
        foreach (string path in articles.Concat(["/", "/events", "/stories", "/search?q=ford", "/actors", "/review"]))
        {
            string page = await console.Text(path);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("javascript:", page.Replace("url(javascript:", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task ThePageAsItCameIsWrittenAnew()
    {
        string[] originals = [.. (await Task.WhenAll(Links(await console!.Text("/pages"), "/articles/").Select(console.Text))).SelectMany(p => Links(p, "/pages/", "src")).Distinct()];
        Assert.NotEmpty(originals);
        foreach (string path in originals)
        {
            using HttpResponseMessage answer = await console.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("sandbox", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.True(page.Length < 6_000_000);
            foreach (string banned in (string[])["<script", "<img", "<svg", "<math", "<iframe", "<object", "<embed", "<form", "<input", "<link", "<base", "<a ", " on", "javascript:alert(5)", "href=", "src="])
            {
                Assert.DoesNotContain(banned, Tags(page), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>The markup alone: words may say anything.</summary>
    private static string Tags(string page) => string.Concat(System.Text.RegularExpressions.Regex.Matches(page, "<[^>]*>").Select(m => m.Value));

    private static IEnumerable<string> Links(string page, string begins, string attribute = "href") =>
        System.Text.RegularExpressions.Regex.Matches(page, $"{attribute}=\"({begins}[^\"#?]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct();
}
