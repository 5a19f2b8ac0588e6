namespace Casus.Articles;

/// <summary>Tells running text from labels.</summary>
internal static class Prose
{
    /// <summary>Characters of running text in a run: its length when it reads like sentences and is not mostly links, else 0.</summary>
    public static int Weight(PageRun run) => run.LinkShare < 0.5 && IsProse(run.Text) ? run.Text.Length : 0;

    /// <summary>At least 60 characters and ten words, or 25 characters that end like a sentence.</summary>
    public static bool IsProse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 25)
        {
            return false;
        }

        return EndsSentence(text) ? Words(text, 5) >= 5 : text.Length >= 60 && Words(text, 10) >= 10;
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '”' or '“' or '’' or '\'' or ')' or ']' or '»' or '«' or '‘' or ' ')
        {
            end--;
        }

        return end > 0 && text[end - 1] is '.' or '!' or '?' or '…' or ':' or '。' or ';' or '।' or '۔';
    }

    /// <summary>Words of a text, counted up to a limit.</summary>
    public static int Words(ReadOnlySpan<char> text, int most = int.MaxValue)
    {
        int count = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool word = !char.IsWhiteSpace(c);
            if (word && !inside && ++count >= most)
            {
                return count;
            }

            inside = word;
        }

        return count;
    }
}
