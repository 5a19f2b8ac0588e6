using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class StoryRoutes
{
    private const int MostPassages = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/stories", List);
        routes.MapView("/stories/{id}", One);
    }

    private static IResult List(ViewRequest request)
    {
        bool newest = request.Word("by") != "editions";
        Filter filter = request.Form.Filter;
        ListPage<StoryRow> stories = request.Read(store =>
        {
            var queries = new Queries(store);
            var narrowed = new Narrowed(store, filter);
            return ListPage.Of(request.Page, page => newest ? queries.NewestStories(filter with { Limit = page.Limit, Skip = page.Skip }, narrowed) : queries.Stories(filter with { Limit = page.Limit, Skip = page.Skip }, narrowed), () => new RecordCounts(store).Stories(filter, narrowed));
        });
        return request.Show("Stories", "/stories", StoriesView.Draw(request.Form, newest, stories, request.World.Knowledge));
    }

    private static IResult One(string id, ViewRequest request)
    {
        (string whole, StoryComparison story, List<EventRow> events) = request.Read(store =>
        {
            var lookup = new Lookup(store);
            string found = lookup.Complete("story", Ids.Check(id));
            return (found, StoryComparison.Of(lookup, found, new EditionDiff(request.World.Knowledge), MostPassages), new Queries(store).EventsOfStory(found));
        });
        return request.Show(story.Editions.FirstOrDefault()?.Title ?? "Story", "/stories", StoryView.Draw(whole, story, events, request.Word("all") is not null));
    }
}
