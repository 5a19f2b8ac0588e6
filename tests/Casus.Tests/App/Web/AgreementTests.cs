using System.Net;
using Casus.App.Access;
using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>A second opinion, where two differ, and a third who settles.</summary>
public sealed class AgreementTests(SharedConsole console) : IClassFixture<SharedConsole>
{
    [Fact]
    public async Task WhatTwoSeeOtherwiseAThirdSettles()
    {
        new Users(console.File).Add("emil", UserRole.Reviewer, SharedConsole.Password, console.Clock.GetUtcNow());
        using SharedConsole.Guest anna = await console.SignedIn("anna"), ben = await console.SignedIn("ben"), emil = await console.SignedIn("emil");
        string id;
        using (CasusStore store = CasusStore.OpenReading(console.Store))
        {
            id = store.Connection.Value<string>("SELECT id FROM event ORDER BY id LIMIT 1");
        }

        string told = "/events/" + id;
        Assert.Contains("No matter was judged by two", await anna.Text("/review/agreement"), StringComparison.Ordinal);
        await Judge(anna, told, ("id", id), ("verb", "accept"));
        Assert.DoesNotContain(id, await anna.Text("/review?second=on"), StringComparison.Ordinal);
        Assert.Contains(id, await ben.Text("/review?second=on"), StringComparison.Ordinal);
        Assert.DoesNotContain("anna", await ben.Text("/review?second=on"), StringComparison.Ordinal);
        await Judge(ben, told, ("id", id), ("verb", "correct"), ("field", "killed"), ("value", "77"));

        string open = await emil.Text("/review/agreement");
        Assert.Contains(">open<", open, StringComparison.Ordinal);
        Assert.Contains("Side with", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Side with", await ben.Text("/review/agreement"), StringComparison.Ordinal);
        await Judge(emil, "/review/agreement", ("id", id), ("verb", "correct"), ("field", "killed"), ("value", "77"));
        Assert.Contains("settled by emil", await anna.Text("/review/agreement"), StringComparison.Ordinal);
    }

    private static async Task Judge(SharedConsole.Guest guest, string from, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await guest.Post("/judge", from, [.. fields, ("back", from)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
