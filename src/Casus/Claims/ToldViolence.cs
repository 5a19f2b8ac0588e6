using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Whether an article tells of violence among people at all. Recipes beat eggs, programs kill processes and candidates trade blows: where in a
/// text of some length nobody is hurt, nobody armed takes part and no state moves against another, its words of violence are figures of speech.
/// </summary>
internal static class ToldViolence
{
    /// <summary>A text of a few sentences says too little of its kind.</summary>
    private const int LeastSentences = 6;

    /// <summary>Sentences that name a disaster or a disease, of an article on one.</summary>
    private const int LeastOfDisaster = 2;

    /// <summary>False: what drafts of violence there are, are figures.</summary>
    public static bool IsBorneOut(IReadOnlyCollection<SentenceView> views, IReadOnlyList<Draft> drafts, Lexicon lexicon) =>
        views.Count < LeastSentences || drafts.Any(d => IsHard(d, lexicon));

    /// <summary>A word of it is of what kills without a killer: a flood, a disease.</summary>
    public static bool NamesDisaster(Sentence sentence, Lexicon lexicon)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (lexicon.In("other-cause", token.Lemma))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "More than 300 were killed in Malaysia": in an article on a flood or a disease, in which nobody harms anybody and no weapon does, whoever died had died of that.
    /// </summary>
    /// <returns>True: the dead and the hurt of its drafts are the disaster's.</returns>
    public static bool IsDisaster(IReadOnlyCollection<SentenceView> views, IReadOnlyList<Draft> drafts, Lexicon lexicon) =>
        views.Count(v => NamesDisaster(v.Sentence, lexicon)) >= LeastOfDisaster
        && !drafts.Any(d => d.Type == "ASSAULT" && d.Factuality is not (Factuality.Hypothetical or Factuality.Negated) && (!d.Means.IsEmpty || !d.Modes.IsEmpty || d.Initiators.Any(r => r.Party.Class is not null || r.Party.ActorId is not null)));

    /// <summary>Somebody killed, hurt or taken; arms against somebody; somebody armed; or a state against what is not its own.</summary>
    public static bool IsHard(Draft draft, Lexicon lexicon)
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
