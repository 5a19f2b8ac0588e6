using System.Text;

namespace Casus.Articles;

/// <summary>
/// Keeps hostile markup cheap. The tree builder of HTML searches its open elements at each tag and reopens formatting at each
/// paragraph, so deep nesting costs quadratic time. Browsers stop nesting at 512; here the tags beyond a depth are dropped and their text is kept.
/// </summary>
/// <param name="scripts">Which scripts say anything of the article; null: all are kept.</param>
internal sealed class MarkupGuard(string markup, ScriptFacts? scripts)
{
    private const int Deepest = 400;
    private const int DeepestFormatting = 24;
    private const int LongestTag = 1 << 20;
    private const int MostMarks = 4000;

    private static readonly string[] Formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    private static readonly int Item = Code("li"), Term = Code("dt"), Definition = Code("dd"), Option = Code("option"), Paragraph = Code("p");
    private static readonly int Table = Code("table"), Row = Code("tr"), Cell = Code("td"), Head = Code("th"), Choice = Code("select");

    /// <summary>Codes of the open elements' names, outermost first.</summary>
    private readonly int[] open = new int[Deepest];
    private StringBuilder? kept;
    private int copied, depth, dropped, formatting, formattingDropped;

    /// <summary>The markup without the tags that nest too deep or have thousands of attributes; mostly the same string.</summary>
    public static string Cap(string markup) => new MarkupGuard(markup, null).Run();

    /// <summary>The same, also without style sheets and the text of scripts that say nothing of the article: half of many a page, which need not be parsed.</summary>
    public static string Lean(string markup, ScriptFacts scripts) => new MarkupGuard(markup, scripts).Run();

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
                Keep(at).Append(' ');
                copied = end;
            }

            at = closing ? end : AfterRawText(name.In(markup), end);
            if (scripts is not null && at > end && at < markup.Length && IsIdle(name, end, at))
            {
                Keep(end);
                copied = at;
            }
        }

        return kept is null ? markup : Keep(markup.Length).ToString();
    }

    private StringBuilder Keep(int until)
    {
        kept ??= new StringBuilder(markup.Length);
        return kept.Append(markup, copied, until - copied);
    }

    /// <summary>Whether the raw text of an element says nothing. A comment in a script may hide where it ends.</summary>
    private bool IsIdle(TextSpan name, int begin, int end)
    {
        ReadOnlySpan<char> text = markup.AsSpan(begin, end - begin);
        return name.Length == "style".Length
            || (name.Length == "script".Length && !IsData(markup.AsSpan(name.End, begin - name.End))
                && text.IndexOf("<!--", StringComparison.Ordinal) < 0 && !scripts!.MayTell(text));
    }

    /// <summary>Whether the attributes of a script may call it JSON-LD; the "+" may be written as a character reference.</summary>
    private static bool IsData(ReadOnlySpan<char> attributes) => attributes.Contains(LinkedData.Mark, StringComparison.OrdinalIgnoreCase) || attributes.Contains('&');

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
            if (InChoice())
            {
                return false;
            }

            formatting++;
            bool room = formatting <= DeepestFormatting;
            formattingDropped += room ? 0 : 1;
            return room;
        }

        int code = Code(tag);
        CloseByNext(code);
        if (depth == Deepest)
        {
            dropped++;
            return false;
        }

        open[depth++] = code;
        return true;
    }

    /// <summary>A link inside a choice list, never closed, would take the rest of the page into the list.</summary>
    private bool InChoice() => depth > 0 && (open[depth - 1] == Option || open[depth - 1] == Choice);

    /// <summary>Elements that the next of their kind closes are often left open: items, paragraphs, rows and cells.</summary>
    private void CloseByNext(int code)
    {
        ReadOnlySpan<int> names = open.AsSpan(0, depth);
        int same = code == Row ? names.LastIndexOf(Row) : code == Cell || code == Head ? names.LastIndexOfAny(Cell, Head) : -1;
        if (same > names.LastIndexOf(Table) && (code == Row || same > names.LastIndexOf(Row)))
        {
            depth = same;
        }
        else if (depth > 0 && (code == Item || code == Term || code == Definition || code == Option || code == Paragraph))
        {
            depth -= names[^1] == code ? 1 : depth > 1 && names[^1] == Paragraph && names[^2] == code ? 2 : 0;
        }
    }

    private static int Code(ReadOnlySpan<char> name)
    {
        uint code = 2166136261;
        foreach (char c in name)
        {
            code = (code ^ (uint)(c | 0x20)) * 16777619;
        }

        return (int)code;
    }

    private bool Close(TextSpan name)
    {
        ReadOnlySpan<char> tag = name.In(markup);
        if (Contains(Formatting, tag))
        {
            if (InChoice())
            {
                return false;
            }

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

        int at = open.AsSpan(0, depth).LastIndexOf(Code(tag));
        depth = at >= 0 ? at : depth;
        return true;
    }

    /// <summary>The end of a tag, and whether it is short and has few attributes.</summary>
    private (int End, bool Sane) TagEnd(int begin)
    {
        int at = begin;
        while (at < markup.Length && markup.AsSpan(at).IndexOfAny('>', '"', '\'') is >= 0 and var next)
        {
            at += next;
            if (markup[at] == '>')
            {
                // A tag of few characters has few attributes.
                return at - begin <= MostMarks ? (at + 1, true) : LongTagEnd(begin);
            }

            int closing = markup[at - 1] is '=' or ' ' ? markup.IndexOf(markup[at], at + 1) : at;
            at = closing < 0 ? markup.Length : closing + 1;
        }

        return LongTagEnd(begin);
    }

    private (int End, bool Sane) LongTagEnd(int at)
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

        // By its two signs first: looking for any run of letters regardless of case goes through scripts letter by letter.
        while (markup.AsSpan(end).IndexOf("</", StringComparison.Ordinal) is >= 0 and var found)
        {
            end += found;
            if (markup.AsSpan(end).StartsWith(close, StringComparison.OrdinalIgnoreCase))
            {
                return end;
            }

            end += 2;
        }

        return markup.Length;
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
