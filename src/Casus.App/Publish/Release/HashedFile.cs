using System.Security.Cryptography;

namespace Casus.App.Publish;

/// <summary>A new file that is hashed while it is written.</summary>
internal sealed class HashedFile : Stream
{
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string name;
    private long length;

    public HashedFile(ReleaseFolder folder, string name)
    {
        this.name = name;
        file = new FileStream(folder.At(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    /// <summary>Bytes written so far.</summary>
    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        hash.AppendData(bytes);
        length += bytes.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => file.Flush();

    /// <summary>Closes it.</summary>
    /// <param name="rows">Data rows, features or edges; null for what has none.</param>
    public ReleaseFile Close(long? rows)
    {
        file.Dispose();
        return new ReleaseFile(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        hash.Dispose();
        base.Dispose(disposing);
    }
}
