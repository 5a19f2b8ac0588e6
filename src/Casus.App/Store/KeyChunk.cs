namespace Casus.App.Store;

/// <summary>Sorted entries of 64 bits in few bytes: the upper half as the step from the one before, the lower half as it is, seven bits a byte.</summary>
internal static class KeyChunk
{
    public const int LongestEntry = 10;

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

    /// <summary>Reads no further than the last key that is asked for.</summary>
    /// <param name="keys">In ascending order, each once.</param>
    /// <param name="first">Index that <paramref name="take"/> gets of the first key, with the lower half of each of its entries.</param>
    public static void Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> keys, int first, Action<int, int> take)
    {
        int at = 0, next = 0;
        uint key = 0;
        while (at < bytes.Length && next < keys.Length)
        {
            key += (uint)Varint.Get(bytes, ref at);
            while (next < keys.Length && keys[next] < key)
            {
                next++;
            }

            uint lower = (uint)Varint.Get(bytes, ref at);
            if (next < keys.Length && keys[next] == key)
            {
                take(first + next, (int)lower);
            }
        }
    }
}
