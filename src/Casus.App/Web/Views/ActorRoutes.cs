using System.Text.RegularExpressions;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Actors, pairs of them, and their network.</summary>
internal static partial class ActorRoutes
{
    /// <summary>Of a pair and the pairs that it holds only the widest is shown; some more rows are asked for in their place.</summary>
    private const int Shown = 50, Nested = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/actors", List);
        routes.MapView("/actors/{id}", One);
        routes.MapView("/dyads", Pairs);
        routes.MapView("/dyads/{one}/{other}", Pair);
        routes.MapView("/network", Network);
    }

    private static IResult List(ViewRequest request)
    {
        string? word = request.Word("actor");
        ListPage<ActorRow> actors = request.Read(store => ListPage.Of(request.Page, page => new Queries(store).ActorsOfEvents(new Filter(Actor: word) { Limit = page.Limit, Skip = page.Skip }), () => new RecordCounts(store).Actors()));
        return request.Show("Actors", "/actors", ActorsView.Draw(word, actors));
    }

    private static IResult One(string id, ViewRequest request, Remembered remembered)
    {
        ActorLines lines = remembered.Get("/actors/" + id, () => request.Read(store => ActorLines.Of(store, request.World.Knowledge, Ids.Check(id))));
        return request.Show(lines.Name, "/actors", ActorView.Draw(lines, request.World.Knowledge));
    }

    private static IResult Pairs(ViewRequest request)
    {
        KnowledgeBase knowledge = request.World.Knowledge;
        bool exact = request.Word("exact") is not null;
        string? problem = null;
        (List<DyadRow> rows, string? who) = request.Read(store =>
        {
            string? id;
            try
            {
                id = request.Word("actor") is { } word ? NamedActor.Find(store, knowledge.Actors, word).Id : null;
            }
            catch (Trouble trouble)
            {
                problem = trouble.Message;
                return ([], null);
            }

            List<DyadRow> all = new DyadQueries(store).Busiest(id, exact, Shown * Nested);
            return ((exact ? all : OutermostDyads.Of(all, new Sides(knowledge.Actors))).Take(Shown).ToList(), id);
        });
        return request.Show("Dyads", "/dyads", DyadsView.Draw(rows, who ?? request.Word("actor"), exact, knowledge, problem));
    }

    private static IResult Pair(string one, string other, ViewRequest request)
    {
        DyadLines lines = PairOf(one, other, request);
        return request.Show($"{lines.Story.First.Name} – {lines.Story.Second.Name}", "/dyads", DyadView.Draw(lines, request.Word("exact") is not null, request.World.Knowledge, request.Form));
    }

    public static DyadLines PairOf(string one, string other, ViewRequest request)
    {
        KnowledgeBase knowledge = request.World.Knowledge;
        bool exact = request.Word("exact") is not null;
        return request.Read(store => DyadLines.Of(store, DyadStory.Of(store, new Sides(knowledge.Actors), Find(knowledge, one), Find(knowledge, other), request.Form.Filter, exact)));
    }

    private static IResult Network(ViewRequest request) => request.Show("Network", "/network", NetworkView.Draw(NetworkOf(request)));

    public static NetworkLines NetworkOf(ViewRequest request)
    {
        string? month = request.Word("month", 7);
        return month is null || Month().IsMatch(month) ? request.Read(store => NetworkLines.Of(store, month)) : throw Trouble.Usage($"{month} is no month: write 2024-12.");
    }

    private static Actor Find(KnowledgeBase knowledge, string id) => knowledge.Actors.Find(Ids.Check(id)) ?? throw new Trouble(ExitCode.Findings, $"No actor of knowledge/ has the id {id}.");

    [GeneratedRegex(@"^\d{4}-\d{2}\z")]
    private static partial Regex Month();
}
