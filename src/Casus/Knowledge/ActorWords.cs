using System.Collections.Frozen;

namespace Casus.Knowledge;

/// <summary>The closed vocabularies of actors and patterns: Casus' own terms, not names of anything.</summary>
public static class ActorWords
{
    internal static readonly string[] ClassList =
    [
        "government", "politician", "security_forces", "militant", "civilian", "journalist", "aid", "medical", "religious",
        "business", "judiciary", "opposition", "criminal", "international", "property", "infrastructure", "protester", "refugee",
        "education", "labour", "unknown",
    ];

    public static readonly FrozenSet<string> Classes = ClassList.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["country", "government", "ministry", "force", "faction", "armed-group", "party", "organisation", "outlet", "person"], StringComparer.Ordinal);

    public static readonly FrozenSet<string> Ties = FrozenSet.ToFrozenSet(
        ["part-of", "leads", "allied", "hostile", "splinter-of", "supports", "speaks-for", "distinct-from"], StringComparer.Ordinal);
}
