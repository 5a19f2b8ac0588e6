using System.Buffers.Text;
using System.Text.Json;

namespace Casus.App.Api;

/// <summary>Where a list goes on: the keys of the last row, wrapped so that nobody builds on what is in it. What it holds is only ever compared with, so a forged one shows nothing else than a list.</summary>
internal static class Cursor
{
    private const int Longest = 600;

    /// <param name="order">Of the list that it goes on.</param>
    public static string Write(string order, object?[] keys)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Publish.Json.Line))
        {
            json.WriteStartArray();
            json.WriteStringValue(order);
            foreach (object? key in keys)
            {
                switch (key)
                {
                    case null: json.WriteNullValue(); break;
                    case long number: json.WriteNumberValue(number); break;
                    case double number: json.WriteNumberValue(number); break;
                    default: json.WriteStringValue((string)key); break;
                }
            }

            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <param name="kinds">Of the keys: 's' text, 'n' number; capitals may be absent.</param>
    /// <exception cref="ApiTrouble">It is none of this list.</exception>
    public static object?[]? Read(string? cursor, string order, string kinds)
    {
        if (cursor is null)
        {
            return null;
        }

        try
        {
            if (cursor.Length <= Longest && Base64Url.IsValid(cursor))
            {
                using JsonDocument parsed = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
                if (parsed.RootElement is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() == kinds.Length + 1 && array[0].ValueKind == JsonValueKind.String && array[0].GetString() == order)
                {
                    return [.. kinds.Select((kind, i) => Value(array[i + 1], kind))];
                }
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // Told below.
        }

        throw new ApiTrouble(Problem.Bad(ApiParameter.After, "It is no cursor of this list in this order.", "Take it from `next` of the answer before, with the same parameters, or leave it out to begin anew."));
    }

    private static object? Value(JsonElement key, char kind) => (char.ToLowerInvariant(kind), key.ValueKind) switch
    {
        (_, JsonValueKind.Null) when char.IsUpper(kind) => null,
        ('s', JsonValueKind.String) => key.GetString(),
        ('n', JsonValueKind.Number) => key.TryGetInt64(out long whole) ? whole : key.GetDouble(),
        _ => throw new FormatException(),
    };
}
