using System.Collections.Immutable;
using System.Text.Json;
using Casus.Tables;
using CsvHelper;

namespace Casus.App.Publish;

/// <summary>Published rows as CSV (UTF-8, RFC 4180, header, line feeds).</summary>
internal static class CsvTable
{
    // Which cells are text is known here by the column: the protection against formulas stays ours, so that a southern latitude keeps its minus.
    private static readonly CsvWriterOptions Form = new() { NewLine = "\n", Injection = CsvInjection.None };

    public static long Write(Stream stream, PublishedTable table, IEnumerable<object> rows)
    {
        using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
        foreach (Column column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
        long count = 0;
        foreach (object row in rows)
        {
            foreach (Column column in table.Columns)
            {
                csv.WriteField(column.Kind is "text" or "list" ? Harmless(column.Cell(row)) : column.Cell(row));
            }

            csv.EndRecord();
            count++;
        }

        return count;
    }

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
