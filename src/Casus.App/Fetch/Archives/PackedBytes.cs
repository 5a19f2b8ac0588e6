using System.Buffers.Binary;

namespace Casus.App.Fetch;

/// <summary>
/// The packed bytes of one gzip member after the other, handed out so that nothing of the next member is taken along: a read never
/// crosses a member's mark, and at a mark it ends where the length that the trailer before it states is the length that was unpacked.
/// </summary>
internal sealed class PackedBytes(Stream file) : Stream
{
    /// <summary>Head, trailer and at least two bytes between them.</summary>
    private const int ShortestMember = 20;

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly byte[] last = new byte[4];
    private int from, to;
    private long bufferStart, given;
    private bool ended, opening;

    private static ReadOnlySpan<byte> Mark => [0x1F, 0x8B, 0x08];

    /// <summary>Bytes from the start of the file to the next that will be handed out.</summary>
    public long At => bufferStart + from;

    /// <summary>Bytes that came out of the member so far; whoever unpacks keeps it.</summary>
    public long Unpacked { get; set; }

    /// <summary>The file ended while more was asked for.</summary>
    public bool Starved { get; private set; }

    /// <summary>The bytes handed out end with a trailer that fits what was unpacked.</summary>
    public bool EndsWhole => given >= ShortestMember && BinaryPrimitives.ReadUInt32LittleEndian(last) == (uint)Unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Goes to the next member's mark; false when there is none.</summary>
    public bool Begin()
    {
        while (Fill())
        {
            int at = buffer.AsSpan(from, to - from).IndexOf(Mark);
            from = at >= 0 ? from + at : to - 2;
            if (at >= 0)
            {
                (opening, Starved, Unpacked, given) = (true, false, 0, 0);
                return true;
            }
        }

        return false;
    }

    /// <summary>Back to a place in the file, where it can be gone back to.</summary>
    public void GoTo(long place)
    {
        if (file.CanSeek)
        {
            file.Position = place;
            (bufferStart, from, to, ended) = (place, 0, 0, false);
        }
    }

    public override int Read(Span<byte> target)
    {
        if (!Fill() && from == to)
        {
            Starved = true;
            return 0;
        }

        Span<byte> left = buffer.AsSpan(from, to - from);
        if (!opening && left.StartsWith(Mark) && EndsWhole)
        {
            return 0;
        }

        int most = Math.Min(target.Length, left.Length > 2 && !ended ? left.Length - 2 : left.Length);
        int mark = left[1..Math.Min(left.Length, most + Mark.Length)].IndexOf(Mark) + 1;
        ReadOnlySpan<byte> next = left[..(mark > 0 ? mark : most)];
        next.CopyTo(target);
        from += next.Length;
        given += next.Length;
        opening = false;
        int kept = Math.Min(next.Length, last.Length);
        last.AsSpan(kept).CopyTo(last);
        next[^kept..].CopyTo(last.AsSpan(last.Length - kept));
        return next.Length;
    }

    public override int Read(byte[] target, int offset, int count) => Read(target.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    /// <summary>At least the three bytes of a mark; false where the file has no more than that left.</summary>
    private bool Fill()
    {
        while (to - from < Mark.Length && !ended)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (bufferStart, to, from) = (bufferStart + from, to - from, 0);
            int read = file.Read(buffer, to, buffer.Length - to);
            ended = read == 0;
            to += read;
        }

        return to - from >= Mark.Length;
    }
}
