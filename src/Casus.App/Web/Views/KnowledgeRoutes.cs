using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Figures, search, the codebook, the vocabulary, and the box that codes.</summary>
internal static class KnowledgeRoutes
{
    private const int MostSeries = 120, MostFigures = 3_000, MostFound = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/statistics", Statistics);
        routes.MapView("/search", Search);
        routes.MapView("/codebook", Codebook);
        routes.MapView("/codebook/{type}", Type);
        routes.MapView("/glossary", (ViewRequest request) => request.Show("What the words mean", null, GlossaryView.Draw()));
        routes.MapView("/try", Try);
    }

    private static IResult Statistics(ViewRequest request, Remembered remembered)
    {
        Filter filter = request.Form.Filter;
        (List<(StatisticSeries, RecordCount?)> series, int all) = remembered.Get(request.Form.At("/statistics"), () => request.Read(store =>
        {
            var queries = new StatisticQueries(store);
            System.Collections.Immutable.ImmutableArray<StatisticSeries> found = StatisticTable.Of(queries.Tellings(filter, MostFigures));
            return (found.Take(MostSeries).Select(s => (s, queries.Counted(s))).ToList(), found.Length);
        }));
        return request.Show("Statistics", "/statistics", StatisticsView.Draw(request.Form, series, all, request.World.Knowledge));
    }

    private static IResult Search(ViewRequest request)
    {
        string? words = request.Word("q");
        var filter = request.Form.Filter with { Limit = MostFound };
        (List<FoundSentence> found, long all, object?[]? _) = words is null ? ([], 0, null) : request.Read(store => new SentenceSearch(store).Find(words, filter));
        return request.Show("Search", "/search", SearchView.Draw(request.Form, words, found, all));
    }

    private static IResult Codebook(ViewRequest request) => request.Show("Codebook", "/codebook", CodebookView.Draw(request.World.Knowledge, request.Word("q", 100)));

    private static IResult Type(string type, ViewRequest request)
    {
        EventType found = request.World.Knowledge.Ontology.Find(Ids.Check(type).ToUpperInvariant()) ?? throw new Trouble(ExitCode.Findings, $"There is no type {type}: the codebook lists the sixteen.");
        return request.Show(Plain.Type(found.Name), "/codebook", CodebookTypeView.Draw(request.World.Knowledge, found));
    }

    private static IResult Try(ViewRequest request)
    {
        string? text = request.Word("text", Limits.Tried);
        return request.Show("Try a sentence", "/try", TryView.Draw(text, text is null ? null : TriedText.Of(request.World, text)));
    }
}
