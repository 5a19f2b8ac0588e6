using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class Views
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>An address that only shows.</summary>
    public static RouteHandlerBuilder MapView(this IEndpointRouteBuilder routes, string path, Delegate show) => routes.MapMethods(path, Methods, show);
}
