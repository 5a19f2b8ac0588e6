using Casus.Claims;

namespace Casus.Events;

/// <summary>Where the claims that judgements name are looked up. Of claims with one id the one of the first article, by its id, stands for all.</summary>
public interface IClaimSource
{
    /// <summary>Null where the record has none.</summary>
    Claim? WithId(string id);

    /// <summary>Claims whose words (<see cref="ClaimAnchor.Of"/>) stand in the text, each id once, in any order.</summary>
    IEnumerable<Claim> InText(TextId text);

    /// <summary>Claims of the type with this sentence, each id once, in any order; others may be among them.</summary>
    IEnumerable<Claim> WithSentence(string sentence, string type);
}
