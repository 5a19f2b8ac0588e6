using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>
/// The auxiliary modes that the PLOVER manual defines beside an event's own modes: "historical", "future", "hypothetical" and
/// "negation"; and "aggregate" of several happenings told as one, which the manual leaves out.
/// </summary>
public static class AuxiliaryModes
{
    /// <returns>In the order above; empty for what is told as having happened once.</returns>
    /// <param name="published">Day of the article; null when not known: then only the words tell what lies ahead.</param>
    public static ImmutableArray<string> Of(EventClaim claim, DateOnly? published)
    {
        bool ahead = claim.Factuality is Factuality.Planned or Factuality.Threatened || (published is { } day && claim.Time.Earliest > day);
        return claim.Factuality switch
        {
            Factuality.Historical => ["historical"],
            Factuality.Hypothetical when ahead => ["future", "hypothetical"],
            Factuality.Hypothetical => ["hypothetical"],
            Factuality.Negated or Factuality.Denied => ["negation"],
            Factuality.Habitual => ["aggregate"],
            _ => ahead ? ["future"] : [],
        };
    }
}
