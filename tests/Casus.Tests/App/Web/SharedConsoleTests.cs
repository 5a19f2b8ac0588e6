using System.Net;
using Casus.App.Access;
using Casus.App.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>Who may do what in a shared console, asked of the real server.</summary>
public sealed class SharedConsoleTests(SharedConsole console) : IClassFixture<SharedConsole>
{
    [Fact]
    public async Task AStrangerIsShownTheDoorAlone()
    {
        using SharedConsole.Guest guest = console.Stranger();
        foreach (string path in (string[])["/", "/events", "/nowhere", "/admin", "/import", "/pages/p-x/text"])
        {
            using HttpResponseMessage answer = await guest.Get(path);
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
            Assert.Equal("/login?to=" + Uri.EscapeDataString(path), answer.Headers.Location!.OriginalString);
        }

        foreach (string path in (string[])["/api/v1/events", "/mcp", "/feeds/events.atom"])
        {
            using HttpResponseMessage answer = await guest.Get(path);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }

        using HttpResponseMessage judged = await guest.Post("/judge", null, ("id", "e-x"), ("verb", "accept"));
        Assert.Equal(HttpStatusCode.Unauthorized, judged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await guest.Status("/assets/casus.css"));
        string door = await guest.Text("/login");
        Assert.DoesNotContain("/review", door, StringComparison.Ordinal);
        Assert.DoesNotContain("/pages", door, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionIsAStrictCookieAndEndsWhereItsOwnerLeaves()
    {
        using SharedConsole.Guest guest = console.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, await guest.Tries("cleo", "eleven blue kettle"));
        Assert.Equal(HttpStatusCode.Unauthorized, await guest.Tries("cleo", new string('x', 100_0)));
        using HttpResponseMessage answer = await guest.SignIn("CLEO", SharedConsole.Password, "/events?type=ASSAULT");
        Assert.Equal("/events?type=ASSAULT", answer.Headers.Location!.OriginalString);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("casus-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        string page = await guest.Text("/");
        Assert.Contains("cleo", page, StringComparison.Ordinal);

        using SharedConsole.Guest thief = console.Stranger();
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, await thief.Status("/events"));
        using HttpResponseMessage forged = await guest.Post("/logout", null);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using HttpResponseMessage left = await guest.Post("/logout", "/you");
        Assert.Equal("/login", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await guest.Status("/events"));
        Assert.Equal(HttpStatusCode.Redirect, await thief.Status("/events"));
    }

    [Theory]
    [InlineData("//casus.example/")]
    [InlineData("/\\casus.example/")]
    [InlineData("https://casus.example/")]
    [InlineData("/login?to=/login")]
    public async Task SigningInLeadsNowhereElse(string to)
    {
        using SharedConsole.Guest guest = console.Stranger();
        using HttpResponseMessage answer = await guest.SignIn("cleo", SharedConsole.Password, to);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task FormsOfEntryNeedTheirToken()
    {
        using SharedConsole.Guest guest = console.Stranger();
        using HttpResponseMessage blind = await guest.Post("/login", null, ("name", "cleo"), ("password", SharedConsole.Password));
        Assert.Equal(HttpStatusCode.BadRequest, blind.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = new FormUrlEncodedContent([new("name", "cleo")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage foreign = await guest.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task EachRoleDoesWhatItMay()
    {
        using SharedConsole.Guest anna = await console.SignedIn("anna"), ben = await console.SignedIn("ben"), cleo = await console.SignedIn("cleo");
        string told = "/events/" + EventId();
        Assert.DoesNotContain("action=\"/judge", await cleo.Text(told), StringComparison.Ordinal);
        foreach (string path in (string[])["/review", "/import", "/admin"])
        {
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await cleo.Status(path)));
        }

        using HttpResponseMessage refused = await cleo.Post("/judge", "/you", ("id", EventId()), ("verb", "accept"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ben.Status("/import"));
        using HttpResponseMessage closed = await ben.Get("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains("This is for an admin, and you are here as a reviewer", await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        string admin = await anna.Text("/admin");
        Assert.Contains("ben", admin, StringComparison.Ordinal);
        Assert.Contains("POST /judge", admin, StringComparison.Ordinal);

        // Whoever a form says: a judgement is its visitor's.
        using HttpResponseMessage judged = await ben.Post("/judge", told, ("id", EventId()), ("verb", "accept"), ("by", "cleo"), ("back", told));
        Assert.Equal(HttpStatusCode.Redirect, judged.StatusCode);
        using CasusStore store = CasusStore.OpenReading(console.Store);
        Assert.Equal("ben", store.Connection.Value<string>("SELECT made_by FROM judgement ORDER BY seq DESC LIMIT 1"));
        Assert.Contains(new AuditLog(console.File).Last(20), l => l is { Who: "ben", What: AuditLog.Judged });
    }

    [Fact]
    public async Task WhatNarrowsRightsEndsSessions()
    {
        var users = new Users(console.File);
        users.Add("dora", UserRole.Reviewer, SharedConsole.Password, console.Clock.GetUtcNow());
        using SharedConsole.Guest dora = await console.SignedIn("dora");
        users.SetRole("Dora", UserRole.Reader);
        Assert.Equal(HttpStatusCode.Redirect, await dora.Status("/"));

        using SharedConsole.Guest again = await console.SignedIn("dora"), other = await console.SignedIn("dora");
        using HttpResponseMessage weak = await again.Post("/you", "/you", ("old", SharedConsole.Password), ("password", "short"), ("again", "short"));
        using HttpResponseMessage wrong = await again.Post("/you", "/you", ("old", "not the old one"), ("password", "seven green ladders"), ("again", "seven green ladders"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (weak.StatusCode, wrong.StatusCode));
        using HttpResponseMessage changed = await again.Post("/you", "/you", ("old", SharedConsole.Password), ("password", "seven green ladders"), ("again", "seven green ladders"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect), (changed.StatusCode, await again.Status("/"), await other.Status("/")));

        users.Remove("dora");
        Assert.Equal(HttpStatusCode.Redirect, await again.Status("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await again.Tries("dora", "seven green ladders"));
    }

    [Fact]
    public async Task SessionsEndByIdlingAndByAge()
    {
        try
        {
            using SharedConsole.Guest idle = await console.SignedIn("cleo");
            console.Clock.Later += Sessions.Idle + TimeSpan.FromMinutes(1);
            Assert.Equal(HttpStatusCode.Redirect, await idle.Status("/"));

            using SharedConsole.Guest busy = await console.SignedIn("cleo");
            DateTimeOffset end = console.Clock.GetUtcNow() + Sessions.Longest;
            while (console.Clock.GetUtcNow() + TimeSpan.FromHours(7) < end)
            {
                console.Clock.Later += TimeSpan.FromHours(7);
                Assert.Equal(HttpStatusCode.OK, await busy.Status("/glossary"));
            }

            console.Clock.Later += TimeSpan.FromHours(7);
            Assert.Equal(HttpStatusCode.Redirect, await busy.Status("/glossary"));
        }
        finally
        {
            console.Clock.Later = TimeSpan.Zero;
        }
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("nobody.at.all")]
    public async Task EachFailureBeyondAFewMakesTheNextWait(string name)
    {
        using SharedConsole.Guest guest = console.Stranger();
        for (int i = 0; i < Attempts.Free; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await guest.Tries(name, "ten red doorknobs"));
        }

        // Not even the right one is looked at.
        Assert.Equal(HttpStatusCode.TooManyRequests, await guest.Tries(name, SharedConsole.Password));
        try
        {
            console.Clock.Later = TimeSpan.FromSeconds(31);
            Assert.Equal(HttpStatusCode.Unauthorized, await guest.Tries(name, "ten red doorknobs"));
            console.Clock.Later = TimeSpan.FromSeconds(31 + 31);
            Assert.Equal(HttpStatusCode.TooManyRequests, await guest.Tries(name, "ten red doorknobs"));
            console.Clock.Later = TimeSpan.FromSeconds(31 + 62);
            Assert.Equal(name == "anna" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized, await guest.Tries(name, SharedConsole.Password));
        }
        finally
        {
            console.Clock.Later = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task KeysOpenWhatTheirRoleMayUntilTheyEnd()
    {
        var keys = new ApiKeys(console.File);
        (string key, string id) = keys.Make("weekly report", UserRole.Reader, console.Clock.GetUtcNow(), TimeSpan.FromDays(1));
        using SharedConsole.Guest program = console.WithKey(key);
        Assert.Equal(HttpStatusCode.OK, await program.Status("/events"));
        Assert.NotNull(keys.All().Single(k => k.Id == id).UsedAt);
        Assert.Equal(HttpStatusCode.Forbidden, await program.Status("/admin"));
        foreach (string forged in (string[])[key[..^1] + (key[^1] == '0' ? '1' : '0'), "casus_" + id + "_", "casus__", "x", key + "0"])
        {
            using SharedConsole.Guest forger = console.WithKey(forged);
            Assert.Equal((forged, HttpStatusCode.Unauthorized), (forged, await forger.Status("/assets/casus.css")));
        }

        console.Clock.Later = TimeSpan.FromDays(1.1);
        Assert.Equal(HttpStatusCode.Unauthorized, await program.Status("/events"));
        console.Clock.Later = TimeSpan.Zero;
        keys.Revoke(id, console.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.Unauthorized, await program.Status("/events"));
        Assert.DoesNotContain(key.Split('_')[2], Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLogIsAppendedToAndNeverChanged()
    {
        new AuditLog(console.File).Note(console.Clock.GetUtcNow(), "a\nb", "here", AuditLog.Judged);
        Assert.Equal("a b", new AuditLog(console.File).Last(1)[0].Who);
        Assert.Throws<Casus.App.Trouble>(() => console.File.Run("UPDATE audit SET who = 'x'"));
        Assert.Throws<Casus.App.Trouble>(() => console.File.Run("DELETE FROM audit"));
    }

    private string EventId()
    {
        using CasusStore store = CasusStore.OpenReading(console.Store);
        return store.Connection.Value<string>("SELECT id FROM event ORDER BY id LIMIT 1");
    }

    /// <summary>Every value that the file holds of keys.</summary>
    private string Kept() => string.Join(' ', console.File.Rows("SELECT id || name || hash FROM api_key", r => r.GetString(0)));
}
