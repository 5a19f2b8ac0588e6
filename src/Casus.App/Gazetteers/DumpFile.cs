using System.IO.Compression;
using System.Text;

namespace Casus.App.Gazetteers;

/// <summary>The lines of a GeoNames dump: plain, .gz or .zip, told by its first bytes.</summary>
internal sealed class DumpFile : IDisposable
{
    private const string ReadMe = "readme";

    private readonly FileStream file;
    private readonly Stream text;

    private DumpFile(FileStream file, Stream text) => (this.file, this.text) = (file, text);

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Share => file.Length == 0 ? 1 : (double)file.Position / file.Length;

    /// <exception cref="Trouble">It cannot be opened, or is a .zip without one table.</exception>
    public static DumpFile Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }

        Span<byte> start = stackalloc byte[4];
        int got = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..got] switch
        {
            [0x1F, 0x8B, ..] => new DumpFile(file, new GZipStream(file, CompressionMode.Decompress)),
            [(byte)'P', (byte)'K', 3, 4] => new DumpFile(file, Table(file, path)),
            _ => new DumpFile(file, file),
        };
    }

    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(text, Encoding.UTF8, true, 1 << 16);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public void Dispose()
    {
        text.Dispose();
        file.Dispose();
    }

    private static Stream Table(FileStream file, string path)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            ZipArchiveEntry[] tables = [.. archive.Entries.Where(e => e.Length > 0 && e.Name is [_, ..] && !e.Name.StartsWith(ReadMe, StringComparison.OrdinalIgnoreCase))];
            return tables is [var table] ? table.Open() : throw Trouble.Usage($"{path} holds {tables.Length} tables where one is needed: unpack it and add the right one.");
        }
        catch (InvalidDataException e)
        {
            throw Trouble.Usage($"{path} is no .zip that can be unpacked: fetch it again. ({e.Message})");
        }
    }
}
