using System.Buffers.Binary;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>
/// Published rows as Parquet (parquet-format 2: flat optional columns, gzip, text by dictionary; a list is its items joined by "; "). Row groups bound the memory.
/// </summary>
internal static class ParquetTable
{
    private const int RowsInGroup = 50_000, Gzip = 2, Plain = 0, PlainDictionary = 2, Rle = 3;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <param name="stream">Must tell its position and begin at 0.</param>
    public static long Write(Stream stream, PublishedTable table, IEnumerable<object> rows)
    {
        ParquetColumn[] columns = [.. table.Columns.Select(c => new ParquetColumn(c))];
        var groups = new List<(ParquetChunk[] Chunks, long Rows)>();
        stream.Write(Magic);
        long count = 0, inGroup = 0;
        foreach (object row in rows)
        {
            Array.ForEach(columns, c => c.Add(row));
            count++;
            if (++inGroup == RowsInGroup)
            {
                groups.Add(([.. columns.Select(c => c.Write(stream))], inGroup));
                inGroup = 0;
            }
        }

        if (inGroup > 0)
        {
            groups.Add(([.. columns.Select(c => c.Write(stream))], inGroup));
        }

        byte[] footer = Footer(table, columns, groups, count);
        stream.Write(footer);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        stream.Write(length);
        stream.Write(Magic);
        return count;
    }

    private static byte[] Footer(PublishedTable table, ParquetColumn[] columns, List<(ParquetChunk[] Chunks, long Rows)> groups, long count)
    {
        var footer = new ThriftWriter();
        footer.Int(1, 1);
        footer.Structs(2, [null, .. columns], (ParquetColumn? column) =>
        {
            if (column is null)
            {
                footer.Text(4, table.Name).Int(5, columns.Length);
            }
            else
            {
                column.Describe(footer);
            }
        });
        footer.Long(3, count);
        footer.Structs(4, groups, group =>
        {
            footer.Structs(1, group.Chunks, chunk => Chunk(footer, chunk));
            footer.Long(2, group.Chunks.Sum(c => c.Unpacked)).Long(3, group.Rows);
        });
        footer.Text(6, "Casus");
        return footer.End();
    }

    private static void Chunk(ThriftWriter footer, ParquetChunk chunk)
    {
        footer.Long(2, chunk.DictionaryAt ?? chunk.DataAt).Within(3, () =>
        {
            footer.Int(1, chunk.Type);
            if (chunk.DictionaryAt is null)
            {
                footer.Ints(2, Plain, Rle);
            }
            else
            {
                footer.Ints(2, Plain, PlainDictionary, Rle);
            }

            footer.Texts(3, chunk.Name).Int(4, Gzip).Long(5, chunk.Values).Long(6, chunk.Unpacked).Long(7, chunk.Packed).Long(9, chunk.DataAt);
            if (chunk.DictionaryAt is { } at)
            {
                footer.Long(11, at);
            }
        });
    }
}
