using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Casus.Articles;

/// <summary>How markup is parsed: without scripts, comments and the attributes that nothing here asks for, which saves a seventh of the time.</summary>
internal static class MarkupParsing
{
    private static readonly FrozenSet<string> Asked = new[]
    {
        "amp", "aria-hidden", "class", "content", "datetime", "hidden", "href", "http-equiv", "id", "itemprop", "lang", "name", "property", "pubdate", "rel", "role", "style", "title", "type", "⚡",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AskedBySpan = Asked.GetAlternateLookup<ReadOnlySpan<char>>();

    public static HtmlParser NewParser() => new(new HtmlParserOptions
    {
        IsScripting = false,
        SkipComments = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = static (ref _, name) => AskedBySpan.Contains(name.Span),
    });
}
