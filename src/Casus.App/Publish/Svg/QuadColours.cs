namespace Casus.App.Publish;

/// <summary>The four quad classes as people see them; told apart also without colours, by their order.</summary>
internal static class QuadColours
{
    public static readonly string[] Fills = ["#9ecae1", "#3182bd", "#fdae6b", "#b2182b"];

    public static void Legend(SvgDrawing drawing, double x, double y)
    {
        for (int quad = 0; quad < QuadNames.All.Length; quad++)
        {
            drawing.Bar(x, y - 9, 10, 10, Fills[quad], QuadNames.All[quad]);
            drawing.Text(x + 14, y, QuadNames.All[quad]);
            x += 30 + (6 * QuadNames.All[quad].Length);
        }
    }
}
