using System.Text.Json;
using System.Text.Json.Nodes;
using Casus.App.Access;
using Casus.App.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Api;

/// <summary>A call that shows how, and what it answers on the store at hand.</summary>
/// <param name="Call">Path and query behind /api/v1; null where the store holds nothing of the kind.</param>
/// <param name="Answer">Long lists and texts are cut short, so that it is still of its schema; null without a call, or where answering takes too long.</param>
internal sealed record Tried(ApiRoute Route, string? Call, JsonNode? Answer);

/// <summary>Makes the calls that show how.</summary>
internal sealed class Tries(StorePool stores, World world, ServeOptions options, IAntiforgery antiforgery, Keeper keeper, Remembered remembered)
{
    private const int MostItems = 2, MostLetters = 160;

    public IReadOnlyList<Tried> All() => remembered.Get("tried", () =>
    {
        Samples samples = stores.Read(Samples.Of);
        return (IReadOnlyList<Tried>)[.. ApiRoutes.All.Select(r => Try(r, r.Sample(samples)))];
    });

    private Tried Try(ApiRoute route, string? call)
    {
        if (call is null)
        {
            return new(route, null, null);
        }

        var http = new DefaultHttpContext();
        string[] halves = call.Split('?', 2);
        http.Request.Path = ForPrograms.Root + halves[0];
        http.Request.QueryString = new QueryString(halves.Length > 1 ? "?" + halves[1] : "");
        foreach ((string name, string value) in route.Path.Split('/').Zip(halves[0].Split('/')).Where(p => p.First.StartsWith('{')))
        {
            http.Request.RouteValues[name.Trim('{', '}')] = value;
        }

        try
        {
            ApiAnswer answer = route.Ask(new ApiCall(new ViewRequest(new One(http), stores, world, options, antiforgery, keeper), ApiFormat.Json, remembered));
            return new(route, call, Short(JsonNode.Parse(answer.Body.Span)!));
        }
        catch (Trouble)
        {
            // A record too large to be asked without a filter still has its routes told.
            return new(route, call, null);
        }
    }

    private static JsonNode Short(JsonNode whole) => whole switch
    {
        JsonObject told => new JsonObject(told.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Short(p.Value)))),
        JsonArray list => new JsonArray([.. list.Take(MostItems).Select(i => Short(i!))]),
        _ when whole.GetValueKind() == JsonValueKind.String && whole.GetValue<string>() is { Length: > MostLetters } text => Plain.Shortened(text, MostLetters),
        _ => whole.DeepClone(),
    };

    private sealed class One(HttpContext http) : IHttpContextAccessor
    {
        public HttpContext? HttpContext
        {
            get => http;
            set => throw new NotSupportedException();
        }
    }
}
