namespace Casus.Articles;

/// <summary>Columns of a page whose text keeps its layout: where most lines have a wide gap at one place, what stands left of it is read before what stands right.</summary>
internal static class PdfColumns
{
    private const int Gap = 3, LeastLines = 6, Widest = 400;

    /// <summary>The lines of a page in reading order, blanks trimmed.</summary>
    public static List<string> Lines(string[] page)
    {
        int at = Column(page);
        var left = new List<string>();
        var right = new List<string>();
        foreach (string line in page)
        {
            bool split = at > 0 && line.Length > at && IsGap(line, at);
            left.Add(ElementText.Clean(split ? line[..at] : line));
            if (at > 0)
            {
                right.Add(split ? ElementText.Clean(line[at..]) : "");
            }
        }

        return at > 0 ? [.. left, .. right.SkipWhile(l => l.Length == 0)] : left;
    }

    private static bool IsGap(string line, int at) => at >= Gap && string.IsNullOrWhiteSpace(line[(at - Gap)..at]) && line[at] != ' ';

    /// <summary>Where the right column begins in more than half of the filled lines; 0 when there is none.</summary>
    private static int Column(string[] page)
    {
        var begins = new int[Widest];
        int filled = 0;
        foreach (string line in page)
        {
            filled += string.IsNullOrWhiteSpace(line) ? 0 : 1;
            int text = line.Length - line.AsSpan().TrimStart().Length;
            for (int i = Math.Max(text + 10, Gap); i < Math.Min(line.Length, Widest); i++)
            {
                begins[i] += IsGap(line, i) ? 1 : 0;
            }
        }

        int best = 0;
        for (int i = 0; i < Widest; i++)
        {
            best = begins[i] > begins[best] ? i : best;
        }

        return filled >= LeastLines && begins[best] * 2 > filled ? best : 0;
    }
}
