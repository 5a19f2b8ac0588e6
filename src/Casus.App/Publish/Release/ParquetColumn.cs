using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>One column of a row group being gathered. Text goes by a dictionary, numbers and days as they are; absent values by definition levels.</summary>
internal sealed class ParquetColumn(Column column)
{
    private const int Optional = 1, Plain = 0, Rle = 3, PlainDictionary = 2, DataPage = 0, DictionaryPage = 2;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly MemoryStream dictionary = new(), plain = new();
    private readonly List<int> indexes = [];
    private readonly List<bool> present = [];

    public Column Column { get; } = column;

    /// <summary>Parquet's physical type: 1 INT32, 2 INT64, 5 DOUBLE, 6 BYTE_ARRAY.</summary>
    public int Type => Column.Kind switch
    {
        "day" => 1,
        "integer" => 2,
        "number" => 5,
        _ => 6,
    };

    /// <summary>0 UTF8, 6 DATE; null for numbers.</summary>
    public int? Converted => Column.Kind switch
    {
        "day" => 6,
        "integer" or "number" => null,
        _ => 0,
    };

    public void Add(object row)
    {
        object? value = Column.Value(row);
        string cell = Type == 6 ? Column.Cell(row) : "";
        bool is_present = Type == 6 ? cell.Length > 0 : value is not null;
        present.Add(is_present);
        if (is_present)
        {
            Take(value!, cell);
        }
    }

    /// <summary>Writes the column's pages and forgets its rows.</summary>
    /// <returns>What the footer has to know: where the pages begin and how large they are.</returns>
    public ParquetChunk Write(Stream stream)
    {
        long begin = stream.Position, unpacked = 0;
        long? dictionaryAt = null;
        if (Type == 6)
        {
            dictionaryAt = stream.Position;
            unpacked += Page(stream, dictionary.ToArray(), head => head.Int(1, DictionaryPage), head => head.Within(7, () => head.Int(1, words.Count).Int(2, Plain)));
        }

        long dataAt = stream.Position;
        int encoding = Type == 6 ? PlainDictionary : Plain;
        unpacked += Page(stream, [.. Levels(), .. Type == 6 ? Indexes() : plain.ToArray()], head => head.Int(1, DataPage), head => head.Within(5, () => head.Int(1, present.Count).Int(2, encoding).Int(3, Rle).Int(4, Rle)));
        var chunk = new ParquetChunk(Column.Name, Type, present.Count, dictionaryAt, dataAt, unpacked, stream.Position - begin);
        words.Clear();
        indexes.Clear();
        present.Clear();
        dictionary.SetLength(0);
        plain.SetLength(0);
        return chunk;
    }

    public void Describe(ThriftWriter schema)
    {
        schema.Int(1, Type).Int(3, Optional).Text(4, Column.Name);
        if (Converted is { } converted)
        {
            schema.Int(6, converted);
        }
    }

    private void Take(object value, string cell)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case DateOnly day:
                BinaryPrimitives.WriteInt32LittleEndian(number, day.DayNumber - new DateOnly(1970, 1, 1).DayNumber);
                plain.Write(number[..4]);
                return;
            case int or long:
                BinaryPrimitives.WriteInt64LittleEndian(number, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                plain.Write(number);
                return;
            case double real:
                BinaryPrimitives.WriteDoubleLittleEndian(number, real);
                plain.Write(number);
                return;
        }

        if (!words.TryGetValue(cell, out int index))
        {
            words.Add(cell, index = words.Count);
            byte[] utf8 = Encoding.UTF8.GetBytes(cell);
            BinaryPrimitives.WriteInt32LittleEndian(number, utf8.Length);
            dictionary.Write(number[..4]);
            dictionary.Write(utf8);
        }

        indexes.Add(index);
    }

    /// <summary>One bit a row, bit-packed in groups of eight, behind its length.</summary>
    private byte[] Levels()
    {
        byte[] runs = Packed([.. present.Select(p => p ? 1 : 0)], 1);
        var levels = new byte[4 + runs.Length];
        BinaryPrimitives.WriteInt32LittleEndian(levels, runs.Length);
        runs.CopyTo(levels, 4);
        return levels;
    }

    private byte[] Indexes()
    {
        int bits = Math.Max(1, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Max(0, words.Count - 1)));
        return [(byte)bits, .. Packed(indexes, bits)];
    }

    /// <summary>One bit-packed run of the hybrid encoding (parquet-format, Encodings.md): groups of eight values, least bits first.</summary>
    private static byte[] Packed(List<int> values, int bits)
    {
        int groups = (values.Count + 7) / 8;
        using var run = new MemoryStream();
        for (uint head = ((uint)groups << 1) | 1; ; head >>= 7)
        {
            run.WriteByte((byte)(head >= 0x80 ? head | 0x80 : head));
            if (head < 0x80)
            {
                break;
            }
        }

        var packed = new byte[groups * bits];
        ulong pending = 0;
        int held = 0, at = 0;
        foreach (int value in values)
        {
            pending |= (ulong)(uint)value << held;
            for (held += bits; held >= 8; held -= 8, pending >>= 8)
            {
                packed[at++] = (byte)pending;
            }
        }

        if (held > 0)
        {
            packed[at] = (byte)pending;
        }

        run.Write(packed);
        return run.ToArray();
    }

    private static long Page(Stream stream, byte[] body, Action<ThriftWriter> kind, Action<ThriftWriter> detail)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        var head = new ThriftWriter();
        kind(head);
        head.Int(2, body.Length).Int(3, (int)packed.Length);
        detail(head);
        byte[] written = head.End();
        stream.Write(written);
        packed.WriteTo(stream);
        return written.Length + body.Length;
    }
}

/// <summary>Where a column's pages of one row group lie. Sizes and places in bytes.</summary>
internal sealed record ParquetChunk(string Name, int Type, long Values, long? DictionaryAt, long DataAt, long Unpacked, long Packed);
