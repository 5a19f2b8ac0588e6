using System.IO.Compression;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>A file's bytes, unpacked when they are gzip, or why there are none.</summary>
internal readonly record struct FileBytes(byte[]? Bytes, Refused? Problem)
{
    /// <summary>32 MiB, unpacked: a news page is a few hundred kilobytes.</summary>
    public const int MaxPageBytes = 32 << 20;

    public static FileBytes Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, new Refused(RefusalReason.Unreadable, Trouble.Of(e, path)));
        }
    }

    public static FileBytes Read(Stream stream)
    {
        byte[] start = new byte[2];
        int got = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        var rest = new PrefixedStream(start.AsMemory(0, got), stream);
        if (got < 2 || start[0] != 0x1F || start[1] != 0x8B)
        {
            return Take(rest);
        }

        try
        {
            using var unpacked = new GZipStream(rest, CompressionMode.Decompress);
            return Take(unpacked);
        }
        catch (InvalidDataException)
        {
            return new(null, new Refused(RefusalReason.Unreadable, "It starts like gzip, but cannot be unpacked: fetch it again."));
        }
    }

    private static FileBytes Take(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > MaxPageBytes)
            {
                return new(null, new Refused(RefusalReason.TooLarge, $"A page may hold {MaxPageBytes >> 20} MiB: split the file, or hand its articles in as lines of a .jsonl file."));
            }

            bytes.Write(buffer, 0, read);
        }

        return new(bytes.ToArray(), null);
    }
}
