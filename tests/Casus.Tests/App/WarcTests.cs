using System.IO.Compression;
using System.Text;
using Casus.App.Fetch;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Casus.Tests.App.WarcMaker;

namespace Casus.Tests.App;

public sealed class WarcTests
{
    private readonly List<string> passed = [];

    private static byte[] Info => Record(Bytes("software: test\r\n"), "warcinfo", null);

    private static byte[] Good => Record(Http(Markup), more: Digest(Http(Markup)));

    [Fact]
    public void RecordsPackedOneByOneAreNamedByTheirMembers()
    {
        byte[] first = Gzip(Info), file = [.. first, .. GzipEach(Record(Bytes("GET / HTTP/1.1\r\n\r\n"), "request"), Good)];
        Found found = Assert.Single(Read(file));
        int at = first.Length + Gzip(Record(Bytes("GET / HTTP/1.1\r\n\r\n"), "request")).Length;
        Assert.Equal($"n.warc.gz@{at}", found.Name);
        Assert.Equal(new ArchivePlace($"<urn:uuid:{Http(Markup).Length}>", at.ToString(), "2024-12-28T06:00:00Z"), found.Place);
        Assert.Equal("https://news.example/1", found.Page!.Known.Address);
        Assert.Null(found.Page.Known.Published);
        Assert.Equal(Markup, Text(found));
        Assert.Empty(passed);
    }

    [Fact]
    public void PlainAndWholePackedFilesGiveTheSamePages()
    {
        byte[] plain = [.. Info, .. Good, .. Record(Http(Markup + " "), target: "http://b.example/")];
        Found[] one = Read(plain), packed = Read(Gzip(plain));
        Assert.Equal([$"n.warc.gz@{Info.Length}", $"n.warc.gz@{Info.Length + Good.Length}"], one.Select(f => f.Name));
        Assert.Equal([$"n.warc.gz@0+{Info.Length}", $"n.warc.gz@0+{Info.Length + Good.Length}"], packed.Select(f => f.Name));
        Assert.Equal(one.Select(f => f.Page!.Id), packed.Select(f => f.Page!.Id));
    }

    [Fact]
    public void TheSameBytesAtAnotherAddressAreAnotherPage() =>
        Assert.Equal(2, Read([.. Good, .. Record(Http(Markup), target: "https://other.example/")]).Select(f => f.Page!.Id).Distinct().Count());

    [Fact]
    public void WhatHoldsNoPageIsPassedOverAndCounted()
    {
        byte[] file =
        [
            .. Record(Bytes("x"), "revisit"), .. Record(Http("", "Location: /", 301)), .. Record(Http("gone", status: 404)),
            .. Record(Http("GIF89a", "Content-Type: image/gif")), .. Record(Bytes("text"), "conversion"), .. Record(Bytes("93.184.0.1"), more: "Content-Type: text/dns\r\n"),
        ];
        Assert.Empty(Read(file));
        Assert.Equal(["revisit", "status 301", "status 404", "image/gif", "conversion", "no HTTP response"], passed);
    }

    [Fact]
    public void ResourcesAreTakenAsTheyStand()
    {
        Found found = Assert.Single(Read(Record(Bytes(Markup), "resource", "<file:///c/page.html>", more: "Content-Type: text/html\r\n")));
        Assert.Equal(Markup, Text(found));
        Assert.Null(found.Page!.Known.Address);
    }

    [Theory]
    [InlineData("7", false)]
    [InlineData("99999", false)]
    [InlineData("", false)]
    [InlineData("99999999999999999999999", false)]
    [InlineData("-4", false)]
    [InlineData("33000000000", false)]
    [InlineData("7", true)]
    [InlineData("99999", true)]
    [InlineData("", true)]
    [InlineData("33000000000", true)]
    public void ALyingOrMissingLengthHarmsNeitherItsRecordNorTheNext(string length, bool packed)
    {
        byte[] lying = Record(Http(Markup), length: length), next = Record(Http(Markup), target: "https://next.example/");
        Found[] found = Read(packed ? GzipEach(lying, next) : [.. lying, .. next]);
        Assert.Equal(2, found.Length);
        Assert.All(found, f => Assert.Equal(Markup, Text(f)));
        Assert.Equal("https://next.example/", found[1].Page!.Known.Address);
    }

