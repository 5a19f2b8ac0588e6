using System.Collections.Immutable;
using Casus.App.Access;
using Casus.App.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>What waits for a person beside uncertain events: the same questions as <c>casus review</c>.</summary>
internal static class QuestionRoutes
{
    public const string Path = "/review/questions";

    private const int Shown = 25;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapView(Path, Show).Demands(UserRole.Reviewer);

    private static IResult Show(ViewRequest request)
    {
        ReviewKind kind = request.Word("what", 20) switch
        {
            null or "pairs" => ReviewKind.Pair,
            "names" => ReviewKind.Name,
            "stories" => ReviewKind.Story,
            { } other => throw Trouble.Usage($"There are no {other} to review: pairs, names, stories."),
        };
        ImmutableArray<ReviewQuestion> questions = request.Read(store => new ReviewQuestions(store, () => request.World.Linker).First([kind], Shown));
        return request.Show("Review", "/review", QuestionsView.Draw(questions, kind, JudgeForm.Of(request, Path), JudgeForm.Made(request)));
    }
}
