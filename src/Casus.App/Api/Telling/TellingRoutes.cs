using System.Text;
using Casus.App.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Api;

/// <summary>What tells of the routes: for programs and for people.</summary>
internal static class TellingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView(ForPrograms.Root + "/openapi.json", (Tries tries, Remembered remembered) => Results.Bytes(remembered.Get("openapi.json", () => Encoding.UTF8.GetBytes(OpenApi.Of(tries.All()).ToJsonString(ApiJson.Pretty))), "application/vnd.oai.openapi+json;version=3.1"));
        routes.MapView(ForPrograms.Root, () => Results.Redirect("/api"));
        routes.MapView("/api", (ViewRequest request, Tries tries) => request.Show("For programs", null, ApiView.Draw($"{request.Http.Request.Scheme}://{request.Http.Request.Host}", tries.All())));
    }
}
