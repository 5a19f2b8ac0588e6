using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Claims;

namespace Casus.App.Store;

/// <summary>One count of an event's toll.</summary>
/// <param name="Kind">"killed", "injured" … as published.</param>
/// <param name="Max">Null: no upper bound is told.</param>
internal readonly record struct TollCount(string Kind, long Min, long? Max);

/// <summary>The column event.tolls: [["killed",46,46],["displaced",500,null]], in the order of <see cref="TollKind"/>.</summary>
internal static class TollCounts
{
    public static string Write(IEnumerable<Toll> tolls)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (Toll toll in tolls)
            {
                json.WriteStartArray();
                json.WriteStringValue(Json.Word(toll.Kind));
                json.WriteNumberValue(toll.Min);
                if (toll.Max is { } max)
                {
                    json.WriteNumberValue(max);
                }
                else
                {
                    json.WriteNullValue();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static TollCount[] Read(string column)
    {
        using JsonDocument parsed = JsonDocument.Parse(column);
        return [.. parsed.RootElement.EnumerateArray().Select(t => new TollCount(t[0].GetString()!, t[1].GetInt64(), t[2].ValueKind == JsonValueKind.Null ? null : t[2].GetInt64()))];
    }
}
