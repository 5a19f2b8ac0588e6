using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// Finds the claims of today that judgements of yesterday name. First by id; else, in the same text, the claim of the same type on the same words,
/// then any on these words; else, where the text itself was read otherwise, the only claim of that type whose sentence and words are the same.
/// </summary>
internal sealed class ClaimFinder(IClaimSource claims)
{
    public Claim? Find(ClaimAnchor anchor) =>
        claims.WithId(anchor.ClaimId)
        ?? InText(anchor, sameType: true)
        ?? InText(anchor, sameType: false)
        ?? InSentence(anchor);

    public ImmutableArray<Claim> Find(IEnumerable<ClaimAnchor> anchors) => [.. anchors.Select(Find).OfType<Claim>().DistinctBy(c => c.Id)];

    private Claim? InText(ClaimAnchor anchor, bool sameType) => anchor.Span is not { } span
        ? null
        : claims.InText(anchor.Text).Select(c => (Claim: c, At: ClaimAnchor.Of(c)))
            .Where(c => c.At.Span is { } s && s.Overlaps(span) && (!sameType || c.At.Type == anchor.Type))
            .OrderByDescending(c => c.At.Span == span).ThenBy(c => c.Claim.Id, StringComparer.Ordinal).FirstOrDefault().Claim;

    private Claim? InSentence(ClaimAnchor anchor)
    {
        Claim[] found = [.. claims.WithSentence(anchor.Sentence, anchor.Type).Where(c => ClaimAnchor.Of(c) is var a && a.Sentence == anchor.Sentence && a.Words == anchor.Words && a.Type == anchor.Type)];
        return found.Length == 1 ? found[0] : null;
    }
}
