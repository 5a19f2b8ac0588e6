using System.Collections.Immutable;
using System.Text;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Drawings and briefs as files, under the filter of the view that they were asked from. Tables are the API's.</summary>
internal static class ExportRoutes
{
    private const int Told = 40, MostPlaces = 400;

    private const string Nothing = "Nothing matches, so there is nothing to brief on: take a word out of the filter.";

    /// <summary>Nothing runs in it and nothing is fetched, wherever it is opened.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string form in (string[])["svg", "png"])
        {
            routes.MapView("/drawings/time." + form, (ViewRequest request, StandingDrawing standing, Printer printer) => Drawn(request, "time", form, Time(request), standing, printer));
            routes.MapView("/drawings/map." + form, (ViewRequest request, StandingDrawing standing, Printer printer) => Drawn(request, "map", form, PlaceMap.Draw(request.Read(s => new MapQueries(s).Places(request.Form.Filter, new TimeQueries(s, request.Form.Filter), MostPlaces)).Places, _ => null), standing, printer));
            routes.MapView("/drawings/network." + form, (ViewRequest request, StandingDrawing standing, Printer printer) => Drawn(request, "network", form, NetworkView.Draw(ActorRoutes.NetworkOf(request)), standing, printer));
            routes.MapView("/drawings/dyads/{one}/{other}." + form, (string one, string other, ViewRequest request, StandingDrawing standing, Printer printer) => Drawn(request, "dyad", form, Dyad(one, other, request), standing, printer));
        }

        routes.MapView("/brief.html", (ViewRequest request) => File(request, Encoding.UTF8.GetBytes(ToHtml.Of(Brief(request))), "text/html; charset=utf-8", "brief.html"));
        routes.MapView("/brief.pdf", async (ViewRequest request, Printer printer) => File(request, await printer.Paper(ToHtml.Of(Brief(request))), "application/pdf", "brief.pdf"));
    }

    private static async Task<IResult> Drawn(ViewRequest request, string name, string form, RenderFragment drawing, StandingDrawing standing, Printer printer)
    {
        (string svg, int width, int height) = await standing.Of(drawing, legend: name is "time" or "map") ?? throw new Trouble(ExitCode.Findings, "Nothing is drawn here: nothing matches, or nothing that matches has a day or a place.");
        return form == "svg" ? File(request, Encoding.UTF8.GetBytes(svg), "image/svg+xml", $"{name}.svg") : File(request, await printer.Picture(svg, width, height), "image/png", $"{name}.png");
    }

    private static RenderFragment Time(ViewRequest request)
    {
        TimeBins time = request.Read(s => new TimeQueries(s, request.Form.Filter).Bins());
        return time.Bins.IsEmpty ? _ => { } : TimeLine.Draw(time.Bins, _ => "");
    }

    private static RenderFragment Dyad(string one, string other, ViewRequest request)
    {
        DyadLines lines = ActorRoutes.PairOf(one, other, request);
        return lines.Months.IsEmpty ? _ => { } : DyadChart.Draw(lines);
    }

    private static Brief Brief(ViewRequest request)
    {
        KnowledgeBase knowledge = request.World.Knowledge;
        Filter filter = request.Form.Filter;
        return request.Read(store =>
        {
            long events = new RecordCounts(store).Events(filter);
            if (events is 0 or > EventCount.Many)
            {
                throw events > 0 ? Trouble.Usage($"More than {Plain.Number(EventCount.Many)} events match, too many for a brief: narrow by actor, place or days.") : new Trouble(ExitCode.Findings, Nothing);
            }

            ImmutableArray<Actor> actors = [.. (filter.Actor ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => NamedActor.Find(store, knowledge.Actors, a)).Distinct()];
            Brief brief = new BriefMaker(store, knowledge).Make(new BriefQuestion(actors, false, filter with { Actor = null }, Told));
            return brief.Sections.IsEmpty ? throw new Trouble(ExitCode.Findings, Nothing) : brief;
        });
    }

    private static IResult File(ViewRequest request, byte[] bytes, string kind, string name)
    {
        request.Http.Response.Headers.ContentSecurityPolicy = Policy;
        request.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return Results.Bytes(bytes, kind);
    }
}
