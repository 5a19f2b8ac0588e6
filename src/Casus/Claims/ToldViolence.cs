using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>
/// Whether an article tells of violence among people at all. Recipes beat eggs, programs kill processes and candidates trade blows: where in a
/// text of some length nobody is hurt, nobody armed takes part and no state moves against another, its words of violence are figures of speech.
/// </summary>
internal static class ToldViolence
{
    /// <summary>A text of a few sentences says too little of its kind.</summary>
    private const int LeastSentences = 6;

    /// <summary>False: what drafts of violence there are, are figures.</summary>
    public static bool IsBorneOut(IReadOnlyCollection<SentenceView> views, IReadOnlyList<Draft> drafts, Lexicon lexicon) =>
        views.Count < LeastSentences || drafts.Any(d => IsHard(d, lexicon));

    /// <summary>Somebody killed, hurt or taken; arms against somebody; somebody armed; or a state against what is not its own.</summary>
    private static bool IsHard(Draft draft, Lexicon lexicon)
    {
        if (draft.Type != "ASSAULT" || draft.Factuality is Factuality.Hypothetical or Factuality.Negated)
        {
            return false;
        }

        bool against = !draft.Targets.IsEmpty || !draft.Victims.IsEmpty;
        return draft.Tolls.Any(t => t.Min > 0)
            || (against && !draft.Means.IsEmpty)
            || Armed(draft.Initiators, lexicon) || Armed(draft.Targets, lexicon) || Armed(draft.Victims, lexicon)
            || (against && draft.Initiators.Any(r => IsState(r.Party, lexicon)));
    }

    private static bool Armed(ImmutableArray<Role> roles, Lexicon lexicon)
    {
        foreach (Role role in roles)
        {
            if (role.Party.Class is { } known && lexicon.In("armed-class", known))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsState(Party party, Lexicon lexicon) =>
        party.ActorId is { } id && lexicon.Knowledge.Actors.Find(id) is { Kind: "country" or "government" or "armed-group" or "force" or "faction" };
}
