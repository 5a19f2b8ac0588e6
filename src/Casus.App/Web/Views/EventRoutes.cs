using Casus.App.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class EventRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events", List);
    }

    private static IResult List(ViewRequest request)
    {
        bool byDay = request.Word("by") != "weight";
        Filter filter = request.Form.Filter;
        ListPage<EventRow> events = request.Read(store => ListPage.Of(request.Page, page => new Queries(store).Events(filter with { Limit = page.Limit, Skip = page.Skip }, byDay), () => new RecordCounts(store).Events(filter)));
        return request.Show("Events", "/events", EventsView.Draw(request.Form, byDay, events, request.World.Knowledge));
    }
}
