using Casus.App.Store;
using Casus.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Api;

/// <summary>Every address for programs, in one group: what holds of all of them is attached to it.</summary>
internal static class ApiEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder all = routes.MapGroup("");
        all.MapView(ForPrograms.Root + Changes.Route.Path, Followed);
        all.MapView(AtomFeed.Path, AtomFeed.Serve);
        foreach (ApiRoute route in ApiRoutes.All.Where(r => r != Changes.Route))
        {
            all.MapView(ForPrograms.Root + route.Path, (ViewRequest request, Remembered remembered) => Answer(route, null, request, remembered));
            foreach (ApiFormat format in route.Table is null ? [] : route.Formats)
            {
                all.MapView($"{ForPrograms.Root}{route.Path}.{format.Suffix}", (ViewRequest request, Remembered remembered) => Answer(route, format, request, remembered));
            }
        }

        TellingRoutes.Map(all);
        all.MapPost(ForPrograms.Assistants, (HttpContext http, AssistantServer server) => server.Answer(http));
        return all;
    }

    /// <summary>The present address with another cursor.</summary>
    public static string Next(HttpContext http, string cursor) =>
        http.Request.PathBase + http.Request.Path + QueryString.Create([.. http.Request.Query.Where(q => q.Key != ApiParameter.After), new(ApiParameter.After, cursor)]);

    private static async Task Followed(ViewRequest request, Remembered remembered, ChangeStream stream)
    {
        Check(request.Http, Changes.Route);
        await (ChangeStream.IsAsked(request.Http) ? stream.Serve(request.Http) : Answer(Changes.Route, null, request, remembered).ExecuteAsync(request.Http));
    }

    private static IResult Answer(ApiRoute route, ApiFormat? suffix, ViewRequest request, Remembered remembered)
    {
        HttpContext http = request.Http;
        Check(http, route);
        ApiFormat format = suffix ?? ApiFormat.Choose(http.Request.Headers.Accept.ToString(), route.Formats)
            ?? throw new ApiTrouble(Problem.Of("no-such-form", $"{http.Request.Path} does not answer so.", $"Accept one of {string.Join(", ", route.Formats.Select(f => f.MediaType))}."));
        ApiAnswer answer = route.Ask(new ApiCall(request, format, remembered));
        http.Response.Headers.Vary = "Accept, Accept-Encoding";
        if (answer.Next is { } cursor)
        {
            http.Response.Headers.Link = $"<{Next(http, cursor)}>; rel=\"next\"";
        }

        if (format != ApiFormat.Json)
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{route.Name}.{format.Suffix}\"";
        }

        return Results.Bytes(answer.Body, format == ApiFormat.Csv ? "text/csv; charset=utf-8; header=present" : format.MediaType);
    }

    private static void Check(HttpContext http, ApiRoute route)
    {
        string[] known = [.. route.Parameters.Select(p => p.Name)];
        foreach (string name in http.Request.Query.Keys.Where(k => !known.Contains(k)))
        {
            throw new ApiTrouble(Problem.Unknown(name, known));
        }

        foreach (ApiParameter missing in route.Parameters.Where(p => p.Required && string.IsNullOrWhiteSpace(http.Request.Query[p.Name].LastOrDefault())))
        {
            throw new ApiTrouble(Problem.Bad(missing.Name, $"{missing.Name} is missing.", missing.Says));
        }
    }
}
