using System.Text.Json;
using System.Text.Json.Serialization;
using Casus.Claims;
using Casus.Language;

namespace Casus.App.Store;

/// <summary>
/// Reads and writes evidence as the serializer does, by hand: nothing stands in records as often, and the serializer makes a box of every value
/// for a constructor.
/// </summary>
internal sealed class EvidenceConverter : JsonConverter<Evidence>
{
    private readonly SpanConverter spans = new();

    public override Evidence Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        string text = "", quote = "";
        string? path = null;
        TextSpan? span = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text = KnownStrings.Of(ref reader);
            }
            else if (reader.ValueTextEquals("span"u8))
            {
                reader.Read();
                span = reader.TokenType == JsonTokenType.Null ? null : spans.Read(ref reader, typeof(TextSpan), options);
            }
            else if (reader.ValueTextEquals("quote"u8))
            {
                reader.Read();
                quote = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("path"u8))
            {
                reader.Read();
                path = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new Evidence(new TextId(text), span, quote, path);
    }

    public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, value.Text.Value);
        if (value.Span is { } span)
        {
            writer.WritePropertyName("span"u8);
            spans.Write(writer, span, options);
        }

        writer.WriteString("quote"u8, value.Quote);
        if (value.Path is { } path)
        {
            writer.WriteString("path"u8, path);
        }

        writer.WriteEndObject();
    }
}

/// <summary>Parties of claims, likewise.</summary>
internal sealed class PartyConverter : JsonConverter<Party>
{
    private readonly EvidenceConverter words = new();

    public override Party Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        Evidence? evidence = null;
        Resolution? resolution = null;
        ProvisionalName? provisional = null;
        string kind = "", rule = "";
        string? sort = null;
        bool implied = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("evidence"u8))
            {
                reader.Read();
                evidence = words.Read(ref reader, typeof(Evidence), options);
            }
            else if (reader.ValueTextEquals("resolution"u8))
            {
                reader.Read();
                resolution = RecordParts.Maybe(ref reader, RecordParts.ReadResolution);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                reader.Read();
                kind = KnownStrings.Of(ref reader);
            }
            else if (reader.ValueTextEquals("class"u8))
            {
                reader.Read();
                sort = reader.TokenType == JsonTokenType.Null ? null : KnownStrings.Of(ref reader);
            }
            else if (reader.ValueTextEquals("rule"u8))
            {
                reader.Read();
                rule = KnownStrings.Of(ref reader);
            }
            else if (reader.ValueTextEquals("implied"u8))
            {
                reader.Read();
                implied = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("provisional"u8))
            {
                reader.Read();
                provisional = JsonSerializer.Deserialize(ref reader, Records.Json.ProvisionalName);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new Party(evidence!, resolution, kind, sort, new RuleId(rule), implied) { Provisional = provisional };
    }

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("evidence"u8);
        words.Write(writer, value.Evidence, options);
        if (value.Resolution is { } resolution)
        {
            writer.WritePropertyName("resolution"u8);
            JsonSerializer.Serialize(writer, resolution, Records.Json.Resolution);
        }

        writer.WriteString("kind"u8, value.Kind);
        if (value.Class is { } sort)
        {
            writer.WriteString("class"u8, sort);
        }

        writer.WriteString("rule"u8, value.Rule.Value);
        writer.WriteBoolean("implied"u8, value.Implied);
        if (value.Provisional is { } provisional)
        {
            writer.WritePropertyName("provisional"u8);
            JsonSerializer.Serialize(writer, provisional, Records.Json.ProvisionalName);
        }

        writer.WriteEndObject();
    }
}
