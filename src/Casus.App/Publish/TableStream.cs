using System.Buffers;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>A published table as one stream, some rows at a time.</summary>
internal static class TableStream
{
    private const int RowsAtOnce = 500;

    /// <param name="csv">False: JSON Lines.</param>
    /// <returns>How many rows there were.</returns>
    public static long Write(Stream stream, PublishedTable table, IEnumerable<object> rows, bool csv)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var cells = new RowCells(table);
        var json = new JsonTable(table);
        long count = 0;
        if (csv)
        {
            CsvTable.Head(buffer, table);
        }

        foreach (object[] some in rows.Chunk(RowsAtOnce))
        {
            cells.Clear().Add(some);
            if (csv)
            {
                CsvTable.Write(buffer, cells);
            }
            else
            {
                json.Write(buffer, cells);
            }

            count += some.Length;
            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        stream.Write(buffer.WrittenSpan);
        return count;
    }
}
