using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>F1 of marked mentions by kind, as rows of a table: the same borders and kind, and the same kind with a word in common (each counts once, in text order).</summary>
internal static class NamesScores
{
    private static readonly string[] Counted = ["Person", "Organisation", "Location", "Weapon", "Nationality"];

    public static List<string> Rows(List<NamesArticle> articles, List<(TextSpan Span, MentionKind Kind)>[] marks)
    {
        var rows = new List<string>();
        int allSame = 0, allTouch = 0, allMarked = 0, allGold = 0;
        foreach (string kind in (string[])[.. Counted, "MilitaryPlatform"])
        {
            int same = 0, touch = 0, marked = 0, gold = 0;
            for (int i = 0; i < articles.Count; i++)
            {
                List<TextSpan> found = [.. marks[i].Where(m => m.Kind.ToString() == kind).Select(m => m.Span)];
                List<TextSpan> right = [.. articles[i].All.Where(a => a.Kind == kind).Select(a => a.Span).Order()];
                marked += found.Count;
                gold += right.Count;
                same += found.Count(right.Contains);
                foreach (TextSpan span in found)
                {
                    int at = right.FindIndex(r => r.Overlaps(span));
                    if (at >= 0)
                    {
                        touch++;
                        right.RemoveAt(at);
                    }
                }
            }

            if (Counted.Contains(kind))
            {
                (allSame, allTouch, allMarked, allGold) = (allSame + same, allTouch + touch, allMarked + marked, allGold + gold);
            }

            rows.Add(Row(kind, same, touch, marked, gold));
        }

        rows.Add(Row("**the five that count**", allSame, allTouch, allMarked, allGold));
        return rows;
    }

    private static string Row(string kind, int same, int touch, int marked, int gold) => string.Create(
        CultureInfo.InvariantCulture, $"| {kind} | {200.0 * same / Math.Max(1, marked + gold):0.0} | {200.0 * touch / Math.Max(1, marked + gold):0.0} | {marked} | {gold} |");
}
