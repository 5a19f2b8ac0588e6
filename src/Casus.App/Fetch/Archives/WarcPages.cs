using System.Globalization;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>Where in an archive a page was kept.</summary>
/// <param name="RecordId">The record's own name (WARC-Record-ID); null where it has none.</param>
/// <param name="At">As <see cref="WarcRecord.At"/>.</param>
/// <param name="CapturedAt">When the crawler fetched it, as the archive writes it. Never a day of publication.</param>
internal sealed record ArchivePlace(string? RecordId, string At, string? CapturedAt);

/// <summary>Pages from the records of a WARC file: responses and resources that hold markup or text. Everything else is passed over and counted.</summary>
internal static class WarcPages
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "unknown/unknown" };

    /// <summary>Records that go with a page and are none.</summary>
    private static readonly HashSet<string> Companions = new(StringComparer.Ordinal) { "warcinfo", "request", "metadata" };

    /// <param name="name">The file as the user named it.</param>
    /// <param name="pass">Told of each record that is passed over, and why.</param>
    public static IEnumerable<Found> Of(Stream file, string name, Action<string> pass)
    {
        using var parts = new ArchiveParts(file);
        foreach (WarcRecord record in new WarcReader(parts).Records())
        {
            if (PageOf(record, $"{name}@{record.At}", pass) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether the first bytes of a file, which may be packed, are those of a WARC file.</summary>
    public static bool IsWarc(ReadOnlySpan<byte> start)
    {
        var first = new byte[7];
        using var parts = new ArchiveParts(new MemoryStream(start.ToArray()));
        int got = 0;
        for (int read = 1; parts.Next() && got < first.Length && read > 0; got += read)
        {
            read = parts.Read(first.AsSpan(got));
        }

        return first.AsSpan().StartsWith("WARC/0."u8) || first.AsSpan().StartsWith("WARC/1."u8);
    }

    private static Found? PageOf(WarcRecord record, string name, Action<string> pass)
    {
        if (record.Head is not { } head)
        {
            return new Found(name, null, record.Problem);
        }

        var place = new ArchivePlace(head.Id, record.At, head.Date);
        if (head.Type is not ("response" or "resource"))
        {
            if (head.Type is null || !Companions.Contains(head.Type))
            {
                pass(head.Type ?? "without type");
            }

            return null;
        }

        if (record.Problem is { } problem)
        {
            return new Found(name, null, problem) { Place = place };
        }

        HttpMessage? http = head.Type == "response" ? HttpMessage.Of(record.Block) : null;
        string? type = (http is null ? HttpMessage.MediaType(head.ContentType) : http.Type) ?? HttpMessage.MediaType(head.PayloadType);
        string? why =
            head.Type == "response" && http is null ? "no HTTP response"
            : http is { Status: not 200 } ? "status " + http.Status.ToString(CultureInfo.InvariantCulture)
            : type is not null && !Types.Contains(type) ? type
            : null;
        if (why is not null)
        {
            pass(why);
            return null;
        }

        if (!RecordDigest.Fits(head.BlockDigest, record.Block.Span))
        {
            return new Found(name, null, new Refused(RefusalReason.Unreadable, $"The record's bytes are not those of its digest {head.BlockDigest}: fetch the archive again.")) { Place = place };
        }

        FileBytes body = http?.Page() ?? FileBytes.Take(new MemoryStream(record.Block.ToArray()));
        return body.Bytes is null
            ? new Found(name, null, body.Problem) { Place = place }
            : new Found(name, KnownPage.Of(name, body.Bytes, PageFormat.Unknown, new KnownFacts(Address(head.Target)) { Charset = http is null ? HttpMessage.CharsetOf(head.ContentType) : http.Charset }), null) { Place = place };
    }

    private static string? Address(string? target) =>
        target is not null && Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? target : null;
}
