using System.Diagnostics;
using System.Text.Json;
using Casus.App;
using Xunit;

namespace Casus.Tests.App.Net;

/// <summary>The built program against a real server, as users run it.</summary>
public sealed class NetProgramTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly NewsServer news = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task A_page_is_read_by_its_address()
    {
        await using LoopbackServer server = await LoopbackServer.Start(news.Answer);
        string address = server.Of("/1", "127.0.0.1").AbsoluteUri;
        JsonElement refused = Json(place.Run("read", address, "--json"), ExitCode.Usage);
        Assert.Equal(("bad-address", address), (refused.GetProperty("refusals")[0].GetProperty("reason").GetString(), refused.GetProperty("refusals")[0].GetProperty("page").GetString()));
        Assert.Empty(server.Asked);

        place.Environment["CASUS_CONTACT"] = "desk@news.example";
        Assert.Equal(1, Json(place.Run("read", address, "--allow-private", "--json")).GetProperty("read").GetInt32());
        Assert.All(server.Heads, h => Assert.Contains("desk@news.example", h["User-Agent"]));
        Assert.Equal(1, Json(place.Run("read", address, "--allow-private", "--json")).GetProperty("duplicate").GetInt32());
        string page = Json(place.Run("show", "pages", "--json")).EnumerateArray().Single().GetProperty("id").GetString()!;
        Assert.Equal(address, Json(place.Run("show", "page", page, "--json")).GetProperty("fetchedFrom").GetString());
    }

    [Fact]
    public void Feeds_are_kept_in_a_list()
    {
        Assert.Equal(ExitCode.Usage, place.Run("feeds").Exit);
        Assert.Equal(ExitCode.Usage, place.Run("feeds", "add", "rss.xml").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("feeds", "add", "https://news.example/rss.xml", "https://news.example/").Exit);
        JsonElement feeds = Json(place.Run("feeds", "--json"));
        Assert.Equal(["https://news.example/", "https://news.example/rss.xml"], feeds.EnumerateArray().Select(f => f.GetProperty("address").GetString()));
        Assert.Equal(ExitCode.Ok, place.Run("feeds", "remove", "https://news.example/").Exit);
        Assert.Equal(ExitCode.Findings, place.Run("feeds", "remove", "https://news.example/").Exit);
        Assert.Contains("news.example/rss.xml", place.Run("feeds").Output);
    }

    [Fact]
    public void Watching_ends_cleanly_when_it_is_asked_to()
    {
        Directory.CreateDirectory(place.Path("in"));
        using Process process = place.Start("watch", "in");
        Assert.Contains("watching in", process.StandardError.ReadLine());
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(ExitCode.Ok, process.ExitCode);
    }

    [Fact]
    public void What_cannot_be_watched_is_told()
    {
        Assert.Contains("is no folder", place.Run("watch", "none").Error);
        Assert.Contains("15m", place.Run("watch", ".", "--every", "soon").Error);
        Assert.Contains("--contact", place.Run("read", "https://news.example/", "--contact", "a\nb").Error);
    }

    private static JsonElement Json(Ran ran, int exit = ExitCode.Ok)
    {
        Assert.True(ran.Exit == exit, ran.Error);
        return JsonDocument.Parse(ran.Output).RootElement;
    }
}
