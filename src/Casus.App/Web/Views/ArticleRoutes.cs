using Casus.App.Store;
using Casus.Articles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

internal static class ArticleRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/articles/{id}", One);
        routes.MapView("/pages", List);
        routes.MapView("/pages/{id}/text", Original);
    }

    private static IResult One(string id, ViewRequest request)
    {
        ArticleLines lines = request.Read(store => ArticleLines.Of(store, Ids.Check(id), request.Word("mark")));
        return request.Show(lines.Article.Title ?? "Article", "/stories", ArticleView.Draw(lines));
    }

    private static IResult List(ViewRequest request)
    {
        string? outcome = request.Word("type", 60);
        ListPage<PageRow> pages = request.Read(store => ListPage.Of(request.Page, page => new Queries(store).Pages(new Filter(outcome) { Limit = page.Limit, Skip = page.Skip }), () => new RecordCounts(store).Pages(outcome)));
        return request.Show("Pages", null, PagesView.Draw(outcome, pages));
    }

    /// <summary>The page in a frame of its own that can do nothing, reached from the article's view.</summary>
    private static IResult Original(string id, ViewRequest request)
    {
        PageSource? source = request.Read(store => PageSource.Of(KeptPages.One(store, new Lookup(store).Complete("page", Ids.Check(id)))));
        IHeaderDictionary headers = request.Http.Response.Headers;
        headers.ContentSecurityPolicy = CleanPage.Policy;
        headers.XFrameOptions = "SAMEORIGIN";
        return Results.Content(CleanPage.Of(source), "text/html; charset=utf-8");
    }
}
