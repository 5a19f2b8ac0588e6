using System.Diagnostics;
using Casus.App;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>A release stands whole or not at all, whoever dies while it is written and however many write it.</summary>
public sealed class PublishKillTests : IDisposable
{
    private readonly Workplace place = new();

    public PublishKillTests() =>
        Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples", "01-paktika-air-strikes.html"), Repository.Path("samples", "10-peshawar-toll-corrected.html")).Exit);

    public void Dispose() => place.Dispose();

    /// <param name="file">When it is there the process is killed: the first one, some in the middle, the last one.</param>
    [Theory]
    [InlineData(".casus-draft")]
    [InlineData("judgements.parquet")]
    [InlineData("actors.gexf")]
    [InlineData("manifest.json")]
    public void A_killed_publish_leaves_no_half_release_and_the_next_one_cleans_up(string file)
    {
        using (Process process = place.Start("publish", "out"))
        {
            var watch = Stopwatch.StartNew();
            while (!File.Exists(place.Path("out.partial/" + file)) && !process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Yield();
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        bool won = Directory.Exists(place.Path("out"));
        if (won)
        {
            AssertWhole();
        }

        Assert.Equal(ExitCode.Ok, place.Run(["publish", "out", .. won ? ["--replace"] : Array.Empty<string>()]).Exit);
        AssertWhole();
        Assert.Equal(["out"], Directory.GetDirectories(place.Folder).Select(d => Path.GetFileName(d)));
    }

    /// <summary>Each step of putting a release in the place of another, as a kill would leave it.</summary>
    [Fact]
    public void What_a_kill_leaves_between_two_releases_is_put_right()
    {
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out").Exit);
        Copy("out", "out.partial");
        Directory.Move(place.Path("out"), place.Path("out.replaced"));
        place.Write("out.partial/.casus-draft", "");
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out").Exit);
        AssertWhole();
        Assert.Equal(["out"], Directory.GetDirectories(place.Folder).Select(d => Path.GetFileName(d)));

        Copy("out", "out.replaced");
        place.Write("out/.casus-draft", "");
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out", "--replace").Exit);
        AssertWhole();
        Assert.Equal(["out"], Directory.GetDirectories(place.Folder).Select(d => Path.GetFileName(d)));
    }

    [Fact]
    public void Of_two_at_once_one_writes_and_the_other_says_why_it_does_not()
    {
        var runs = new Ran[2];
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = runs.Length }, i => runs[i] = place.Run("publish", "out"));

        Assert.Equal([ExitCode.Ok, ExitCode.Usage], runs.Select(r => r.Exit).Order());
        Assert.Matches("Another `casus publish` is writing|holds a release already", runs.First(r => r.Exit == ExitCode.Usage).Error);
        AssertWhole();
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_and_left()
    {
        place.Write("letter.txt", "Dear aunt");
        Ran under = place.Run("publish", "letter.txt/out");
        Assert.Equal(ExitCode.Usage, under.Exit);
        Assert.DoesNotContain(" at Casus", under.Error, StringComparison.Ordinal);
        Assert.Equal("Dear aunt", File.ReadAllText(place.Path("letter.txt")));
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(ExitCode.Usage, place.Run("publish", "/proc/casus-release").Exit);
        }
    }

    [Fact]
    public void A_place_that_is_taken_meanwhile_is_left_alone()
    {
        using var folder = new ReleaseFolder(place.Path("out"), replace: false);
        place.Write("out/diary.txt", "Monday");
        Assert.Throws<Trouble>(folder.Finish);
        Assert.Equal("Monday", File.ReadAllText(place.Path("out/diary.txt")));
    }

    [Fact]
    public void Nothing_is_written_when_a_quote_does_not_stand_in_its_text()
    {
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            store.Write(() =>
            {
                using Statement move = store.Prepare("UPDATE article SET text = 'X' || text WHERE id = (SELECT article_id FROM claim LIMIT 1)");
                return move.Run();
            });
        }

        Ran ran = place.Run("publish", "out");
        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Contains("do not stand there in its text", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(place.Folder));
    }

    [Fact]
    public void Releases_are_compared_with_exit_codes_as_diff_has_them()
    {
        Assert.Equal(ExitCode.Ok, place.Run("publish", "a").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "b", "--jobs", "1").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("diff", "a", "b").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("diff", "a", "casus.db").Exit);

        string events = File.ReadAllText(place.Path("b/events.jsonl"));
        int rows = events.Count(c => c == '\n');
        File.WriteAllText(place.Path("b/events.jsonl"), events[(events.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Ran less = place.Run("diff", "a", "b", "--json");
        Assert.Equal(ExitCode.Findings, less.Exit);
        Assert.Contains("\"removed\": 1", less.Output, StringComparison.Ordinal);
        Assert.True(rows > 1);

        File.WriteAllText(place.Path("b/events.jsonl"), "{\"event_id\":");
        Assert.Equal(ExitCode.Usage, place.Run("diff", "a", "b").Exit);
        Assert.Equal(ExitCode.Usage, place.Run("diff", "a", "nothing-there").Exit);
        File.Delete(place.Path("b/events.jsonl"));
        Assert.Contains("no release of Casus", place.Run("diff", "a", "b").Error, StringComparison.Ordinal);
    }

    private void AssertWhole() =>
        OtherProgram.Run("python3", [OtherProgram.Python, "--version"], [OtherProgram.Python, Repository.Path("tests", "Casus.Tests", "App", "release-check.py"), place.Path("out")]);

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(place.Path(to));
        foreach (string file in Directory.GetFiles(place.Path(from)))
        {
            File.Copy(file, Path.Combine(place.Path(to), Path.GetFileName(file)));
        }
    }
}
