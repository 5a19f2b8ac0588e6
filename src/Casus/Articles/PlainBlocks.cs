namespace Casus.Articles;

/// <summary>The paragraphs of a plain text: runs of lines between empty lines, without the blanks at their ends.</summary>
internal static class PlainBlocks
{
    public static List<TextSpan> Of(string text)
    {
        var blocks = new List<TextSpan>();
        int begin = -1, end = 0, breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                breaks += c == '\n' || (c == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) ? 1 : 0;
                continue;
            }

            if (begin >= 0 && breaks >= 2)
            {
                blocks.Add(new TextSpan(begin, end));
                begin = -1;
            }

            begin = begin < 0 ? i : begin;
            (end, breaks) = (i + 1, 0);
        }

        if (begin >= 0)
        {
            blocks.Add(new TextSpan(begin, end));
        }

        return blocks;
    }
}
