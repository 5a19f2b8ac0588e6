using Casus.App.Api;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Every address of the console.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        StaticFiles.Map(routes);
        OverviewRoutes.Map(routes);
        EventRoutes.Map(routes);
        ArticleRoutes.Map(routes);
        StoryRoutes.Map(routes);
        ActorRoutes.Map(routes);
        KnowledgeRoutes.Map(routes);
        JudgeRoutes.Map(routes);
        QuestionRoutes.Map(routes);
        ImportRoutes.Map(routes);
        EntryRoutes.Map(routes);
        ExportRoutes.Map(routes);
        ApiEndpoints.Map(routes);
    }
}
