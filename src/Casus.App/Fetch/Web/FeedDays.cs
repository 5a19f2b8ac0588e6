using System.Globalization;

namespace Casus.App.Fetch.Web;

/// <summary>The day in the moments that feeds write: "Tue, 03 Jun 2025 09:39:21 +0500" (RFC 822), "2025-06-03T09:39:21Z" (RFC 3339).</summary>
internal static class FeedDays
{
    private const int EarliestYear = 1990;

    private static readonly string[] Shapes = ["d MMM yyyy", "d MMM yy", "d MMMM yyyy"];

    /// <param name="latest">A later day is no day of publication.</param>
    /// <returns>The day as written, on the clock that the feed writes; null: there is none, or one that cannot be.</returns>
    public static DateOnly? Of(string? moment, DateOnly latest)
    {
        if (moment is null)
        {
            return null;
        }

        ReadOnlySpan<char> text = moment.AsSpan().Trim();
        int comma = text.IndexOf(',');
        text = (comma is > 0 and < 12 ? text[(comma + 1)..] : text).TrimStart();
        bool found = text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? true
            : DateOnly.TryParseExact(FirstThree(text), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);
        return found && day.Year >= EarliestYear && day <= latest ? day : null;
    }

    private static ReadOnlySpan<char> FirstThree(ReadOnlySpan<char> text)
    {
        int words = 0;
        for (int i = 1; i < text.Length; i++)
        {
            words += text[i] == ' ' && text[i - 1] != ' ' ? 1 : 0;
            if (words == 3)
            {
                return text[..i];
            }
        }

        return text;
    }
}
