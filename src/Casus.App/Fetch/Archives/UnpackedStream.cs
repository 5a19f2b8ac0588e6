using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>A packed file that is cut off, damaged or a bomb.</summary>
internal sealed class PackedTrouble(Refused why) : IOException(why.Detail)
{
    public Refused Why { get; } = why;
}

/// <summary>A file as it is, or unpacked when its first bytes are those of gzip.</summary>
/// <exception cref="PackedTrouble">On reading: it is cut off or damaged, or unpacks to more than any page does.</exception>
internal sealed class UnpackedStream : Stream
{
    private readonly ArchiveParts parts;
    private readonly string name;

    /// <param name="file">At its start; it is closed with this.</param>
    /// <param name="name">What messages call it.</param>
    public UnpackedStream(Stream file, string name = "It")
    {
        this.name = name;
        parts = new ArchiveParts(file);
        if (!parts.Next())
        {
            throw new PackedTrouble(Damaged);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static Refused TooPacked { get; } = Bomb("It");

    private Refused Damaged => new(RefusalReason.Unreadable, $"{name} starts like gzip, but is cut off or damaged: fetch it again.");

    public override int Read(Span<byte> buffer)
    {
        int read;
        do
        {
            read = parts.Read(buffer);
            if (parts.IsDamaged || parts.IsBomb)
            {
                throw new PackedTrouble(parts.IsDamaged ? Damaged : Bomb(name));
            }
        }
        while (read == 0 && !buffer.IsEmpty && parts.IsPacked && parts.Next());
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        parts.Dispose();
        base.Dispose(disposing);
    }

    private static Refused Bomb(string name) =>
        new(RefusalReason.TooLarge, $"{name} unpacks to more than {ArchiveParts.MostRatio} times its size, as no page does; it was not unpacked to the end. Unpack it yourself if it is what you want.");
}
