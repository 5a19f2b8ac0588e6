using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App;

/// <summary>A run that is killed in the middle loses no finished page, and the next one ends where an undisturbed run ends.</summary>
public sealed class KillTests : IDisposable
{
    private const int Pages = 150;
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void AKilledRunLosesNoFinishedPage()
    {
        place.Write("rows.jsonl", Rows());
        using (Process process = place.Start("read", "rows.jsonl", "--jobs", "1", "--db", "killed.db"))
        {
            WaitForPages(place.Path("killed.db"), 20, process);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        long finished;
        using (CasusStore store = CasusStore.OpenExisting(place.Path("killed.db")))
        {
            Assert.Equal("ok", store.Connection.Value<string>("PRAGMA integrity_check"));
            finished = store.Connection.Value<long>("SELECT count(*) FROM page");
            Assert.InRange(finished, 20, Pages);
            Assert.Equal(0L, store.Connection.Value<long>("SELECT count(*) FROM page WHERE article_id IS NULL OR article_id NOT IN (SELECT id FROM article) OR id NOT IN (SELECT page_id FROM page_bytes)"));
        }

        Ran resumed = place.Run("read", "rows.jsonl", "--db", "killed.db", "--json");
        Assert.Equal(ExitCode.Ok, resumed.Exit);
        JsonElement sums = JsonDocument.Parse(resumed.Output).RootElement;
        Assert.Equal(finished, sums.GetProperty("duplicate").GetInt64());
        Assert.Equal(Pages - finished, sums.GetProperty("read").GetInt64());

        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl", "--db", "whole.db", "--jobs", "3").Exit);
        AssertSameExports("killed.db", "whole.db");
    }

    /// <summary>Read with other weights, then read again with the usual ones.</summary>
    [Fact]
    public void AKilledRereadGoesOnToTheEndOfAFreshRead()
    {
        const int few = 60;
        place.Write("rows.jsonl", Rows(few));
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl", "--db", "killed.db", "--model", "fast").Exit);
        const string done = "SELECT count(*) FROM page WHERE model <> (SELECT model FROM page ORDER BY rowid DESC LIMIT 1)";
        using (Process process = place.Start("reread", "--jobs", "1", "--db", "killed.db"))
        {
            WaitForPages(place.Path("killed.db"), 5, process, done);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        long finished;
        using (CasusStore store = CasusStore.OpenExisting(place.Path("killed.db")))
        {
            Assert.Equal("ok", store.Connection.Value<string>("PRAGMA integrity_check"));
            finished = store.Connection.Value<long>(done);
            Assert.InRange(finished, 5, few - 1);
        }

        // What was linked before still answers, article by article.
        string first = JsonDocument.Parse(place.Run("show", "events", "--json", "--db", "killed.db").Output).RootElement[0].GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.Ok, place.Run("explain", first, "--db", "killed.db").Exit);

        Ran resumed = place.Run("reread", "--db", "killed.db", "--json");
        Assert.Equal(ExitCode.Ok, resumed.Exit);
        Assert.Equal(few - finished, JsonDocument.Parse(resumed.Output).RootElement.GetProperty("pages").GetInt64());
        Assert.Contains("Nothing to reread", place.Run("reread", "--db", "killed.db").Output);
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl", "--db", "whole.db", "--jobs", "3").Exit);
        AssertSameExports("killed.db", "whole.db");
    }

    private void AssertSameExports(params string[] stores)
    {
        foreach (string table in new[] { "events", "claims", "evidence", "stories" })
        {
            string[] exports = [.. stores.Select(db => place.Run("export", "--what", table, "--format", "jsonl", "--db", db).Output)];
            Assert.NotEmpty(exports[0]);
            Assert.Equal(exports[1], exports[0]);
        }
    }

    /// <summary>Until the store holds so much, however long it is being made; at most a minute, or until the process ends.</summary>
    internal static void WaitForPages(string path, int least, Process process, string count = "SELECT count(*) FROM page")
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            Thread.Sleep(20);
            if (!File.Exists(path))
            {
                continue;
            }

            try
            {
                using CasusStore store = CasusStore.OpenExisting(path);
                if (store.Connection.Value<long>(count) >= least)
                {
                    return;
                }
            }
            catch (Trouble)
            {
                // It is being made.
            }
        }
    }

    private static string Rows(int pages = Pages)
    {
        string[] who = ["Gunmen", "Soldiers", "Rebels", "Border guards", "Militants"], what = ["attacked", "shelled", "raided", "bombed"], where = ["a mill", "a checkpoint", "the bridge", "a convoy", "the market", "a school"];
        var rows = new StringBuilder();
        for (int i = 0; i < pages; i++)
        {
            rows.Append($"{{\"id\":{i},\"text\":\"{who[i % 5]} {what[i % 4]} {where[i % 6]} near village number {i} on Monday, killing {i % 9 + 1} people, officials said. ");
            rows.Append($"Residents of the {i % 17}th ward told reporters that the {who[(i + 2) % 5].ToLowerInvariant()} had threatened them in week {i % 50} of the year. The governor called for calm.\",\"published\":\"2024-{i % 12 + 1:00}-{i % 27 + 1:00}\"}}\n");
        }

        return rows.ToString();
    }
}
