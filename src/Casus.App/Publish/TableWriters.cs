using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Published rows as CSV (UTF-8, RFC 4180, header, line feeds).</summary>
internal static class CsvTable
{
    public static long Write(Stream stream, PublishedTable table, IEnumerable<object> rows)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        text.NewLine = "\n";
        text.WriteLine(string.Join(',', table.Columns.Select(c => c.Name)));
        long count = 0;
        foreach (object row in rows)
        {
            text.WriteLine(string.Join(',', table.Columns.Select(c => Quoted(c.Kind is "text" or "list" ? Harmless(c.Cell(row)) : c.Cell(row)))));
            count++;
        }

        return count;
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    /// <summary>Articles are strangers' text: a cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Harmless(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
}

/// <summary>Published rows as JSON Lines.</summary>
internal static class JsonTable
{
    public static long Write(Stream stream, PublishedTable table, IEnumerable<object> rows)
    {
        using var json = new Utf8JsonWriter(stream, Json.Line);
        long count = 0;
        foreach (object row in rows)
        {
            json.WriteStartObject();
            foreach (Column column in table.Columns)
            {
                Write(json, column.Name, column.Value(row));
            }

            json.WriteEndObject();
            json.Flush();
            stream.Write("\n"u8);
            json.Reset();
            count++;
        }

        return count;
    }

    private static void Write(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(key, text);
                break;
            case DateOnly day:
                json.WriteString(key, Json.Day(day));
                break;
            case int number:
                json.WriteNumber(key, number);
                break;
            case long number:
                json.WriteNumber(key, number);
                break;
            case double number:
                json.WriteNumber(key, number);
                break;
            case ImmutableArray<string> list:
                json.WriteStartArray(key);
                foreach (string item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }
}
