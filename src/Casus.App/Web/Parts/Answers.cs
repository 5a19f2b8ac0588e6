using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Casus.App.Web;

/// <summary>Markup as an answer.</summary>
internal static class Answers
{
    public static RazorComponentResult<Fragment> Page(FrameLines lines, RenderFragment body, int status = 200) => Bare(Frame.Draw(lines, body), status);

    /// <summary>Without anything around it.</summary>
    public static RazorComponentResult<Fragment> Bare(RenderFragment all, int status = 200) =>
        new(new Dictionary<string, object?> { [nameof(Fragment.Content)] = all }) { StatusCode = status, PreventStreamingRendering = true };
}
