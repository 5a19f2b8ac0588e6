using System.IO.Compression;

namespace Casus.App.Fetch;

/// <summary>
/// What of a file stands alone: the members of a .gz one by one, each with where it begins; a plain file is a single part. .NET's own
/// stream runs on from member to member and ends quietly where a file is cut off, so it is given one member at a time.
/// </summary>
internal sealed class ArchiveParts : IDisposable
{
    /// <summary>A page may unpack to 250 times its packed size, and to 4 MiB in any case: pages come to 20 times, bombs to 1,000.</summary>
    public const int MostRatio = 250, FreeBytes = 4 << 20;

    private readonly Stream file;
    private readonly PackedBytes? packed;
    private GZipStream? unpacking;
    private bool begun;

    /// <param name="file">At its start; it is closed with this.</param>
    public ArchiveParts(Stream file)
    {
        var start = new byte[2];
        int got = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        IsPacked = start is [0x1F, 0x8B];
        this.file = file.CanSeek ? file : new PrefixedStream(start.AsMemory(0, got), file);
        if (file.CanSeek)
        {
            file.Position = 0;
        }

        packed = IsPacked ? new PackedBytes(this.file) : null;
    }

    public bool IsPacked { get; }

    /// <summary>Bytes from the start of the file to the part.</summary>
    public long Offset { get; private set; }

    /// <summary>The part is cut off, or what was unpacked of it is not what was packed.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>It unpacks to more than any page does; the rest of it was left.</summary>
    public bool IsBomb { get; private set; }

    public bool Next()
    {
        if (packed is null)
        {
            bool first = !begun;
            begun = true;
            return first;
        }

        unpacking?.Dispose();
        if (IsDamaged || IsBomb)
        {
            // What was taken for the rest of this member may hold the next one.
            packed.GoTo(Offset + 1);
        }

        (IsDamaged, IsBomb) = (false, false);
        if (!packed.Begin())
        {
            return false;
        }

        Offset = packed.At;
        unpacking = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    /// <returns>0 at the end of the part.</returns>
    public int Read(Span<byte> target)
    {
        if (packed is null)
        {
            return file.Read(target);
        }

        if (IsDamaged || IsBomb)
        {
            return 0;
        }

        int read = 0;
        try
        {
            read = unpacking!.Read(target);
            IsDamaged = read == 0 && packed.Starved && !packed.EndsWhole;
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
        }

        packed.Unpacked += read;
        IsBomb = packed.Unpacked > FreeBytes + MostRatio * (packed.At - Offset);
        return IsBomb ? 0 : read;
    }

    public void Dispose()
    {
        unpacking?.Dispose();
        packed?.Dispose();
        file.Dispose();
    }
}
