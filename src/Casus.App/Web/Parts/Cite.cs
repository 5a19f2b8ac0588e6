using System.Globalization;
using Casus.App.Explain;

namespace Casus.App.Web;

/// <summary>Addresses of words: the article, opened at them, with them marked. Offsets in addresses are code points, as in everything published.</summary>
internal static class Cite
{
    public const string Anchor = "words";

    public static string At(string article, CodePoints points, TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"/articles/{article}?mark={points.FromUtf16(span.Begin)}-{points.FromUtf16(span.End)}#{Anchor}");

    /// <summary>The words of a claim, where they are in its article's text; else the article.</summary>
    public static string At(ClaimContext context, Evidence words) => words.Span is { } span ? At(context.Article.Id, new CodePoints(context.Article.Text), span) : "/articles/" + context.Article.Id;

    /// <summary>The first sentence that says the claim.</summary>
    public static string At(ClaimContext context) => context.Sentences is [var first, ..] ? At(context.Article.Id, new CodePoints(context.Article.Text), first) : "/articles/" + context.Article.Id;

    /// <summary>The span that an address marks, in UTF-16 units; null where it marks none or nothing that the text has.</summary>
    public static TextSpan? Read(string? mark, string text)
    {
        if (mark?.Split('-') is not [var from, var to] || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int begin) || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int end))
        {
            return null;
        }

        var points = new CodePoints(text);
        return begin < end && end <= points.FromUtf16(text.Length) ? new TextSpan(points.ToUtf16(begin), points.ToUtf16(end)) : null;
    }
}
