using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Casus.Articles;

namespace Casus.App.Web;

/// <summary>
/// A page from elsewhere, written anew from what its markup says: elements of a short list, without attributes but language, direction and spans of
/// cells. Scripts, styles, pictures, frames, forms and addresses do not get through, as nothing is copied that is not on the list.
/// </summary>
internal static class CleanPage
{
    private const int MostElements = 20_000, MostText = 2_000_000, Deepest = 150;

    private const string Style = "body{font:15px/1.5 system-ui,sans-serif;margin:1rem;max-width:46rem;color:#222;background:#fff}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .4rem;vertical-align:top}pre{white-space:pre-wrap;overflow-wrap:anywhere}.cut{color:#666;font-style:italic}@media(prefers-color-scheme:dark){body{color:#ddd;background:#15181c}td,th{border-color:#444}}";

    /// <summary>Nothing but the one style; no script, no request, no form, no way out of the frame.</summary>
    public static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    private static readonly FrozenSet<string> Kept = new[] { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "em", "strong", "b", "i", "u", "s", "sub", "sup", "time", "figure", "figcaption", "article", "section", "header", "footer", "main", "div", "span", "br", "hr", "small", "cite", "abbr", "bdi", "bdo" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Silent = new[] { "script", "style", "noscript", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "canvas", "video", "audio", "picture", "source", "track", "map", "head", "title", "link", "meta", "base", "form", "input", "button", "select", "textarea", "option", "datalist", "dialog", "portal" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Void = new[] { "br", "hr" }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(PageSource? source)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>page</title><style>").Append(Style).Append("</style></head><body>");
        if (source is null)
        {
            page.Append("<p class=\"cut\">Its bytes are no text.</p>");
        }
        else if (source.IsMarkup)
        {
            new Walk(page).All(source.Text);
        }
        else
        {
            page.Append($"<pre dir=\"{Way.OfText(source.Text)}\">");
            Text(page, source.Text.AsSpan(0, Math.Min(source.Text.Length, MostText)));
            page.Append("</pre>");
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Text(StringBuilder page, ReadOnlySpan<char> text) => page.Append(HtmlEncoder.Default.Encode(text.ToString()));

    private sealed class Walk(StringBuilder page)
    {
        private int elements;

        public void All(string markup)
        {
            using AngleSharp.Html.Dom.IHtmlDocument parsed = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(markup);
            AngleSharp.Dom.IElement body = parsed.Body ?? parsed.DocumentElement;
            page.Append($"<div dir=\"{Way.OfText(string.Concat(body.QuerySelectorAll("h1, p, li, td").Select(e => e.TextContent)))}\">");
            Children(body, 0);
            page.Append("</div>");
            if (Full)
            {
                page.Append("<p class=\"cut\">The page is longer; the rest is left out.</p>");
            }
        }

        private bool Full => elements > MostElements || page.Length > MostText;

        private void Children(INode parent, int depth)
        {
            for (INode? child = parent.FirstChild; child is not null && !Full; child = child.NextSibling)
            {
                switch (child)
                {
                    case IText text:
                        Text(page, text.Data);
                        break;
                    case IElement element when depth < Deepest && !Silent.Contains(element.LocalName):
                        elements++;
                        Element(element, depth);
                        break;
                }
            }
        }

        private void Element(IElement element, int depth)
        {
            string name = element.LocalName;
            if (name == "img")
            {
                if (element.GetAttribute("alt") is { Length: > 0 } says)
                {
                    page.Append("<span class=\"cut\">[");
                    Text(page, says.AsSpan(0, Math.Min(says.Length, 200)));
                    page.Append("]</span>");
                }

                return;
            }

            bool kept = Kept.Contains(name);
            if (kept)
            {
                page.Append('<').Append(name);
                foreach (string attribute in (ReadOnlySpan<string>)["lang", "dir", "colspan", "rowspan"])
                {
                    if (element.GetAttribute(attribute) is { Length: > 0 and <= 20 } value && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                    {
                        page.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
                    }
                }

                page.Append('>');
            }

            if (!Void.Contains(name))
            {
                Children(element, depth + 1);
                page.Append(kept ? $"</{name}>" : " ");
            }
        }
    }
}
