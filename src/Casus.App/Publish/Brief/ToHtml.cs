using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Casus.App.Publish;

/// <summary>A brief as one page of HTML: nothing is fetched, nothing runs, and it prints. All that comes from articles is encoded; only drawings of our own are markup.</summary>
internal static class ToHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Brief brief)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>{Plain(brief.Title)}</title>
            <style>
            {HtmlStyle.Sheet}
            </style>
            </head>
            <body>
            <h1>{Plain(brief.Title)}</h1>
            <table class="facts">

            """);
        foreach ((string name, string value) in brief.Facts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Plain(name)}</th><td>{Plain(value)}</td></tr>\n");
        }

        page.Append("</table>\n");
        foreach (BriefSection section in brief.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Plain(section.Heading)}</h2>\n");
            Parts(page, section.Parts);
            page.Append("</section>\n");
        }

        page.Append("<section class=\"sources\">\n<h2>Sources</h2>\n<p class=\"note\">Marked words give values. Offsets count Unicode code points of the article’s text.</p>\n<ol>\n");
        foreach (Citation source in brief.Sources)
        {
            page.Append(Source(source));
        }

        return page.Append("</ol>\n</section>\n</body>\n</html>\n").ToString();
    }

    private static void Parts(StringBuilder page, ImmutableArray<BriefPart> parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            switch (parts[i])
            {
                case BriefHeading heading:
                    page.Append(CultureInfo.InvariantCulture, $"<h3>{Plain(heading.Text)}</h3>\n");
                    break;
                case BriefSentence sentence:
                    bool first = i == 0 || parts[i - 1] is not BriefSentence, last = i == parts.Length - 1 || parts[i + 1] is not BriefSentence;
                    page.Append(CultureInfo.InvariantCulture, $"{(first ? "<ul>\n" : "")}<li>{Said(sentence)}</li>\n{(last ? "</ul>\n" : "")}");
                    break;
                case BriefTable table:
                    page.Append(Table(table));
                    break;
                case BriefFigure figure:
                    page.Append(CultureInfo.InvariantCulture, $"<figure>\n{figure.Svg}\n<figcaption>{Said(figure.Caption)}</figcaption>\n</figure>\n");
                    break;
            }
        }
    }

    private static string Table(BriefTable table)
    {
        string type = table.Numbers ? " class=\"numbers\"" : "";
        string heads = string.Concat(table.Columns.Select(c => $"<th scope=\"col\">{Plain(c)}</th>")) + (table.IsCited ? "<th scope=\"col\">sources</th>" : "");
        string rows = string.Concat(table.Rows.Select(r => $"<tr>{string.Concat(r.Cells.Select((c, i) => i == 0 ? $"<th scope=\"row\">{Plain(c)}</th>" : $"<td>{Plain(c)}</td>"))}{(table.IsCited ? $"<td>{Numbers(r.Citations)}</td>" : "")}</tr>\n"));
        return $"<table{type}>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n";
    }

    private static string Source(Citation source)
    {
        var head = CitationHead.Of(source);
        string says = head.Link is { } link ? $"<a href=\"{Plain(link.AbsoluteUri)}\" rel=\"noreferrer\">{Plain(head.Says)}</a>" : Plain(head.Says);
        string quote = string.Concat(source.Pieces.Select(p => p.IsWord ? $"<mark>{Plain(p.Text)}</mark>" : Plain(p.Text)));
        return string.Create(CultureInfo.InvariantCulture, $"<li id=\"s{source.Number}\">{says} <span class=\"where\">{Plain(head.Where)}</span>\n<blockquote>{quote}</blockquote></li>\n");
    }

    private static string Said(BriefSentence sentence) => $"{Plain(sentence.Text)} {Numbers(sentence.Citations)}.";

    private static string Numbers(ImmutableArray<int> citations) => citations.IsEmpty ? "" :
        $"<span class=\"cite\">[{string.Join(", ", CitationList.Runs(citations).Select(r => r.First == r.Last ? Number(r.First) : $"{Number(r.First)}–{Number(r.Last)}"))}]</span>";

    private static string Number(int source) => string.Create(CultureInfo.InvariantCulture, $"<a href=\"#s{source}\">{source}</a>");

    private static string Plain(string text) => Encoder.Encode(text);
}
