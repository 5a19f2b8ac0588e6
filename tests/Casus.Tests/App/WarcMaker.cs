using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Casus.Tests.App;

/// <summary>Web archives written by hand.</summary>
internal static class WarcMaker
{
    public const string Markup = "<!DOCTYPE html><html><head><title>Ferry runs again</title></head><body><p>The ferry runs again.</p></body></html>";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Http(string body, string head = "Content-Type: text/html", int status = 200) => Http(Bytes(body), head, status);

    public static byte[] Http(byte[] body, string head, int status = 200) => [.. Bytes($"HTTP/1.1 {status} X\r\n{head}\r\n\r\n"), .. body];

    /// <param name="length">What Content-Length states; null for the true one, "" for none.</param>
    public static byte[] Record(byte[] block, string type = "response", string? target = "https://news.example/1", string? length = null, string more = "")
    {
        string content = length == "" ? "" : $"Content-Length: {length ?? block.Length.ToString()}\r\n";
        return [.. Bytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{block.Length}>\r\nWARC-Date: 2024-12-28T06:00:00Z\r\n{(target is null ? "" : $"WARC-Target-URI: {target}\r\n")}{more}{content}\r\n"), .. block, .. "\r\n\r\n"u8];
    }

    public static string Digest(byte[] block) => $"WARC-Block-Digest: sha1:{Convert.ToHexString(SHA1.HashData(block))}\r\n";

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] GzipEach(params byte[][] records) => [.. records.SelectMany(Gzip)];

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Some bytes changed, left out, doubled or cut off at the end.</summary>
    public static byte[] Mutated(byte[] bytes, Random chance)
    {
        var made = bytes.ToList();
        for (int i = chance.Next(1, 8); i > 0 && made.Count > 20; i--)
        {
            int at = chance.Next(made.Count - 10);
            switch (chance.Next(5))
            {
                case 0:
                    made[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    made.RemoveRange(at, chance.Next(1, 10));
                    break;
                case 2:
                    made.InsertRange(at, made.GetRange(at, chance.Next(1, 10)));
                    break;
                case 3:
                    made[at] = (byte)"0123456789"[chance.Next(10)];
                    break;
                default:
                    made.RemoveRange(at, 1 + chance.Next(made.Count - at - 1));
                    break;
            }
        }

        return chance.Next(3) == 0 ? [.. made[..chance.Next(made.Count)]] : [.. made];
    }
}
