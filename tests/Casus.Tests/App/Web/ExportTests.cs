using System.Net;
using System.Xml.Linq;
using Casus.Tests.App.Api;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>What views offer to take along is there, under the view's filter, and can do nothing where it is opened.</summary>
public sealed class ExportTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("/?type=ASSAULT")]
    [InlineData("/events?type=ASSAULT&by=weight")]
    [InlineData("/stories?outlet=a")]
    [InlineData("/actors?actor=PAK")]
    [InlineData("/dyads?exact=1")]
    [InlineData("/statistics")]
    [InlineData("/search?q=killed&from=2022")]
    [InlineData("/network")]
    [InlineData("/actors/PAK")]
    [InlineData("/dyads/AFG/PAK")]
    [InlineData("/codebook")]
    public async Task EveryFileThatAViewOffersIsThere(string view)
    {
        string page = await console.Text(view);
        string[] files = [.. System.Text.RegularExpressions.Regex.Matches(page[page.IndexOf("class=\"take\"", StringComparison.Ordinal)..], "href=\"([^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).TakeWhile(a => !a.StartsWith("/pages", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        foreach (string file in files.Where(f => !f.Contains(".png", StringComparison.Ordinal) && !f.Contains(".pdf", StringComparison.Ordinal)))
        {
            Asked answer = await Asked.Of(console, file);
            Assert.True(answer.Status == HttpStatusCode.OK && answer.Body.Length > 0, $"{file}: {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        }
    }

    [Fact]
    public async Task DrawingsStandAlone()
    {
        foreach (string path in (string[])["/drawings/time.svg", "/drawings/map.svg", "/drawings/network.svg", $"/drawings{await console.Link("/dyads", "/dyads/")}.svg"])
        {
            Asked drawn = await Asked.Of(console, path);
            XElement svg = XDocument.Parse(drawn.Text).Root!;
            Assert.Equal(XName.Get("svg", "http://www.w3.org/2000/svg"), svg.Name);
            Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "a" or "script" or "image" || e.Attributes().Any(a => a.Name.LocalName is "href" or "onload"));
            Assert.Contains("sandbox", drawn.Message.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Asked.Of(console, "/drawings/time.svg?actor=nobody-of-this-name")).Status);
    }

    [Fact]
    public async Task ABriefOfTheFilterIsWritten()
    {
        Asked brief = await Asked.Of(console, "/brief.html?type=ASSAULT&from=2024&to=2024");
        Assert.Contains("<h1>", brief.Text, StringComparison.Ordinal);
        Assert.Contains("brief.html", brief.Message.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Asked.Of(console, "/brief.html?outlet=nobody-of-this-name")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Asked.Of(console, "/brief.html?from=%27")).Status);
    }

    [Fact]
    public async Task PicturesAndPapersComeFromTheBrowserOfTheMachine()
    {
        Assert.SkipWhen(Casus.App.Publish.Chromium.Find() is null, "There is no Chromium: apt-get install chromium.");
        Assert.True((await Asked.Of(console, "/drawings/time.png")).Body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']));
        Assert.True((await Asked.Of(console, "/brief.pdf?type=ASSAULT&from=2024&to=2024")).Body.AsSpan().StartsWith("%PDF-"u8));
    }
}
