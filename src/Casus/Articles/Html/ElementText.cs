using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>The text of elements that are labels.</summary>
internal static class ElementText
{
    /// <summary>The text of an element, or nothing when it is longer than a label. Cost is bounded by the limit.</summary>
    public static string Short(INode element, int most)
    {
        var text = new System.Text.StringBuilder();
        var stack = new Stack<(INode Node, int Next)>();
        stack.Push((element, 0));
        for (int steps = 0; stack.Count > 0 && steps < 400; steps++)
        {
            (INode node, int next) = stack.Pop();
            INodeList children = node.ChildNodes;
            if (next >= children.Length)
            {
                continue;
            }

            stack.Push((node, next + 1));
            if (children[next] is IText run)
            {
                text.Append(run.Data.Length > 4 * most ? "" : run.Data);
            }
            else if (children[next] is IElement { LocalName: not ("script" or "style") } inner)
            {
                text.Append(' ');
                stack.Push((inner, 0));
            }

            if (text.Length > 4 * most)
            {
                return "";
            }
        }

        string clean = stack.Count > 0 ? "" : Clean(text.ToString());
        return clean.Length <= most ? clean : "";
    }

    public static string Clean(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Trim();
    }
}
