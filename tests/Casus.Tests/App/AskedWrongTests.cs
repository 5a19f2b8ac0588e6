using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>What is asked wrongly is told in a line that says how to ask: an answer of nothing would look like peace.</summary>
public sealed class AskedWrongTests(AskedRecord record) : IClassFixture<AskedRecord>
{
    private readonly Workplace place = record.Place;

    [Theory]
    [InlineData("show events --type NOPE", "type NOPE is none that is coded: ACCUSE, AGREE")]
    [InlineData("show events --type ASSAULT,ASSALT", "type ASSALT is none")]
    [InlineData("show events --type statistic", "type statistic is none")]
    [InlineData("show claims --type NOPE", "SUPPORT, THREATEN, event, statistic, relation")]
    [InlineData("show statistics --type NOPE", "type NOPE is none")]
    [InlineData("show stories --mode nope", "mode nope is none that is coded: abduct")]
    [InlineData("show events --type ,", "--type is empty")]
    [InlineData("search strike --type NOPE", "type NOPE is none")]
    [InlineData("export --type NOPE", "type NOPE is none")]
    [InlineData("brief --mode nope", "mode nope is none")]
    [InlineData("publish part --type NOPE", "type NOPE is none")]
    [InlineData("show events --limit -3", "--limit -3: give a number from 0.")]
    [InlineData("show events --limit few", "--limit few: give a number from 0.")]
    [InlineData("show events --min-killed -1", "--min-killed -1: give a number from 0.")]
    [InlineData("show events --confidence much", "--confidence much: give a number from 0 to 1.")]
    [InlineData("show dyads --from 2025", "narrow one pair")]
    [InlineData("review --limit -1", "--limit -1: give a number from 0.")]
    [InlineData("sql SELECT --seconds 0", "--seconds 0: give a number from 1 to 3600.")]
    [InlineData("export --what nope", "--what nope: give one of events, accounts")]
    [InlineData("completion nope", "casus: nope: give one of bash, zsh")]
    [InlineData("export judgements --by zed", "zed has judged nothing here")]
    [InlineData("export judgements --since 2025 --until 2024", "turn them round")]
    [InlineData("export --out none/such.csv", "The folder of none/such.csv does not exist")]
    [InlineData("check --knowledge .", "holds no knowledge: --knowledge takes a folder with ontology/")]
    public void WhatCannotBeMeantIsRefusedInOneLine(string line, string says)
    {
        Ran ran = place.Run(line.Split(' '));

        Assert.Equal((ExitCode.Usage, ""), (ran.Exit, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.InRange(ran.Error.TrimEnd().Split('\n').Length, 1, 2);
        Assert.False(Directory.Exists(place.Path("part")));
    }

    [Fact]
    public void WhatIsNotInTheRecordButInTheCodebookIsAnEmptyAnswer()
    {
        Assert.Equal("[]\n", place.Run("show", "events", "--type", "MOBILIZE", "--from", "2030", "--json").Output);
        Assert.Equal((ExitCode.Ok, "[]\n"), (place.Run("show", "statistics", "--type", "missing", "--json") is var ran ? ran.Exit : -1, ran.Output));
        Assert.NotEqual("[]\n", place.Run("show", "events", "--type", "assault", "--json").Output);
    }

    [Fact]
    public void AnEmptyListTellsWhichPartOfTheQuestionIsToBlame()
    {
        string said = place.Run("show", "events", "--actor", "Nobody at All", "--type", "ASSAULT").Output;
        Assert.Matches("no events that match; would fit: [1-9][0-9]* without --actor Nobody at All, 0 without --type ASSAULT", said);
        Assert.Contains("claims that match; would fit:", place.Run("show", "claims", "--outlet", "no such paper").Output, StringComparison.Ordinal);
        Ran published = place.Run("publish", "nothing", "--actor", "Nobody at All");
        Assert.Equal(ExitCode.Ok, published.Exit);
        Assert.Contains("no event fits: the release holds none", published.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, place.Run("show", "actor", "Nobody at All").Exit);
    }

    [Fact]
    public void ACommandThatIsNoneIsToldOnce()
    {
        Ran ran = place.Run("shw", "events");
        Assert.Equal((ExitCode.Usage, "casus: shw is not known here: did you mean show?\nType `casus --help` for what it takes.\n"), (ran.Exit, ran.Error));
    }

    [Fact]
    public void ATableInAPipeIsAsWideAsTheTerminalBehindIt()
    {
        place.Environment["COLUMNS"] = "80";
        try
        {
            foreach (string rows in (string[])["events", "claims", "articles", "stories", "actors", "pages", "dyads"])
            {
                Assert.All(place.Run("show", rows).Output.Split('\n'), l => Assert.InRange(l.Length, 0, 82));
            }
        }
        finally
        {
            place.Environment.Remove("COLUMNS");
        }
    }

    [Fact]
    public void AgreementIsJsonForProgramsToo()
    {
        JsonElement told = JsonDocument.Parse(place.Run("review", "--agreement", "--json").Output).RootElement;
        Assert.Equal((0, 0), (told.GetProperty("reviewers").GetArrayLength(), told.GetProperty("labels").GetInt32()));
    }

    [Fact]
    public void OneFieldIsExplainedUnderOneHeading()
    {
        string id = JsonDocument.Parse(place.Run("show", "events", "--min-killed", "1", "--limit", "1", "--json").Output).RootElement[0].GetProperty("id").GetString()!;
        string[] lines = place.Run("explain", id, "killed").Output.Split('\n');
        Assert.Single(lines, l => l.TrimEnd() == lines[0].TrimEnd());
    }

    [Fact]
    public void ColumnsThatAreNotReadAreNamed()
    {
        string table = place.Write("table.csv", "key,body,when\n1,The ferry across the river runs again after a week of storms and high water. It carries lorries and people to the northern bank twice a day.,2024-05-01\n");
        Assert.Contains("text ← body; not read: key, when", place.Run("read", table, "--db", place.Path("columns.db")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenJsonLineTellsWhereItBreaks()
    {
        string[] said = place.RunWith("{\"id\":1,\"text\"\n{\"id\" 1}\n", "annotate").Output.Split('\n');
        Assert.Contains("it ends too early.", said[0], StringComparison.Ordinal);
        Assert.Contains("at byte 7 of the line.", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInThePlaceOfAStoreIsToldToBeOne()
    {
        Directory.CreateDirectory(place.Path("news"));
        Ran ran = place.Run("show", "events", "--db", "news");
        Assert.Equal((ExitCode.Store, "casus: news is a folder: give --db a file in it, like news/casus.db.\n"), (ran.Exit, ran.Error));
        Assert.Equal(ran, place.Run("read", place.Write("one.txt", "Nothing happened."), "--db", "news"));
    }

    [Fact]
    public void WhereEveryPageIsRefusedReadSaysSoToScriptsToo()
    {
        File.WriteAllBytes(place.Path("noise.html"), [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919) % 256))]);
        string good = Repository.Path("samples", "03-border-battle-kabul.txt");
        Assert.Equal(ExitCode.Usage, place.Run("read", "noise.html", "--db", "refused.db").Exit);
        Ran again = place.Run("read", "noise.html", "--db", "refused.db");
        Assert.Equal(ExitCode.Usage, again.Exit);
        Assert.Contains("already, and refused", again.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("read", "noise.html", good, "--db", "partly.db").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("read", "noise.html", good, "--db", "partly.db").Exit);
    }

    [Fact]
    public void ATableInAFileHasNoBlanksAtTheEndsOfItsLines()
    {
        string table = place.Run("show", "events").Output;
        Assert.True(table.Split('\n').Length > 3);
        Assert.DoesNotMatch(" \r?\n", table);
    }

    [Theory]
    [InlineData("show events", ExitCode.Ok)]
    [InlineData("sql SELECT(1)", ExitCode.Ok)]
    [InlineData("export --what events", ExitCode.Ok)]
    [InlineData("review --list", ExitCode.Ok)]
    [InlineData("feeds add https://news.example/rss.xml", ExitCode.Store)]
    public void AStoreBesideWhichNothingMayBeWrittenIsAskedAllTheSame(string line, int exit)
    {
        string store = place.Path($"{Guid.NewGuid():N}.db");
        using (CasusStore whole = CasusStore.OpenExisting(place.Store))
        {
            whole.Connection.Run($"VACUUM INTO '{store}'");
        }

        using (CasusStore copy = CasusStore.OpenExisting(store))
        {
            Assert.Equal("wal", copy.Connection.Value<string>("PRAGMA journal_mode"));
        }

        // What SQLite wants to make beside it cannot be made, as on a disk that is mounted read-only.
        Directory.CreateDirectory(store + "-shm");
        Ran ran = place.Run([.. line.Split(' '), "--db", store]);
        Assert.True(exit == ran.Exit, ran.Error);
        Assert.True(exit == ExitCode.Ok ? ran.Output.Length > 0 : ran.Error.Contains("written", StringComparison.Ordinal), ran.Error);
    }

    [Fact]
    public void AKeyWithoutItsCertificateIsToldToBeAlone() =>
        Assert.Contains("--certificate FILE", place.Run("serve", "--certificate-key", "key.pem", "--port", "0").Error, StringComparison.Ordinal);

    [Fact]
    public void AFullDiskIsToldWithItsRemedy()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        Ran ran = place.Run("export", "--what", "evidence", "--out", "/dev/full");
        Assert.Equal((ExitCode.Store, "casus: No space is left where it writes: free some and run it again.\n"), (ran.Exit, ran.Error));
    }
}
