using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>A file's bytes, unpacked when they are gzip, or why there are none.</summary>
internal readonly record struct FileBytes(byte[]? Bytes, Refused? Problem)
{
    /// <summary>32 MiB, unpacked: a news page is a few hundred kilobytes.</summary>
    public const int MaxPageBytes = 32 << 20;

    public static Refused TooLarge { get; } = new(RefusalReason.TooLarge, $"A page may hold {MaxPageBytes >> 20} MiB: split the file, or hand its articles in as lines of a .jsonl file.");

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

    /// <summary>Reads it to its end and closes it.</summary>
    public static FileBytes Read(Stream stream)
    {
        try
        {
            using var unpacked = new UnpackedStream(stream);
            return Take(unpacked);
        }
        catch (PackedTrouble e)
        {
            return new(null, e.Why);
        }
    }

    /// <summary>What a stream gives, up to the bound on a page.</summary>
    public static FileBytes Take(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > MaxPageBytes)
            {
                return new(null, TooLarge);
            }

            bytes.Write(buffer, 0, read);
        }

        return new(bytes.ToArray(), null);
    }
}
