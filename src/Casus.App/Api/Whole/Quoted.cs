using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record QuoteAnswer(
    [property: Column("The article; absent where no text of an article says it.")] string? ArticleId,
    [property: Column("Code points before the words, from 0; absent where markup says it.")] int? Begin,
    [property: Column("Code point after the last.")] int? End,
    [property: Column("The words; text[begin:end] in Python and R.")] string Quote)
{
    public static QuoteAnswer Of(ClaimContext? context, Evidence words)
    {
        if (context is null || words.Span is not { } span)
        {
            return new(context?.Article.Id, null, null, words.Quote);
        }

        return Of(context, span);
    }

    public static QuoteAnswer Of(ClaimContext context, TextSpan span) => Of(context.Article.Id, context.Article.Text, new CodePoints(context.Article.Text), span);

    public static QuoteAnswer Of(string article, string text, CodePoints points, TextSpan span) => new(article, points.FromUtf16(span.Begin), points.FromUtf16(span.End), span.Of(text));
}

internal sealed record SupportAnswer(
    [property: Column("The claim.")] string ClaimId,
    [property: Column("Patterns and steps that coded it.")] ImmutableArray<string> Rules,
    [property: Column("Where it stands; empty where no words say it.")] ImmutableArray<QuoteAnswer> Words);

internal sealed record DissentAnswer([property: Column("The other value.")] string Value, [property: Column("Ids of the claims that give it.")] ImmutableArray<string> Claims);

internal sealed record FieldAnswer(
    [property: Column("type, initiators, targets, time, place, killed …; linked: how the claims were joined; judged: a judgement.")] string Field,
    [property: Column("The value in words.")] string Value,
    [property: Column("The rule that chose it among the claims; absent where there is no choice.")] string? Rule,
    [property: Column("Claims that give it.")] ImmutableArray<SupportAnswer> Support,
    [property: Column("What others give.")] ImmutableArray<DissentAnswer> Dissent)
{
    public static ImmutableArray<FieldAnswer> Of(Explanation why)
    {
        Dictionary<string, ClaimContext> contexts = why.Claims.GroupBy(c => c.Claim.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return
        [
            .. why.Fields.Select(f => new FieldAnswer(
                f.Field, f.Value, f.Rule,
                [.. f.Support.Select(s => new SupportAnswer(s.ClaimId, s.Rules, [.. s.Words.Select(w => QuoteAnswer.Of(contexts.GetValueOrDefault(s.ClaimId), w))]))],
                [.. f.Dissent.Select(d => new DissentAnswer(d.Value, d.Claims))])),
        ];
    }
}

/// <summary>A claim with who prints it and the sentences that say it.</summary>
internal sealed record CitedClaim(
    [property: Column("The claim.")] string ClaimId,
    [property: Column("event, statistic or relation.")] string Kind,
    [property: Column("How it is told.")] string Factuality,
    [property: Column("Patterns and steps that coded it, the decisive one first.")] ImmutableArray<string> Rules,
    [property: Column("The article.")] string ArticleId,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Outlet as the page names it.")] string? Outlet,
    [property: Column("Day of publication.")] DateOnly? Published,
    [property: Column("Address, as known from outside or told by the page.")] string? Address,
    [property: Column("The sentences that say it.")] ImmutableArray<QuoteAnswer> Sentences)
{
    public static CitedClaim Of(ClaimContext context) => new(
        context.Claim.Id, Kinds.Of(context.Claim), Json.Word(context.Claim.Factuality), [.. context.Claim.Rules.Select(r => r.Value)], context.Article.Id, context.Article.Title, context.Article.Outlet, Json.Day(context.Article.Published),
        context.Article.Address, [.. context.Sentences.Select(s => QuoteAnswer.Of(context, s))]);
}

internal static class Kinds
{
    public static string Of(Claims.Claim claim) => claim switch { Claims.EventClaim => "event", Claims.StatisticClaim => "statistic", _ => "relation" };
}
