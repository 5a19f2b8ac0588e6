using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>The views, without a browser: each is there, leads on, and needs no script.</summary>
public sealed partial class ConsoleTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/events", "Events")]
    [InlineData("/events?by=weight&page=1", "Events")]
    [InlineData("/stories?by=editions", "Stories")]
    [InlineData("/dyads", "Dyads")]
    [InlineData("/actors", "Actors")]
    [InlineData("/network", "Network")]
    [InlineData("/statistics", "Statistics")]
    [InlineData("/search?q=killed", "Search")]
    [InlineData("/review", "Review")]
    [InlineData("/review/questions", "Review")]
    [InlineData("/review/questions?what=names", "Review")]
    [InlineData("/review/questions?what=stories", "Review")]
    [InlineData("/judgements", "Judgements")]
    [InlineData("/review/agreement", "Agreement")]
    [InlineData("/review?second=on", "Review")]
    [InlineData("/import", "Import")]
    [InlineData("/?map=30,60,40,80", "Overview")]
    [InlineData("/codebook?q=shell", "Codebook")]
    [InlineData("/codebook/assault", "assault")]
    [InlineData("/try?text=Troops+shelled+the+village.", "Try a sentence")]
    [InlineData("/api", "For programs")]
    [InlineData("/glossary", "What the words mean")]
    [InlineData("/pages?type=refused", "Pages")]
    public async Task EveryViewIsThere(string path, string title)
    {
        string page = await console.Text(path);
        Assert.Contains($"<title>{title} · Casus</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);
    }

    [Theory]
    [InlineData("/", "/events/")]
    [InlineData("/events", "/events/")]
    [InlineData("/stories?by=editions", "/stories/")]
    [InlineData("/dyads", "/dyads/")]
    [InlineData("/actors", "/actors/")]
    [InlineData("/pages", "/articles/")]
    [InlineData("/network", "/network?month=")]
    public async Task ListsLeadToWhatTheyList(string path, string begins) => Assert.Contains("<h1", await console.Text(await console.Link(path, begins)), StringComparison.Ordinal);

    [Fact]
    public async Task AValueLeadsToItsWordsInTheArticle()
    {
        string words = await console.Link(await console.Link("/?type=ASSAULT", "/events/"), "/articles/");
        Assert.Matches(@"^/articles/a-[a-z2-7]+\?mark=\d+-\d+#words$", words);
        string article = await console.Text(words.Split('#')[0]);
        Assert.Contains("<mark id=\"words\"", article, StringComparison.Ordinal);
        Assert.Contains(" sandbox ", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewThatHasNotChangedIsNotSentAgain()
    {
        using HttpResponseMessage first = await Get("/events");
        string tag = first.Headers.ETag!.ToString();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/events");
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using HttpResponseMessage second = await console.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FiltersNarrowAndStayInTheAddress()
    {
        string all = await console.Text("/events"), some = await console.Text("/events?type=ASSAULT&min-killed=10");
        Assert.True(Rows().Count(some) < Rows().Count(all));
        Assert.Contains("value=\"10\"", some, StringComparison.Ordinal);
        Assert.Contains("No event matches", await console.Text("/events?actor=nobody-of-this-name"), StringComparison.Ordinal);
        Assert.Contains("/stories?type=ASSAULT&amp;min-killed=10", some, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingIsShownNothingIsOfferedToTakeAlong()
    {
        string pairs = await console.Text("/dyads?actor=nobody-of-this-name"), month = await console.Text("/network?month=1999-01"), events = await console.Text("/events?actor=nobody-of-this-name");
        Assert.Contains("Nobody is called nobody-of-this-name", pairs, StringComparison.Ordinal);
        Assert.Contains("value=\"nobody-of-this-name\"", pairs, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it along", pairs, StringComparison.Ordinal);
        Assert.DoesNotContain("/drawings/", month, StringComparison.Ordinal);
        Assert.DoesNotContain("/brief.", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotThereIsToldPlainly()
    {
        foreach (string path in (string[])["/nowhere", "/events/e-zzzz", "/events/%3Cb%3E", "/articles/a-zzzz", "/stories/s-zzzz", "/actors/NOBODY", "/dyads/NOBODY/NONE", "/codebook/NONE", "/claims/c-zzzz", "/pages/p-zzzz/text"])
        {
            using HttpResponseMessage answer = await Get(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
            Assert.Contains("Not here", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private Task<HttpResponseMessage> Get(string path) => console.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>A script or a handler within the markup.</summary>
    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|\son\w+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<td class=\"day\">")]
    private static partial Regex Rows();
}
