using System.Collections.Concurrent;
using System.IO.Compression;

namespace Casus.App.Publish;

/// <summary>The pages of one row group, packed with gzip, in memory that is lent and given back.</summary>
internal sealed class ParquetPages
{
    private static readonly ConcurrentBag<ParquetPages> Kept = [];

    private readonly MemoryStream bytes = new(), packed = new();

    public int Length => (int)bytes.Length;

    public ReadOnlySpan<byte> Written => bytes.GetBuffer().AsSpan(0, Length);

    public static ParquetPages Lend() => Kept.TryTake(out ParquetPages? pages) ? pages : new();

    public static void GiveBack(ParquetPages pages)
    {
        pages.bytes.SetLength(0);
        Kept.Add(pages);
    }

    /// <param name="kind">Writes the first field of the page's head, <paramref name="detail"/> what follows the sizes.</param>
    /// <returns>Bytes of the page before packing, its head included.</returns>
    public long Page(ReadOnlySpan<ReadOnlyMemory<byte>> body, Action<ThriftWriter> kind, Action<ThriftWriter> detail)
    {
        packed.SetLength(0);
        int length = 0;
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (ReadOnlyMemory<byte> part in body)
            {
                gzip.Write(part.Span);
                length += part.Length;
            }
        }

        var head = new ThriftWriter();
        kind(head);
        head.Int(2, length).Int(3, (int)packed.Length);
        detail(head);
        byte[] written = head.End();
        bytes.Write(written);
        packed.WriteTo(bytes);
        return written.Length + length;
    }
}
