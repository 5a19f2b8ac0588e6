namespace Casus.App.Store;

/// <summary>Sorted entries of 64 bits in few bytes: the upper half as the step from the one before, the lower half as it is, seven bits a byte.</summary>
internal static class KeyChunk
{
    private const int LongestEntry = 10;

    public static byte[] Write(ReadOnlySpan<ulong> entries)
    {
        var bytes = new byte[entries.Length * LongestEntry];
        int at = 0;
        uint before = 0;
        foreach (ulong entry in entries)
        {
            uint key = (uint)(entry >> 32);
            Varint.Put(bytes, ref at, key - before);
            Varint.Put(bytes, ref at, (uint)entry);
            before = key;
        }

        return bytes[..at];
    }

    /// <returns>The number of entries.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<ulong> entries)
    {
        int count = 0, at = 0;
        uint key = 0;
        while (at < bytes.Length)
        {
            key += (uint)Varint.Get(bytes, ref at);
            entries[count++] = ((ulong)key << 32) | Varint.Get(bytes, ref at);
        }

        return count;
    }
}
