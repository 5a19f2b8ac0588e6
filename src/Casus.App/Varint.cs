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
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    /// <summary>Small numbers of either sign as small ones without.</summary>
    public static ulong ZigZag(long number) => (ulong)((number << 1) ^ (number >> 63));

    /// <summary>What <see cref="ZigZag"/> was given.</summary>
    public static long FromZigZag(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}
