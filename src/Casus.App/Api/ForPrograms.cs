using Microsoft.AspNetCore.Http;

namespace Casus.App.Api;

/// <summary>Addresses that programs ask: what goes wrong there is told in their language.</summary>
internal static class ForPrograms
{
    public const string Root = "/api/v1", Feeds = "/feeds", Assistants = "/mcp";

    public static bool Asks(HttpContext http) => http.Request.Path.StartsWithSegments(Root) || http.Request.Path.StartsWithSegments(Feeds) || http.Request.Path.StartsWithSegments(Assistants);
}
