using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// What an article tells of days and places as a whole. News names them once: a claim that leaves them out most likely means the one that its
/// article has for such things. It only weighs and never excludes.
/// </summary>
/// <param name="Days">Day numbers by type of event, for types of which the article tells one day alone.</param>
/// <param name="PlaceId">The finest of its places, where these lie in one another; null where they do not or none is smaller than a region.</param>
public sealed record ArticleSetting(ImmutableSortedDictionary<string, int> Days, string? PlaceId)
{
    public static ArticleSetting None { get; } = new(ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal), null);

    /// <param name="claims">All claims of one article, in any order.</param>
    public static ArticleSetting Of(IEnumerable<Claim> claims, PlaceCatalogue places)
    {
        Dictionary<string, int?> days = new(StringComparer.Ordinal);
        Place? finest = null;
        bool one = true;
        var containment = new PlaceContainment(places);
        foreach (EventClaim claim in claims.OfType<EventClaim>().Where(c => EventResolution.Happened(c.Factuality)))
        {
            if (claim.Time is { Precision: "day" or "time", Earliest: { } day })
            {
                days[claim.Type] = days.TryGetValue(claim.Type, out int? known) && known != day.DayNumber ? null : day.DayNumber;
            }

            if (claim.Place is { PlaceId: { } id, Precision: not ("country" or "region") } && places.Find(id) is { } place)
            {
                one &= finest is null || PlaceContainment.Of(finest, place) is PlaceRelation.Same or PlaceRelation.Contained;
                finest = finest is null || containment.Grain(place.Id) > containment.Grain(finest.Id) ? place : finest;
            }
        }

        return new(days.Where(d => d.Value is not null).ToImmutableSortedDictionary(d => d.Key, d => d.Value!.Value, StringComparer.Ordinal), one ? finest?.Id : null);
    }

    public int? DayOf(string type) => Days.TryGetValue(type, out int day) ? day : null;
}
