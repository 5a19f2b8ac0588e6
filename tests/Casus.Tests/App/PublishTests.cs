using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Releases: whole or not at all, the same bytes from the same pages, readable by others.</summary>
public sealed class PublishTests : IDisposable
{
    private static readonly string[] Pages = ["01-paktika-air-strikes.html", "03-border-battle-kabul.txt", "10-peshawar-toll-corrected.html", "15-spice-shop.html"];

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_same_pages_in_any_order_on_any_threads_give_the_same_bytes()
    {
        Read("a.db", 1, Pages);
        Read("b.db", 8, [.. Pages.Reverse()]);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "one", "--db", "a.db", "--jobs", "1").Exit);
        Ran told = place.Run("publish", "two", "--db", "b.db", "--jobs", "8");

        Assert.Contains("manifest.json", told.Output, StringComparison.Ordinal);
        string[] files = [.. Directory.GetFiles(place.Path("one")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Directory.GetFiles(place.Path("two")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(place.Path("one/" + f)), File.ReadAllBytes(place.Path("two/" + f))));
    }

    [Fact]
    public void A_part_of_the_record_is_a_release_that_says_so()
    {
        Read("a.db", 2, Pages);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "whole", "--db", "a.db").Exit);
        Ran ran = place.Run("publish", "part", "--db", "a.db", "--place", "Paktika", "--min-killed", "1");
        Assert.True(ran.Exit == ExitCode.Ok, ran.Error);

        string[] Ids(string release) => [.. File.ReadLines(place.Path(release + "/events.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event_id").GetString()!)];
        Assert.NotEmpty(Ids("part"));
        Assert.True(Ids("part").Length < Ids("whole").Length);
        Assert.Empty(Ids("part").Except(Ids("whole")));
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(place.Path("part/manifest.json"))).RootElement;
        Assert.Equal("Paktika", manifest.GetProperty("part").GetProperty("place").GetString());
        Assert.Equal("1", manifest.GetProperty("part").GetProperty("min-killed").GetString());
        Assert.Contains("place “Paktika”", File.ReadAllText(place.Path("part/README.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("\"part\"", File.ReadAllText(place.Path("whole/manifest.json")), StringComparison.Ordinal);
        OtherProgram.Run("python3", [OtherProgram.Python, "--version"], [OtherProgram.Python, Repository.Path("tests", "Casus.Tests", "App", "release-check.py"), place.Path("part")]);
    }

    /// <summary>A turning point is bounded by acts of the whole record; judgements name who judged, and go with what they bear on.</summary>
    [Fact]
    public void A_part_tells_no_turns_and_only_its_own_judgements()
    {
        place.Write("ties.html", """
            <html><head><title>Old friends fall out</title><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2024-09-12"></head><body><article><h1>Old friends fall out</h1>
            <p>Relations between Benin and Niger have soured since Niger closed the border in August 2023, a diplomat in Cotonou said on Thursday.</p>
            <p>Benin's foreign minister met Niger's foreign minister in Niamey in May 2022 and the two governments signed an agreement on the pipeline in June 2022.</p>
            <p>Niger accused Benin on 10 September 2024 of training gunmen, and Benin's government rejected the accusation the next day.</p></article></body></html>
            """);
        Read("a.db", 2, Pages);
        Assert.Equal(ExitCode.Ok, place.Run("read", "ties.html", "--db", "a.db").Exit);
        string[] Values(string file, string key) => [.. File.ReadLines(place.Path(file)).Select(l => JsonDocument.Parse(l).RootElement.GetProperty(key).GetString()!)];
        Assert.Equal(ExitCode.Ok, place.Run("publish", "before", "--db", "a.db", "--place", "Paktika").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "all", "--db", "a.db").Exit);
        string inside = Values("before/events.jsonl", "event_id")[0], outside = Values("all/events.jsonl", "event_id").Except(Values("before/events.jsonl", "event_id")).First();
        Assert.All([inside, outside], id => Assert.Equal(ExitCode.Ok, place.Run("judge", id, "accept", "--by", "anna", "--db", "a.db").Exit));
        string undone = JsonDocument.Parse(place.Run("show", "judgements", "--json", "--db", "a.db").Output).RootElement.GetProperty("judgements").EnumerateArray().Single(j => j.GetProperty("subject").GetString() == inside).GetProperty("id").GetString()!;
        Assert.Equal(ExitCode.Ok, place.Run("judge", "--undo", undone, "--by", "anna", "--db", "a.db").Exit);

        Assert.Equal(ExitCode.Ok, place.Run("publish", "whole", "--db", "a.db").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "paktika", "--db", "a.db", "--place", "Paktika").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "post", "--db", "a.db", "--outlet", "Harbour Post").Exit);

        Assert.Equal(3, Values("whole/judgements.jsonl", "judgement_id").Length);
        Assert.Equal(["accept", "withdraw"], Values("paktika/judgements.jsonl", "verb"));
        Assert.NotEmpty(Values("whole/turns.jsonl", "sentence"));
        Assert.Empty(File.ReadLines(place.Path("post/turns.jsonl")));
        Assert.NotEmpty(Values("post/relations.jsonl", "claim_id"));
        Assert.All(["whole", "paktika", "post"], r => OtherProgram.Run("python3", [OtherProgram.Python, "--version"], [OtherProgram.Python, Repository.Path("tests", "Casus.Tests", "App", "release-check.py"), place.Path(r)]));
    }

    [Fact]
    public void What_stands_there_is_replaced_only_when_it_is_a_release_and_only_when_asked()
    {
        Read("a.db", 2, Pages[..1]);
        place.Write("mine/letter.txt", "Dear aunt");
        Assert.Contains("holds other files", place.Run("publish", "mine", "--db", "a.db", "--replace").Error, StringComparison.Ordinal);
        Assert.True(File.Exists(place.Path("mine/letter.txt")));
        Assert.Equal(ExitCode.Usage, place.Run("publish", "mine/letter.txt", "--db", "a.db").Exit);

        // What a killed run left behind is in nobody's way.
        place.Write("out.partial/events.csv", "half");
        place.Write("out.partial/.casus-draft", "");
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out", "--db", "a.db").Exit);
        Ran again = place.Run("publish", "out", "--db", "a.db");
        Assert.Equal(ExitCode.Usage, again.Exit);
        Assert.Contains("--replace", again.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out", "--db", "a.db", "--replace").Exit);
        Assert.Equal(["mine", "out"], Directory.GetDirectories(place.Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("out.partial/diary.txt")]
    [InlineData("out.replaced/diary.txt")]
    [InlineData("out/diary.txt")]
    public void What_is_not_of_a_release_is_never_deleted(string mine)
    {
        Read("a.db", 2, Pages[..1]);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out", "--db", "a.db").Exit);
        place.Write(mine, "Monday");

        Ran ran = place.Run("publish", "out", "--db", "a.db", "--replace");

        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.Contains("elsewhere", ran.Error, StringComparison.Ordinal);
        Assert.Equal("Monday", File.ReadAllText(place.Path(mine)));
        Assert.True(File.Exists(place.Path("out/manifest.json")));
    }

    [Fact]
    public void A_release_is_not_written_over_one_that_is_being_written_nor_over_the_disk()
    {
        Read("a.db", 2, Pages[..1]);
        place.Write("out.partial/events.csv", "half");
        place.Write("out.partial/.casus-draft", "");
        using (new FileStream(place.Path("out.partial/.casus-draft"), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            Assert.Equal(ExitCode.Usage, place.Run("publish", "out", "--db", "a.db").Exit);
        }

        Assert.True(File.Exists(place.Path("out.partial/events.csv")));
        Assert.Equal(ExitCode.Usage, place.Run("publish", "/", "--db", "a.db").Exit);
    }

    [Fact]
    public void Nothing_is_written_when_a_claim_is_lost()
    {
        Read("a.db", 2, Pages[..1]);
        using (CasusStore store = CasusStore.OpenExisting(place.Path("a.db")))
        {
            store.Write(() =>
            {
                using Statement forget = store.Prepare("DELETE FROM claim WHERE id = (SELECT claim_id FROM event_claim LIMIT 1)");
                return forget.Run();
            });
        }

        SqliteConnection.ClearAllPools();
        Ran ran = place.Run("publish", "out", "--db", "a.db");

        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Contains("which is not in the store", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(place.Folder));
    }

    private void Read(string db, int jobs, string[] pages)
    {
        Ran ran = place.Run(["read", .. pages.Select(p => Repository.Path("samples", p)), "--db", db, "--jobs", jobs.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.Equal(ExitCode.Ok, ran.Exit);
    }
}
