using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Where a relation changed, between two months, with what says so.</summary>
/// <param name="Earliest">Last month of the old state at the earliest, "2021-08", or a year; null: not bounded.</param>
/// <param name="Latest">First month of the new state at the latest; null: not bounded.</param>
/// <param name="From">"cordial", "hostile", "mixed" or "quiet"; null: not told. <paramref name="To"/>: of these, or "eased" or "strained" where words tell no more.</param>
/// <param name="Sentence">It in plain words.</param>
/// <param name="Events">Ids of the events that moved it, the weightiest first.</param>
/// <param name="Claims">Ids of the relation claims that tell it; empty for what the events alone show.</param>
public abstract record TurningPoint(string? Earliest, string? Latest, string? From, string To, string Sentence, ImmutableArray<string> Events, ImmutableArray<string> Claims);

/// <summary>Found in the months of the record (<see cref="ChangePoints"/>).</summary>
/// <param name="At">The likeliest first month of the new state.</param>
public sealed record CountedTurn(string At, DyadState Before, DyadState After, string? Earliest, string? Latest, string Sentence, ImmutableArray<string> Events)
    : TurningPoint(Earliest, Latest, Before.Name, After.Name, Sentence, Events, []);

/// <summary>Told in words by an article ("their once cordial ties have soured").</summary>
/// <param name="Stories">Independent tellings.</param>
public sealed record ToldTurn(string? Earliest, string? Latest, string? From, string To, int Stories, string Sentence, ImmutableArray<string> Events, ImmutableArray<string> Claims)
    : TurningPoint(Earliest, Latest, From, To, Sentence, Events, Claims);
