using System.Buffers;

namespace Casus.App;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth set where more follow.</summary>
internal static class Varint
{
    private const int Longest = 10;

    public static void Put(Span<byte> bytes, ref int at, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes[at++] = (byte)(number | 0x80);
        }

        bytes[at++] = (byte)number;
    }

    public static void Put(IBufferWriter<byte> output, ulong number)
    {
        int at = 0;
        Put(output.GetSpan(Longest), ref at, number);
        output.Advance(at);
    }

    public static ulong Get(ReadOnlySpan<byte> bytes, ref int at)
    {
        // Read by the ten million when stories are looked for: the place is kept in a register, and the bit that tells of more bytes is taken back by the next of them.
        int place = at;
        byte next = bytes[place++];
        ulong number = next;
        for (int shift = 7; next >= 0x80; shift += 7)
        {
            next = bytes[place++];
            number += ((ulong)next - 1) << shift;
        }

        at = place;
        return number;
    }

    /// <summary>Small numbers of either sign as small ones without.</summary>
    public static ulong ZigZag(long number) => (ulong)((number << 1) ^ (number >> 63));

    /// <summary>What <see cref="ZigZag"/> was given.</summary>
    public static long FromZigZag(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}
