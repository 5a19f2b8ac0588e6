using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

public enum ReviewKind
{
    /// <summary>An event that is uncertain: is it right as it stands?</summary>
    Event,

    /// <summary>Two events that linking nearly joined: are they one?</summary>
    Pair,

    /// <summary>A name that no file of knowledge has: is it somebody new, somebody known, or nobody?</summary>
    Name,

    /// <summary>Two stories whose texts share nearly enough: are they one?</summary>
    Story,
}

/// <summary>What waits for a person.</summary>
/// <param name="Score">The larger, the more hangs on the answer; of all kinds on one scale, see <see cref="ReviewScore"/>.</param>
/// <param name="Id">Of the event, the provisional actor or the story.</param>
/// <param name="Other">The second event or story; null where one alone is asked about.</param>
/// <param name="Says">The whole in one line.</param>
/// <param name="Words">The sentences and reasons to judge by.</param>
internal sealed record ReviewQuestion(ReviewKind Kind, double Score, string Id, string? Other, string Says, ImmutableArray<string> Words)
{
    /// <summary>Of a question about one event; null of others, and of an event that is asked about by its words alone.</summary>
    public Event? Told { get; init; }
}
