using System.Collections.Immutable;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record ToldEvent(
    [property: Column("It in a sentence.")] string Says,
    [property: Column("The published row.")] EventLine Event,
    [property: Column("Numbers of the words that it rests on.")] ImmutableArray<int> Citations);

internal sealed record FoundEvents(
    [property: Column("Events that match.")] ImmutableArray<ToldEvent> Events,
    [property: Column("Whether more match: narrow further, or ask for more.")] bool More,
    [property: Column("The words behind them.")] ImmutableArray<CitationAnswer> Citations);

internal sealed record ToldAccount(
    [property: Column("What the speaker or outlet says.")] AccountLine Account,
    [property: Column("Numbers of its words.")] ImmutableArray<int> Citations);

internal sealed record OtherValue([property: Column("The value that others give.")] string Value, [property: Column("Numbers of their words.")] ImmutableArray<int> Citations);

internal sealed record Disagreement(
    [property: Column("initiators, targets, time, place, killed …")] string Field,
    [property: Column("The published value.")] string Published,
    [property: Column("The rule that chose it.")] string? Rule,
    [property: Column("What others give.")] ImmutableArray<OtherValue> Otherwise);

internal sealed record ReadAccounts(
    [property: Column("The event in a sentence.")] string Says,
    [property: Column("Its id.")] string EventId,
    [property: Column("Who says what of it; a story printed ten times is one voice.")] ImmutableArray<ToldAccount> Accounts,
    [property: Column("Fields that are told in more than one way.")] ImmutableArray<Disagreement> Disagreements,
    [property: Column("The words behind them.")] ImmutableArray<CitationAnswer> Citations);

internal sealed record ExplainedValue(
    [property: Column("Id of the event or claim.")] string Id,
    [property: Column("The whole in one line.")] string Says,
    [property: Column("Each value with the rule that chose it, the claims that give it and the words behind them.")] ImmutableArray<FieldAnswer> Fields,
    [property: Column("The sentences behind them.")] ImmutableArray<CitationAnswer> Citations);

internal sealed record TracedDyad(
    [property: Column("What passed between the two.")] DyadAnswer Dyad,
    [property: Column("The words behind turns, states and the events that moved it.")] ImmutableArray<CitationAnswer> Citations);

internal sealed record ReadPassage(
    [property: Column("The article.")] string ArticleId,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Outlet as the page names it.")] string? Outlet,
    [property: Column("Day of publication.")] DateOnly? Published,
    [property: Column("Address, as known from outside or told by the page.")] string? Address,
    [property: Column("Code points before the passage.")] int Begin,
    [property: Column("Code point after its last.")] int End,
    [property: Column("Code points of the whole text.")] int Length,
    [property: Column("The passage, word for word.")] string Quote,
    [property: Column("Ids of events that the article tells.")] ImmutableArray<string> Events);
