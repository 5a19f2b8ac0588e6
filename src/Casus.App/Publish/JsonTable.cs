using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Published rows as JSON Lines: an absent value is an absent key.</summary>
internal sealed class JsonTable(PublishedTable table)
{
    /// <summary>Bytes that an escape makes of one at most, and those around a value and an item of a list.</summary>
    private const int LongestEscape = 6, AroundValue = 3, AroundPart = 3;

    private static readonly JavaScriptEncoder Encoder = Json.Line.Encoder!;

    private readonly byte[][] keys = [.. table.Columns.Select(c => (byte[])[.. "\""u8, .. JsonEncodedText.Encode(c.Name).EncodedUtf8Bytes, .. "\":"u8])];

    public void Write(IBufferWriter<byte> output, RowCells rows)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            var line = new Utf8Place(output.GetSpan(Most(rows, row)));
            byte before = (byte)'{';
            for (int i = 0; i < keys.Length; i++)
            {
                CellColumn column = rows.Columns[i];
                if (column.State(row) != CellState.Absent)
                {
                    line.Put(before);
                    line.Put(keys[i]);
                    Value(ref line, column, row);
                    before = (byte)',';
                }
            }

            if (before == '{')
            {
                line.Put(before);
            }

            line.Put("}\n"u8);
            output.Advance(line.Length);
        }
    }

    private int Most(RowCells rows, int row)
    {
        int most = LongestEscape * rows.Length(row) + 3;
        for (int i = 0; i < keys.Length; i++)
        {
            most += keys[i].Length + AroundValue + (rows.Columns[i].Column.Kind == "list" ? AroundPart * rows.Columns[i].Parts(row) : 0);
        }

        return most;
    }

    private static void Value(ref Utf8Place line, CellColumn column, int row)
    {
        switch (column.Column.Kind)
        {
            case "text" or "day":
                Text(ref line, column.Text(row), column.State(row));
                break;
            case "list":
                line.Put((byte)'[');
                for (int i = 0; i < column.Parts(row); i++)
                {
                    if (i > 0)
                    {
                        line.Put((byte)',');
                    }

                    Text(ref line, column.Part(row, i), column.State(row));
                }

                line.Put((byte)']');
                break;
            default:
                line.Put(column.Text(row));
                break;
        }
    }

    private static void Text(ref Utf8Place line, ReadOnlySpan<byte> text, CellState state)
    {
        line.Put((byte)'"');
        if (state == CellState.Plain || Encoder.FindFirstCharacterToEncodeUtf8(text) < 0)
        {
            line.Put(text);
        }
        else
        {
            Encoder.EncodeUtf8(text, line.Rest, out _, out int written);
            line.Advance(written);
        }

        line.Put((byte)'"');
    }
}
