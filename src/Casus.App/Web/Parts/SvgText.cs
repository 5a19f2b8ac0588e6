using Microsoft.AspNetCore.Components;

namespace Casus.App.Web;

/// <summary>Words in a drawing: the templates' own language has another use for the element's name.</summary>
internal static class SvgText
{
    /// <param name="anchor">"start", "middle" or "end".</param>
    public static RenderFragment Of(double x, double y, string kind, string words, string anchor = "start") => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", kind);
        builder.AddAttribute(2, "x", Plain.Px(x));
        builder.AddAttribute(3, "y", Plain.Px(y));
        if (anchor != "start")
        {
            builder.AddAttribute(4, "text-anchor", anchor);
        }

        builder.AddContent(5, Way.Isolated(words));
        builder.CloseElement();
    };
}
