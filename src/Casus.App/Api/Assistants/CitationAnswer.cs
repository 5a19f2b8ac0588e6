using System.Collections.Immutable;
using System.Text;
using Casus.App.Publish;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record CitationAnswer(
    [property: Column("As texts and `citations` name it.")] int Number,
    [property: Column("The words; … where sentences between them are left out.")] string Quote,
    [property: Column("Who printed them; absent where the page does not say.")] string? Outlet,
    [property: Column("Day of publication; absent where the page does not say.")] DateOnly? Published,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Address, as known from outside or told by the page.")] string? Address,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Code points of its text before the words.")] int Begin,
    [property: Column("Code point after their last.")] int End)
{
    public static ImmutableArray<CitationAnswer> Of(CitationList sources) =>
    [
        .. sources.Citations.Select(c =>
        {
            var points = new CodePoints(c.Article.Text);
            return new CitationAnswer(c.Number, c.Quote, c.Article.Outlet, Json.Day(c.Article.Published), c.Article.Title, c.Article.Address, c.Article.Id, points.FromUtf16(c.Sentences[0].Begin), points.FromUtf16(c.Sentences.Max(s => s.End)));
        }),
    ];

    /// <summary>A line a source.</summary>
    public static void Say(StringBuilder text, ImmutableArray<CitationAnswer> citations)
    {
        text.Append(citations.IsEmpty ? "\nNo words of an article say this.\n" : "\nSources:\n");
        foreach (CitationAnswer citation in citations)
        {
            string day = citation.Published is { } published ? Json.Day(published) : "day not told";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{citation.Number}] “{citation.Quote}” ({citation.Outlet ?? "outlet not told"}, {day}{(citation.Title is { } title ? $", “{title}”" : "")}; {(citation.Address is { } address ? address + ", " : "")}article {citation.ArticleId}, {citation.Begin}–{citation.End})\n");
        }
    }

    /// <summary>" [1] [3]".</summary>
    public static string Marks(IEnumerable<int> numbers) => string.Concat(numbers.Select(n => $" [{n}]"));
}
