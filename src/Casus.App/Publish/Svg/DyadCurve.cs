using System.Globalization;

namespace Casus.App.Publish;

/// <summary>Hostile and cooperative acts of a pair, month by month.</summary>
internal static class DyadCurve
{
    public const string Hostile = "#b2182b", Cooperative = "#3182bd";

    private const int Width = 720, Height = 200, Left = 36, Bottom = 40, Top = 30;

    /// <param name="months">Every month of the time, ascending, also those without acts; at least two.</param>
    /// <param name="turns">Months in which the relation turned.</param>
    public static string Draw(IReadOnlyList<(string Month, int Hostile, int Cooperative)> months, IReadOnlyCollection<string> turns)
    {
        int most = Math.Max(1, months.Max(m => Math.Max(m.Hostile, m.Cooperative)));
        using var drawing = new SvgDrawing(Width, Height, $"Acts by month, {months[0].Month} to {months[^1].Month}: {months.Sum(m => m.Hostile)} hostile, {months.Sum(m => m.Cooperative)} cooperative");
        double X(int month) => Left + (month * (Width - Left - 12) / (double)(months.Count - 1));
        double Y(int acts) => Height - Bottom - (acts * (Height - Top - Bottom) / (double)most);
        drawing.Text(Left, 14, "— hostile acts", fill: Hostile);
        drawing.Text(Left + 110, 14, "— cooperative acts", fill: Cooperative);
        drawing.Line(Left, Y(0), Width - 12, Y(0), "#999");
        drawing.Text(Left - 4, Y(0) + 4, "0", "end");
        drawing.Text(Left - 4, Y(most) + 4, most.ToString(CultureInfo.InvariantCulture), "end");
        int every = Math.Max(1, (int)Math.Ceiling(months.Count / 9.0));
        for (int month = 0; month < months.Count; month++)
        {
            if (turns.Contains(months[month].Month))
            {
                drawing.Line(X(month), Top - 8, X(month), Y(0), "#555", "3 3");
                drawing.Text(X(month), Top - 10, "turn", "middle");
            }

            if (month % every == 0)
            {
                drawing.Text(X(month), Height - Bottom + 16, months[month].Month, "middle");
            }
        }

        drawing.Path(months.Select((m, i) => (X(i), Y(m.Cooperative))), Cooperative);
        drawing.Path(months.Select((m, i) => (X(i), Y(m.Hostile))), Hostile);
        return drawing.Markup();
    }
}
