using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>What a page says about its article, and how the day of publication was chosen.</summary>
internal static class ArticleHead
{
    private const int MostDates = 8, LongestQuote = 60;

    public static void Write(IAnsiConsole console, StoredArticle article)
    {
        ArticleRecord record = article.Record;
        string bylines = string.Join(", ", record.Bylines.IsDefault ? [] : record.Bylines.Select(b => b.Value));
        string? by = bylines.Length > 0 ? "by " + bylines : record.Desk is { } desk ? "signed " + desk.Value : null;
        string? agency = record.Agency is { } credited ? "credited to " + credited.Value : null;
        string? updated = record.Updated is { } change ? $"updated {change.Value.Day:yyyy-MM-dd}" : null;
        console.MarkupLine($"[grey]{Screen.Plain(string.Join(" · ", new[] { article.Outlet, record.Section?.Value, article.Published, updated, by, agency, record.Dateline?.Value, article.Address, article.PageNames[0], Part(article.Part), article.Id }.Where(s => s is not null)))}[/]");
    }

    private static string? Part(ArticlePart? part) =>
        part is null ? null : $"part {Screen.Number(part.Number)}{(part.Count is { } count ? $" of {Screen.Number(count)}" : "")} of {part.Whole}";

    /// <summary>Nothing when the page offers no day, or one alone.</summary>
    public static void WriteDates(IAnsiConsole console, ArticleRecord record)
    {
        if (record.Dates.IsDefault || record.Dates.Length < 2)
        {
            return;
        }

        Table table = Screen.Table("day", "where it stands", "words", "why");
        foreach (DateCandidate date in record.Dates.Take(MostDates))
        {
            string quote = date.Quote.Length > LongestQuote ? date.Quote[..LongestQuote] + "…" : date.Quote;
            table.AddRow($"{date.Value:yyyy-MM-dd}", Screen.Plain(date.Where), Screen.Plain(quote), Screen.Plain(date.Verdict));
        }

        console.Write(table);
        if (record.Dates.Length > MostDates)
        {
            console.MarkupLine($"[grey]and {Screen.Plural(record.Dates.Length - MostDates, "more day")}: --json lists all[/]");
        }

        console.WriteLine();
    }

    public static void Write(Utf8JsonWriter json, ArticleRecord record)
    {
        json.Strings("bylines", record.Bylines.IsDefault ? [] : record.Bylines.Select(b => b.Value));
        json.Maybe("desk", record.Desk?.Value);
        json.Maybe("section", record.Section?.Value);
        json.Maybe("agency", record.Agency?.Value);
        json.Maybe("dateline", record.Dateline?.Value);
        json.Maybe("updated", record.Updated?.Value.Day);
        json.WriteStartArray("dates");
        foreach (DateCandidate date in record.Dates.IsDefault ? [] : record.Dates)
        {
            json.WriteStartObject();
            json.Maybe("day", (DateOnly?)date.Value);
            json.WriteString("where", date.Where);
            json.WriteString("quote", date.Quote);
            json.WriteNumber("weight", date.Weight);
            json.WriteString("verdict", date.Verdict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
