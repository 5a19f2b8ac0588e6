using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Casus.App.Api;
using Casus.App.Store;
using Casus.Tests.App.Web;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>Who follows the record is told what comes, changes and goes, once, and goes on where it was cut off.</summary>
public sealed class FollowingTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task AJudgementIsToldInPagesAndInTheStream()
    {
        List<string> events = await Asked.Walk(console, "/events?type=ASSAULT&min-killed=10&by=weight", 1000);
        string id = JsonNode.Parse(events[0])!["event_id"]!.GetValue<string>(), now = (await Asked.Of(console, "/api/v1/changes?after=now")).Json["next"]!.GetValue<string>();
        Assert.Equal($"{await Count()}.0", now);
        using HttpResponseMessage open = await Listen(("Last-Event-ID", now));
        using var reader = new StreamReader(await open.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/event-stream", open.Content.Headers.ContentType!.MediaType);
        Assert.Null(open.Headers.ETag);

        Ran judged = new Workplace().Run("judge", id, "correct", "killed", "123", "--by", "anna", "--db", console.Store);
        Assert.True(judged.Exit == 0, judged.Error);
        List<(string Id, string Kind)> heard = await Hear(reader, told => told.Any(t => t.Kind == "judged") && told.Any(t => t.Kind == "changed"));
        JsonNode page = (await Asked.Of(console, $"/api/v1/changes?after={now}")).Json;
        // Judging is committed before it is linked: who listens may hear of it in two goes, and stands where the page ends.
        Assert.Equal(page["rows"]!.AsArray().Select(r => r!["kind"]!.GetValue<string>()).Order(), heard.Select(h => h.Kind).Order());
        Assert.Equal(page["next"]!.GetValue<string>(), heard[^1].Id);
        Assert.Contains(page["rows"]!.AsArray(), r => r!["event_id"]?.GetValue<string>() == id && r["kind"]!.GetValue<string>() == "changed" && r["link"]!.GetValue<long>() == 2);
        Assert.False(page["more"]!.GetValue<bool>());
        Assert.Empty((await Asked.Of(console, $"/api/v1/changes?after={page["next"]!.GetValue<string>()}")).Json["rows"]!.AsArray());

        // A feed reader sees by the time that something is new of it, and the corrected count.
        XElement feed = XDocument.Parse((await Asked.Of(console, "/feeds/events.atom")).Text).Root!, entry = feed.Elements(Atom + "entry").First();
        using (CasusStore store = CasusStore.OpenReading(console.Store))
        {
            Assert.Equal(store.Connection.Value<string>("SELECT max(made_at) FROM judgement"), entry.Element(Atom + "updated")!.Value);
        }

        Assert.EndsWith(id, entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Contains("123 killed", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);

        // Cut off after the first, it is told the rest.
        using HttpResponseMessage again = await Listen(("Last-Event-ID", heard[0].Id));
        using var rest = new StreamReader(await again.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(heard.Skip(1), await Hear(rest, told => told.Count == heard.Count - 1));
    }

    [Fact]
    public async Task PagesOfChangesAreAllOfThem()
    {
        List<string> ids = [];
        string next = "0.0";
        for (bool more = true; more;)
        {
            JsonNode page = (await Asked.Of(console, $"/api/v1/changes?after={next}&limit=100")).Json;
            ids.AddRange(page["rows"]!.AsArray().Where(r => r!["kind"]!.GetValue<string>() is "added" or "changed").Select(r => r!["event_id"]!.GetValue<string>()));
            (next, more) = (page["next"]!.GetValue<string>(), page["more"]!.GetValue<bool>());
        }

        Assert.Equal((await Asked.Walk(console, "/events?by=id", 1000)).Select(r => JsonNode.Parse(r)!["event_id"]!.GetValue<string>()), ids.Order(StringComparer.Ordinal));
        foreach (string forged in (string[])["x", "1", "1.2.3", "-1.0", "99999999999999999999.0", "1.0' OR 1=1"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Asked.Of(console, $"/api/v1/changes?after={Uri.EscapeDataString(forged)}")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await Listen(("Last-Event-ID", forged))).StatusCode);
        }
    }

    [Fact]
    public async Task ListenersAreFew()
    {
        List<HttpResponseMessage> open = [];
        for (int i = 0; i < ApiLimits.Listeners; i++)
        {
            open.Add(await Listen());
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask()).StatusCode);
        open.ForEach(o => o.Dispose());
    }

    [Fact]
    public async Task TheFeedIsValidAtomUnderTheFilter()
    {
        Asked all = await Asked.Of(console, "/feeds/events.atom"), some = await Asked.Of(console, "/feeds/events.atom?type=ASSAULT&min-killed=10");
        Assert.Equal("application/atom+xml", all.Message.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, (await Asked.Of(console, "/feeds/events.atom", null, null, ("If-None-Match", all.Message.Headers.ETag!.ToString()))).Status);
        XElement feed = XDocument.Parse(some.Text).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (XElement told in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.All((string[])["id", "title", "updated"], name => Assert.Single(told.Elements(Atom + name)));
            Assert.StartsWith("tag:", told.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParse(told.Element(Atom + "updated")!.Value, out _));
        }

        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.Equal((await Asked.Walk(console, "/events?type=ASSAULT&min-killed=10", 1000)).Count, entries.Length);
        Assert.All(entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Element(Atom + "author")!.Element(Atom + "name")!.Value) || string.IsNullOrWhiteSpace(e.Element(Atom + "summary")!.Value)));
        Assert.Contains("<h1", await console.Text(new Uri(entries[0].Elements(Atom + "link").Single().Attribute("href")!.Value).PathAndQuery), StringComparison.Ordinal);
        Assert.Equal(50, XDocument.Parse(all.Text).Root!.Elements(Atom + "entry").Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await Asked.Of(console, "/feeds/events.atom?colour=red")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Asked.Of(console, "/feeds/events.atom?from=%27")).Status);
    }

    [Fact]
    public void LinkingAgainWithoutAChangeTellsNothingAndAStoreOfVersion15IsFollowed()
    {
        using var place = new Workplace();
        File.Copy(console.Store, place.Store);
        long before;
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            before = store.Connection.Value<long>("SELECT max(seq) FROM event_change");
            store.Connection.Run("DELETE FROM state WHERE key = 'linked-by'; UPDATE state SET value = '1' WHERE key = 'unlinked'");
            var knowledge = Casus.App.Construction.LoadKnowledge(null);
            LinkWriter.Link(store, new Linker(knowledge, Casus.App.Construction.LoadLinks()), knowledge);
            Assert.Equal(before, store.Connection.Value<long>("SELECT max(seq) FROM event_change"));
            store.Connection.Run(OlderStores.OfVersion16 + "DROP TABLE event_change; PRAGMA user_version = 15;");
        }

        using CasusStore older = CasusStore.OpenExisting(place.Store);
        Assert.Equal(older.Connection.Value<long>("SELECT count(*) FROM event"), older.Connection.Value<long>("SELECT count(*) FROM event_change WHERE kind = 'added'"));
    }

    /// <summary>Waits until those who have gone are noticed.</summary>
    private async Task<HttpResponseMessage> Listen(params (string Name, string Value)[] headers)
    {
        for (int tries = 0; ; tries++)
        {
            HttpResponseMessage answer = await Ask(headers);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == 200)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private Task<HttpResponseMessage> Ask(params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/changes?after=now", UriKind.Relative));
        foreach ((string name, string value) in headers.Append(("Accept", "text/event-stream")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return console.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<List<(string Id, string Kind)>> Hear(StreamReader reader, Predicate<List<(string Id, string Kind)>> enough)
    {
        List<(string, string)> told = [];
        string id = "";
        while (!enough(told) && await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            id = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : id;
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                told.Add((id, line[7..]));
            }
        }

        return told;
    }

    private async Task<int> Count() => (await Asked.Walk(console, "/events?by=id", 1000)).Count;
}
