using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Casus.App.Publish;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>An answer as it goes out.</summary>
/// <param name="Next">Cursor of what comes after; null: nothing does.</param>
internal sealed record ApiAnswer(ApiFormat Format, ReadOnlyMemory<byte> Body, string? Next)
{
    public static ApiAnswer One<T>(T answer, JsonTypeInfo<T> json) => new(ApiFormat.Json, JsonSerializer.SerializeToUtf8Bytes(answer, json), null);

    /// <param name="next">The address of what comes after.</param>
    public static ApiAnswer List<T>(ApiFormat format, PublishedTable table, List<T> rows, JsonTypeInfo<Page<T>> json, string? cursor, string? next)
        where T : class
    {
        if (format == ApiFormat.Json)
        {
            return new(format, JsonSerializer.SerializeToUtf8Bytes(new Page<T>([.. rows], cursor, next), json), cursor);
        }

        if (format == ApiFormat.Map)
        {
            return new(format, Map(rows), cursor);
        }

        using var stream = new MemoryStream();
        if (format == ApiFormat.Parquet)
        {
            Parquet(stream, table, [.. rows]);
        }
        else
        {
            TableStream.Write(stream, table, rows, csv: format == ApiFormat.Csv);
        }

        return new(format, stream.GetBuffer().AsMemory(0, (int)stream.Length), cursor);
    }

    private static ReadOnlyMemory<byte> Map<T>(List<T> rows)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, Json.Line);
        foreach (EventLine row in rows.OfType<EventLine>())
        {
            EventMap.Feature(json, output, row);
        }

        ReadOnlySpan<byte> begin = """{"type":"FeatureCollection","features":["""u8, features = output.WrittenSpan, end = "\n]}\n"u8;
        return (byte[])[.. begin, .. features.IsEmpty ? features : features[1..], .. end];
    }

    private static void Parquet(MemoryStream stream, PublishedTable table, List<object> rows)
    {
        const int Group = 16_384;
        var writer = new ParquetTable(stream, table);
        foreach (object[] group in rows.Chunk(Group))
        {
            writer.Write(writer.Encode([new RowCells(table).Add(group)]));
        }

        writer.Finish();
    }
}
