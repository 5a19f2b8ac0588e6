using System.Diagnostics;
using System.Net;
using System.Text;
using Casus.App;
using Casus.App.Store;
using Casus.App.Web;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>A console that is killed in the middle of an import leaves a whole store, and the same pages go on from there.</summary>
public sealed class ImportKillTests : IDisposable
{
    private const int Pages = 80;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task AKilledImportLosesNoFinishedPage()
    {
        place.Write("first.txt", "Troops shelled the village of Dorn on Monday, killing nine people, a doctor said. The shells fell near the market in the early morning, residents said, and the road was closed.");
        Assert.Equal(ExitCode.Ok, place.Run("read", "first.txt").Exit);
        string rows = string.Concat(Enumerable.Range(0, Pages).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Gunmen attacked convoy number {i} near the town of Selm on Tuesday, killing {i + 2} soldiers, the army said.\"}}\n"));
        using (Process console = place.Start("serve", "--port", "0"))
        {
            string line = await console.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            using var guest = new SharedConsole.Guest(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()));
            string token = WebUtility.HtmlDecode(SharedConsole.Guest.Token().Match(await guest.Text("/import")).Groups[1].Value);
            using var content = new MultipartFormDataContent { { new StringContent(token), "token" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(rows)), "file", "rows.jsonl" } };
            using HttpResponseMessage begun = await guest.Client.PostAsync(new Uri("/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
            var watch = Stopwatch.StartNew();
            while (Count() < 5)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "The import does not begin.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            console.Kill(entireProcessTree: true);
            await console.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // What was uploaded lies about until a console is started again; what a living one holds stays.
        using var living = new OwnFolder();
        Assert.Contains(Folders(), f => f != living.Path && Directory.GetFiles(f, "rows.jsonl", SearchOption.AllDirectories).Length > 0);
        OwnFolder.Sweep();
        Assert.DoesNotContain(Folders(), f => f != living.Path && Directory.GetFiles(f, "rows.jsonl", SearchOption.AllDirectories).Length > 0);
        Assert.True(Directory.Exists(living.Path));

        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            Assert.Equal("ok", store.Connection.Value<string>("PRAGMA integrity_check"));
            Assert.Equal(0L, store.Connection.Value<long>("SELECT count(*) FROM page WHERE article_id IS NULL OR article_id NOT IN (SELECT id FROM article) OR id NOT IN (SELECT page_id FROM page_bytes)"));
        }

        place.Write("rows.jsonl", rows);
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl").Exit);
        Assert.Equal(Pages + 1, Count());
    }

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "casus-own-*");

    private long Count()
    {
        using CasusStore store = CasusStore.OpenReading(place.Store);
        return store.Connection.Value<long>("SELECT count(*) FROM page");
    }
}
