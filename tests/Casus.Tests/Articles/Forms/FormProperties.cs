using System.Text;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Broken messages, exports, blogs and the like give articles whose quotes are their text, or a reason; in bounded time.</summary>
public sealed class FormProperties
{
    private const string SavedPage = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://quay.example/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--q\"\r\n\r\n----q\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "<html><body><h1>The quay is mended</h1><p class=3D\"lead\">The quay of the old harbour was mended this week, the town said, and boats may moor there again from Friday on.</p></body></html>\r\n----q--\r\n";

    private static readonly byte[][] Whole =
    [
        .. new[] { MailTests.Newsletter, SavedPage, ExportTests.Labelled, ExportTests.Newer, ExportTests.Coded, ExportTests.Unlabelled, MarkdownTests.Report, PdfTextTests.TwoPages, LiveBlogTests.Marked }
            .Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly PageFormat[] Formats = [PageFormat.Unknown, PageFormat.Mail, PageFormat.Markdown, PageFormat.Export, PageFormat.PdfText, PageFormat.Html, PageFormat.TextDump];

    private static readonly byte[] Telling = Encoding.ASCII.GetBytes("\n\r\f:=-<>#*?[]{}\"' \0\u007f");

    [Fact]
    public void Mutated_pages_of_every_form_are_read_or_refused() => Prop.ForAll<NonNegativeInt, NonNegativeInt, (NonNegativeInt At, byte Value, byte Kind)[]>((page, format, changes) =>
    {
        byte[] bytes = [.. Whole[page.Get % Whole.Length]];
        foreach ((NonNegativeInt at, byte value, byte kind) in changes)
        {
            int place = at.Get * 37 % bytes.Length;
            int other = (at.Get * 101 + value * 13) % bytes.Length;
            bytes = (kind % 5) switch
            {
                0 => [.. bytes[..place], value, .. bytes[place..]],
                1 => [.. bytes[..place], Telling[value % Telling.Length], .. bytes[(place + 1)..]],
                2 => [.. bytes[..Math.Max(1, place)], .. bytes[other..]],
                3 => bytes.Length > 60_000 ? bytes : [.. bytes[..place], .. bytes[Math.Min(place, other)..]],
                _ => bytes[..Math.Max(1, bytes.Length - (value % 60))],
            };
        }

        var found = Page.Of("mutated", bytes, Formats[format.Get % Formats.Length]);
        return ReadingPages.Reader.Split(found).All(p => IsSound(ReadingPages.Reader.Read(p))) && IsSound(ReadingPages.Reader.ReadEntries(found));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void No_bytes_break_a_reader() => Prop.ForAll<byte[], NonNegativeInt>((bytes, format) =>
    {
        var page = Page.Of("any", bytes, Formats[format.Get % Formats.Length]);
        return ReadingPages.Reader.Split(page).Length > 0 && IsSound(ReadingPages.Reader.ReadEntries(page));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=a\n\n--a\n", 20_000)]
    [InlineData("--a\n", 200_000)]
    [InlineData("Subject: a\n", 100_000)]
    [InlineData("> ", 300_000)]
    [InlineData("1 of 2 DOCUMENTS\nLENGTH: 3 words\nBYLINE: x\n", 20_000)]
    [InlineData("HD\n", 100_000)]
    [InlineData("\f\n", 100_000)]
    [InlineData("a-\n", 100_000)]
    [InlineData("x    y\n", 50_000)]
    public void Repeated_marks_end_soon(string mark, int times)
    {
        string head = "From: a@b.example\nDate: Tue, 4 Mar 2025 09:00:00 +0000\nContent-Type: multipart/mixed; boundary=a\n\n";
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark, times)));
        long begin = Environment.TickCount64;
        foreach (PageFormat format in Formats)
        {
            ReadingPages.Reader.Read(Page.Of("long", format == PageFormat.Mail ? [.. Encoding.UTF8.GetBytes(head), .. bytes] : bytes, format));
            ReadingPages.Reader.Split(Page.Of("long", bytes, format));
        }

        Assert.True(Environment.TickCount64 - begin < 60_000, "A page of a few hundred kilobytes took more than ten seconds.");
    }

    private static bool IsSound(PageReading reading) => reading switch
    {
        ArticleRead read => IsSound(read.Article),
        EntriesRead { Entries: var entries } => entries.Length > 1 && entries.All(e => IsSound(e.Article) && e.Article.Part is not null),
        Refused why => why.Reason.Length > 0 && why.Detail.EndsWith('.'),
        _ => false,
    };

    private static bool IsSound(Article article)
    {
        int at = 0;
        foreach (Block block in article.Blocks)
        {
            if (block.Span.Begin < at || block.Span.End > article.Text.Length || !string.IsNullOrWhiteSpace(article.Text[at..block.Span.Begin]))
            {
                return false;
            }

            at = block.Span.End;
        }

        IEnumerable<Evidence> evidence = new[] { article.Dateline, article.Agency, article.Title, article.Outlet }.Concat(article.Bylines.Cast<Sourced<string>?>()).OfType<Sourced<string>>().SelectMany(s => s.Evidence);
        return evidence.All(e => e.Span is not { } span || span.Of(article.Text) == e.Quote);
    }
}
