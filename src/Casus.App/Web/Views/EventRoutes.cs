using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class EventRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/events", List);
        routes.MapView("/events/{id}", One);
        routes.MapView("/claims/{id}", Claim);
    }

    private static IResult List(ViewRequest request, Remembered remembered)
    {
        bool byDay = request.Word("by") != "weight";
        Filter filter = request.Form.Filter;
        ListPage<EventRow> events = remembered.Get(request.Form.At("/events", ("by", byDay ? null : "weight"), ("page", request.Page.ToString(CultureInfo.InvariantCulture))), () => request.Read(store =>
        {
            long all = EventCount.Of(remembered, request.Form, store);
            return ListPage.Of(request.Page, page => new Queries(store).Events(filter with { Limit = page.Limit, Skip = page.Skip }, byDay, all > EventCount.Many), () => all);
        }));
        return request.Show("Events", "/events", EventsView.Draw(request.Form, byDay, events, request.World.Knowledge));
    }

    private static IResult One(string id, ViewRequest request)
    {
        EventLines lines = request.Read(store => EventLines.Of(store, Ids.Check(id), request.World.Linker));
        return request.Show($"{Plain.Type(lines.Told.Type)}: {Values.Of(lines.Told.Time.Value)}", "/events", EventView.Draw(lines, request.World.Knowledge, JudgeForm.Of(request, "/events/" + lines.Told.Id)));
    }

    private static IResult Claim(string id, ViewRequest request)
    {
        (ClaimContext context, ImmutableArray<string> events) = request.Read(store =>
        {
            var lookup = new Lookup(store);
            string whole = lookup.Complete("claim", Ids.Check(id));
            StoredClaim claim = lookup.Claims(whole)[0];
            return (new ClaimContext(claim.Claim, lookup.Article(claim.ArticleId)), lookup.EventsOf(whole).ToImmutableArray());
        });
        return request.Show("Why this code", "/events", ClaimView.Draw(context, ClaimExplainer.Explain(context), events));
    }
}
