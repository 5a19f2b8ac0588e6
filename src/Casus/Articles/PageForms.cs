namespace Casus.Articles;

/// <summary>What form a page's bytes have.</summary>
public static class PageForms
{
    /// <summary>Characters of a text that are looked at for marks.</summary>
    private const int Head = 4096;

    /// <summary>The form that a file's ending states: that of page.eml.gz is a message. Endings of pages, text and all others leave it to the bytes.</summary>
    public static PageFormat OfName(string name)
    {
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
        {
            "eml" or "mht" or "mhtml" => PageFormat.Mail,
            "md" or "markdown" => PageFormat.Markdown,
            _ => PageFormat.Unknown,
        };
    }

    /// <summary>The form as stated, else as the text shows it.</summary>
    internal static PageFormat Of(PageFormat stated, string text, FieldLabels labels) =>
        stated != PageFormat.Unknown ? stated
        : MessageHead.IsMessage(text) ? PageFormat.Mail
        : LooksLikeMarkup(text) ? PageFormat.Html
        : ExportParts.IsExport(text, labels) ? PageFormat.Export
        : text.Contains('\f', StringComparison.Ordinal) ? PageFormat.PdfText
        : PageFormat.TextDump;

    /// <summary>True when a text begins like markup or holds the tags that every page has.</summary>
    internal static bool LooksLikeMarkup(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, Head)).TrimStart();
        return (head.Length > 1 && head[0] == '<' && (char.IsAsciiLetter(head[1]) || head[1] is '!' or '?'))
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<div", StringComparison.OrdinalIgnoreCase) || head.Contains("</p>", StringComparison.OrdinalIgnoreCase);
    }
}
