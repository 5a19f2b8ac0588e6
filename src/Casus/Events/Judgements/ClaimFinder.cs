using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>
/// Finds the claims of today that judgements of yesterday name. First by id; else, in the same text, the claim of the same type on the same words,
/// then any on these words; else, where the text itself was read otherwise, the only claim of that type whose sentence and words are the same.
/// </summary>
internal sealed class ClaimFinder
{
    private readonly Dictionary<string, Claim> byId = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<TextId, ClaimAnchor>> byText;
    private readonly Lazy<ILookup<string, ClaimAnchor>> bySentence;

    public ClaimFinder(IEnumerable<Claim> claims)
    {
        foreach (Claim claim in claims)
        {
            byId.TryAdd(claim.Id, claim);
        }

        // Built only when an id is gone: the usual run asks for ids alone.
        byText = new(() => byId.Values.Select(ClaimAnchor.Of).ToLookup(a => a.Text));
        bySentence = new(() => byId.Values.Select(ClaimAnchor.Of).ToLookup(a => a.Sentence, StringComparer.Ordinal));
    }

    public Claim? Find(ClaimAnchor anchor) =>
        byId.GetValueOrDefault(anchor.ClaimId)
        ?? InText(anchor, sameType: true)
        ?? InText(anchor, sameType: false)
        ?? InSentence(anchor);

    public ImmutableArray<Claim> Find(IEnumerable<ClaimAnchor> anchors) => [.. anchors.Select(Find).OfType<Claim>().DistinctBy(c => c.Id)];

    private Claim? InText(ClaimAnchor anchor, bool sameType) => anchor.Span is not { } span
        ? null
        : Claim(byText.Value[anchor.Text].Where(a => a.Span is { } s && s.Overlaps(span) && (!sameType || a.Type == anchor.Type)).OrderByDescending(a => a.Span == span).ThenBy(a => a.ClaimId, StringComparer.Ordinal).FirstOrDefault());

    private Claim? InSentence(ClaimAnchor anchor)
    {
        ClaimAnchor[] found = [.. bySentence.Value[anchor.Sentence].Where(a => a.Words == anchor.Words && a.Type == anchor.Type)];
        return found.Length == 1 ? Claim(found[0]) : null;
    }

    private Claim? Claim(ClaimAnchor? anchor) => anchor is null ? null : byId[anchor.ClaimId];
}
