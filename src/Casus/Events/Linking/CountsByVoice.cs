using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// A count that an article brings to the telling of a deed, and that another claim of it has from somebody's mouth, is that voice's and not the teller's:
/// "Jets hit a camp. The Red Crescent counted nine dead."
/// </summary>
internal static class CountsByVoice
{
    /// <summary>The claims, each with the counts that are its own.</summary>
    public static ClaimInContext[] Own(ClaimInContext[] claims)
    {
        if (claims.Length < 2 || !Array.Exists(claims, c => !c.Claim.Speakers.IsEmpty && !c.Claim.Tolls.IsEmpty))
        {
            return claims;
        }

        return Array.ConvertAll(claims, c => c.Claim.Tolls.RemoveAll(t => Array.Exists(claims, other => IsAnothers(c.Claim, t, other.Claim))) is var own && own.Length == c.Claim.Tolls.Length
            ? c : c with { Claim = c.Claim with { Tolls = own } });
    }

    /// <summary>The words that count stand in the sentence that tells it, or make the claim the account that it is.</summary>
    private static bool Holds(EventClaim claim, Toll toll) =>
        claim.Rules.Contains(AccountRules.Count) || (toll.Evidence.Span is { } words && claim.Evidence[0].Span is { } sentence && sentence.Contains(words));

    private static bool IsAnothers(EventClaim claim, Toll toll, EventClaim other) =>
        !ReferenceEquals(claim, other) && other.ArticleId == claim.ArticleId && !other.Speakers.IsEmpty && !Holds(claim, toll) && Holds(other, toll)
        && other.Tolls.Any(t => t.Kind == toll.Kind && t.Evidence.Span == toll.Evidence.Span)
        && !other.Speakers.Any(s => claim.Speakers.Any(own => own.Evidence.Span == s.Evidence.Span || (own.Resolution is { } who && who.ActorId == s.Resolution?.ActorId)));
}
