using System.Globalization;
using System.IO.Compression;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>An HTTP response as a crawler kept it.</summary>
/// <param name="Status">0 where the first line tells none.</param>
/// <param name="Type">Media type in lower case, without parameters; null where it tells none. <paramref name="Charset"/>: its parameter of that name.</param>
internal sealed record HttpMessage(int Status, string? Type, string? Charset, string? Transfer, string? Encoding, ReadOnlyMemory<byte> Body)
{
    private const int MostCodings = 3, PlainStart = 48;

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create([(byte)'\t', (byte)'\r', (byte)'\n', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(b => (byte)b)]);

    /// <returns>Null when the bytes are no HTTP response.</returns>
    public static HttpMessage? Of(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> all = bytes.Span;
        if (!all.StartsWith("HTTP/"u8))
        {
            return null;
        }

        int head = WarcReader.HeadLength(all);
        ReadOnlySpan<byte> first = all[..(head < 0 ? all.Length : head)];
        HeadLines lines = HeadLines.Of(first);
        int blank = first.IndexOf((byte)' ');
        int status = blank > 0 && first.Length > blank + 3 && int.TryParse(first.Slice(blank + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int told) ? told : 0;
        return new HttpMessage(status, MediaType(lines["Content-Type"]), CharsetOf(lines["Content-Type"]), lines["Transfer-Encoding"], lines["Content-Encoding"], head < 0 ? default : bytes[head..]);
    }

    public static string? MediaType(string? field) => field?.Split(';')[0].Trim().ToLowerInvariant() is [_, ..] type ? type : null;

    /// <summary>The charset parameter of a Content-Type field, quoted or not; null where it has none.</summary>
    public static string? CharsetOf(string? field)
    {
        foreach (string parameter in field?.Split(';').Skip(1) ?? [])
        {
            if (parameter.Split('=', 2) is [var name, var value] && name.Trim().Equals("charset", StringComparison.OrdinalIgnoreCase) && value.Trim(' ', '\t', '"', '\'') is [_, ..] charset)
            {
                return charset;
            }
        }

        return null;
    }

    /// <summary>
    /// The body as the page's author wrote it. Crawlers keep heads that speak of chunks and packing when the body was unpacked already: a
    /// body that does not begin as its head says is taken as it is.
    /// </summary>
    public FileBytes Page()
    {
        ReadOnlyMemory<byte> body = Transfer?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? Chunks.Join(Body) : Body;
        foreach (string coding in (Encoding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse().Take(MostCodings))
        {
            FileBytes unpacked = Unpack(body, coding.ToLowerInvariant());
            if (unpacked.Bytes is null)
            {
                return unpacked;
            }

            body = unpacked.Bytes;
        }

        return body.Length > FileBytes.MaxPageBytes ? new FileBytes(null, FileBytes.TooLarge) : new FileBytes(body.ToArray(), null);
    }

    private static FileBytes Unpack(ReadOnlyMemory<byte> body, string coding)
    {
        byte[] packed = body.ToArray();
        if (IsPlain(packed))
        {
            return new FileBytes(packed, null);
        }

        ReadOnlySpan<byte> start = packed;
        bool zlib = start is [0x78, var flags, ..] && ((0x78 << 8) | flags) % 31 == 0;
        Func<Stream, Stream>? unpacker = coding switch
        {
            "gzip" or "x-gzip" when start is [0x1F, 0x8B, ..] => s => new UnpackedStream(s),
            "deflate" when zlib => s => new ZLibStream(s, CompressionMode.Decompress),
            "deflate" => s => new DeflateStream(s, CompressionMode.Decompress),
            "br" => s => new BrotliStream(s, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacker is null)
        {
            return new FileBytes(packed, null);
        }

        try
        {
            using Stream stream = unpacker(new MemoryStream(packed));
            FileBytes taken = FileBytes.Take(stream);
            return taken.Bytes is { LongLength: > ArchiveParts.FreeBytes } bytes && bytes.LongLength / ArchiveParts.MostRatio > packed.Length ? new FileBytes(null, UnpackedStream.TooPacked)
                : taken.Bytes is [] && packed.Length > 0 ? Not(coding)
                : taken;
        }
        catch (PackedTrouble e)
        {
            return new FileBytes(null, e.Why);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return Not(coding);
        }
    }

    private static FileBytes Not(string coding) => new(null, new Refused(RefusalReason.Unreadable, $"The response is packed ({coding}) and cannot be unpacked: fetch the page again."));

    /// <summary>Whether it begins with letters, which packed bytes do not by chance.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> start = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return start[..Math.Min(start.Length, PlainStart)].IndexOfAnyExcept(Letters) < 0;
    }
}
