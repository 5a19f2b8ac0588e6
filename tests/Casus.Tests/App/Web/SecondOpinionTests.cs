using System.Net;
using System.Text.RegularExpressions;
using Casus.App.Explain;
using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>What one reviewer has taken out of the record stays before the others.</summary>
public sealed class SecondOpinionTests(SharedConsole console) : IClassFixture<SharedConsole>
{
    [Fact]
    public async Task ARejectionIsJudgedByOthersTooThoughItsEventHasGone()
    {
        using SharedConsole.Guest anna = await console.SignedIn("anna"), ben = await console.SignedIn("ben");
        string id;
        using (CasusStore store = CasusStore.OpenReading(console.Store))
        {
            id = store.Connection.Value<string>("SELECT id FROM event ORDER BY id DESC LIMIT 1");
        }

        await Judge(anna, "/events/" + id, ("id", id), ("verb", "reject"));
        Assert.Equal(HttpStatusCode.NotFound, await ben.Status("/events/" + id));
        string second = await ben.Text("/review?second=on");
        Assert.Contains("By the words alone", second, StringComparison.Ordinal);
        Assert.Contains(id, second, StringComparison.Ordinal);
        Assert.DoesNotContain("rejected", second, StringComparison.OrdinalIgnoreCase);
        await Judge(ben, "/review?second=on", ("id", id), ("verb", "accept"));

        Assert.DoesNotContain("By the words alone", await ben.Text("/review?second=on"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ben.Status("/events/" + id));
        string open = await ben.Text("/review/agreement");
        Assert.Contains(">open<", open, StringComparison.Ordinal);
        Assert.Contains("<bdi>anna</bdi></dt><dd dir=\"ltr\">reject", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasRejectedStandsAmongWhatWasNot()
    {
        var console = new SharedConsole();
        await using IAsyncDisposable ending = console;
        await console.InitializeAsync();
        using SharedConsole.Guest anna = await console.SignedIn("anna"), ben = await console.SignedIn("ben");
        string[] ids;
        using (CasusStore store = CasusStore.OpenReading(console.Store))
        {
            ids = [.. new Queries(store).Events(new Filter(Limit: 4)).Select(e => e.Id)];
        }

        await Judge(anna, "/events/" + ids[0], ("id", ids[0]), ("verb", "reject"));
        foreach (string kept in ids[1..])
        {
            await Judge(anna, "/events/" + kept, ("id", kept), ("verb", "accept"));
        }

        string second = await ben.Text("/review?second=on"), apart = second[second.IndexOf("By the words alone", StringComparison.Ordinal)..];
        string[] shown = [.. Regex.Matches(apart, "<span class=\"id\">(e-[a-z2-7]+)</span>").Select(m => m.Groups[1].Value)];
        Assert.Equal(shown.Order(StringComparer.Ordinal), shown);
        Assert.Contains(ids[0], shown);
        string[] beside = [.. shown.Intersect(ids[1..])];
        Assert.NotEmpty(beside);
        Assert.All(beside, id => Assert.DoesNotContain(id, second[..^apart.Length], StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWasCorrectedIsShownAsItWasCodedUntilTheSecondHasJudged()
    {
        var console = new SharedConsole();
        await using IAsyncDisposable ending = console;
        await console.InitializeAsync();
        using SharedConsole.Guest anna = await console.SignedIn("anna"), ben = await console.SignedIn("ben");
        string id, coded;
        using (CasusStore store = CasusStore.OpenReading(console.Store))
        {
            id = store.Connection.Value<string>("SELECT id FROM event WHERE killed_min > 0 ORDER BY id LIMIT 1");
            coded = EventExplainer.Says(new Lookup(store).Event(id));
        }

        await Judge(anna, "/events/" + id, ("id", id), ("verb", "correct"), ("field", "killed"), ("value", "7654"));
        string own = await ben.Text("/events/" + id);
        Assert.DoesNotContain("7654", own, StringComparison.Ordinal);
        Assert.Contains("name=\"blind\"", own, StringComparison.Ordinal);
        Assert.Contains("7654", await anna.Text("/events/" + id), StringComparison.Ordinal);
        string stands = await ben.Text($"/events/{id}?record=on");
        Assert.Contains("7654", stands, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"blind\"", stands, StringComparison.Ordinal);
        string second = await ben.Text("/review?second=on");
        Assert.Contains($"at={id}", second, StringComparison.Ordinal);
        Assert.DoesNotContain("7654", second, StringComparison.Ordinal);
        Assert.DoesNotContain("/events/" + id, second, StringComparison.Ordinal);
        await Judge(ben, "/review?second=on", ("id", id), ("verb", "accept"));

        Assert.Contains("7654", await ben.Text("/events/" + id), StringComparison.Ordinal);
        Assert.Contains("7654", await ben.Text("/review?second=on&at=" + id), StringComparison.Ordinal);
        string open = await ben.Text("/review/agreement");
        Assert.Contains(">open<", open, StringComparison.Ordinal);
        using CasusStore after = CasusStore.OpenReading(console.Store);
        Assert.Equal(coded, JudgementTable.All(after)[^1].Said);
    }

    private static async Task Judge(SharedConsole.Guest guest, string from, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await guest.Post("/judge", from, [.. fields, ("back", from)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
