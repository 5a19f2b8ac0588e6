using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>One column of a row group. Repeating text goes by a dictionary, all else as it is; absent values by definition levels.</summary>
internal sealed class ParquetColumn(Column column)
{
    public const int Plain = 0, PlainDictionary = 2, Rle = 3;

    private const int Optional = 1, DataPage = 0, DictionaryPage = 2;

    /// <summary>Rows by which a column is judged; of <see cref="Distinct"/> different texts among them a dictionary would be a second copy.</summary>
    private const int Sampled = 256, Distinct = 192;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Parquet's physical type: 1 INT32, 2 INT64, 5 DOUBLE, 6 BYTE_ARRAY.</summary>
    public int Type => column.Kind switch
    {
        "day" => 1,
        "integer" => 2,
        "number" => 5,
        _ => 6,
    };

    /// <summary>0 UTF8, 6 DATE; null for numbers.</summary>
    private int? Converted => column.Kind switch
    {
        "day" => 6,
        "integer" or "number" => null,
        _ => 0,
    };

    public void Describe(ThriftWriter schema)
    {
        schema.Int(1, Type).Int(3, Optional).Text(4, column.Name);
        if (Converted is { } converted)
        {
            schema.Int(6, converted);
        }
    }

    /// <summary>Appends the column's pages.</summary>
    /// <returns>What the footer has to know: where the pages begin, counted from the output's begin, and how large they are.</returns>
    public ParquetChunk Write(ParquetPages output, List<object> rows)
    {
        int begin = output.Length;
        var values = new ArrayBufferWriter<byte>(rows.Count * 8 + 16);
        var present = new ArrayBufferWriter<byte>(rows.Count / 8 + 16);
        (int words, long unpacked) = (0, 0);
        if (Type == 6 && Repeats(rows))
        {
            (words, unpacked) = Indexed(output, rows, present, values);
        }
        else
        {
            Direct(rows, present, values);
        }

        int? dictionaryAt = words > 0 ? begin : null;
        int dataAt = output.Length, encoding = words > 0 ? PlainDictionary : Plain;
        unpacked += output.Page([present.WrittenMemory, values.WrittenMemory], head => head.Int(1, DataPage), head => head.Within(5, () => head.Int(1, rows.Count).Int(2, encoding).Int(3, Rle).Int(4, Rle)));
        return new ParquetChunk(column.Name, Type, rows.Count, dictionaryAt, dataAt, unpacked, output.Length - begin);
    }

    /// <summary>The text of a cell; null where it is absent.</summary>
    private string? Word(object row)
    {
        string? cell = column.Kind == "text" ? column.Text(row) : column.List(row) is var list && list.Length == 1 ? list[0] : string.Join("; ", list);
        return string.IsNullOrEmpty(cell) ? null : cell;
    }

    private bool Repeats(List<object> rows)
    {
        var words = new HashSet<string?>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Min(rows.Count, Sampled); i++)
        {
            words.Add(Word(rows[i]));
        }

        return words.Count < Distinct;
    }

    private (int Words, long Unpacked) Indexed(ParquetPages output, List<object> rows, ArrayBufferWriter<byte> present, ArrayBufferWriter<byte> values)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var dictionary = new ArrayBufferWriter<byte>();
        var indexes = new List<int>(rows.Count);
        using var levels = new Levels(present, rows.Count);
        foreach (object row in rows)
        {
            string? word = Word(row);
            levels.Add(word is not null);
            if (word is null)
            {
                continue;
            }

            if (!words.TryGetValue(word, out int index))
            {
                words.Add(word, index = words.Count);
                Put(dictionary, word);
            }

            indexes.Add(index);
        }

        if (words.Count == 0)
        {
            return (0, 0);
        }

        int bits = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(words.Count - 1)));
        values.Write([(byte)bits]);
        Packed(values, indexes, bits);
        return (words.Count, output.Page([dictionary.WrittenMemory], head => head.Int(1, DictionaryPage), head => head.Within(7, () => head.Int(1, words.Count).Int(2, Plain))));
    }

    private void Direct(List<object> rows, ArrayBufferWriter<byte> present, ArrayBufferWriter<byte> values)
    {
        using var levels = new Levels(present, rows.Count);
        foreach (object row in rows)
        {
            levels.Add(Take(row, values));
        }
    }

    private bool Take(object row, ArrayBufferWriter<byte> values)
    {
        switch (column.Kind)
        {
            case "day" when column.Day(row) is { } day:
                BinaryPrimitives.WriteInt32LittleEndian(values.GetSpan(4), day.DayNumber - Epoch);
                values.Advance(4);
                return true;
            case "integer" when column.Integer(row) is { } integer:
                BinaryPrimitives.WriteInt64LittleEndian(values.GetSpan(8), integer);
                values.Advance(8);
                return true;
            case "number" when column.Number(row) is { } number:
                BinaryPrimitives.WriteDoubleLittleEndian(values.GetSpan(8), number);
                values.Advance(8);
                return true;
            case "text" or "list" when Word(row) is { } word:
                Put(values, word);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A text behind its length in bytes.</summary>
    private static void Put(ArrayBufferWriter<byte> output, string word)
    {
        Span<byte> place = output.GetSpan(4 + word.Length * 3);
        int length = Encoding.UTF8.GetBytes(word, place[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(place, length);
        output.Advance(4 + length);
    }

    /// <summary>One bit-packed run of the hybrid encoding (parquet-format, Encodings.md): groups of eight values, least bits first.</summary>
    private static void Packed(ArrayBufferWriter<byte> output, List<int> values, int bits)
    {
        int groups = (values.Count + 7) / 8;
        Levels.Head(output, groups);
        Span<byte> packed = output.GetSpan(groups * bits)[..(groups * bits)];
        packed.Clear();
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

        output.Advance(packed.Length);
    }

    /// <summary>Definition levels: one bit a row, bit-packed in groups of eight, behind their length in bytes.</summary>
    private sealed class Levels : IDisposable
    {
        private readonly ArrayBufferWriter<byte> output;
        private int bits, held;

        public Levels(ArrayBufferWriter<byte> output, int rows)
        {
            this.output = output;
            int groups = (rows + 7) / 8, head = 1;
            for (uint rest = (((uint)groups << 1) | 1) >> 7; rest > 0; rest >>= 7)
            {
                head++;
            }

            BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), head + groups);
            output.Advance(4);
            Head(output, groups);
        }

        public static void Head(ArrayBufferWriter<byte> output, int groups) => Varint.Put(output, ((uint)groups << 1) | 1);

        public void Add(bool present)
        {
            bits |= (present ? 1 : 0) << held;
            if (++held == 8)
            {
                output.Write([(byte)bits]);
                (bits, held) = (0, 0);
            }
        }

        /// <summary>Writes the last bits.</summary>
        public void Dispose()
        {
            if (held > 0)
            {
                output.Write([(byte)bits]);
            }
        }
    }
}

/// <summary>Where a column's pages of one row group lie. Sizes and places in bytes.</summary>
internal sealed record ParquetChunk(string Name, int Type, long Values, long? DictionaryAt, long DataAt, long Unpacked, long Packed)
{
    public ParquetChunk From(long begin) => this with { DictionaryAt = DictionaryAt + begin, DataAt = DataAt + begin };
}
