using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class EventRoutes
{
    /// <summary>Asks for an event as the record has it, before whoever reviews has judged what others corrected.</summary>
    public const string AsItStands = "record";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/events", List);
        routes.MapView("/events/{id}", One);
        routes.MapView("/claims/{id}", Claim);
    }

    private static IResult List(ViewRequest request, Remembered remembered)
    {
        bool byDay = request.Word("by") != "weight";
        Filter filter = FilterWords.OfEvents(request.Form.Filter, request.World.Knowledge.Ontology);
        ListPage<EventRow> events = remembered.Get(request.Form.At("/events", ("by", byDay ? null : "weight"), ("page", request.Page.ToString(CultureInfo.InvariantCulture))), () => request.Read(store =>
        {
            long all = EventCount.Of(remembered, request.Form, store);
            return ListPage.Of(request.Page, page => new Queries(store).Events(filter with { Limit = page.Limit, Skip = page.Skip }, byDay, all > EventCount.Many), () => all);
        }));
        return request.Show("Events", "/events", EventsView.Draw(request.Form, byDay, events, request.World.Knowledge));
    }

    private static IResult One(string id, ViewRequest request)
    {
        if (request.Read(store => GoneBy(store, Ids.Check(id))) is var (by, now))
        {
            return now is null ? throw new Trouble(ExitCode.Findings, $"{id} is no event any more: {by!.By} judged “{JudgementBook.Saying(by)}” ({by.Id}). The judgements show what it said, and undo it.") : Results.LocalRedirect("/events/" + now);
        }

        var form = JudgeForm.Of(request, "");
        bool isBlind = form is { IsSigned: true, IsOpen: true } && request.Word(AsItStands) is null;
        EventLines lines = request.Read(store => EventLines.Of(store, Ids.Check(id), request.World.Linker, isBlind ? new AsCoded(store, request.World.Linker, request.World.Knowledge, form.By) : null));
        return request.Show($"{Plain.Type(lines.Told.Type)}: {Values.Of(lines.Told.Time.Value)}", "/events", EventView.Draw(lines, request.World.Knowledge, form with { Back = "/events/" + lines.Told.Id, IsBlind = lines.IsAsCoded }));
    }

    /// <summary>By which judgement an event has gone, or the one that it became part of; null where it is there, or was never judged.</summary>
    private static (Judgement? By, string? Now)? GoneBy(CasusStore store, string id)
    {
        using Statement find = store.Prepare("SELECT 1 FROM event WHERE id >= $1 AND id < $2 LIMIT 1");
        if (find.Scalar(id, id + "\uFFFF") is not null)
        {
            return null;
        }

        (Judgement? by, string? now) = (MovedEvents.GoneBy(store, id), MovedEvents.Now(store, id));
        return by is null && now is null ? null : (by, now);
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
