using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Casus.App.Publish;

/// <summary>A brief as Markdown (CommonMark with tables). Drawings stand in it as SVG, which viewers that allow no markup leave out.</summary>
internal static class ToMarkdown
{
    private const string Special = "\\`*_[]<>|~&$";

    public static string Of(Brief brief)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Plain(brief.Title)}\n\n");
        Table(page, ["", ""], brief.Facts.Select(f => (IEnumerable<string>)[Plain(f.Name), Plain(f.Value)]), numbers: false);
        foreach (BriefSection section in brief.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Plain(section.Heading)}\n");
            BriefPart? before = null;
            foreach (BriefPart part in section.Parts)
            {
                page.Append(part is BriefSentence && before is BriefSentence ? "" : "\n");
                Part(page, part);
                before = part;
            }
        }

        page.Append("\n## Sources\n\nBold words give values. Offsets count Unicode code points of the article’s text.\n");
        foreach (Citation source in brief.Sources)
        {
            var head = CitationHead.Of(source);
            string address = head.Link is { } link ? $" <{link.AbsoluteUri}>" : "";
            page.Append(CultureInfo.InvariantCulture, $"\n{source.Number}. {Plain(head.Says)}{address} ({head.Where})\n\n   > {string.Concat(source.Pieces.Select((p, i) => Word(p, i == 0)))}\n");
        }

        return page.ToString();
    }

    private static void Part(StringBuilder page, BriefPart part)
    {
        switch (part)
        {
            case BriefHeading heading:
                page.Append(CultureInfo.InvariantCulture, $"### {Plain(heading.Text)}\n");
                break;
            case BriefSentence sentence:
                page.Append(CultureInfo.InvariantCulture, $"- {Said(sentence)}\n");
                break;
            case BriefTable table:
                string[] sources = table.IsCited ? ["sources"] : [];
                Table(page, [.. table.Columns.Select(Plain), .. sources], table.Rows.Select(r => r.Cells.Select(Plain).Concat(table.IsCited ? [Numbers(r.Citations)] : [])), table.Numbers);
                break;
            case BriefFigure figure:
                // Markup that begins with a tag alone on its line and has no empty line is handed on as it is.
                page.Append(CultureInfo.InvariantCulture, $"<figure>\n{figure.Svg.ReplaceLineEndings(" ")}\n</figure>\n\n{Said(figure.Caption)}\n");
                break;
        }
    }

    private static string Said(BriefSentence sentence) => $"{Plain(sentence.Text)} {Numbers(sentence.Citations)}.";

    /// <summary>"[1, 4–7]"; empty where there are none.</summary>
    private static string Numbers(ImmutableArray<int> citations) =>
        citations.IsEmpty ? "" : $"[{string.Join(", ", CitationList.Runs(citations).Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}"))}]";

    private static void Table(StringBuilder page, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows, bool numbers)
    {
        string[] heads = [.. columns];
        page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select((_, i) => numbers && i > 0 ? "---:|" : "---|"))}\n");
        foreach (IEnumerable<string> row in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }
    }

    /// <summary>Bold only where the words begin and end with a letter or digit: there it reads so in every viewer.</summary>
    private static string Word((string Text, bool IsWord) piece, bool begins)
    {
        string plain = begins ? Plain(piece.Text) : Escaped(piece.Text);
        return piece.IsWord && char.IsLetterOrDigit(piece.Text[0]) && char.IsLetterOrDigit(piece.Text[^1]) ? $"**{plain}**" : plain;
    }

    /// <summary>Also at the beginning of a line it starts no list, heading or line.</summary>
    private static string Plain(string text)
    {
        string escaped = Escaped(text);
        int digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        return escaped.Length > digits && (digits == 0 ? "#+-=" : ".)").Contains(escaped[digits], StringComparison.Ordinal) ? escaped.Insert(digits, "\\") : escaped;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text.ReplaceLineEndings(" "))
        {
            escaped.Append(Special.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }
}
