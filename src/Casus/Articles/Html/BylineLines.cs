namespace Casus.Articles;

/// <summary>Bylines that readers see near the headline and below the last paragraph, for pages that do not mark them.</summary>
internal static class BylineLines
{
    private const int AboveTitle = 3, IntoBody = 5, BeforeEnd = 2, AfterEnd = 5;
    private const int TopWeight = 52, EndWeight = 46, SignatureWeight = 40;

    public static void Add(PageTree tree, List<DraftBlock> body, string? title, ArticleWords words, List<AuthorOffer> offers)
    {
        if (body.Count == 0)
        {
            return;
        }

        var bylines = new Bylines(words);
        int titleAt = -1, first = -1, last = -1;
        for (int i = 0; i < tree.Runs.Count; i++)
        {
            string text = tree.Runs[i].Text;
            titleAt = title is not null && first < 0 && text.Length <= 2 * title.Length && Titles.Says(text, title) ? i : titleAt;
            first = first < 0 && text == body[0].Text ? i : first;
            last = text == body[^1].Text ? i : last;
        }

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
        else if (at + 1 < tree.Runs.Count && bylines.IsLead(text) && tree.Runs[at + 1].Text is { Length: < 60 } next && words.Names.IsNameLike(next) && bylines.IsPerson(next))
        {
            offers.Add(new AuthorOffer(next, "text", weight, false));
        }
    }

    /// <summary>A name alone on the last line, or in brackets at its end; null when there is none.</summary>
    private static string? Signature(string line, ArticleWords words)
    {
        int open = line.LastIndexOf('(');
        string name = open >= 0 && line.TrimEnd(' ', '+', '*').EndsWith(')') ? line[(open + 1)..line.LastIndexOf(')')].Trim() : line.Trim();
        return name.Length < 40 && words.Names.IsFullName(name) && words.Names.IsNameLike(name) ? name : null;
    }
}
