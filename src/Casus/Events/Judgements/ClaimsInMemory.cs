using Casus.Claims;

namespace Casus.Events;

/// <summary>The claims of a record that is held as a whole.</summary>
internal sealed class ClaimsInMemory : IClaimSource
{
    private readonly Dictionary<string, Claim> byId = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<TextId, Claim>> byText;
    private readonly Lazy<ILookup<string, Claim>> bySentence;

    /// <param name="claims">By the ids of their articles.</param>
    public ClaimsInMemory(IEnumerable<Claim> claims)
    {
        foreach (Claim claim in claims)
        {
            byId.TryAdd(claim.Id, claim);
        }

        // Built only when an id is gone: the usual run asks for ids alone.
        byText = new(() => byId.Values.ToLookup(c => ClaimAnchor.Of(c).Text));
        bySentence = new(() => byId.Values.ToLookup(c => ClaimAnchor.Of(c).Sentence, StringComparer.Ordinal));
    }

    public Claim? WithId(string id) => byId.GetValueOrDefault(id);

    public IEnumerable<Claim> InText(TextId text) => byText.Value[text];

    public IEnumerable<Claim> WithSentence(string sentence, string type) => bySentence.Value[sentence];
}
