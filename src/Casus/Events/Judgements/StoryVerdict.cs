using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>What a person has judged of two groups of articles.</summary>
/// <param name="IsOne">They are of one story; false: those of <paramref name="Second"/> leave a story that also has some of <paramref name="First"/>.</param>
/// <param name="First">Ids of articles of the record; never empty, as <paramref name="Second"/>.</param>
public readonly record struct StoryVerdict(bool IsOne, ImmutableArray<string> First, ImmutableArray<string> Second);
