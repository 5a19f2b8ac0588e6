using System.Buffers;
using System.Text;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Published rows as CSV (UTF-8, RFC 4180, header, line feeds).</summary>
internal static class CsvTable
{
    /// <summary>A comma, two quotes and an apostrophe.</summary>
    private const int AroundCell = 4;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    public static void Head(IBufferWriter<byte> output, PublishedTable table) => output.Write(Encoding.UTF8.GetBytes(string.Join(',', table.Columns.Select(c => c.Name)) + "\n"));

    public static void Write(IBufferWriter<byte> output, RowCells rows)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            var line = new Utf8Place(output.GetSpan(2 * rows.Length(row) + AroundCell * rows.Columns.Length + 1));
            bool first = true;
            foreach (CellColumn column in rows.Columns)
            {
                if (!first)
                {
                    line.Put((byte)',');
                }

                first = false;
                if (column.Column.Kind is "text" or "list")
                {
                    Text(ref line, column.Text(row), column.State(row));
                }
                else
                {
                    line.Put(column.Text(row));
                }
            }

            line.Put((byte)'\n');
            output.Advance(line.Length);
        }
    }

    /// <summary>Articles are strangers' text: a cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Harmless(string cell) => cell.Length > 0 && IsFormula(cell[0]) ? "'" + cell : cell;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static void Text(ref Utf8Place line, ReadOnlySpan<byte> cell, CellState state)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        bool quoted = cell[0] == ' ' || cell[^1] == ' ' || (state == CellState.Any && cell.ContainsAny(Quoted));
        if (quoted)
        {
            line.Put((byte)'"');
        }

        if (IsFormula((char)cell[0]))
        {
            line.Put((byte)'\'');
        }

        for (int quote = quoted ? cell.IndexOf((byte)'"') : -1; quote >= 0; quote = cell.IndexOf((byte)'"'))
        {
            line.Put(cell[..(quote + 1)]);
            line.Put((byte)'"');
            cell = cell[(quote + 1)..];
        }

        line.Put(cell);
        if (quoted)
        {
            line.Put((byte)'"');
        }
    }
}
