using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Words of an article that refer to one thing; at least two references, in text order.</summary>
/// <param name="Id">Number of the chain in its article, from 0, in the order of their first references.</param>
public sealed record Chain(int Id, ImmutableArray<ChainLink> Links);

/// <summary>One reference of a chain.</summary>
/// <param name="Head">Index, in the sentence's tokens, of the word that governs the rest.</param>
/// <param name="Sureness">Likelihood, in (0, 1], that the reference belongs where it was put: to the chain's earlier ones, or, for the first, to none before.</param>
public sealed record ChainLink(int Sentence, TextSpan Span, int Head, float Sureness);
