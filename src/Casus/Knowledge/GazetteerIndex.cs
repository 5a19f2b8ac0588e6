using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Casus.Knowledge;

/// <summary>
/// A compiled gazetteer, read where it lies: nothing is unpacked when it is opened. Every offset is checked when it is used, so that a
/// damaged file gives an <see cref="InvalidDataException"/> and no wrong memory. Safe to share among threads.
/// </summary>
public sealed class GazetteerIndex
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly GazetteerHeader header;
    private readonly int names, first, second, pool;

    private GazetteerIndex(ReadOnlyMemory<byte> bytes, GazetteerHeader header)
    {
        this.bytes = bytes;
        this.header = header;
        names = GazetteerFormat.HeaderLength + (header.Places * Unsafe.SizeOf<PlaceRecord>());
        first = names + (header.Names * Unsafe.SizeOf<NameRecord>());
        second = first + (header.Divisions1 * Unsafe.SizeOf<DivisionRecord>());
        pool = second + (header.Divisions2 * Unsafe.SizeOf<DivisionRecord>());
    }

    public int PlaceCount => header.Places;

    public int NameCount => header.Names;

    /// <summary>Lines of the dump that it was made from.</summary>
    public int LineCount => header.Lines;

    public int BrokenCount => header.Broken;

    /// <summary>What the dump was called.</summary>
    public unsafe string Source
    {
        get
        {
            GazetteerHeader copy = header;
            return Encoding.UTF8.GetString(new ReadOnlySpan<byte>(copy.Source, 96)).TrimEnd('\0');
        }
    }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of everything after the header, as it was when the file was made.</summary>
    public unsafe string Hash
    {
        get
        {
            GazetteerHeader copy = header;
            return Convert.ToHexStringLower(new ReadOnlySpan<byte>(copy.Digest, 32))[..16];
        }
    }

    internal int DivisionCount => header.Divisions1;

    public static bool IsCompiled(ReadOnlySpan<byte> start) => start.StartsWith(GazetteerFormat.Magic);

    /// <exception cref="InvalidDataException">It is no compiled gazetteer, is cut off, or is of another version.</exception>
    public static GazetteerIndex Open(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (!IsCompiled(span))
        {
            throw new InvalidDataException("this is no compiled gazetteer: make one with casus gazetteer add.");
        }

        if (span.Length < GazetteerFormat.HeaderLength)
        {
            throw Damaged();
        }

        GazetteerHeader header = MemoryMarshal.Read<GazetteerHeader>(span);
        if (header.Version != GazetteerFormat.Version)
        {
            throw new InvalidDataException($"the compiled gazetteer has format {header.Version}, this program reads {GazetteerFormat.Version}: add the dump again with casus gazetteer add.");
        }

        long length = GazetteerFormat.HeaderLength + ((long)header.Places * Unsafe.SizeOf<PlaceRecord>()) + ((long)header.Names * Unsafe.SizeOf<NameRecord>())
            + (((long)header.Divisions1 + header.Divisions2) * Unsafe.SizeOf<DivisionRecord>()) + header.Pool;
        if (header.Places < 1 || header.Names < 0 || header.Divisions1 < 1 || header.Divisions2 < 1 || header.Pool < 0 || length != span.Length)
        {
            throw Damaged();
        }

        return new GazetteerIndex(bytes, header);
    }

    /// <summary>True when the content is what it was when the file was made. Reads all of it.</summary>
    public unsafe bool IsWhole()
    {
        GazetteerHeader copy = header;
        return System.Security.Cryptography.SHA256.HashData(bytes.Span[GazetteerFormat.HeaderLength..]).AsSpan().SequenceEqual(new ReadOnlySpan<byte>(copy.Digest, 32));
    }

    /// <summary>The places of a name, the largest first.</summary>
    internal ReadOnlySpan<NameRecord> Named(ulong key)
    {
        ReadOnlySpan<NameRecord> all = Names;
        int from = LowerBound(all, key), to = from;
        while (to < all.Length && all[to].Key == key)
        {
            to++;
        }

        return all[from..to];
    }

    /// <summary>Null when it has no place of this id.</summary>
    internal PlaceRecord? Find(uint id)
    {
        ReadOnlySpan<PlaceRecord> all = Places;
        int low = 0, high = all.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            if (all[middle].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < all.Length && all[low].Id == id ? all[low] : null;
    }

    internal DivisionRecord Division1(int index) => Divisions(first, header.Divisions1, index);

    internal DivisionRecord Division2(int index) => Divisions(second, header.Divisions2, index);

    /// <summary>The string at an offset of the pool.</summary>
    internal string Text(int offset)
    {
        ReadOnlySpan<byte> all = bytes.Span[pool..];
        if (offset < 0 || offset > all.Length - 2)
        {
            throw Damaged();
        }

        int length = all[offset] | (all[offset + 1] << 8);
        return length <= all.Length - offset - 2 ? Encoding.UTF8.GetString(all.Slice(offset + 2, length)) : throw Damaged();
    }

    private ReadOnlySpan<PlaceRecord> Places => MemoryMarshal.Cast<byte, PlaceRecord>(bytes.Span[GazetteerFormat.HeaderLength..names]);

    private ReadOnlySpan<NameRecord> Names => MemoryMarshal.Cast<byte, NameRecord>(bytes.Span[names..first]);

    private DivisionRecord Divisions(int at, int count, int index) =>
        index >= 0 && index < count ? MemoryMarshal.Cast<byte, DivisionRecord>(bytes.Span.Slice(at, count * Unsafe.SizeOf<DivisionRecord>()))[index] : throw Damaged();

    private static InvalidDataException Damaged() => new("the compiled gazetteer is damaged or cut off: add the dump again with casus gazetteer add.");

    /// <summary>Keys are spread evenly: the first steps guess where one lies, the last halve.</summary>
    private static int LowerBound(ReadOnlySpan<NameRecord> all, ulong key)
    {
        int low = 0, high = all.Length;
        for (int guess = 0; guess < 4 && high - low > 64; guess++)
        {
            ulong least = all[low].Key, most = all[high - 1].Key;
            if (key <= least || key > most)
            {
                return key <= least ? low : high;
            }

            int middle = low + (int)((key - least) / (double)(most - least) * (high - low - 1));
            if (all[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }

            // A window around the guess: its error is about the root of what is left.
            int window = (int)Math.Sqrt(high - low) * 2;
            if (low == middle + 1 && low + window < high && all[low + window].Key >= key)
            {
                high = low + window;
            }
            else if (high == middle && high - window > low && all[high - window].Key < key)
            {
                low = high - window;
            }
        }

        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            if (all[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
