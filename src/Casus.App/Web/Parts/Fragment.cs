using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Casus.App.Web;

/// <summary>A component of nothing but what it is given: views are functions from what the store told to markup, without a life of their own.</summary>
internal sealed class Fragment : ComponentBase
{
    [Parameter, EditorRequired]
    public RenderFragment Content { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
}