    [Fact]
    public void ALengthThatGoesPastTheEndOfAPlainFileIsACut()
    {
        Found[] found = Read([.. Good, .. Record(Http(Markup), length: "4000")]);
        Assert.Equal([null, RefusalReason.Unreadable], found.Select(f => f.Problem?.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ACutOffFileKeepsWhatIsWhole(bool each)
    {
        byte[] noise = new byte[3000];
        new Random(1).NextBytes(noise);
        byte[] last = Record(Http(Markup + Convert.ToBase64String(noise)), target: "https://last.example/");
        byte[] whole = each ? GzipEach(Good, last) : Gzip([.. Good, .. last]);
        foreach (int missing in new[] { 1, 4, 9, 500, 2500 })
        {
            Found[] found = Read(whole[..^missing]);
            Assert.Equal([null, RefusalReason.Unreadable], found.Select(f => f.Problem?.Reason));
        }
    }

    [Fact]
    public void ADamagedMemberIsRefusedAndTheNextIsRead()
    {
        byte[] damaged = Gzip(Good);
        damaged[^6] ^= 0x55; // its checksum
        Found[] found = Read([.. Gzip(Info), .. damaged, .. Gzip(Record(Http(Markup), target: "https://next.example/"))]);
        Assert.Equal([RefusalReason.Unreadable, null], found.Select(f => f.Problem?.Reason));
        Assert.Equal("https://next.example/", found[1].Page!.Known.Address);
    }

    [Fact]
    public void ADigestOfOtherBytesRefusesTheRecord()
    {
        byte[] block = Http(Markup);
        Assert.Equal(RefusalReason.Unreadable, Assert.Single(Read(Record(block, more: Digest(Bytes("other"))))).Problem!.Reason);
        foreach (string digest in new[] { "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "sha512-t:zz", "what", "md5:short" })
        {
            Assert.Equal(digest.StartsWith("sha1", StringComparison.Ordinal), Assert.Single(Read(Record(block, more: $"WARC-Block-Digest: {digest}\r\n"))).Problem is not null);
        }

        Assert.True(RecordDigest.Fits("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", default));
    }

    public static TheoryData<string, string> Codings => new() { { "gzip", "gzip" }, { "x-gzip", "gzip" }, { "deflate", "zlib" }, { "deflate", "raw" }, { "br", "br" }, { "gzip", "none" }, { "br", "none" }, { "deflate", "none" } };

    [Theory]
    [MemberData(nameof(Codings))]
    public void BodiesAreUnpackedWhereTheyArePacked(string says, string isPacked)
    {
        using var packed = new MemoryStream();
        using (Stream packer = isPacked switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, true),
            "zlib" => new ZLibStream(packed, CompressionLevel.Fastest, true),
            "raw" => new DeflateStream(packed, CompressionLevel.Fastest, true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, true),
            _ => new BufferedStream(new UnclosedStream(packed)),
        })
        {
            packer.Write(Bytes(Markup));
        }

        byte[] body = packed.ToArray();
        Assert.Equal(Markup, Text(Assert.Single(Read(Record(Http(body, $"content-type: text/html\r\nContent-Encoding: {says}"))))));
        byte[] chunked = [.. Bytes($"5;note=x\r\n"), .. body[..5], .. Bytes($"\r\n{body.Length - 5:X}\r\n"), .. body[5..], .. Bytes("\r\n0\r\n\r\n")];
        Assert.Equal(Markup, Text(Assert.Single(Read(Record(Http(chunked, $"Transfer-Encoding: chunked\r\nContent-Encoding: {says}"))))));
    }

    [Fact]
    public void ABodyThatIsUnchunkedAlreadyIsTakenAsItIs() =>
        Assert.Equal(Markup, Text(Assert.Single(Read(Record(Http(Markup, "Transfer-Encoding: chunked"))))));

    /// <summary>The shapes of a news crawl: a member a record, each response between its request and its metadata, heads that speak of a packing that the crawler undid.</summary>
    [Fact]
    public void RecordsOfANewsCrawlGiveItsPages()
    {
        const string Kept = "Content-Type: text/html; charset=UTF-8\r\nX-Crawl-Content-Encoding: br\r\nX-Crawl-Transfer-Encoding: chunked\r\nX-Crawl-Content-Length: 71\r\nContent-Length: 120";
        byte[] request = Record(Bytes("GET /1 HTTP/1.1\r\nHost: news.example\r\n\r\n"), "request", more: "WARC-Concurrent-To: <urn:uuid:1>\r\n");
        byte[] response = Record(Http(Markup, Kept), more: "WARC-Concurrent-To: <urn:uuid:2>\r\nWARC-Identified-Payload-Type: text/html\r\nWARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n" + Digest(Http(Markup, Kept)));
        byte[] metadata = Record(Bytes("fetchTimeMs: 71\r\ncharset-detected: UTF-8\r\n"), "metadata", more: "Content-Type: application/warc-fields\r\n");
        byte[] robots = Record(Http("User-agent: *", "Content-Type: text/plain", 404));
        Found found = Assert.Single(Read(GzipEach(Record(Bytes("isPartOf: NEWS-1\r\nformat: WARC File Format 1.0\r\n"), "warcinfo", null), request, response, metadata, robots)));
        Assert.Equal(Markup, Text(found));
        Assert.Equal(("https://news.example/1", "UTF-8"), (found.Page!.Known.Address, found.Page.Known.Charset));
        Assert.Equal(["status 404"], passed);
    }

    /// <summary>What a crawler cut at its limit is a page all the same; packed, it cannot be unpacked to its end.</summary>
    [Fact]
    public void ATruncatedPayloadIsReadAsFarAsItGoes()
    {
        byte[] packed = Gzip(Bytes(Markup));
        byte[] cut = Record(Http(packed[..^12], "Content-Type: text/html\r\nContent-Encoding: gzip"), more: "WARC-Truncated: length\r\n");
        Found[] found = Read(GzipEach(Record(Http(Markup[..80]), more: "WARC-Truncated: length\r\n"), cut, Good));
        Assert.Equal(Markup[..80], Text(found[0]));
        Assert.Equal([null, RefusalReason.Unreadable, null], found.Select(f => f.Problem?.Reason));
    }

    [Theory]
    [InlineData("Content-Type: text/html;charset=windows-1256", "windows-1256")]
    [InlineData("Content-Type: text/html; Version=1; CHARSET = \"koi8-r\"", "koi8-r")]
    [InlineData("Content-Type: text/html; charset=", null)]
    [InlineData("Content-Type: text/html", null)]
    [InlineData("Server: x", null)]
    public void TheCharsetOfTheHeadGoesWithThePageAndNotIntoItsId(string head, string? charset)
    {
        Page page = Assert.Single(Read(Record(Http(Markup, head)))).Page!;
        Assert.Equal(charset, page.Known.Charset);
        Assert.Equal(Assert.Single(Read(Good)).Page!.Id, page.Id);
    }

    [Fact]
    public void BombsAreRefusedAsTooLarge()
    {
        byte[] zeros = new byte[40 << 20], bomb = Gzip(zeros);
        byte[] bodyBomb = Record(Http(bomb, "Content-Type: text/html\r\nContent-Encoding: gzip"));
        byte[] next = Record(Http(Markup));
        Assert.Equal([RefusalReason.TooLarge, null], Read(GzipEach(bodyBomb, next)).Select(f => f.Problem?.Reason));
        Assert.Equal([RefusalReason.TooLarge, null], Read(GzipEach(Record(Http(zeros, "Content-Type: text/html")), next)).Select(f => f.Problem?.Reason));
        Assert.Equal([RefusalReason.TooLarge, null], Read([.. Record(Http(zeros, "Content-Type: text/html")), .. next]).Select(f => f.Problem?.Reason));
    }

    [Fact]
    public void WhatIsNoWarcSaysSoOnce()
    {
        Found found = Assert.Single(Read(Bytes("This is a letter.\n\nIt holds no records.")));
        Assert.Equal(RefusalReason.Unreadable, found.Problem!.Reason);
        Assert.Empty(Read([]));
        Assert.True(WarcPages.IsWarc(Good));
        Assert.True(WarcPages.IsWarc(GzipEach(Good, Good).AsSpan(0, 80)));
        Assert.False(WarcPages.IsWarc(Gzip(Bytes(Markup))));
        Assert.False(WarcPages.IsWarc([]));
    }

    /// <summary>Nothing crashes or hangs; no page comes out that did not go in whole or in part of one record.</summary>
    [Fact]
    public void NoMutationBreaksTheReader()
    {
        byte[] plain = [.. Info, .. Good, .. Record(Http(Chunked(Markup), "Transfer-Encoding: chunked")), .. Record(Bytes("x"), "revisit"), .. Record(Http(Gzip(Bytes(Markup)), "Content-Encoding: gzip"))];
        byte[][] files = [plain, Gzip(plain), GzipEach(Info, Good, Good, Record(Http(Markup)))];
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var chance = new Random(seed);
            Found[] found = Read(Mutated(files[chance.Next(files.Length)], chance));
            return found.All(f => (f.Page is null) != (f.Problem is null) && f.Name.StartsWith("n.warc.gz@", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static string Chunked(string body) => $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n";

    private static string Text(Found found)
    {
        Assert.Null(found.Problem);
        return Encoding.UTF8.GetString(found.Page!.Bytes.Span);
    }

    private Found[] Read(byte[] file) => [.. WarcPages.Of(new MemoryStream(file), "n.warc.gz", passed.Add)];

    private sealed class UnclosedStream(MemoryStream inner) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);
    }
}
