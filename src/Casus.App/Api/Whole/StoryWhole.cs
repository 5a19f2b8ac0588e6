using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record EditionAnswer(
    [property: Column("The article.")] string ArticleId,
    [property: Column("original, copy, edit, rewrite or excerpt.")] string Edition,
    [property: Column("The article it derives from; absent for the original.")] string? DerivesFrom,
    [property: Column("Share of the shorter text's word 3-grams that the other holds, 0 to 1.")] double Overlap,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Outlet as the page names it.")] string? Outlet,
    [property: Column("Day of publication.")] DateOnly? Published);

internal sealed record FactAnswer(
    [property: Column("What kind of fact differs: number, date or name.")] string Kind,
    [property: Column("As the earlier edition has it.")] QuoteAnswer? Earlier,
    [property: Column("As the later has it.")] QuoteAnswer? Later);

internal sealed record DiffPartAnswer(
    [property: Column("changed, moved, added or dropped; what stayed is left out.")] string Kind,
    [property: Column("Sentences of the earlier edition; absent for what was added.")] QuoteAnswer? Earlier,
    [property: Column("Sentences of the later; absent for what was dropped.")] QuoteAnswer? Later,
    [property: Column("Numbers, dates and names that differ.")] ImmutableArray<FactAnswer> Facts);

internal sealed record DiffAnswer([property: Column("The later edition.")] string ArticleId, [property: Column("The one it derives from.")] string DerivesFrom, [property: Column("In the order of the later.")] ImmutableArray<DiffPartAnswer> Parts);

internal sealed record PassageAnswer(
    [property: Column("An article of the story.")] string ArticleId,
    [property: Column("An article of another.")] string OtherId,
    [property: Column("The other story.")] string StoryId,
    [property: Column("How many words they share.")] long Words,
    [property: Column("The words, as the story has them.")] string Quote);

internal sealed record StoryAnswer(
    [property: Column("The story: hash of its earliest edition's article.")] string StoryId,
    [property: Column("In order.")] ImmutableArray<EditionAnswer> Editions,
    [property: Column("What each edition changed of the one it derives from.")] ImmutableArray<DiffAnswer> Diffs,
    [property: Column("What it shares word for word with other stories, the longest.")] ImmutableArray<PassageAnswer> Passages,
    [property: Column("Ids of the events that it tells, the weightiest first.")] ImmutableArray<string> Events)
{
    private const int MostPassages = 20;

    public static StoryAnswer Of(CasusStore store, string start, KnowledgeBase knowledge)
    {
        var lookup = new Lookup(store);
        string id = lookup.Complete("story", start);
        var story = StoryComparison.Of(lookup, id, new EditionDiff(knowledge), MostPassages);
        return new(
            id, [.. story.Editions.Select(e => new EditionAnswer(e.ArticleId, e.Kind, e.Of, Math.Round(e.Overlap, 4), e.Title, e.Outlet, Json.Day(e.Published)))],
            [.. story.Compared.Select(c => new DiffAnswer(c.Row.ArticleId, c.From.Id, [.. c.Parts.Where(p => p.Kind != DiffKind.Same).Select(p => Part(p, c))]))],
            [.. story.Passages.Select(p => new PassageAnswer(p.Row.ArticleId, p.Row.OtherId, p.Row.StoryId, p.Row.Words, p.Words))], [.. new Queries(store).EventsOfStory(id).Select(e => e.Id)]);
    }

    private static DiffPartAnswer Part(DiffPart part, ComparedEdition edition)
    {
        QuoteAnswer? Quote(StoredArticle article, TextSpan? span) => span is { } at ? QuoteAnswer.Of(article.Id, article.Text, new CodePoints(article.Text), at) : null;
        return new(
            Json.Word(part.Kind), Quote(edition.From, part.Earlier), Quote(edition.Article, part.Later),
            [.. part.Facts.Select(f => new FactAnswer(Json.Word(f.Kind), Quote(edition.From, f.Earlier), Quote(edition.Article, f.Later)))]);
    }
}
