using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Casus.App.Store;
using Casus.App.Web;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Pages into the store from the browser.</summary>
public sealed class ImportTests(SharedConsole console) : IClassFixture<SharedConsole>
{
    private const string Told = "Gunmen attacked a convoy near the town of Selm on Tuesday, killing seven soldiers, the army said. The convoy was on its way to the border when it came under fire, a spokesman said.";

    [Fact]
    public async Task FilesAreReadAndWhatIsRefusedHasItsReason()
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string address = await Begin(ben, [("convoy.txt", Told), ("../../../etc/empty.html", "<html><body>Hi</body></html>")]);
        string progress = await ben.Text(address + "/progress");
        Assert.Contains("event: progress", progress, StringComparison.Ordinal);
        Assert.Contains("\"over\":true", progress, StringComparison.Ordinal);
        string done = await ben.Text(address);
        Assert.Contains("Done.", done, StringComparison.Ordinal);
        Assert.Contains("empty.html", done, StringComparison.Ordinal);
        Assert.DoesNotContain("etc", done, StringComparison.Ordinal);
        Assert.Contains("not-an-article", done, StringComparison.Ordinal);
        using CasusStore store = CasusStore.OpenReading(console.Store);
        Assert.Equal(1L, store.Connection.Value<long>("SELECT count(*) FROM page WHERE name = 'convoy.txt' AND outcome = 'read'"));
        Assert.True(store.Connection.Value<long>("SELECT count(*) FROM event e JOIN event_claim x ON x.event_id = e.id JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id JOIN page p ON p.id = a.page_id WHERE p.name = 'convoy.txt'") > 0);

        // The same again adds nothing.
        string again = await Begin(ben, [("convoy.txt", Told)]);
        await ben.Text(again + "/progress");
        Assert.Matches(@"Known already</dt><dd>1</dd>", await ben.Text(again));
    }

    [Fact]
    public async Task AnUploadedListMayNotNameFilesOfTheMachine()
    {
        string secret = Path.Combine(console.Folder, "secret.html");
        File.WriteAllText(secret, $"<html><body><article><h1>Secret</h1><p>{Told} {Told}</p></article></body></html>");
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string address = await Begin(ben, [("list.jsonl", $$"""{"id":"a","html":"{{secret.Replace('\\', '/')}}"}"""), ("table.csv", $"id,html\nb,{secret}\n")]);
        await ben.Text(address + "/progress");
        string done = await ben.Text(address);
        Assert.Equal(2, Regex.Count(done, "names a file where only markup is taken"));
        Assert.DoesNotContain(Path.GetTempPath() + "casus-import", done, StringComparison.Ordinal);
        using CasusStore store = CasusStore.OpenReading(console.Store);
        Assert.Equal(0L, store.Connection.Value<long>("SELECT count(*) FROM article WHERE title = 'Secret'"));
    }

    [Fact]
    public async Task AFileWithoutBytesIsCountedLikeAnyOther()
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string address = await Begin(ben, [("nothing.html", "")]);
        await ben.Text(address + "/progress");
        string done = await ben.Text(address);
        Assert.Contains("nothing.html", done, StringComparison.Ordinal);
        Assert.Matches(@"Pages</dt><dd>1</dd>", done);
        Assert.Matches(@"(Empty|Refused)</dt><dd>1</dd>", done);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/page.html")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    public async Task PrivateAddressesAreNotAsked(string near)
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string address = await Begin(ben, [], near);
        await ben.Text(address + "/progress");
        Assert.Contains("leads to a private or local address", await ben.Text(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://name:word@news.example/")]
    [InlineData("http://news.example:22/")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task WhatIsNoAddressIsToldAtOnce(string address)
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        using HttpResponseMessage answer = await Send(ben, [], address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task OneLineThatIsNoAddressKeepsTheOthersFromNothing()
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string address = await Begin(ben, [("taken.txt", Told + " It was Monday.")], "ftp://files.example/list\nhttp://127.0.0.1:8080/page.html");
        await ben.Text(address + "/progress");
        string done = await ben.Text(address);
        Assert.Contains("Not taken: these are no addresses", done, StringComparison.Ordinal);
        Assert.Contains("Only https and http are fetched, not ftp.", done, StringComparison.Ordinal);
        Assert.Contains("leads to a private or local address", done, StringComparison.Ordinal);
        Assert.Matches("Pages</dt><dd>2</dd>", done);
        using CasusStore store = CasusStore.OpenReading(console.Store);
        Assert.Equal(1L, store.Connection.Value<long>("SELECT count(*) FROM page WHERE name = 'taken.txt'"));
        Assert.Equal(0L, store.Connection.Value<long>("SELECT count(*) FROM page WHERE name LIKE 'ftp%'"));
    }

    [Fact]
    public async Task OnlyReviewersImportAndOnlyByTheConsolesForm()
    {
        using SharedConsole.Guest cleo = await console.SignedIn("cleo"), ben = await console.SignedIn("ben");
        using HttpResponseMessage refused = await Send(cleo, [("a.txt", Told)], "", from: "/you");
        using HttpResponseMessage blind = await Send(ben, [("a.txt", Told)], "", from: null);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (refused.StatusCode, blind.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Status("/import/0123"));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Status("/import/0123/progress"));
    }

    [Fact]
    public async Task WhatIsTooLargeIsRefused()
    {
        using SharedConsole.Guest ben = await console.SignedIn("ben");
        string token = await Token(ben, "/import");
        using var content = new MultipartFormDataContent { { new StringContent(token), "token" }, { new ByteArrayContent(new byte[Limits.Import + 1]), "file", "large.txt" } };
        try
        {
            using HttpResponseMessage answer = await ben.Client.PostAsync(new Uri("/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server may close before all of it is sent.
        }

        using HttpResponseMessage many = await Send(ben, [.. Enumerable.Range(0, Limits.ImportFiles + 1).Select(i => ($"{i}.txt", "x"))], "");
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\pages\one.html", "one.html")]
    [InlineData("..", "page")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("a\0b\n<c>.html", "a_b__c_.html")]
    public void OfAFilesNameTheLastPartCounts(string given, string kept) => Assert.Equal(kept, Upload.Safe(given));

    private static async Task<string> Begin(SharedConsole.Guest guest, (string Name, string Text)[] files, string address = "")
    {
        using HttpResponseMessage answer = await Send(guest, files, address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> Send(SharedConsole.Guest guest, (string Name, string Text)[] files, string address, string? from = "/import")
    {
        using var content = new MultipartFormDataContent { { new StringContent(from is null ? "none" : await Token(guest, from)), "token" }, { new StringContent(address), "address" } };
        foreach ((string name, string text) in files)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        }

        return await guest.Client.PostAsync(new Uri("/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Token(SharedConsole.Guest guest, string from) => WebUtility.HtmlDecode(SharedConsole.Guest.Token().Match(await guest.Text(from)).Groups[1].Value);
}
