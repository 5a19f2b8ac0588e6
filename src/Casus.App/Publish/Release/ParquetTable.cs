using System.Buffers.Binary;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>
/// Published rows as Parquet (parquet-format 2: flat optional columns, gzip, text by dictionary; a list is its items joined by "; "). Row groups bound the
/// memory; they are encoded on any thread and written one after the other.
/// </summary>
internal sealed class ParquetTable
{
    private const int Gzip = 2;

    private readonly PublishedTable table;
    private readonly ParquetColumn[] columns;
    private readonly Stream stream;
    private readonly List<(ParquetChunk[] Chunks, long Rows)> groups = [];

    /// <param name="stream">Must tell its position and begin at 0.</param>
    public ParquetTable(Stream stream, PublishedTable table)
    {
        (this.stream, this.table) = (stream, table);
        columns = [.. table.Columns.Select(c => new ParquetColumn(c))];
        stream.Write(Magic);
    }

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Pure: reads nothing but the rows.</summary>
    /// <param name="group">The row group, chunk by chunk.</param>
    public ParquetGroup Encode(List<RowCells> group)
    {
        ParquetPages pages = ParquetPages.Lend();
        ParquetScratch scratch = ParquetScratch.Lend();
        var chunks = new ParquetChunk[columns.Length];
        for (int i = 0; i < chunks.Length; i++)
        {
            chunks[i] = columns[i].Write(pages, group, i, scratch);
        }

        ParquetScratch.GiveBack(scratch);
        return new ParquetGroup(pages, chunks, group.Sum(g => g.Rows));
    }

    /// <summary>Writes it; it is not to be used after.</summary>
    public void Write(ParquetGroup group)
    {
        long begin = stream.Position;
        stream.Write(group.Pages.Written);
        groups.Add(([.. group.Chunks.Select(c => c.From(begin))], group.Rows));
        ParquetPages.GiveBack(group.Pages);
    }

    /// <summary>Writes what stands at the end.</summary>
    public void Finish()
    {
        byte[] footer = Footer();
        stream.Write(footer);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        stream.Write(length);
        stream.Write(Magic);
    }

    private byte[] Footer()
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
        footer.Long(3, groups.Sum(g => g.Rows));
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
                footer.Ints(2, ParquetColumn.Plain, ParquetColumn.Rle);
            }
            else
            {
                footer.Ints(2, ParquetColumn.Plain, ParquetColumn.PlainDictionary, ParquetColumn.Rle);
            }

            footer.Texts(3, chunk.Name).Int(4, Gzip).Long(5, chunk.Values).Long(6, chunk.Unpacked).Long(7, chunk.Packed).Long(9, chunk.DataAt);
            if (chunk.DictionaryAt is { } at)
            {
                footer.Long(11, at);
            }
        });
    }
}

/// <summary>An encoded row group; places are counted from its begin.</summary>
internal sealed record ParquetGroup(ParquetPages Pages, ParquetChunk[] Chunks, long Rows);
