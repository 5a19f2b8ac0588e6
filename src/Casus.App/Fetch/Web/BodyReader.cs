using System.IO.Compression;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>The body of an answer, or why it is not taken.</summary>
internal readonly record struct Body(byte[]? Bytes, Refused? Problem, bool Passing);

/// <summary>Reads a body with bounds on its bytes as sent, its bytes unpacked, the time of each piece and of the whole.</summary>
internal static class BodyReader
{
    public static async Task<Body> Read(HttpContent content, WebLimits limits, CancellationToken stop)
    {
        if (content.Headers.ContentLength > limits.MaxBytes)
        {
            return TooLarge(limits);
        }

        using var whole = CancellationTokenSource.CreateLinkedTokenSource(stop);
        whole.CancelAfter(limits.Body);
        using Stream sent = new MeteredStream(await content.ReadAsStreamAsync(whole.Token).ConfigureAwait(false), limits);
        string[] packings = [.. content.Headers.ContentEncoding.Select(e => e.ToLowerInvariant()).Where(e => e != "identity")];
        if (packings.Length > 1 || Unpacked(sent, packings.FirstOrDefault()) is not { } stream)
        {
            return new(null, new Refused(RefusalReason.Unreadable, $"The answer is packed as {string.Join(", ", packings)}, which was not asked for."), false);
        }

        try
        {
            await using (stream.ConfigureAwait(false))
            {
                return await Take(stream, limits, whole.Token).ConfigureAwait(false);
            }
        }
        catch (TooMuchException)
        {
            return TooLarge(limits);
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new(null, new Refused(WebRefusal.Timeout, "The answer began, but came too slowly: try again later."), true);
        }
        catch (InvalidDataException)
        {
            return new(null, new Refused(RefusalReason.Unreadable, "The answer says that it is packed, but cannot be unpacked: fetch it again."), false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return new(null, new Refused(WebRefusal.Unreachable, "The answer broke off before its end: try again."), true);
        }
    }

    private static Stream? Unpacked(Stream sent, string? packing) => packing switch
    {
        null => sent,
        "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
        "deflate" => new ZLibStream(sent, CompressionMode.Decompress),
        "br" => new BrotliStream(sent, CompressionMode.Decompress),
        _ => null,
    };

    private static async Task<Body> Take(Stream stream, WebLimits limits, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + read > limits.MaxBytes)
            {
                return TooLarge(limits);
            }

            bytes.Write(buffer, 0, read);
        }

        return new(bytes.ToArray(), null, false);
    }

    private static Body TooLarge(WebLimits limits) =>
        new(null, new Refused(RefusalReason.TooLarge, $"The answer has more than {limits.MaxBytes >> 20} MiB, packed or unpacked: that is no page."), false);
}
