using System.Collections.Immutable;

namespace Casus.Articles;

public enum BlockKind
{
    Headline,
    Subtitle,
    Paragraph,
    Caption,
    Quote,
    List,
}

/// <summary>A part of an article's text. Blocks tile the text: in order, without overlap; what lies between two is only line breaks.</summary>
public sealed record Block(BlockKind Kind, TextSpan Span);

/// <param name="Precision">"day" or "minute".</param>
public sealed record Publication(DateOnly Day, string Precision)
{
    /// <summary>The time of that day as the page writes it, to the minute; null where it writes none.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>From universal time; null where the page does not tell.</summary>
    public TimeSpan? Offset { get; init; }
}

/// <summary>An entry of a live blog, or a page of an article that goes over several. Parts of one whole are no reprints of one another.</summary>
/// <param name="Whole">The same for all parts: the blog's address for its entries (the page's id where it has none), the article's address without its page number for pages.</param>
/// <param name="Number">From 1: in the blog's own order, or the page's number.</param>
/// <param name="Count">How many there are; null where that is not told.</param>
public sealed record ArticlePart(string Whole, int Number, int? Count);

/// <summary>
/// The journalistic text in a page. It is the sole owner of its text: one string made once; every later span is absolute in it.
/// A null or empty field is one the page does not tell.
/// </summary>
/// <param name="Id">"a-" and the hash of page-independent content (text, title, outlet, publication day).</param>
/// <param name="PageId">The page it was read from.</param>
/// <param name="Text">Headline, subtitle and body, blocks joined by an empty line (for <see cref="PageFormat.PlainText"/> the input as it is).</param>
/// <param name="Bylines">People who wrote it; desks and agencies are not people.</param>
/// <param name="Language">ISO 639-1 code; "en" is the only one that is coded.</param>
public sealed record Article(
    string Id,
    string PageId,
    TextId TextId,
    string Text,
    ImmutableArray<Block> Blocks,
    Sourced<string>? Title,
    ImmutableArray<Sourced<string>> Bylines,
    Sourced<string>? Outlet,
    Sourced<Publication>? Published,
    string Language,
    string? Address)
{
    /// <summary>Who signs where <see cref="Bylines"/> is empty: a desk, an agency, a body.</summary>
    public Sourced<string>? Desk { get; init; }

    /// <summary>The part of the outlet that it stands in, in the outlet's words.</summary>
    public Sourced<string>? Section { get; init; }

    /// <summary>When it was last changed, where that is not when it was published.</summary>
    public Sourced<Publication>? Updated { get; init; }

    /// <summary>The place at its head, as written: "KABUL" in "KABUL, Dec 25 (Agency) -".</summary>
    public Sourced<string>? Dateline { get; init; }

    /// <summary>The news agency that the text is credited to, by its full name in knowledge/outlets.</summary>
    public Sourced<string>? Agency { get; init; }

    /// <summary>Which part of a greater whole it is; null for an article that stands alone.</summary>
    public ArticlePart? Part { get; init; }

    public Evidence Quote(TextSpan span) => Evidence.Of(TextId, Text, span);
}
