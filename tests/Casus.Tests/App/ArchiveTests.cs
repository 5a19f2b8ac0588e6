using System.Text;
using Casus.App.Fetch;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Casus.Tests.App.WarcMaker;

namespace Casus.Tests.App;

/// <summary>.gz and .zip: what is whole is read, what is cut off, damaged or a bomb is refused with a remedy.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void MembersInARowAreOneFile()
    {
        FileBytes file = FileBytes.Read(new MemoryStream([.. Gzip(Bytes("one ")), .. Gzip(Bytes("two ")), .. Gzip([]), .. Gzip(Bytes("three"))]));
        Assert.Equal("one two three", Encoding.UTF8.GetString(file.Bytes!));
        Assert.Equal("tail", Encoding.UTF8.GetString(FileBytes.Read(new MemoryStream([.. Gzip(Bytes("tail")), 0, 0, 0, 0])).Bytes!));
    }

    [Fact]
    public void EveryCutOfAPackedFileIsNoticed()
    {
        var noise = new byte[400];
        new Random(3).NextBytes(noise);
        byte[] packed = Gzip(noise);
        for (int length = 2; length < packed.Length; length++)
        {
            Assert.Equal(RefusalReason.Unreadable, FileBytes.Read(new MemoryStream(packed[..length])).Problem?.Reason);
        }
    }

    [Fact]
    public void PackedBytesThatLookLikeAMemberAreNoMember()
    {
        // Stored, not squeezed: the marks stand in the packed bytes as they are.
        byte[] marks = [.. Enumerable.Range(0, 5000).SelectMany(i => new byte[] { 0x1F, 0x8B, 0x08, (byte)i })];
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.NoCompression, true))
        {
            gzip.Write(marks);
        }

        Assert.Equal(marks, FileBytes.Read(new MemoryStream(packed.ToArray())).Bytes!);
        Assert.Equal([.. marks, .. marks], FileBytes.Read(new MemoryStream([.. packed.ToArray(), .. packed.ToArray()])).Bytes!);
    }

    [Fact]
    public void PagesOfAZipComeInTheOrderOfTheirNames()
    {
        byte[] zip = Zip(("b/two.html", Bytes("two")), ("a.txt", Bytes("one")), ("../../etc/out.html", Bytes("up")), ("c.txt.gz", Gzip(Bytes("three"))), ("photo.png", [1]), ("inner.zip", Zip()), ("d/", []), (".hidden.html", [1]), ("__MACOSX/a.html", [1]));
        Found[] found = Read(zip, out PageFinder finder);
        Assert.Equal(["../../etc/out.html", "a.txt", "b/two.html", "c.txt.gz", "inner.zip"], found.Select(f => f.Name[(f.Name.IndexOf(".zip/", StringComparison.Ordinal) + 5)..]));
        Assert.Equal(["up", "one", "two", "three", null], found.Select(f => f.Page is { } p ? Encoding.UTF8.GetString(p.Bytes.Span) : null));
        Assert.Equal(RefusalReason.TooLarge, found[^1].Problem!.Reason);
        Assert.Equal(1, finder.PassedOver[".png"]);
        Assert.Equal([place.Path("z.zip")], Directory.GetFiles(place.Folder));
    }

    [Fact]
    public void ZipBombsAndCutZipsAreRefused()
    {
        byte[] bomb = Zip(("a.html", new byte[40 << 20]), ("b.html", Bytes("small")));
        Assert.Equal([RefusalReason.TooLarge, null], Read(bomb, out _).Select(f => f.Problem?.Reason));

        // The directory says that it is small: what counts is what comes out.
        byte[] lying = (byte[])bomb.Clone();
        int directory = lying.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(lying.AsSpan(directory + 24), 100);
        Assert.NotNull(Read(lying, out _)[0].Problem);

        Assert.Equal(RefusalReason.Unreadable, Assert.Single(Read(bomb[..^30], out _)).Problem!.Reason);
        Assert.Equal(RefusalReason.Unreadable, Assert.Single(Read(Bytes("no zip"), out _)).Problem!.Reason);
    }

    [Fact]
    public void ASmallZipDoesNotUnpackForEver()
    {
        byte[] each = [.. Enumerable.Repeat((byte)'x', 3 << 20)];
        Found[] found = Read(Zip([.. Enumerable.Range(0, 8).Select(i => ($"{i}.html", each))]), out _);
        Assert.InRange(found.Length, 2, 7);
        Assert.Equal(RefusalReason.TooLarge, found[^1].Problem!.Reason);
    }

    [Fact]
    public void LinesOfACutFileAreReadAsFarAsTheyGo()
    {
        var rows = new StringBuilder();
        for (int i = 0; i < 5000; i++)
        {
            rows.Append($"{{\"text\":\"{Guid.NewGuid()}\"}}\n");
        }

        byte[] packed = Gzip(Bytes(rows.ToString()));
        File.WriteAllBytes(place.Path("r.jsonl.gz"), packed[..^2000]);
        Found[] found = [.. new PageFinder([place.Path("r.jsonl.gz")]).Pages()];
        Assert.InRange(found.Length, 100, 4999);
        Assert.Equal(RefusalReason.Unreadable, found[^1].Problem!.Reason);
        Assert.All(found[..^1], f => Assert.NotNull(f.Page));
    }

    [Fact]
    public void NoMutationBreaksZipOrGzip()
    {
        byte[] zip = Zip(("a.html", Bytes(Markup)), ("b.txt", Bytes("some text")), ("c.html.gz", Gzip(Bytes(Markup)))), gzip = [.. Gzip(Bytes(Markup)), .. Gzip(Bytes("more"))];
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var chance = new Random(seed);
            FileBytes one = FileBytes.Read(new MemoryStream(Mutated(gzip, chance)));
            Found[] found = [.. ZipPages.Of(new MemoryStream(Mutated(zip, chance)), "z.zip", _ => true, _ => { })];
            return (one.Bytes is null) != (one.Problem is null) && found.All(f => (f.Page is null) != (f.Problem is null));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void SumsAddUpOverBrokenFiles()
    {
        const string prose = "The ferry between the two banks of the river runs again after the flood, the harbour master of the town said on Monday, and the market is open.";
        byte[] html = Bytes($"<html><head><title>Ferry</title></head><body><article><p>{prose}</p><p>{prose}</p></article></body></html>");
        byte[] record = WarcMaker.Record(Http(html, "Content-Type: text/html")), other = WarcMaker.Record(Http([.. html, 32], "Content-Type: text/html"), target: "https://b.example/");
        byte[] warc = [.. record, .. other], zip = Zip(("a.html", html), ("b.txt", Bytes(prose))), rows = Bytes($"{{\"text\":\"{prose}\"}}\nbroken\n{{\"text\":\"{prose} Again.\"}}\n");
        (string, byte[])[] files = [(".warc", warc), (".warc.gz", GzipEach(record, other)), (".zip", zip), (".jsonl.gz", Gzip(rows)), (".html.gz", Gzip(html)), (".warc.gz", Gzip(warc))];
        Directory.CreateDirectory(place.Path("in"));
        for (int i = 0; i < 72; i++)
        {
            (string ending, byte[] bytes) = files[i % files.Length];
            File.WriteAllBytes(place.Path($"in/{i:d3}{ending}"), Mutated(bytes, new Random(i)));
        }

        File.WriteAllBytes(place.Path("t.csv"), [.. "text,date\n"u8, .. Mutated(Bytes($"\"{prose}\",2024-01-01\n{prose[..20]},2024-01-02\nx,y,z\n"), new Random(99))]);
        var first = Sums(place.Run("read", "in", "t.csv", "--json", "--model", "fast"));
        Assert.True(first.Refused > 10 && first.Read > 1, first.ToString());
        var second = Sums(place.Run("read", "in", "t.csv", "--json", "--model", "fast"));
        Assert.Equal((first.Fetched, 0, 0, first.Read + first.Empty + first.Duplicate), (second.Fetched, second.Read, second.Empty, second.Duplicate - (first.Refused - second.Refused)));
    }

    private static (int Fetched, int Read, int Empty, int Duplicate, int Refused) Sums(Ran ran)
    {
        Assert.Equal(Casus.App.ExitCode.Ok, ran.Exit);
        System.Text.Json.JsonElement sums = System.Text.Json.JsonDocument.Parse(ran.Output).RootElement;
        int Sum(string key) => sums.GetProperty(key).GetInt32();
        Assert.Equal(Sum("fetched"), Sum("read") + Sum("empty") + Sum("duplicate") + Sum("refused"));
        return (Sum("fetched"), Sum("read"), Sum("empty"), Sum("duplicate"), Sum("refused"));
    }

    private Found[] Read(byte[] zip, out PageFinder finder)
    {
        File.WriteAllBytes(place.Path("z.zip"), zip);
        finder = new PageFinder([place.Path("z.zip")]);
        return [.. finder.Pages()];
    }
}
