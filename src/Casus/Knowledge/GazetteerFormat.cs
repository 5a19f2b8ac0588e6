using System.Runtime.InteropServices;

namespace Casus.Knowledge;

public enum GazetteerKind : byte
{
    Country,
    Admin1,
    Admin2,
    Town,
    Point,
    Region,
}

/// <summary>
/// The compiled gazetteer: a header of <see cref="HeaderLength"/> bytes, then places by id, names by key, first-level divisions,
/// second-level divisions and a pool of strings, each a run of records of fixed width that is used where it lies. Little endian.
/// </summary>
internal static class GazetteerFormat
{
    public const int Version = 1;

    public const int HeaderLength = 256;

    /// <summary>A name of more words is not looked for.</summary>
    public const int MaxWords = 8;

    /// <summary>What a span can hold; all of GeoNames takes less than half of it.</summary>
    public const long MaxLength = int.MaxValue;

    public static ReadOnlySpan<byte> Magic => "CASUSGAZ"u8;
}

/// <summary>The start of the file. Offsets follow from the counts.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct GazetteerHeader
{
    public ulong Magic;
    public int Version;
    public int Places;
    public int Names;
    public int Divisions1;
    public int Divisions2;
    public int Pool;

    /// <summary>Lines of the dump: all, and those left out because they are broken.</summary>
    public int Lines, Broken;

    /// <summary>SHA-256 over everything after the header.</summary>
    public unsafe fixed byte Digest[32];

    /// <summary>What the dump was called, in UTF-8, filled up with zeros.</summary>
    public unsafe fixed byte Source[96];
}

/// <param name="Id">GeoNames id.</param>
/// <param name="Latitude">In 1e-5 degrees; so is the longitude.</param>
/// <param name="Name">Offset in the pool.</param>
/// <param name="Division1">Index of its first-level division, which also tells the country.</param>
/// <param name="Division2">Index of its second-level division; 0 is none.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PlaceRecord(uint Id, int Latitude, int Longitude, uint Population, int Name, int Division2, ushort Division1, GazetteerKind Kind, byte Zero = 0) : IComparable<PlaceRecord>
{
    /// <summary>By id; of two rows with one id the earlier one (its name was stored first) goes before.</summary>
    public int CompareTo(PlaceRecord other) => Id != other.Id ? Id.CompareTo(other.Id) : Name.CompareTo(other.Name);
}

/// <summary>One name of one place.</summary>
/// <param name="Weight">Population times four, and the casing in the two lowest bits.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct NameRecord(ulong Key, uint Id, uint Weight) : IComparable<NameRecord>
{
    public NameRecord(ulong key, uint id, long population, NameCasing casing)
        : this(key, id, ((uint)Math.Clamp(population, 0, 0x3fffffff) << 2) | (uint)casing)
    {
    }

    public NameCasing Casing => (NameCasing)(Weight & 3);

    /// <summary>By key; of the places of one name the largest first.</summary>
    public int CompareTo(NameRecord other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : Weight >> 2 != other.Weight >> 2 ? (other.Weight >> 2).CompareTo(Weight >> 2)
        : Id != other.Id ? Id.CompareTo(other.Id) : Weight.CompareTo(other.Weight);
}

/// <param name="Country">Two ASCII letters, the first in the low byte; 0 where no country is told.</param>
/// <param name="Code">Offset of GeoNames' code in the pool.</param>
/// <param name="Place">GeoNames id of the division itself; 0 where the dump does not hold it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct DivisionRecord(uint Country, int Code, uint Place);
