using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Casus.App.Fetch;

namespace Casus.Bench;

/// <summary>
/// <c>--warc</c>: responses a second from a web archive of the pages in samples/, each in three sizes and packings, in processor time of one
/// thread: records, heads, digests and pages' ids; markup is not parsed. The best of several rounds counts.
/// </summary>
internal static class WarcFigures
{
    private const int Responses = 3000, Rounds = 5;

    /// <summary>Bytes to which scripts fill a page up: none, a news page's median, and the size of the extraction benchmark.</summary>
    private static readonly int[] Sizes = [0, 60_000, 170_000];

    public static void Print()
    {
        string samples = SamplesFolder();
        byte[][] pages = [.. Directory.GetFiles(samples, "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        string file = Path.Combine(Directory.CreateTempSubdirectory("casus-bench-").FullName, "bench.warc.gz");
        try
        {
            foreach (int size in Sizes)
            {
                foreach (string packing in new[] { "gzip a record", "plain" })
                {
                    long unpacked = Write(file, pages, size, packing == "plain");
                    Measure(file, size, packing, unpacked);
                }
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static void Measure(string file, int size, string packing, long unpacked)
    {
        double best = double.MaxValue;
        int found = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double start = CpuClock.Seconds;
            found = WarcPages.Of(File.OpenRead(file), "bench", _ => { }).Count(f => f.Page is not null);
            best = Math.Min(best, CpuClock.Seconds - start);
        }

        string each = size == 0 ? "pages as they are" : $"pages of {size / 1000} kB";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each}, {packing}: {found / best:N0} responses/s, {unpacked / best / 1e6:N0} MB/s unpacked ({new FileInfo(file).Length / best / 1e6:N0} MB/s of the file), {found} of {Responses} pages; peak {PeakMegabytes()} MB"));
    }

    /// <returns>Bytes of all records before packing.</returns>
    private static long Write(string path, byte[][] pages, int size, bool plain)
    {
        using FileStream file = File.Create(path);
        long unpacked = 0;
        var noise = new Random(7);
        for (int i = 0; i < Responses; i++)
        {
            byte[] body = [.. pages[i % pages.Length], .. Encoding.ASCII.GetBytes(Clutter(noise, Math.Max(0, size - pages[i % pages.Length].Length), i))];
            byte[] block = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nServer: bench\r\n\r\n"), .. body];
            string id = $"<urn:uuid:00000000-0000-4000-8000-{i:d12}>";
            unpacked += Record(file, $"WARC/1.0\r\nWARC-Type: request\r\nWARC-Record-ID: {id}\r\nContent-Type: application/http; msgtype=request\r\nContent-Length: 18\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"u8, plain);
            unpacked += Record(file, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: {id}\r\nWARC-Date: 2024-12-28T06:00:00Z\r\nWARC-Target-URI: https://example.org/{i}\r\nWARC-Block-Digest: sha1:{Convert.ToHexString(SHA1.HashData(block))}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n", block, plain);
        }

        return unpacked;
    }

    private static int Record(Stream file, string head, ReadOnlySpan<byte> block, bool plain)
    {
        byte[] record = [.. Encoding.ASCII.GetBytes(head), .. block, .. "\r\n\r\n"u8];
        if (plain)
        {
            file.Write(record);
            return record.Length;
        }

        using var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        packed.Write(record);
        return record.Length;
    }

    /// <summary>What fills news pages: scripts whose names repeat and whose numbers do not. They pack to about a quarter.</summary>
    private static string Clutter(Random noise, int length, int page)
    {
        var script = new StringBuilder(length + 100);
        while (script.Length < length)
        {
            script.Append(CultureInfo.InvariantCulture, $"<script>window.config{page}.push({{\"slot\":{noise.Next()},\"key\":\"{noise.NextInt64():x}\",\"lazy\":true,\"sizes\":[[300,250],[728,90]]}});</script>\n");
        }

        return script.ToString();
    }

    private static long PeakMegabytes()
    {
        using System.Diagnostics.Process self = System.Diagnostics.Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static string SamplesFolder()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "samples")))
            {
                return Path.Combine(folder, "samples");
            }
        }

        throw new DirectoryNotFoundException("samples/ is not above the program: run it from the repository.");
    }
}
