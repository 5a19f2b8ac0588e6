using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>One column of a row group. Repeating text goes by a dictionary, all else as it is; absent values by definition levels.</summary>
internal sealed class ParquetColumn(Column column)
{
    public const int Plain = 0, PlainDictionary = 2, Rle = 3;

    private const int Optional = 1, DataPage = 0, DictionaryPage = 2;

    /// <summary>Rows by which a column is judged; of <see cref="Distinct"/> different texts among them a dictionary would be a second copy.</summary>
    private const int Sampled = 256, Distinct = 192;

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
    /// <param name="group">The row group, chunk by chunk; <paramref name="number"/>: of the column in it, from 0.</param>
    /// <returns>What the footer has to know: where the pages begin, counted from the output's begin, and how large they are.</returns>
    public ParquetChunk Write(ParquetPages output, List<RowCells> group, int number, ParquetScratch scratch)
    {
        int begin = output.Length, rows = group.Sum(g => g.Rows);
        scratch.Cleared();
        long unpacked = 0;
        if (Type == 6 && Repeats(group, number, scratch.Words))
        {
            scratch.Words.Clear();
            unpacked = Indexed(output, group, number, rows, scratch);
        }
        else
        {
            scratch.Words.Clear();
            Direct(group, number, rows, scratch);
        }

        int words = scratch.Words.Count;
        int? dictionaryAt = words > 0 ? begin : null;
        int dataAt = output.Length, encoding = words > 0 ? PlainDictionary : Plain;
        unpacked += output.Page([scratch.Levels.WrittenMemory, scratch.Values.WrittenMemory], head => head.Int(1, DataPage), head => head.Within(5, () => head.Int(1, rows).Int(2, encoding).Int(3, Rle).Int(4, Rle)));
        return new ParquetChunk(column.Name, Type, rows, dictionaryAt, dataAt, unpacked, output.Length - begin);
    }

    private static bool Repeats(List<RowCells> group, int number, WordTable words)
    {
        int seen = 0;
        bool absent = false;
        foreach (RowCells chunk in group)
        {
            CellColumn cells = chunk.Columns[number];
            for (int row = 0; row < chunk.Rows && seen < Sampled; row++, seen++)
            {
                if (cells.Length(row) == 0)
                {
                    absent = true;
                }
                else
                {
                    words.Of(cells.Text(row));
                }
            }
        }

        return words.Count + (absent ? 1 : 0) < Distinct;
    }

    private static long Indexed(ParquetPages output, List<RowCells> group, int number, int rows, ParquetScratch scratch)
    {
        using (var levels = new Levels(scratch.Levels, rows))
        {
            foreach (RowCells chunk in group)
            {
                CellColumn cells = chunk.Columns[number];
                for (int row = 0; row < chunk.Rows; row++)
                {
                    ReadOnlySpan<byte> word = cells.Text(row);
                    levels.Add(!word.IsEmpty);
                    if (!word.IsEmpty)
                    {
                        scratch.Indexes.Add(scratch.Words.Of(word));
                    }
                }
            }
        }

        int words = scratch.Words.Count;
        if (words == 0)
        {
            return 0;
        }

        int bits = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(words - 1)));
        scratch.Values.Write([(byte)bits]);
        Packed(scratch.Values, scratch.Indexes, bits);
        return output.Page([scratch.Words.Written], head => head.Int(1, DictionaryPage), head => head.Within(7, () => head.Int(1, words).Int(2, Plain)));
    }

    private void Direct(List<RowCells> group, int number, int rows, ParquetScratch scratch)
    {
        using var levels = new Levels(scratch.Levels, rows);
        foreach (RowCells chunk in group)
        {
            CellColumn cells = chunk.Columns[number];
            for (int row = 0; row < chunk.Rows; row++)
            {
                bool present = cells.Length(row) > 0;
                levels.Add(present);
                if (present)
                {
                    Put(scratch.Values, cells, row);
                }
            }
        }
    }

    private void Put(ArrayBufferWriter<byte> values, CellColumn cells, int row)
    {
        switch (Type)
        {
            case 1:
                BinaryPrimitives.WriteInt32LittleEndian(values.GetSpan(4), (int)cells.Bits(row));
                values.Advance(4);
                break;
            case 2 or 5:
                BinaryPrimitives.WriteInt64LittleEndian(values.GetSpan(8), cells.Bits(row));
                values.Advance(8);
                break;
            default:
                WordTable.Put(values, cells.Text(row));
                break;
        }
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
