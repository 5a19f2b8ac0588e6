using System.Globalization;

namespace Casus.Articles;

/// <summary>The number of a page of an article, and of how many: "Page 2 of 3", "Seite 2/3".</summary>
internal readonly record struct PageCount(int Number, int Count)
{
    private const int Longest = 24, Most = 99;

    private static readonly string[] Words = ["page", "seite", "página", "pagina"];
    private static readonly string[] Between = [" of ", " von ", " de ", " sur ", " van ", " di ", "/"];

    /// <summary>Null when a label is none: the word for a page, two numbers and a limit between them are needed.</summary>
    public static PageCount? Of(string label)
    {
        label = label.Trim();
        int space = label.IndexOf(' ', StringComparison.Ordinal);
        if (label.Length > Longest || space < 0 || !Words.Contains(label[..space], StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (string limit in Between)
        {
            int at = label.IndexOf(limit, space, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && Numbered(label.AsSpan(space, at - space)) is { } number && Numbered(label.AsSpan(at + limit.Length)) is { } count && number <= count && count > 1)
            {
                return new PageCount(number, count);
            }
        }

        return null;
    }

    private static int? Numbered(ReadOnlySpan<char> text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= Most ? number : null;
}
