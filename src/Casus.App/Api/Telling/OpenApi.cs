using System.Text.Json.Nodes;
using Casus.App.Commands;

namespace Casus.App.Api;

/// <summary>The routes as OpenAPI 3.1, from the table that answers them.</summary>
internal static class OpenApi
{
    private const string Refused = "Problem";

    public static JsonObject Of(IReadOnlyList<Tried> tries)
    {
        var schemas = new JsonObject { [Refused] = Schemas.Of(ApiJson.Readable.Problem) };
        var paths = new JsonObject();
        foreach (Tried tried in tries)
        {
            schemas[Schemas.Name(tried.Route.Answer)] ??= Schemas.Of(tried.Route.Answer);
            paths[tried.Route.Path] = new JsonObject { ["get"] = Get(tried) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Casus",
                ["version"] = CasusCommand.Version,
                ["summary"] = CasusCommand.Slogan,
                ["description"] = "Conflict events with the sentence behind every value. Names are those of the data dictionary (docs/tables.md); an absent value is an absent key; offsets count Unicode code points. A list also answers under its address with .csv, .ndjson, .parquet or (events) .geojson. All routes take HEAD.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = ForPrograms.Root }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    private static JsonObject Get(Tried tried)
    {
        ApiRoute route = tried.Route;
        var content = new JsonObject();
        foreach (ApiFormat format in route.Formats)
        {
            JsonObject media = format == ApiFormat.Json ? new() { ["schema"] = Ref(Schemas.Name(route.Answer)) } : new() { ["schema"] = new JsonObject { ["type"] = "string" } };
            if (format == ApiFormat.Json && tried.Answer is { } answer)
            {
                media["example"] = answer.DeepClone();
            }

            content[format.MediaType] = media;
        }

        var answers = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = route.Says, ["headers"] = Headers(route), ["content"] = content },
            ["304"] = new JsonObject { ["description"] = "Nothing was committed to the store since the tag of If-None-Match." },
        };
        foreach (int status in (int[])[400, .. route.Parts.IsEmpty ? [] : (int[])[404], .. route.Formats.Length > 1 ? (int[])[406] : [], 503])
        {
            answers[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["description"] = string.Join(" Or: ", Problem.Kinds.Where(k => k.Status == status).Select(k => k.Says)),
                ["content"] = new JsonObject { [Problem.MediaType] = new JsonObject { ["schema"] = Ref(Refused) } },
            };
        }

        return new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Says,
            ["parameters"] = new JsonArray([.. route.Parts.Select(p => Parameter(p, "path")), .. route.Parameters.Select(p => Parameter(p, "query"))]),
            ["responses"] = answers,
        };
    }

    private static JsonNode Parameter(ApiParameter parameter, string place)
    {
        var schema = new JsonObject { ["type"] = parameter.Kind switch { "integer" => "integer", "number" => "number", "list" => "array", _ => "string" } };
        JsonNode? words = parameter.OneOf.IsEmpty ? null : new JsonArray([.. parameter.OneOf.Select(w => (JsonNode)w)]);
        if (parameter.Kind == "list")
        {
            schema["items"] = words is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["enum"] = words };
        }
        else if (words is not null)
        {
            schema["enum"] = words;
        }
        else if (parameter.Kind == "flag")
        {
            schema["enum"] = new JsonArray("1", "0");
        }

        var told = new JsonObject { ["name"] = parameter.Name, ["in"] = place, ["description"] = parameter.Says, ["required"] = place == "path" || parameter.Required, ["schema"] = schema };
        if (parameter.Kind == "list")
        {
            (told["style"], told["explode"]) = ("form", false);
        }

        return told;
    }

    private static JsonObject Headers(ApiRoute route)
    {
        static JsonObject Header(string says) => new() { ["description"] = says, ["schema"] = new JsonObject { ["type"] = "string" } };
        var headers = new JsonObject { ["ETag"] = Header("Of the store as it stands, this address and form.") };
        if (route.Table is not null)
        {
            headers["Link"] = Header("rel=\"next\": the address of what comes after; absent at the end.");
        }

        return headers;
    }

    private static JsonObject Ref(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };
}
