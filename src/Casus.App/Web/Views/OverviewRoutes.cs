using Casus.App.Access;
using Casus.App.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class OverviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapView("/", Show);

    private static IResult Show(ViewRequest request, Remembered remembered)
    {
        Filter filter = request.Form.Filter;
        OverviewLines lines = remembered.Get(request.Form.At("/"), () => request.Read(store => OverviewLines.Of(store, filter)));
        return request.Show("Overview", "/", OverviewView.Draw(request.Form, lines, request.World.Knowledge, request.Word("map", 60) is { } part ? MapWindow.Parse(part) : null, request.Keeper.May(request.Http, UserRole.Reviewer)));
    }
}
