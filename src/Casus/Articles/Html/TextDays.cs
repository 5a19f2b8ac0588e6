namespace Casus.Articles;

/// <summary>Days written in the page's text, for pages that mark none: near the headline, at the head of the first paragraphs, behind words that call them the day of publication.</summary>
internal static class TextDays
{
    private const int MostCandidates = 100, MostInLine = 4;

    /// <summary>A longer run is a paragraph: a day in it is mostly one that it tells of.</summary>
    private const int LongestLabel = 250;

    /// <summary>A line that begins with a day is about it when it is not much longer.</summary>
    private const int LongestDateLine = 90;

    /// <summary>Runs from the body's first in which a paragraph may begin with the day of publication, and after its last in which a label is the article's.</summary>
    private const int Near = 4;

    private const int Linked = 14, Passing = 22, OwnLine = 34, Labelled = 36, ByHeadline = 16;

    public static void Add(PageTree tree, RunPlaces places, ArticleWords words, List<DateCandidate> dates)
    {
        var days = new DateText(words.Months);
        for (int i = 0; i < tree.Runs.Count && dates.Count < MostCandidates; i++)
        {
            PageRun run = tree.Runs[i];
            bool paragraph = run.Text.Length > LongestLabel, inTop = places.First >= 0 && i >= places.First && i <= places.First + Near;
            string head = paragraph ? run.Text[..LongestLabel] : run.Text;
            if ((paragraph && !inTop) || IsClock(tree, run.Part) || days.All(head, false, MostInLine) is not { Count: > 0 } all)
            {
                continue;
            }

            (DateOnly day, TextSpan span) = all.Find(d => DayLabel.Before(head, d.Span.Begin, words) == DayLabel.Published);
            bool labelled = span.Length > 0 && i <= places.Last + Near;
            (day, span) = labelled ? (day, span) : all[0];
            bool opens = span.Begin <= 1;
            if (paragraph && i != places.First && !labelled && !opens)
            {
                continue;
            }

            bool own = span.Length * 3 > run.Text.Length || (span.Begin == 0 && run.Text.Length <= LongestDateLine) || (paragraph && inTop && opens);
            int weight = run.LinkShare > 0.8 ? Linked : labelled ? Labelled : own ? OwnLine : Passing;
            weight += places.FirstTitle >= 0 && i >= places.FirstTitle - 2 && i <= Math.Max(places.FirstTitle, places.First) + 2 ? ByHeadline : 0;
            dates.Add(new DateCandidate(day, "text", head.Length > 80 ? span.Of(head) : head, weight, ""));
        }
    }

    private static bool IsClock(PageTree tree, int part)
    {
        while (part >= 0 && (tree.Parts[part].Cues & PartCue.Clock) == 0)
        {
            part = tree.Parts[part].Parent;
        }

        return part >= 0;
    }
}
