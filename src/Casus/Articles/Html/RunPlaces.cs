namespace Casus.Articles;

/// <summary>Where headline and body stand among the runs of a page; −1 for what is not found.</summary>
/// <param name="Title">The last run before the body that says the title.</param>
/// <param name="FirstTitle">The first run of the page that says the title.</param>
internal readonly record struct RunPlaces(int Title, int FirstTitle, int First, int Last)
{
    public static RunPlaces Of(PageTree tree, List<DraftBlock> body, string? title)
    {
        int last = -1, first = -1, at = -1, seen = -1;
        for (int i = 0; i < tree.Runs.Count; i++)
        {
            string text = tree.Runs[i].Text;
            if ((first < 0 || seen < 0) && title is not null && text.Length <= 2 * title.Length && text.Length * 3 >= title.Length && Titles.Says(text, title))
            {
                at = first < 0 ? i : at;
                seen = seen < 0 ? i : seen;
            }

            if (body.Count > 0)
            {
                first = first < 0 && text == body[0].Text ? i : first;
                last = text == body[^1].Text ? i : last;
            }
        }

        return new RunPlaces(at, seen, first, last);
    }
}
