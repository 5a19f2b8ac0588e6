using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Casus.App;
using Xunit;

namespace Casus.Tests.App;

/// <summary><c>casus gazetteer</c>, run as users run it, with a home of its own.</summary>
public sealed class GazetteerCommandTests : IDisposable
{
    private const string Sentence = """{"id":1,"text":"Two boats were burned in Kverndal on Monday."}""";

    private readonly Workplace place = new();

    public GazetteerCommandTests() => place.Environment["CASUS_HOME"] = place.Path("home");

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_was_added_is_used_shown_and_removed()
    {
        place.Write("towns.txt", "broken line\n" + Row(1, "Kverndal"));
        Ran added = place.Run("gazetteer", "add", "towns.txt", "--json");
        Assert.Equal(ExitCode.Ok, added.Exit);
        Assert.Contains("towns.txt:1: 1 cells instead of 19", added.Error);
        Assert.Equal(1, JsonDocument.Parse(added.Output).RootElement.GetProperty("broken").GetInt32());

        JsonElement read = JsonDocument.Parse(place.RunWith(Sentence, "annotate").Output).RootElement;
        Assert.Equal("geonames:1", read.GetProperty("places")[0].GetProperty("place").GetString());
        string hash = read.GetProperty("provenance").GetProperty("gazetteer").GetString()!;
        Assert.Equal(hash, JsonDocument.Parse(place.Run("gazetteer", "--json").Output).RootElement[0].GetProperty("hash").GetString());
        Assert.True(JsonDocument.Parse(place.Run("gazetteer", "show", "towns", "--json").Output).RootElement.GetProperty("whole").GetBoolean());
        Assert.DoesNotContain("geonames:1", place.RunWith(Sentence, "annotate", "--gazetteer", "none").Output);

        string compiled = Directory.GetFiles(place.Path("home/gazetteers"), "*.gazetteer").Single();
        Assert.Contains(hash, place.RunWith(Sentence, "annotate", "--gazetteer", compiled).Output);
        Assert.Equal(ExitCode.Ok, place.Run("gazetteer", "remove", "towns").Exit);
        Assert.Equal(ExitCode.Findings, place.Run("gazetteer", "remove", "towns").Exit);
        Assert.DoesNotContain("provenance\":{\"gazetteer", place.RunWith(Sentence, "annotate").Output);
    }

    [Fact]
    public void Packed_dumps_are_read_and_bad_ones_add_nothing()
    {
        using (ZipArchive zip = ZipFile.Open(place.Path("NO.zip"), ZipArchiveMode.Create))
        {
            using (StreamWriter readme = new(zip.CreateEntry("readme.txt").Open()))
            {
                readme.Write("what the columns mean");
            }

            using StreamWriter table = new(zip.CreateEntry("NO.txt").Open());
            table.Write(Row(1, "Kverndal"));
        }

        Assert.Equal(ExitCode.Ok, place.Run("gazetteer", "add", "NO.zip").Exit);
        place.Write("prose.txt", "this is no table\n");
        Ran prose = place.Run("gazetteer", "add", "prose.txt", "--name", "NO");
        Assert.Equal(ExitCode.Usage, prose.Exit);
        Assert.Contains("19 columns", prose.Error);
        Assert.Equal(ExitCode.Usage, place.Run("gazetteer", "add", "missing.txt").Exit);
        Assert.Equal(1, JsonDocument.Parse(place.Run("gazetteer", "list", "--json").Output).RootElement[0].GetProperty("places").GetInt32());
        Assert.Equal(["NO.gazetteer", "lock"], Directory.GetFiles(place.Path("home/gazetteers")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Broken_lines_are_told_by_number_and_the_rest_is_loaded()
    {
        place.Write("towns.txt", string.Join('\n', Row(1, "Kverndal"), "half a\tline", Row(2, "Solvika"), Row(3, "Nordvik").Replace("60.5", "north"), Row(4, "Lundeby")) + "\n");
        Ran added = place.Run("gazetteer", "add", "towns.txt", "--json");
        Assert.Equal(ExitCode.Ok, added.Exit);
        Assert.Contains("towns.txt:2: ", added.Error);
        Assert.Contains("towns.txt:4: ", added.Error);
        Assert.Contains("2 broken lines left out", added.Error);
        Assert.DoesNotContain("towns.txt:3: ", added.Error);
        JsonElement told = JsonDocument.Parse(added.Output).RootElement;
        Assert.Equal((5, 3, 2), (told.GetProperty("lines").GetInt32(), told.GetProperty("places").GetInt32(), told.GetProperty("broken").GetInt32()));
        Assert.Contains("geonames:4", place.RunWith(Sentence.Replace("Kverndal", "Lundeby"), "annotate").Output);
    }

    [Fact]
    public void What_a_killed_run_leaves_is_no_gazetteer_and_the_old_one_answers()
    {
        place.Write("towns.txt", Row(1, "Kverndal"));
        Assert.Equal(ExitCode.Ok, place.Run("gazetteer", "add", "towns.txt").Exit);
        string home = place.Path("home/gazetteers"), installed = System.IO.Path.Combine(home, "towns.gazetteer");
        byte[] before = File.ReadAllBytes(installed);
        place.Write("large.txt", string.Concat(Enumerable.Range(2, 400_000).Select(i => Row(i, $"Bygd {i}") + "\n")));

        foreach (int milliseconds in (int[])[0, 250, 500])
        {
            using Process adding = place.Start("gazetteer", "add", "large.txt", "--name", "towns");
            var watch = Stopwatch.StartNew();
            while (Directory.GetFiles(home, "towns.gazetteer*.part").Length == 0 && !adding.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(5);
            }

            Thread.Sleep(milliseconds);
            Assert.False(adding.HasExited);
            adding.Kill();
            adding.WaitForExit();

            Assert.Equal(before, File.ReadAllBytes(installed));
            JsonElement only = Assert.Single(JsonDocument.Parse(place.Run("gazetteer", "list", "--json").Output).RootElement.EnumerateArray());
            Assert.Equal(1, only.GetProperty("places").GetInt32());
            Assert.Contains("geonames:1", place.RunWith(Sentence, "annotate").Output);
        }

        Assert.Equal(ExitCode.Ok, place.Run("gazetteer", "add", "large.txt", "--name", "towns").Exit);
        Assert.Equal(["lock", "towns.gazetteer"], Directory.GetFiles(home).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(JsonDocument.Parse(place.Run("gazetteer", "show", "towns", "--json").Output).RootElement.GetProperty("whole").GetBoolean());
    }

    private static string Row(int id, string name) =>
        string.Join('\t', id, name, name, "", "60.5", "5.5", "P", "PPL", "NO", "", "12", "", "", "", "20000", "", "10", "Europe/Oslo", "2020-01-01");
}
