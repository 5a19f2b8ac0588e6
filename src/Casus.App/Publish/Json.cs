using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>How all JSON of the program is written.</summary>
internal static class Json
{
    /// <summary>Readable letters of every script; only what JSON itself needs is escaped.</summary>
    public static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonWriterOptions Pretty = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes the key only when there is a value: absent is absent.</summary>
    public static void Maybe(this Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }

    public static void Maybe(this Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
    }

    public static void Maybe(this Utf8JsonWriter json, string key, DateOnly? value)
    {
        if (value is { } day)
        {
            json.WriteString(key, Day(day));
        }
    }

    public static void Strings(this Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>The day that <see cref="Day(DateOnly)"/> wrote.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(day))]
    public static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 in universal time, to the second.</summary>
    public static string Instant(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"SplinterOf" → "splinter-of": the words of the published formats.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);
}
