namespace Casus.Articles;

/// <summary>Reads whose rights a footer reserves: "© 2025 The Valley Herald - Designed by Blue Fern" is The Valley Herald's.</summary>
internal static class CopyrightLine
{
    /// <summary>The name after the sign and the years, at most six words; null when the line has none.</summary>
    public static string? Owner(string line)
    {
        int mark = line.IndexOf('©', StringComparison.Ordinal);
        if (mark < 0 || Prose.Words(line, 40) > 30)
        {
            return null;
        }

        ReadOnlySpan<char> text = line.AsSpan(mark + 1).TrimStart(" 0123456789-–,.:©");
        int end = text.IndexOfAny("-|.,•–—:/");
        text = (end < 0 ? text : text[..end]).Trim();
        int rights = text.IndexOf(" all rights", StringComparison.OrdinalIgnoreCase);
        text = (rights > 0 ? text[..rights] : text).TrimEnd(" 0123456789");
        text = text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text;
        return text.Length is > 1 and <= 60 && Prose.Words(text, 8) <= 6 ? text.ToString() : null;
    }
}
