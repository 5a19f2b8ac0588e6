namespace Casus.Articles;

/// <summary>
/// Knows the paragraph between headline and body by what the page's head says that the article is about. Outlets mark it "teaser" like
/// the lines under links to other articles; that the head begins with it tells them apart.
/// </summary>
internal static class Standfirst
{
    /// <summary>Characters that must be the same: fewer may agree by chance.</summary>
    private const int Enough = 40;

    /// <summary>Index of the first run that begins as a description does; −1 when there is none.</summary>
    public static int In(List<PageRun> runs, IReadOnlyList<string> descriptions)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            if (runs[i].Text.Length >= Enough && runs[i].LinkShare < 0.3)
            {
                foreach (string description in descriptions)
                {
                    if (runs[i].Text.AsSpan().CommonPrefixLength(description) >= Enough)
                    {
                        return i;
                    }
                }
            }
        }

        return -1;
    }
}
