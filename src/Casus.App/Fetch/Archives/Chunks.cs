using System.Globalization;

namespace Casus.App.Fetch;

/// <summary>Bodies sent in chunks (RFC 9112, 7.1).</summary>
internal static class Chunks
{
    private const int LongestSizeLine = 256;

    /// <summary>The chunks put together, as far as they go; the bytes as they are where they do not begin with a chunk.</summary>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> left = bytes.Span;
        if (SizeLine(left) is null)
        {
            return bytes;
        }

        var joined = new MemoryStream(left.Length);
        while (SizeLine(left) is ({ } line, { } size) && size > 0)
        {
            left = left[line..];
            int given = Math.Min(size, left.Length);
            joined.Write(left[..given]);
            left = left[given..].TrimStart("\r\n"u8);
        }

        return joined.GetBuffer().AsMemory(0, (int)joined.Length);
    }

    private static (int Line, int Size)? SizeLine(ReadOnlySpan<byte> bytes)
    {
        int end = bytes[..Math.Min(bytes.Length, LongestSizeLine)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> line = bytes[..end].Trim(" \t\r"u8);
        int extension = line.IndexOf((byte)';');
        line = (extension < 0 ? line : line[..extension]).Trim(" \t"u8);
        return int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0 ? (end + 1, size) : null;
    }
}
