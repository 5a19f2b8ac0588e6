using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Published rows as CSV (UTF-8, RFC 4180, header, line feeds).</summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void Head(IBufferWriter<byte> output, PublishedTable table)
    {
        for (int i = 0; i < table.Columns.Length; i++)
        {
            output.Write(i == 0 ? "" : ",");
            output.Write(table.Columns[i].Name);
        }

        output.Write("\n"u8);
    }

    public static void Write(IBufferWriter<byte> output, PublishedTable table, ReadOnlySpan<object> rows)
    {
        foreach (object row in rows)
        {
            for (int i = 0; i < table.Columns.Length; i++)
            {
                if (i > 0)
                {
                    output.Write(","u8);
                }

                Cell(output, table.Columns[i], row);
            }

            output.Write("\n"u8);
        }
    }

    /// <summary>Articles are strangers' text: a cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Harmless(string cell) => IsFormula(cell) ? "'" + cell : cell;

    private static bool IsFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static void Cell(IBufferWriter<byte> output, Column column, object row)
    {
        switch (column.Kind)
        {
            case "text" when column.Text(row) is { } text:
                Text(output, text);
                break;
            case "list":
                ImmutableArray<string> list = column.List(row);
                Text(output, list.Length == 1 ? list[0] : string.Join("; ", list));
                break;
            case "integer" when column.Integer(row) is { } integer:
                output.Number(integer);
                break;
            case "number" when column.Number(row) is { } number:
                output.Number(number);
                break;
            case "day" when column.Day(row) is { } day:
                output.Day(day);
                break;
        }
    }

    private static void Text(IBufferWriter<byte> output, string cell)
    {
        if (cell.Length == 0)
        {
            return;
        }

        bool quoted = cell.AsSpan().ContainsAny(Quoted) || cell[0] == ' ' || cell[^1] == ' ';
        if (quoted)
        {
            output.Write("\""u8);
        }

        if (IsFormula(cell))
        {
            output.Write("'"u8);
        }

        output.Write(quoted && cell.Contains('"', StringComparison.Ordinal) ? cell.Replace("\"", "\"\"", StringComparison.Ordinal) : cell);
        if (quoted)
        {
            output.Write("\""u8);
        }
    }
}

/// <summary>Text and numbers as UTF-8, written where they go.</summary>
internal static class Utf8Output
{
    private const int LongestNumber = 32;

    public static void Write(this IBufferWriter<byte> output, string text)
    {
        Span<byte> place = output.GetSpan(text.Length * 3);
        output.Advance(Encoding.UTF8.GetBytes(text, place));
    }

    /// <summary>As in JSON, the shortest that reads back as the same.</summary>
    public static void Number<T>(this IBufferWriter<byte> output, T value)
        where T : struct, IUtf8SpanFormattable
    {
        value.TryFormat(output.GetSpan(LongestNumber), out int written, default, System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public static void Day(this IBufferWriter<byte> output, DateOnly day)
    {
        day.TryFormat(output.GetSpan(LongestNumber), out int written, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
