namespace Casus.App.Web;

/// <summary>Room for names in a drawing: who comes first keeps it.</summary>
internal sealed class Labels
{
    /// <summary>Of the letters in pixels: as they mostly are, and as the widest of any script may be.</summary>
    private const double Letter = 6.6, Widest = 13, Line = 13;

    /// <summary>Left free at a drawing's sides.</summary>
    private const double Edge = 4;

    private readonly List<(double Left, double Right, double Y)> taken = [];

    /// <summary>Takes the room for words, where it is free.</summary>
    /// <param name="anchor">Of the words at x: "start", "middle" or "end".</param>
    public bool Take(double x, double y, string words, string anchor)
    {
        double room = words.Length * Letter, left = anchor switch { "start" => x, "end" => x - room, _ => x - (room / 2) };
        if (taken.Exists(t => Math.Abs(t.Y - y) < Line && t.Left < left + room && left < t.Right))
        {
            return false;
        }

        taken.Add((left, left + room, y));
        return true;
    }

    /// <summary>Where words that belong over a point stand so that none of them is cut by a drawing's side, whatever the font: near a side they lean on it.</summary>
    /// <param name="x">Of the point, in pixels of the drawing.</param>
    /// <returns>Where they begin, have their middle or end, and which of these it is, as SVG's text-anchor.</returns>
    public static (double X, string Anchor) Within(double x, string words, double width)
    {
        double half = words.Length * Letter / 2, widest = words.Length * Widest / 2;
        return x + widest > width - Edge ? (Math.Min(x + half, width - Edge), "end")
            : x - widest < Edge ? (Math.Max(x - half, Edge), "start")
            : (x, "middle");
    }

    /// <summary>Words to the right of a point; to its left where they would be cut.</summary>
    /// <param name="gap">Between the point and the words.</param>
    public static (double X, string Anchor) Beside(double x, double gap, string words, double width) =>
        x + gap + (words.Length * Widest / 2) > width - Edge && x > width / 2 ? (x - gap, "end") : (x + gap, "start");
}
