using System.Text;

namespace Casus.Articles;

/// <summary>
/// Keeps hostile markup cheap. The tree builder of HTML searches its open elements at each tag and reopens formatting at each
/// paragraph, so deep nesting costs quadratic time. Browsers stop nesting at 512; here the tags beyond a depth are dropped and their text is kept.
/// </summary>
internal sealed class MarkupGuard(string markup)
{
    private const int Deepest = 400;
    private const int DeepestFormatting = 24;
    private const int LongestTag = 1 << 20;
    private const int MostMarks = 4000;

    private static readonly string[] Formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    /// <summary>Elements that the next of their kind closes: leaving them open is common and harmless.</summary>
    private static readonly string[] ClosedByNext = ["p", "li", "dt", "dd", "option", "tr", "td", "th"];

    private readonly TextSpan[] open = new TextSpan[Deepest];
    private StringBuilder? kept;
    private int copied, depth, dropped, formatting, formattingDropped;

    /// <summary>The markup without the tags that nest too deep or have thousands of attributes; mostly the same string.</summary>
    public static string Cap(string markup) => new MarkupGuard(markup).Run();

    private string Run()
    {
        int at = 0;
        while ((at = markup.IndexOf('<', at)) >= 0 && at + 1 < markup.Length)
        {
            bool closing = markup[at + 1] == '/';
            int nameAt = closing ? at + 2 : at + 1;
            if (nameAt >= markup.Length || !char.IsAsciiLetter(markup[nameAt]))
            {
                at = string.CompareOrdinal(markup, at, "<!--", 0, 4) == 0 ? CommentEnd(at) : at + 1;
                continue;
            }

            int nameEnd = nameAt;
            while (nameEnd < markup.Length && char.IsAsciiLetterOrDigit(markup[nameEnd]))
            {
                nameEnd++;
            }

            (int end, bool sane) = TagEnd(nameEnd);
            var name = new TextSpan(nameAt, nameEnd);
            if (!(closing ? Close(name) : sane && Open(name)))
            {
                kept ??= new StringBuilder(markup.Length);
                kept.Append(markup, copied, at - copied).Append(' ');
                copied = end;
            }

            at = closing ? end : AfterRawText(name.In(markup), end);
        }

        return kept is null ? markup : kept.Append(markup, copied, markup.Length - copied).ToString();
    }

    private int CommentEnd(int at)
    {
        int end = markup.IndexOf("-->", at, StringComparison.Ordinal);
        return end < 0 ? markup.Length : end;
    }

    private bool Open(TextSpan name)
    {
        ReadOnlySpan<char> tag = name.In(markup);
        if (Contains(Void, tag))
        {
            return true;
        }

        if (Contains(Formatting, tag))
        {
            formatting++;
            bool room = formatting <= DeepestFormatting;
            formattingDropped += room ? 0 : 1;
            return room;
        }

        if (Contains(ClosedByNext, tag))
        {
            for (int i = depth - 1; i >= Math.Max(0, depth - 2); i--)
            {
                if (open[i].In(markup).Equals(tag, StringComparison.OrdinalIgnoreCase))
                {
                    depth = i;
                    break;
                }
            }
        }

        if (depth == Deepest)
        {
            dropped++;
            return false;
        }

        open[depth++] = name;
        return true;
    }

    private bool Close(TextSpan name)
    {
        ReadOnlySpan<char> tag = name.In(markup);
        if (Contains(Formatting, tag))
        {
            formatting = Math.Max(0, formatting - 1);
            bool keep = formattingDropped == 0;
            formattingDropped = Math.Max(0, formattingDropped - 1);
            return keep;
        }

        if (dropped > 0)
        {
            dropped--;
            return false;
        }

        for (int i = depth - 1; i >= Math.Max(0, depth - 32); i--)
        {
            if (open[i].In(markup).Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                depth = i;
                break;
            }
        }

        return true;
    }

    /// <summary>The end of a tag, and whether it is short and has few attributes.</summary>
    private (int End, bool Sane) TagEnd(int at)
    {
        int marks = 0, begin = at;
        char quote = '\0';
        for (; at < markup.Length; at++)
        {
            char c = markup[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                continue;
            }

            if (c == '>')
            {
                return (at + 1, marks <= MostMarks && at - begin <= LongestTag);
            }

            marks += c is '=' or ' ' or '/' or '\n' or '\t' ? 1 : 0;
            if (c is '"' or '\'' && markup[at - 1] is '=' or ' ')
            {
                quote = c;
            }
        }

        return (markup.Length, marks <= MostMarks);
    }

    /// <summary>Steps over the text of scripts and styles, where "&lt;" is no tag.</summary>
    private int AfterRawText(ReadOnlySpan<char> tag, int end)
    {
        string? close = tag.Equals("script", StringComparison.OrdinalIgnoreCase) ? "</script"
            : tag.Equals("style", StringComparison.OrdinalIgnoreCase) ? "</style"
            : tag.Equals("textarea", StringComparison.OrdinalIgnoreCase) ? "</textarea" : null;
        if (close is null)
        {
            return end;
        }

        int found = markup.AsSpan(end).IndexOf(close, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? markup.Length : end + found;
    }

    private static bool Contains(string[] names, ReadOnlySpan<char> name)
    {
        foreach (string one in names)
        {
            if (name.Length == one.Length && name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
