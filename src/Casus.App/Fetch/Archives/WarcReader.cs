using System.Globalization;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>
/// Records of a WARC file (ISO 28500, versions 0.17 to 1.1), plain, packed record by record or as a whole. A Content-Length is believed where
/// it ends at an end; where it is missing or lies, the block ends before the next record's first line or where its member ends. Memory is
/// bounded by the longest block that is kept.
/// </summary>
internal sealed class WarcReader(ArchiveParts parts, int longestBlock = WarcReader.LongestBlock)
{
    /// <summary>A page and its HTTP head.</summary>
    public const int LongestBlock = FileBytes.MaxPageBytes + (64 << 10);

    private const int LongestHead = 64 << 10;

    private byte[] buffer = new byte[1 << 17];
    private int from, to;
    private bool ended;
    private long before;

    private static ReadOnlySpan<byte> First => "WARC/"u8;

    private static ReadOnlySpan<byte> NextFirst => "\r\n\r\nWARC/1."u8;

    public IEnumerable<WarcRecord> Records()
    {
        bool damaged = false;
        while (parts.Next())
        {
            (from, to, ended, before) = (0, 0, false, 0);
            bool any = false;
            while (Next(any) is { } record)
            {
                // After damage, what looks like the start of a member may be chance.
                if (record.Head is not null || !damaged)
                {
                    yield return record;
                }

                damaged = parts.IsPacked && (record.Head is null || record.Problem is not null);
                any = true;
            }
        }
    }

    private WarcRecord? Next(bool any)
    {
        while (Fill(1) && buffer[from] is (byte)'\r' or (byte)'\n')
        {
            from++;
        }

        string at = At();
        if (from == to)
        {
            return !any && (parts.IsDamaged || parts.IsBomb) ? new WarcRecord(at, null, default, Broken()) : null;
        }

        Fill(LongestHead);
        ReadOnlySpan<byte> left = buffer.AsSpan(from, Math.Min(LongestHead, to - from));
        int head = left.StartsWith(First) ? HeadLength(left) : -1;
        if (head < 0)
        {
            (int length, bool dropped) = ToNextFirst();
            Refused? why = parts.IsDamaged || parts.IsBomb ? Broken() : new Refused(RefusalReason.Unreadable, $"Here a record of a WARC file should begin, with the letters WARC/; the next one is {(ended && length == to - from && !dropped ? "not to be found" : "read on from")}.");
            from += length;
            return new WarcRecord(at, null, default, why);
        }

        WarcHead fields = WarcHead.Of(left[..head]);
        from += head;
        return Block(at, fields);
    }

    private WarcRecord Block(string at, WarcHead head)
    {
        int length;
        bool dropped = false, cut = false;
        if (head.Length is { } stated && stated <= longestBlock && EndsAt((int)stated))
        {
            length = (int)stated;
        }
        else
        {
            (length, dropped) = ToNextFirst();
            bool toTheEnd = ended && length == to - from;
            cut = toTheEnd && (parts.IsDamaged || (!parts.IsPacked && head.Length > length));
            length = toTheEnd ? buffer.AsSpan(from, length).TrimEnd("\r\n"u8).Length : length;
        }

        bool isLast = ended && buffer.AsSpan(from + length, to - from - length).Trim("\r\n"u8).IsEmpty;
        Refused? problem =
            dropped ? FileBytes.TooLarge
            : cut || (isLast && (parts.IsDamaged || parts.IsBomb)) ? Broken()
            : null;
        var block = problem is null ? buffer.AsMemory(from, length) : default;
        from += length;
        return new WarcRecord(at, head, block, problem);
    }

    private Refused Broken() => parts.IsBomb ? UnpackedStream.TooPacked : new Refused(RefusalReason.Unreadable, "The record is cut off or damaged: fetch the archive again.");

    /// <summary>Whether a block of this length is followed by line breaks and then a record or the end.</summary>
    private bool EndsAt(int length)
    {
        Fill(length + 16);
        ReadOnlySpan<byte> left = buffer.AsSpan(from, to - from);
        if (left.Length < length)
        {
            return false;
        }

        ReadOnlySpan<byte> after = left[length..], next = after.TrimStart("\r\n"u8);
        return next.IsEmpty ? ended : next.Length < after.Length && (next.StartsWith(First) || First.StartsWith(next));
    }

    /// <summary>How far it is to the line breaks before the next record, or to the part's end. What is longer than a block may be is let go on the way: dropped.</summary>
    private (int Length, bool Dropped) ToNextFirst()
    {
        bool dropped = false;
        int searched = 0;
        while (true)
        {
            ReadOnlySpan<byte> left = buffer.AsSpan(from, to - from);
            int found = left[searched..].IndexOf(NextFirst);
            if (found >= 0 || ended)
            {
                int length = found >= 0 ? searched + found : left.Length;
                return (length, dropped || length > longestBlock);
            }

            searched = Math.Max(0, left.Length - NextFirst.Length + 1);
            if (left.Length > longestBlock)
            {
                from += searched;
                searched = 0;
                dropped = true;
            }

            Fill(to - from + (1 << 16));
        }
    }

    /// <summary>Bytes up to and with the first empty line; -1 where there is none.</summary>
    public static int HeadLength(ReadOnlySpan<byte> bytes)
    {
        int loose = bytes.IndexOf("\n\n"u8), strict = bytes.IndexOf("\r\n\r\n"u8);
        return strict >= 0 && (loose < 0 || strict < loose) ? strict + 4 : loose >= 0 ? loose + 2 : -1;
    }

    private string At()
    {
        long within = before + from;
        string inside = within.ToString(CultureInfo.InvariantCulture);
        return !parts.IsPacked ? inside : parts.Offset.ToString(CultureInfo.InvariantCulture) + (within == 0 ? "" : "+" + inside);
    }

    /// <summary>Has so many bytes in the buffer, or all that the part has left; false where it has none. The buffer grows with what comes, not with what is asked for.</summary>
    private bool Fill(int count)
    {
        while (to - from < count && !ended)
        {
            if (to == buffer.Length)
            {
                byte[] room = from >= buffer.Length / 2 ? buffer : new byte[buffer.Length * 2];
                buffer.AsSpan(from, to - from).CopyTo(room);
                (buffer, before, to, from) = (room, before + from, to - from, 0);
            }

            int read = parts.Read(buffer.AsSpan(to));
            ended = read == 0;
            to += read;
        }

        return to > from;
    }
}
