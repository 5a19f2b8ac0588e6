using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Api;

/// <summary>Passages of articles, whole sentences, as printed.</summary>
internal static class Passages
{
    /// <summary>Code points of a passage at the most, and before and after words that are asked for.</summary>
    private const int Longest = 4_000, Around = 300;

    public static readonly ImmutableArray<ApiParameter> Parameters =
    [
        new("article", "text", "Id of an article, a-….") { Required = true },
        new("begin", "integer", "Code points before the words, as a citation has it. Default: 0."),
        new("end", "integer", $"Code point after their last. Default: {Longest} after the begin."),
    ];

    public static (string Text, ReadPassage Answer) Read(ToolCall call)
    {
        var lookup = new Lookup(call.Store);
        StoredArticle article = lookup.Article(call.Id("article", "article"));
        var points = new CodePoints(article.Text);
        int length = points.FromUtf16(article.Text.Length);
        int begin = call.Number("begin", 0, int.MaxValue) ?? 0, end = call.Number("end", 0, int.MaxValue) ?? Math.Min(begin + Longest, length);
        if (begin >= length || end <= begin)
        {
            throw Trouble.Usage($"The text has {length} code points: give a begin before that and an end behind the begin.");
        }

        (begin, end) = (Math.Max(0, begin - Around), Math.Min(length, Math.Min(end + Around, begin + Longest)));
        var asked = new TextSpan(points.ToUtf16(begin), points.ToUtf16(end));
        TextSpan[] whole = [.. article.Pieces.Where(asked.Contains)];
        TextSpan span = whole.Length > 0 ? new TextSpan(whole.Min(s => s.Begin), whole.Max(s => s.End)) : asked;
        var passage = new ReadPassage(
            article.Id, article.Title, article.Outlet, Json.Day(article.Published), article.Address, points.FromUtf16(span.Begin), points.FromUtf16(span.End), length, span.Of(article.Text),
            [.. lookup.ClaimsOf(article.Id).SelectMany(c => lookup.EventsOf(c.Claim.Id)).Distinct().Order(StringComparer.Ordinal)]);
        string day = article.Published ?? "day not told";
        return ($"“{passage.Quote}”\n\n{article.Outlet ?? "outlet not told"}, {day}{(article.Title is { } title ? $", “{title}”" : "")}; {(article.Address is { } address ? address + ", " : "")}article {article.Id}, {passage.Begin}–{passage.End} of {length}\n", passage);
    }
}
