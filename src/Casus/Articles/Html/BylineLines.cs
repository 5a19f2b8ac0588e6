namespace Casus.Articles;

/// <summary>Bylines that readers see near the headline and below the last paragraph, for pages that do not mark them.</summary>
internal static class BylineLines
{
    private const int AboveTitle = 3, IntoBody = 5, BeforeEnd = 2, AfterEnd = 5;
    private const int LongestDayLine = 80;
    private static readonly string[] Signs = ["|", "•", "·", " – ", " - ", "—", "/"];
    private const int TopWeight = 52, EndWeight = 46, SignatureWeight = 40;

    public static void Add(PageTree tree, RunPlaces places, ArticleWords words, List<AuthorOffer> offers)
    {
        if (places.First < 0)
        {
            return;
        }

        var bylines = new Bylines(words);
        (int titleAt, _, int first, int last) = places;
        int top = titleAt >= 0 ? titleAt - AboveTitle : first - AboveTitle;
        for (int i = Math.Max(0, top); i < tree.Runs.Count && i <= Math.Max(first, titleAt) + IntoBody; i++)
        {
            Take(tree, i, bylines, words, TopWeight, offers);
        }

        for (int i = Math.Max(0, last - BeforeEnd); last >= 0 && i < tree.Runs.Count && i <= last + AfterEnd; i++)
        {
            Take(tree, i, bylines, words, EndWeight, offers);
        }

        if (last >= 0 && Signature(tree.Runs[last].Text, words) is { } name)
        {
            offers.Add(new AuthorOffer(name, "text", SignatureWeight, false));
        }
    }

    private static void Take(PageTree tree, int at, Bylines bylines, ArticleWords words, int weight, List<AuthorOffer> offers)
    {
        string text = tree.Runs[at].Text;
        if (bylines.Shown(text) is { IsEmpty: false } people)
        {
            offers.Add(new AuthorOffer(string.Join(", ", people), "text", weight, false));
        }
        else if (weight == TopWeight && BesideDay(text, words) is { } beside)
        {
            offers.Add(new AuthorOffer(beside, "text", weight, false));
        }
        else if (at + 1 < tree.Runs.Count && bylines.IsLead(text) && tree.Runs[at + 1].Text is { Length: < 60 } next && words.Names.IsNameLike(next) && bylines.IsPerson(next))
        {
            offers.Add(new AuthorOffer(next, "text", weight, false));
        }
    }

    /// <summary>A name that shares a short line with a day: "04.02.2022 | 13:10 | Jane Roe", "6 May 2024, 13:30 by Jane"; null when there is none.</summary>
    private static string? BesideDay(string line, ArticleWords words)
    {
        if (line.Length > LongestDayLine || new DateText(words.Months).All(line, false, 2) is not [var day])
        {
            return null;
        }

        string rest = (line[..day.Span.Begin] + "|" + line[day.Span.End..]);
        foreach (string piece in rest.Split(Signs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Names.IsFullName(piece) && words.Names.IsNameLike(piece))
            {
                return piece;
            }
        }

        return null;
    }

    /// <summary>A name alone on the last line, or in brackets at its end; null when there is none.</summary>
    private static string? Signature(string line, ArticleWords words)
    {
        int open = line.LastIndexOf('(');
        string name = open >= 0 && line.TrimEnd(' ', '+', '*').EndsWith(')') ? line[(open + 1)..line.LastIndexOf(')')].Trim() : line.Trim();
        return name.Length < 40 && words.Names.IsFullName(name) && words.Names.IsNameLike(name) ? name : null;
    }
}
