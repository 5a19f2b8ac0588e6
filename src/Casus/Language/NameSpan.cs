using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>A proper name as the network labels it, before anything is known of who or what bears it.</summary>
/// <param name="Sentence">Index of the sentence among those it was found with.</param>
/// <param name="Head">Index, in the sentence's tokens, of the word that governs the rest.</param>
/// <param name="Kind">"person", "organization", "place", "event", "time" or "other" (GUM's entity types; the rare ones are "other").</param>
public sealed record NameSpan(int Sentence, TextSpan Span, int Head, string Kind);

/// <summary>Sentences with the names in them, in text order.</summary>
public sealed record NamedText(ImmutableArray<Sentence> Sentences, ImmutableArray<NameSpan> Names);
