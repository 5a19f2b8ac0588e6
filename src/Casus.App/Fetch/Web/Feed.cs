using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>What a feed lists, in its order.</summary>
/// <param name="Every">How often its publisher says it changes (RSS ttl); null: not said.</param>
/// <param name="Problem">Why the rest of it could not be read; null: it was read to its end.</param>
internal sealed record Feed(string? Title, ImmutableArray<FeedEntry> Entries, TimeSpan? Every, Refused? Problem)
{
    /// <summary>Entries beyond are left out, with a <see cref="Problem"/>.</summary>
    public const int MostEntries = 1000;
}

/// <param name="Address">As the feed writes it; null: it gives none.</param>
/// <param name="Published">The moment of publication as the feed writes it; null: not told.</param>
/// <param name="Updated">The moment of the last change, likewise.</param>
internal sealed record FeedEntry(string? Address, string? Title, string? Published, string? Updated);
