using System.Text;
using Casus.App;
using Casus.App.Fetch;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App;

public sealed class TableTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly List<string> said = [];

    public void Dispose() => place.Dispose();

    [Fact]
    public void AHeaderOfCommonNamesTellsTheColumns()
    {
        Found found = Assert.Single(Read("Id,Headline,Date,Link,Source,Body\n7,\"Ferry, again\",2024-12-28 10:30:00,https://a.example/,The Post,\"He said \"\"no\"\".\nThen he left.\"\n"));
        Assert.Equal("He said \"no\".\nThen he left.", Text(found));
        Assert.EndsWith("t.csv#7", found.Name);
        Assert.Equal(new KnownFacts("https://a.example/", new DateOnly(2024, 12, 28), "The Post", "Ferry, again"), found.Page!.Known);
        Assert.Equal(PageFormat.PlainText, found.Page.Format);
        string words = Assert.Single(said);
        Assert.Contains("text ← Body, id ← Id, url ← Link, published ← Date, outlet ← Source, title ← Headline", words);
    }

    [Fact]
    public void AMapGoesBeforeNames()
    {
        Found[] found = Read("text;other words;when\nx;The ferry runs.;28.12.2024\ny;It stops.;3.1.2025\n", "text=other words,published=when:dmy");
        Assert.Equal(["The ferry runs.", "It stops."], found.Select(Text));
        Assert.Equal([new DateOnly(2024, 12, 28), new DateOnly(2025, 1, 3)], found.Select(f => f.Page!.Known.Published!.Value));
        Assert.Empty(said);
    }

    [Theory]
    [InlineData("text=nothing", "no column")]
    [InlineData("body=a", "KEY=COLUMN")]
    [InlineData("text", "KEY=COLUMN")]
    [InlineData("text=a,text=b", "twice")]
    [InlineData("title=a", "Which column")]
    [InlineData(null, "Which column")]
    public void AMapThatDoesNotFitIsToldBeforeReading(string? columns, string words)
    {
        var trouble = Assert.Throws<Trouble>(() => Read("a,b\n1,2\n", columns));
        Assert.Equal(ExitCode.Usage, trouble.Exit);
        Assert.Contains(words, trouble.Message);
    }

    [Fact]
    public void BadRowsAreRefusedWithTheirLinesAndTheOthersRead()
    {
        Found[] found = Read("text,date\n\"two\nlines\",2024-01-02\nfew\n,2024-01-02\nslashes,03/04/2024\nlast,\n");
        Assert.Equal([null, "4", "5", "6", null], found.Select(f => f.Problem is null ? null : f.Name[(f.Name.LastIndexOf(':') + 1)..]));
        Assert.All(found.Where(f => f.Problem is not null), f => Assert.Equal(RefusalReason.BadLine, f.Problem!.Reason));
        Assert.Contains("dmy", found[3].Problem!.Detail);
        Assert.Equal("last", Text(found[^1]));
    }

    [Fact]
    public void TheEncodingIsDecided()
    {
        byte[] latin = Encoding.Latin1.GetBytes("text\nDer Präsident sprach über die Fähre.\n");
        Assert.Equal("Der Präsident sprach über die Fähre.", Text(Assert.Single(Read(latin))));
        Assert.Contains("windows-1252", said[0]);
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("text\nDie Fähre\n")];
        Assert.Equal("Die Fähre", Text(Assert.Single(Read(wide))));
        Assert.Equal("Die Fähre", Text(Assert.Single(Read("\uFEFFtext\nDie Fähre\n"))));
    }

    [Fact]
    public void CellsMayHoldMarkupOrPaths()
    {
        place.Write("p/one.html", "<p>from a file</p>");
        Found[] found = Read("html,title\np/one.html,a\n<p>here</p>,b\np/none.html,c\n");
        Assert.Equal(["<p>from a file</p>", "\uFEFF<p>here</p>"], found[..2].Select(Text));
        Assert.Equal(RefusalReason.Unreadable, found[2].Problem!.Reason);
    }

    [Fact]
    public void TablesInFoldersAreReadOnlyWhenTheyAreNamed()
    {
        place.Write("t.tsv", "body\tlink\nThe \"ferry\" runs.\thttps://a.example/\n");
        var finder = new PageFinder([place.Folder]);
        finder.Check(said.Add);
        Assert.Empty(finder.Pages());
        Assert.Equal(1, finder.PassedOver[".tsv"]);
        var named = new PageFinder([place.Path("t.tsv")]);
        named.Check(said.Add);
        Assert.Equal("The \"ferry\" runs.", Text(Assert.Single(named.Pages())));
    }

    [Theory]
    [InlineData("2024-12-28T10:30:00Z", "2024-12-28")]
    [InlineData("2024/12/28", "2024-12-28")]
    [InlineData("20241228", "2024-12-28")]
    [InlineData("28 December 2024", "2024-12-28")]
    [InlineData("Dec 28, 2024", "2024-12-28")]
    [InlineData("Sat, 28 Dec 2024 10:30:00 GMT", "2024-12-28")]
    [InlineData("12/28/2024", null)]
    [InlineData("yesterday", null)]
    [InlineData("2024", null)]
    public void DaysAreReadWhereTheyCanBeOnlyOne(string text, string? day) =>
        Assert.Equal(day, DayForms.Of(text, null)?.ToString("yyyy-MM-dd"));

    [Fact]
    public void NoMutationBreaksTheTable()
    {
        byte[] table = Encoding.UTF8.GetBytes("text,date,title\n\"a, b\",2024-01-01,x\n\"multi\nline \"\"q\"\"\",,y\nplain,2024-02-02,z\n");
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            File.WriteAllBytes(place.Path("t.csv"), WarcMaker.Mutated(table, new Random(seed)));
            var finder = new PageFinder([place.Path("t.csv")]);
            try
            {
                finder.Check(_ => { });
            }
            catch (Trouble)
            {
                return true;
            }

            return finder.Pages().All(f => (f.Page is null) != (f.Problem is null));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void NoMutationBreaksJsonLines()
    {
        byte[] lines = Encoding.UTF8.GetBytes("{\"id\":1,\"text\":\"A ferry runs.\",\"published\":\"2024-01-01\",\"pairs\":[{\"initiator\":[[0,7]],\"target\":[[8,12]]}]}\n{\"page\":\"<p>x</p>\",\"url\":\"https://a.example/\"}\n{\"html\":\"none.html\"}\n");
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            using var input = new MemoryStream(WarcMaker.Mutated(lines, new Random(seed)));
            return LineReader.Lines(input).Select(l => InputRows.Parse(l, place.Path("."), "in.jsonl")).ToArray().All(r => (r.Page is null) != (r.Problem is null));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private Found[] Read(string table, string? columns = null) => Read(Encoding.UTF8.GetBytes(table), columns);

    private Found[] Read(byte[] table, string? columns = null)
    {
        File.WriteAllBytes(place.Path("t.csv"), table);
        var finder = new PageFinder([place.Path("t.csv")], null, columns);
        finder.Check(said.Add);
        return [.. finder.Pages()];
    }

    private static string Text(Found found)
    {
        Assert.Null(found.Problem);
        return Encoding.UTF8.GetString(found.Page!.Bytes.Span);
    }
}
