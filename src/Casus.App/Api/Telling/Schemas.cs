using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>JSON Schemas (2020-12) of the answers, made of the types that are written: what columns mean is their description, what cannot be absent is required, nothing else is there.</summary>
internal static class Schemas
{
    private static readonly JsonSchemaExporterOptions Exported = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described };

    public static JsonNode Of(JsonTypeInfo answer)
    {
        JsonNode whole = ApiJson.Readable.Options.GetJsonSchemaAsNode(answer.Type, Exported);
        return Inlined(whole, whole);
    }

    /// <summary>"EventAnswer", "PageOfEventLine".</summary>
    public static string Name(JsonTypeInfo answer) => answer.Type.IsGenericType ? $"PageOf{answer.Type.GenericTypeArguments[0].Name}" : answer.Type.Name;

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject told || told.ContainsKey("$ref"))
        {
            return schema;
        }

        // An absent value is an absent key: nothing is null.
        if (told["type"] is JsonArray kinds && kinds.FirstOrDefault(k => k!.GetValue<string>() != "null") is { } kind)
        {
            told["type"] = kind.GetValue<string>();
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            told["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(p => !CanBeAbsent(p)).Select(p => (JsonNode)p.Name)]);
            told["additionalProperties"] = false;
        }

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ColumnAttribute), false).OfType<ColumnAttribute>().FirstOrDefault() is { } column)
        {
            told["description"] = column.Meaning;
        }

        return told;
    }

    /// <summary>A type that stands in several places is written out in each: no answer holds itself, and a schema may then stand anywhere.</summary>
    private static JsonNode Inlined(JsonNode part, JsonNode whole) => part switch
    {
        JsonObject told when told["$ref"]?.GetValue<string>() is { } place => Inlined(place.Split('/').Skip(1).Aggregate(whole, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!), whole),
        JsonObject told => new JsonObject(told.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Inlined(p.Value, whole)))),
        JsonArray list => new JsonArray([.. list.Select(i => Inlined(i!, whole))]),
        _ => part.DeepClone(),
    };

    private static bool CanBeAbsent(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : property.AttributeProvider is PropertyInfo declared && new NullabilityInfoContext().Create(declared).ReadState == NullabilityState.Nullable;
}
