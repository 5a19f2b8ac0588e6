using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// A count that an article brings to the telling of a deed, and that another claim of it has from somebody's mouth, is that voice's and not the teller's:
/// "Jets hit a camp. The Red Crescent counted nine dead."
/// </summary>
internal static class CountsByVoice
{
    /// <param name="claims">Those of one article stand together.</param>
    /// <returns>The claims, each with the counts that are its own.</returns>
    public static ClaimInContext[] Own(ClaimInContext[] claims)
    {
        ClaimInContext[] owned = [.. claims];
        for (int from = 0, to = 0; from < claims.Length; from = to)
        {
            while (to < claims.Length && claims[to].Claim.ArticleId == claims[from].Claim.ArticleId)
            {
                to++;
            }

            for (int i = from; i < to && to - from > 1; i++)
            {
                EventClaim claim = claims[i].Claim;
                ImmutableArray<Toll> own = claim.Tolls.RemoveAll(t => claims.AsSpan(from, to - from).ContainsAnother(claim, t));
                owned[i] = own.Length == claim.Tolls.Length ? claims[i] : claims[i] with { Claim = claim with { Tolls = own } };
            }
        }

        return owned;
    }

    private static bool ContainsAnother(this Span<ClaimInContext> article, EventClaim claim, Toll toll)
    {
        foreach (ClaimInContext other in article)
        {
            if (IsAnothers(claim, toll, other.Claim))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words that count stand in the sentence that tells it, or make the claim the account that it is.</summary>
    private static bool Holds(EventClaim claim, Toll toll) =>
        claim.Rules.Contains(AccountRules.Count) || (toll.Evidence.Span is { } words && claim.Evidence[0].Span is { } sentence && sentence.Contains(words));

    private static bool IsAnothers(EventClaim claim, Toll toll, EventClaim other) =>
        !ReferenceEquals(claim, other) && !other.Speakers.IsEmpty && !Holds(claim, toll) && Holds(other, toll)
        && other.Tolls.Any(t => t.Kind == toll.Kind && t.Evidence.Span == toll.Evidence.Span)
        && !other.Speakers.Any(s => claim.Speakers.Any(own => own.Evidence.Span == s.Evidence.Span || (own.Resolution is { } who && who.ActorId == s.Resolution?.ActorId)));
}
