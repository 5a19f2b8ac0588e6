using System.Diagnostics;
using System.Text.RegularExpressions;
using Casus.App;
using Casus.App.Commands;
using Casus.App.Store;
using Casus.Tests.App;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Samples;

/// <summary>
/// The examples of help run as they stand on the record of samples/. After a change of what is coded: CASUS_README=write dotnet test
/// --filter FullyQualifiedName~HelpExampleTests, then build again.
/// </summary>
public sealed partial class HelpExampleTests : IDisposable
{
    /// <summary>Commands whose examples ask the record alone; others read files of the user's own, serve, or ask the net.</summary>
    private static readonly string[] OfTheRecord = ["explain", "show", "search", "brief", "export", "sql", "judge", "review", "publish", "codebook"];

    private readonly Workplace place = new();

    public HelpExampleTests()
    {
        foreach (string file in Repository.Files("samples", "*"))
        {
            File.Copy(Repository.Path(file), Path.Combine(Directory.CreateDirectory(place.Path("samples")).FullName, Path.GetFileName(file)));
        }

        Assert.Equal(ExitCode.Ok, place.Run("read", "samples/").Exit);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_the_examples_name_is_in_the_record_of_the_samples()
    {
        string names = Names(), path = Repository.Path("src", "Casus.App", "Commands", "sample-names.tsv");
        if (Environment.GetEnvironmentVariable("CASUS_README") == "write")
        {
            File.WriteAllText(path, names);
            return;
        }

        Assert.Equal(names, File.ReadAllText(path));
    }

    [Fact]
    public void The_examples_run_as_they_stand()
    {
        place.Environment["CASUS_REVIEWER"] = "anna";
        string[] lines = [.. CasusCommand.Build().Subcommands.OfType<Verb>().Where(v => OfTheRecord.Contains(v.Name)).SelectMany(v => v.Examples).Select(e => e.Line)];
        Assert.DoesNotContain(lines, l => Key().IsMatch(l));
        // An id of a judgement holds the instant of judging; printing a PDF takes a browser; a publication is replaced where there is one.
        string[] run = [.. lines.Where(l => !l.Contains("--undo", StringComparison.Ordinal) && !l.Contains(".pdf", StringComparison.Ordinal) && !l.Contains("docs/", StringComparison.Ordinal)).Select(l => l.Replace("--db news.db", "--db casus.db", StringComparison.Ordinal))];
        Assert.True(run.Length > 40);
        string[] wrong = [.. run.Select(l => (Line: l, Ran: InShell(l))).Where(r => r.Ran.Exit != 0 || r.Ran.Said.Length == 0).Select(r => $"{r.Line}: {r.Ran.Exit} {r.Ran.Said}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private (int Exit, string Said) InShell(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples are written for a shell of Unix.");
        var start = new ProcessStartInfo("bash", ["-c", $"casus() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "Casus.App.dll")}' \"$@\"; }}; {line} 2>&1 < /dev/null"]) { WorkingDirectory = place.Folder, RedirectStandardOutput = true };
        foreach ((string name, string value) in place.Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd() + (line.Contains("--out", StringComparison.Ordinal) ? "into a file" : "");
        process.WaitForExit();
        return (process.ExitCode, said.Length > 300 ? said[..300] : said);
    }

    private string Names()
    {
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        string id = One("SELECT event_id FROM event_claim x JOIN event e ON e.id = x.event_id WHERE e.type = 'ASSAULT' AND e.killed_min > 0 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1");
        string story = One("SELECT story_id FROM edition GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1");
        (string Key, string Value)[] names =
        [
            ("event", Short("event", id)),
            ("other", Short("event", One($"SELECT id FROM event WHERE type = 'ASSAULT' AND id <> '{id}' ORDER BY weight DESC, id LIMIT 1"))),
            ("claim", Short("claim", One($"SELECT claim_id FROM event_claim WHERE event_id = '{id}' ORDER BY position LIMIT 1"))),
            ("claim-too", Short("claim", One($"SELECT claim_id FROM event_claim WHERE event_id = '{id}' ORDER BY position DESC LIMIT 1"))),
            ("story", Short("story", story)),
            ("story-too", Short("story", One($"SELECT story_id FROM edition WHERE story_id <> '{story}' ORDER BY 1 LIMIT 1"))),
            ("article", Short("article", One($"SELECT article_id FROM edition WHERE story_id = '{story}' ORDER BY position DESC LIMIT 1"))),
            ("side", One("SELECT a.name FROM dyad d JOIN actor a ON a.id = d.first ORDER BY d.events DESC, d.first, d.second LIMIT 1")),
            ("side-too", One("SELECT a.name FROM dyad d JOIN actor a ON a.id = d.second ORDER BY d.events DESC, d.first, d.second LIMIT 1")),
            ("place", One($"SELECT p.name FROM event e JOIN place p ON p.id = e.place_id WHERE e.id = '{id}'")),
            ("outlet", One("SELECT outlet FROM article WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1").Split(' ')[0]),
            ("new-name", place.Run("review", "--what", "names", "--list", "--limit", "1").Output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]),
            ("actor", One("SELECT actor_id FROM event_actor GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")),
        ];
        return string.Concat(names.Select(n => $"{n.Key}\t{n.Value}\n"));

        string One(string sql) => store.Connection.Value<string>(sql);

        string Short(string table, string whole) => Enumerable.Range(5, whole.Length - 5).Select(n => whole[..n]).First(s => store.Connection.Value<long>($"SELECT count(DISTINCT id) FROM {table} WHERE id LIKE '{s}%'") == 1);
    }

    [GeneratedRegex(@"\bNAME\b|\bACTOR\b|\{[a-z-]+\}")]
    private static partial Regex Key();
}
