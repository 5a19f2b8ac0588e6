using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record ModeAnswer([property: Column("Its name.")] string Mode, [property: Column("What it is.")] string Definition, [property: Column("PLOVER score; absent: the type's.")] double? Plover);

internal sealed record PatternAnswer([property: Column("Its id, as `rules` name it.")] string Pattern, [property: Column("Sentences that it codes.")] ImmutableArray<string> Yes, [property: Column("Sentences that it does not.")] ImmutableArray<string> No);

internal sealed record TypeAnswer(
    [property: Column("The row of the list.")] TypeLine Type,
    [property: Column("What counts as it.")] ImmutableArray<string> Includes,
    [property: Column("What does not.")] ImmutableArray<string> Excludes,
    [property: Column("Its modes.")] ImmutableArray<ModeAnswer> Modes,
    [property: Column("Patterns that code it, with the sentences that test them.")] ImmutableArray<PatternAnswer> Patterns)
{
    public static TypeLine Line(EventType type) => new(type.Name, type.Quad, type.Score, type.Goldstein, type.Cameo, type.Definition, [.. type.Modes.Select(m => m.Name)]);

    public static TypeAnswer Of(KnowledgeBase knowledge, EventType type) => new(
        Line(type), type.Includes, type.Excludes, [.. type.Modes.Select(m => new ModeAnswer(m.Name, m.Definition, m.Score))],
        [.. CodebookPage.PatternsOf(knowledge, type).Select(p => new PatternAnswer(p.Id, [.. p.Yes.Select(e => e.Text)], [.. p.No.Select(e => e.Text)]))]);
}

internal sealed record OutcomeAnswer([property: Column("read, empty, duplicate or refused.")] string Outcome, [property: Column("Of a refusal: why.")] string? Reason, [property: Column("How many pages.")] long Pages);

internal sealed record FeedAnswer(
    [property: Column("Its address.")] string Address,
    [property: Column("When it was last asked; absent: not yet.")] string? TriedAt,
    [property: Column("Entries that gave a page.")] long Pages,
    [property: Column("Entries that failed when last tried.")] long Failed,
    [property: Column("Why the feed itself failed; absent: it did not.")] string? Problem);

internal sealed record SourcesAnswer(
    [property: Column("What became of every page; together they are all.")] ImmutableArray<OutcomeAnswer> Pages,
    [property: Column("Articles.")] long Articles,
    [property: Column("Stories.")] long Stories,
    [property: Column("Claims.")] long Claims,
    [property: Column("Events.")] long Events,
    [property: Column("When a page was last read, ISO 8601 in universal time; absent: never.")] string? ReadAt,
    [property: Column("Feeds that are kept.")] ImmutableArray<FeedAnswer> Feeds,
    [property: Column("Hash of what the program knows.")] string Knowledge,
    [property: Column("Whether pages or judgements came since the record was last linked.")] bool Due)
{
    public static SourcesAnswer Of(CasusStore store, KnowledgeBase knowledge)
    {
        Totals totals = new Queries(store).Totals();
        using Statement outcomes = store.Prepare("SELECT outcome, reason, count(*) FROM page GROUP BY outcome, reason ORDER BY outcome, reason"), last = store.Prepare("SELECT max(read_at) FROM page");
        return new(
            [.. outcomes.Rows(r => new OutcomeAnswer(r.GetString(0), r.Text(1), r.GetInt64(2)))], totals.Articles, totals.Stories, totals.Claims, totals.Events, (string?)last.Scalar(),
            [.. new FeedList(store).All().Select(f => new FeedAnswer(f.Address, f.TriedAt, f.Pages, f.Failed, f.Problem))], knowledge.Hash, LinkWriter.IsDue(store, knowledge, null));
    }
}
