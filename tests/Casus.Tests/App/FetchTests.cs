using System.IO.Compression;
using System.Text;
using Casus.App.Fetch;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App;

public sealed class FetchTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void LinesKeepTheirNumbersAndLoseTheirBreaks()
    {
        using var stream = new MemoryStream("\uFEFF{\"a\":1}\r\n\n  \n{\"b\":2}"u8.ToArray());
        InputLine[] lines = [.. LineReader.Lines(stream)];
        Assert.Equal([1, 4], lines.Select(l => l.Number));
        Assert.Equal("{\"b\":2}", Encoding.UTF8.GetString(lines[1].Bytes!));
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(lines[0].Bytes!).TrimEnd());
    }

    [Fact]
    public void ALineOverTheLimitIsPassedOverAndTheNextIsRead()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 200_000) + "\nshort\n"));
        InputLine[] lines = [.. LineReader.Lines(stream, limit: 1000)];
        Assert.Null(lines[0].Bytes);
        Assert.Equal("short", Encoding.UTF8.GetString(lines[1].Bytes!));
    }

    [Fact]
    public void NoBytesBreakTheLineReader() => Prop.ForAll<byte[]>(bytes =>
    {
        using var stream = new MemoryStream(bytes);
        return LineReader.Lines(stream, limit: 50).All(l => l.Bytes is null || (l.Bytes.Length <= 50 && !l.Bytes.Contains((byte)'\n')));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ResultsComeInTheOrderOfTheInputs(int jobs)
    {
        var results = new List<int>();
        OrderedPipeline.Run<int, int>(Enumerable.Range(0, 200), jobs, () => i =>
        {
            Thread.Sleep(i % 7 == 0 ? 2 : 0);
            return i * 2;
        }, (_, r) => results.Add(r), CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * 2), results);
    }

    [Fact]
    public void AFaultOfTheWorkOrOfTheTakerEndsTheRun()
    {
        Assert.Throws<InvalidOperationException>(() => OrderedPipeline.Run<int, int>(Enumerable.Range(0, 100), 2, () => i => i == 50 ? throw new InvalidOperationException() : i, (_, _) => { }, CancellationToken.None));
        Assert.Throws<InvalidOperationException>(() => OrderedPipeline.Run<int, int>(Enumerable.Range(0, 1000), 2, () => i => i, (_, r) => { if (r == 5) { throw new InvalidOperationException(); } }, CancellationToken.None));
    }

    [Fact]
    public void WhoeverWaitsForAResultIsToldSo()
    {
        using var told = new ManualResetEventSlim();
        var results = new List<int>();
        OrderedPipeline.Run<int, int>(Enumerable.Range(0, 3), 1, () => i =>
        {
            // The second result comes only once the caller has seen to the first.
            Assert.True(i != 1 || told.Wait(TimeSpan.FromMinutes(1)));
            return i;
        }, (_, r) => results.Add(r), CancellationToken.None, () =>
        {
            if (results.Count == 1)
            {
                told.Set();
            }
        });
        Assert.Equal([0, 1, 2], results);
    }

    [Fact]
    public void StoppingFinishesWhatWasTaken()
    {
        using var stop = new CancellationTokenSource();
        var results = new List<int>();
        OrderedPipeline.Run<int, int>(Enumerable.Range(0, 100_000), 2, () => i => i, (_, r) =>
        {
            results.Add(r);
            if (r == 10)
            {
                stop.Cancel();
            }
        }, stop.Token);
        Assert.InRange(results.Count, 11, 100);
        Assert.Equal(Enumerable.Range(0, results.Count), results);
    }

    [Fact]
    public void RowsGiveTextPageOrPath()
    {
        place.Write("p.html", "<p>from a file</p>");
        Assert.Equal(PageFormat.PlainText, Row("{\"id\":7,\"text\":\"x\",\"published\":\"2024-12-31\"}").Page!.Format);
        Assert.Equal(new DateOnly(2024, 12, 31), Row("{\"id\":7,\"text\":\"x\",\"published\":\"2024-12-31T10:00:00Z\"}").Page!.Known.Published);
        Assert.Equal("7", Row("{\"id\":7,\"text\":\"x\"}").Id);
        Assert.Equal("<p>from a file</p>", Encoding.UTF8.GetString(Row("{\"html\":\"p.html\"}").Page!.Bytes.Span));
        Assert.Equal(RefusalReason.Unreadable, Row("{\"id\":1,\"html\":\"none.html\"}").Problem!.Reason);
        Assert.Equal(RefusalReason.BadLine, Row("not json").Problem!.Reason);
        Assert.Equal(RefusalReason.BadLine, Row("[1]").Problem!.Reason);
        Assert.Equal(RefusalReason.BadLine, Row("{\"id\":1}").Problem!.Reason);
        Assert.Equal(RefusalReason.BadLine, Row("{\"text\":\"x\",\"published\":\"soon\"}").Problem!.Reason);
        Assert.Equal(RefusalReason.BadLine, Row("{\"text\":\"\\ud800\"}").Problem!.Reason);
        Assert.NotEqual(Row("{\"text\":\"x\",\"url\":\"https://a.example\"}").Page!.Id, Row("{\"text\":\"x\",\"url\":\"https://b.example\"}").Page!.Id);
    }

    [Fact]
    public void PairsComeInCodePoints()
    {
        SpanPair pair = Assert.Single(Row("{\"text\":\"😀 Army hits rebels\",\"pairs\":[{\"initiator\":[[2,6]],\"target\":[[12,18]]}]}").Pairs);
        Assert.Equal(new TextSpan(3, 7), pair.Initiator[0]);
        Assert.Equal(RefusalReason.BadLine, Row("{\"text\":\"x\",\"pairs\":[{\"initiator\":[[0,99]]}]}").Problem!.Reason);
    }

    [Fact]
    public void FoldersAreWalkedInOrderAndEveryFileIsAccountedFor()
    {
        place.Write("news/b.txt", "two");
        place.Write("news/a/deep.html", "one");
        place.Write("news/picture.png", "");
        place.Write("news/.hidden/x.txt", "never");
        place.Write("news/rows.jsonl", "{\"text\":\"three\"}\nbroken\n");
        using (var packed = new GZipStream(File.Create(place.Path("news/c.txt.gz")), CompressionLevel.Fastest))
        {
            packed.Write("packed"u8);
        }

        var finder = new PageFinder([place.Path("news")]);
        Found[] found = [.. finder.Pages()];
        Assert.Equal(["one", "two", "packed", "three", null], found.Select(f => f.Page is { } p ? Encoding.UTF8.GetString(p.Bytes.Span) : null));
        Assert.Equal(1, finder.PassedOver[".png"]);
        Assert.Equal(found.Select(f => f.Name), finder.Pages().Select(f => f.Name));
    }

    [Fact]
    public void GzipThatIsNoneAndBombsAreRefused()
    {
        File.WriteAllBytes(place.Path("bad.gz"), [0x1F, 0x8B, 1, 2, 3]);
        Assert.Equal(RefusalReason.Unreadable, FileBytes.Read(place.Path("bad.gz")).Problem!.Reason);
        using (var packed = new GZipStream(File.Create(place.Path("bomb.gz")), CompressionLevel.Fastest))
        {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++)
            {
                packed.Write(zeros);
            }
        }

        Assert.Equal(RefusalReason.TooLarge, FileBytes.Read(place.Path("bomb.gz")).Problem!.Reason);
    }

    private InputRow Row(string json) => InputRows.Parse(new InputLine(1, Encoding.UTF8.GetBytes(json)), place.Folder, "rows.jsonl");
}
