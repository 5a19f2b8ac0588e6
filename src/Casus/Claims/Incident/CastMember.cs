using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Somebody or something that an article names by a noun, with every place that names it.</summary>
/// <param name="Key">Head word in small letters, or the id of an actor that the name alone tells.</param>
/// <param name="Places">In text order; never empty.</param>
internal sealed record CastMember(string Key, ImmutableArray<CastPlace> Places);

/// <param name="Token">The word that governs the phrase.</param>
/// <param name="Last">The word that people would call its head: the surname of a person, else the governing word.</param>
internal readonly record struct CastPlace(SentenceView View, int Token, int Last);
