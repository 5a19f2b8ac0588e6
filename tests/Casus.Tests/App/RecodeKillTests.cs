using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Coding everything again ends where a fresh reading ends, also when it is killed on the way.</summary>
public sealed class RecodeKillTests : IDisposable
{
    private const int Pages = 40;
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_killed_recode_goes_on_to_the_same_bytes_as_a_fresh_read()
    {
        place.Write("rows.jsonl", Rows());
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl", "--db", "killed.db", "--model", "fast").Exit);
        const string done = "SELECT count(*) FROM article WHERE coded_with <> (SELECT coded_with FROM article ORDER BY rowid DESC LIMIT 1)";
        using (Process process = place.Start("recode", "--jobs", "1", "--db", "killed.db"))
        {
            KillTests.WaitForPages(place.Path("killed.db"), 5, process, done);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        using (CasusStore store = CasusStore.OpenExisting(place.Path("killed.db")))
        {
            Assert.Equal("ok", store.Connection.Value<string>("PRAGMA integrity_check"));
        }

        Assert.InRange(Count(done), 5, Pages - 1);
        string first = JsonDocument.Parse(place.Run("show", "events", "--json", "--db", "killed.db").Output).RootElement[0].GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.Ok, place.Run("explain", first, "--db", "killed.db").Exit);

        Assert.Equal(ExitCode.Ok, place.Run("recode", "--db", "killed.db").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl", "--db", "whole.db", "--jobs", "3").Exit);
        Assert.Equal(StoreDump.Of(place.Path("whole.db"), [.. StoreDump.Coded, .. StoreDump.Linked]), StoreDump.Of(place.Path("killed.db"), [.. StoreDump.Coded, .. StoreDump.Linked]));
    }

    private long Count(string sql)
    {
        using CasusStore store = CasusStore.OpenExisting(place.Path("killed.db"));
        return store.Connection.Value<long>(sql);
    }

    private static string Rows()
    {
        string[] who = ["Gunmen", "Soldiers", "Rebels", "Border guards"], what = ["attacked", "shelled", "raided"], where = ["a mill", "a checkpoint", "the bridge", "a convoy", "a school"];
        var rows = new StringBuilder();
        for (int i = 0; i < Pages; i++)
        {
            rows.Append($"{{\"id\":{i},\"text\":\"{who[i % 4]} {what[i % 3]} {where[i % 5]} near village number {i} on Monday, killing {i % 9 + 1} people, officials said. Residents of the {i % 17}th ward had warned the council in week {i % 50}.\",\"published\":\"2024-{i % 12 + 1:00}-{i % 27 + 1:00}\"}}\n");
        }

        return rows.ToString();
    }
}
