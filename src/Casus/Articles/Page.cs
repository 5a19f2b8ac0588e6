using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>What a page's bytes are.</summary>
public enum PageFormat
{
    /// <summary>Decide by the bytes: markup or a saved text dump.</summary>
    Unknown,
    Html,

    /// <summary>The text of a saved page, clutter included.</summary>
    TextDump,

    /// <summary>The text of an article or sentence, taken as it is: offsets refer to it and nothing is cut away.</summary>
    PlainText,

    /// <summary>A message or a page saved as one (RFC 5322, MIME): .eml, .mht.</summary>
    Mail,
    Markdown,

    /// <summary>One article of a press archive's text export.</summary>
    Export,

    /// <summary>The text of a PDF: pages parted by form feeds.</summary>
    PdfText,
}

/// <summary>What is known of a page from outside it. Null: not known.</summary>
/// <param name="Published">The day of publication as the supplier states it.</param>
public sealed record KnownFacts(string? Address = null, DateOnly? Published = null, string? Outlet = null, string? Title = null)
{
    public static KnownFacts None { get; } = new();

    /// <summary>What a feed tells of its day: weaker than anything that the page itself tells. Never part of a page's id.</summary>
    public Listing? Listed { get; init; }

    /// <summary>The charset that the head of an HTTP response states beside the bytes. Never part of a page's id.</summary>
    public string? Charset { get; init; }
}

/// <param name="Day">The day of publication on the clock that the feed writes.</param>
/// <param name="Quote">The moment as the feed writes it.</param>
/// <param name="Feed">The feed's address.</param>
public sealed record Listing(DateOnly Day, string Quote, string Feed);

/// <summary>Bytes from one address at one time.</summary>
/// <param name="Id">Content hash of the bytes.</param>
/// <param name="Name">Where it came from as the user named it (a path relative to the folder read, a line of a file): for messages, never part of an id.</param>
public sealed record Page(string Id, string Name, ReadOnlyMemory<byte> Bytes, PageFormat Format, KnownFacts Known)
{
    public static Page Of(string name, ReadOnlyMemory<byte> bytes, PageFormat format = PageFormat.Unknown, KnownFacts? known = null) =>
        new("p-" + ContentHash.OfBytes(bytes.Span), name, bytes, format, known ?? KnownFacts.None);
}

/// <summary>What reading a page came to: an article, several (the entries of a live blog), or a refusal with its reason.</summary>
public abstract record PageReading;

public sealed record ArticleRead(Article Article) : PageReading
{
    /// <summary>Every day that the page offers as its publication, the chosen one first, each with why it won or lost.</summary>
    public ImmutableArray<DateCandidate> Candidates { get; init; } = [];
}

/// <summary>A page of several articles, in the page's order; at least two.</summary>
public sealed record EntriesRead(ImmutableArray<ArticleRead> Entries) : PageReading;

/// <param name="Reason">One of <see cref="RefusalReason"/>, a stable word that scripts may count.</param>
/// <param name="Detail">One sentence for people that says what was found and what to do.</param>
public sealed record Refused(string Reason, string Detail) : PageReading;

/// <summary>Why a page is not read.</summary>
public static class RefusalReason
{
    public const string Unreadable = "unreadable";
    public const string Empty = "empty";
    public const string Binary = "binary";
    public const string TooLarge = "too-large";
    public const string NotAnArticle = "not-an-article";
    public const string Language = "language";
    public const string BadLine = "bad-line";

    /// <summary>The beginning of an article that is shown whole to subscribers only.</summary>
    public const string Paywall = "paywall";

    /// <summary>A question for consent in the article's stead.</summary>
    public const string CookieWall = "cookie-wall";

    /// <summary>A page that is empty until its scripts run.</summary>
    public const string ScriptOnly = "script-only";

    /// <summary>Headlines that lead elsewhere.</summary>
    public const string LinkList = "link-list";

    /// <summary>An export of many articles where one was asked for.</summary>
    public const string SeveralArticles = "several-articles";
}
