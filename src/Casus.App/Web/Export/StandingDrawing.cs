using System.Text.RegularExpressions;
using Casus.App.Publish;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Casus.App.Web;

/// <summary>A view's drawing as a file of its own: the same markup, with the colours that the style sheet gives it and without what leads elsewhere.</summary>
internal sealed partial class StandingDrawing(IServiceProvider services, ILoggerFactory logs)
{
    private const int LegendWidth = 150, LegendHeight = 22;

    private const string Style = """
        <style>svg{background:#fff;font-family:system-ui,"Segoe UI","Noto Sans",sans-serif}
        .q1{fill:#56b4e9;stroke:#56b4e9}.q2{fill:#0072b2;stroke:#0072b2}.q3{fill:#e69f00;stroke:#e69f00}.q4{fill:#c4400a;stroke:#c4400a}rect.q1,rect.q2,rect.q3,rect.q4{stroke:none}
        .axis{fill:#4d555e;font-size:11px}.grid{stroke:#d9d5cd;stroke-width:.6}.hit{fill:transparent}.sea{fill:#efece6}.dot{fill-opacity:.72;stroke-width:1}.area{fill-opacity:.1;stroke-width:1;stroke-dasharray:3 3}
        .place{fill:#1b1f24;font-size:12px;paint-order:stroke;stroke:#efece6;stroke-width:3px}.line{fill:none;stroke-width:2}.line.hostile{stroke:#c4400a}.line.cooperative{stroke:#0072b2;stroke-dasharray:6 2}.turn{stroke:#1b1f24;stroke-dasharray:2 3}
        .edge{stroke-opacity:.75}.edge.hostile{stroke:#c4400a}.edge.cooperative{stroke:#0072b2;stroke-dasharray:7 3}.node{fill:#fff;stroke:#4d555e;stroke-width:1.5}</style>
        """;

    /// <param name="legend">Tells below what the colours of quad classes mean.</param>
    /// <returns>Null where the fragment draws nothing.</returns>
    public async Task<(string Svg, int Width, int Height)?> Of(RenderFragment drawing, bool legend)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        string markup = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Fragment>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Fragment.Content)] = drawing }))).ToHtmlString());
        if (Svg().Match(markup) is not { Success: true } svg)
        {
            return null;
        }

        (int width, int height) = ((int)double.Parse(svg.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), (int)double.Parse(svg.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture));
        string inside = Link().Replace(svg.Groups[4].Value, m => m.Value.StartsWith("</", StringComparison.Ordinal) ? "</g>" : "<g>");
        if (legend)
        {
            inside += string.Concat(QuadNames.All.Select((name, i) => $"<rect class=\"q{i + 1}\" x=\"{8 + (i * LegendWidth)}\" y=\"{height + 4}\" width=\"10\" height=\"10\"/><text class=\"axis\" x=\"{23 + (i * LegendWidth)}\" y=\"{height + 13}\">{name}</text>"));
            height += LegendHeight;
        }

        return ($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" {Label().Match(svg.Groups[1].Value)}>{Style}{inside}</svg>\n", width, height);
    }

    [GeneratedRegex("""<svg([^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*)>(.*?)</svg>""", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex("</?a(?:\\s[^>]*)?>")]
    private static partial Regex Link();

    [GeneratedRegex("aria-label=\"[^\"]*\"")]
    private static partial Regex Label();
}
