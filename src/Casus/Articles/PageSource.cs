namespace Casus.Articles;

/// <summary>A page's bytes as characters, for who wants to see them as they came.</summary>
/// <param name="IsMarkup">The text is HTML, capped so that a parser of it stays cheap.</param>
public sealed record PageSource(string Text, bool IsMarkup)
{
    /// <summary>Null where the bytes are no text.</summary>
    public static PageSource? Of(Page page)
    {
        PageText read = PageText.Of(page.Bytes.Span, page.Format, page.Known.Charset);
        if (read.Refusal is not null)
        {
            return null;
        }

        bool markup = page.Format == PageFormat.Html || (page.Format == PageFormat.Unknown && PageForms.LooksLikeMarkup(read.Text));
        return new(markup ? MarkupGuard.Cap(read.Text) : read.Text, markup);
    }
}
