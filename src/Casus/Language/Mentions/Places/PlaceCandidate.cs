using Casus.Knowledge;

namespace Casus.Language;

/// <summary>A stretch of words that may name a place, before it is decided which.</summary>
/// <param name="Begin">Index of the first atom; <paramref name="End"/> is after the last.</param>
/// <param name="Places">Places of that name; empty when none is known.</param>
/// <param name="KindWord">Precision that a word beside the name tells ("Paktika province"); null when none does.</param>
/// <param name="Part">True when a direction stands before it: "eastern Afghanistan".</param>
/// <param name="Demonym">True for "Afghan": only the country's word for its own.</param>
internal sealed record PlaceCandidate(
    Sentence Sentence,
    int Begin,
    int End,
    TextSpan Span,
    int FirstToken,
    int LastToken,
    IReadOnlyList<Place> Places,
    string? KindWord,
    bool Part,
    bool Demonym,
    string Rule)
{
    /// <summary>The candidate that follows after a comma and may hold this one: "Mir Ali, North Waziristan".</summary>
    public PlaceCandidate? Container { get; set; }

    /// <summary>True when words say that the container holds it ("Luru in Gumla District"), not only a comma.</summary>
    public bool HeldByWords { get; set; }

    /// <summary>A neighbour in an enumeration: "Ohio, Indiana and Georgia".</summary>
    public PlaceCandidate? Mate { get; set; }

    /// <summary>The words of the name, as they stand.</summary>
    public required string Name { get; init; }
}
