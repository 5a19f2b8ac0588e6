using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Claims;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record BlockAnswer([property: Column("headline, subtitle, paragraph, caption, quote or list.")] string Kind, [property: Column("Code points before it.")] int Begin, [property: Column("Code point after its last.")] int End);

internal sealed record SpanAnswer([property: Column("Code points before it.")] int Begin, [property: Column("Code point after its last.")] int End);

internal sealed record DateAnswer(
    [property: Column("The day.")] DateOnly Day,
    [property: Column("Where in the page it stands.")] string Where,
    [property: Column("The words or markup.")] string Quote,
    [property: Column("How far such a place is trusted, 0 to 100.")] int Weight,
    [property: Column("Why it won or lost.")] string Verdict);

internal sealed record ArticleAnswer(
    [property: Column("The published row.")] ArticleLine Article,
    [property: Column("The whole text; all offsets refer to it.")] string Text,
    [property: Column("Its parts, in order.")] ImmutableArray<BlockAnswer> Blocks,
    [property: Column("Its sentences, in order; empty where the language is not coded.")] ImmutableArray<SpanAnswer> Sentences,
    [property: Column("Ids of its claims, in order.")] ImmutableArray<string> Claims,
    [property: Column("The words behind each value of each claim.")] ImmutableArray<EvidenceLine> Evidence,
    [property: Column("Days that the page offers as its own, the chosen one first.")] ImmutableArray<DateAnswer> Dates,
    [property: Column("The story that it is an edition of; absent until it is linked.")] string? StoryId)
{
    public static ArticleAnswer Of(CasusStore store, string id)
    {
        var lookup = new Lookup(store);
        StoredArticle article = lookup.Article(lookup.Complete("article", id));
        var points = new CodePoints(article.Text);
        Claim[] claims = [.. lookup.ClaimsOf(article.Id).Select(c => c.Claim)];
        using Statement story = store.Prepare("SELECT story_id FROM edition WHERE article_id = $1");
        return new(
            new ArticleLine(article.Id, article.TextId, article.PageId, article.Title, article.Outlet, Json.Day(article.Published), article.Language, article.Address, points.FromUtf16(article.Text.Length)), article.Text,
            [.. article.Record.Blocks.Select(b => new BlockAnswer(Json.Word(b.Kind), points.FromUtf16(b.Span.Begin), points.FromUtf16(b.Span.End)))],
            [.. article.Sentences.Select(s => new SpanAnswer(points.FromUtf16(s.Begin), points.FromUtf16(s.End)))],
            [.. claims.Select(c => c.Id)], [.. claims.SelectMany(c => LineMaker.Evidence(c, points))],
            [.. (article.Record.Dates.IsDefault ? [] : article.Record.Dates).Select(d => new DateAnswer(d.Value, d.Where, d.Quote, d.Weight, d.Verdict))], (string?)story.Scalar(article.Id));
    }
}
