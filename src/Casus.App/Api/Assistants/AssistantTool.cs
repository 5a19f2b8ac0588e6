using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;

namespace Casus.App.Api;

/// <summary>What an assistant may ask for, as the Model Context Protocol has it (2025-06-18): answered as text for it to read and as JSON of a schema.</summary>
/// <param name="Answer">Asks; the text has the numbers of its citations in brackets.</param>
internal sealed record AssistantTool(string Name, string Title, string Says, ImmutableArray<ApiParameter> Parameters, JsonTypeInfo Json, Func<ToolCall, (string Text, object Answer)> Answer)
{
    public static AssistantTool Of<T>(string name, string title, string says, ImmutableArray<ApiParameter> parameters, JsonTypeInfo<T> json, Func<ToolCall, (string Text, T Answer)> answer)
        where T : class => new(name, title, says, parameters, json, call => answer(call));

    public Tool Described => new()
    {
        Name = Name,
        Title = Title,
        Description = Says,
        InputSchema = Element(Input()),
        OutputSchema = Element(Schemas.Of(Json)),
        Annotations = new ToolAnnotations { Title = Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    public CallToolResult Call(ToolCall call)
    {
        (string text, object answer) = Answer(call);
        return new CallToolResult { Content = [new TextContentBlock { Text = text }], StructuredContent = JsonSerializer.SerializeToElement(answer, Json) };
    }

    private JsonObject Input()
    {
        var properties = new JsonObject();
        foreach (ApiParameter parameter in Parameters)
        {
            var told = new JsonObject { ["type"] = parameter.Kind switch { "integer" => "integer", "number" => "number", "flag" => "boolean", _ => "string" }, ["description"] = parameter.Says + (parameter.Kind == "list" ? " Several are separated by commas." : "") };
            if (parameter.Kind == "text" && !parameter.OneOf.IsEmpty)
            {
                told["enum"] = new JsonArray([.. parameter.OneOf.Select(w => (JsonNode)w)]);
            }

            properties[parameter.Name] = told;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. Parameters.Where(p => p.Required).Select(p => (JsonNode)p.Name)]), ["additionalProperties"] = false };
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node, ApiJson.Readable.JsonNode);
}
