using System.Net;
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
        Assert.Contains("Out of the record", second, StringComparison.Ordinal);
        Assert.Contains(id, second, StringComparison.Ordinal);
        await Judge(ben, "/review?second=on", ("id", id), ("verb", "accept"));

        Assert.DoesNotContain("Out of the record", await ben.Text("/review?second=on"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await ben.Status("/events/" + id));
        string open = await ben.Text("/review/agreement");
        Assert.Contains(">open<", open, StringComparison.Ordinal);
        Assert.Contains("<bdi>anna</bdi></dt><dd dir=\"ltr\">reject", open, StringComparison.Ordinal);
    }

    private static async Task Judge(SharedConsole.Guest guest, string from, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await guest.Post("/judge", from, [.. fields, ("back", from)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
