using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"A bomb in Cali killed two": a town is struck where it is the object or stands behind "on"; behind "in" and "near" it says where.</summary>
internal static class StruckPlaces
{
    /// <summary>The targets without towns and lands that only say where.</summary>
    public static ImmutableArray<Role> Without(Draft draft) =>
        draft.Type == "ASSAULT" ? [.. draft.Targets.Where(r => !OnlyWhere(draft.View, r))] : draft.Targets;

    private static bool OnlyWhere(SentenceView s, Role role) =>
        role.Token >= 0 && role.Party is { Kind: "place", ActorId: null } && s.Lexicon.In("only-where", s.Case(Language.Grammar.FirstConjunct(s.Sentence, role.Token)));
}
