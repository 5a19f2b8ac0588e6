using System.Buffers;
using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Published rows as JSON Lines: an absent value is an absent key.</summary>
internal sealed class JsonTable(PublishedTable table)
{
    private readonly JsonEncodedText[] names = [.. table.Columns.Select(c => JsonEncodedText.Encode(c.Name))];

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<object> rows)
    {
        using var json = new Utf8JsonWriter(output, Json.Line);
        foreach (object row in rows)
        {
            json.WriteStartObject();
            for (int i = 0; i < names.Length; i++)
            {
                Write(json, names[i], table.Columns[i], row);
            }

            json.WriteEndObject();
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
        }
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, Column column, object row)
    {
        switch (column.Kind)
        {
            case "text" when column.Text(row) is { } text:
                json.WriteString(name, text);
                break;
            case "list":
                json.WriteStartArray(name);
                foreach (string one in column.List(row))
                {
                    json.WriteStringValue(one);
                }

                json.WriteEndArray();
                break;
            case "integer" when column.Integer(row) is { } integer:
                json.WriteNumber(name, integer);
                break;
            case "number" when column.Number(row) is { } number:
                json.WriteNumber(name, number);
                break;
            case "day" when column.Day(row) is { } day:
                Span<byte> text8 = stackalloc byte[10];
                day.TryFormat(text8, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                json.WriteString(name, text8);
                break;
        }
    }
}
