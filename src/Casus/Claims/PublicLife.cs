using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>
/// Whether an article tells of states, parties, courts, forces and the like at all. Programs support modules, readers submit jokes and guests talk to the host: where in a
/// text of some length nobody of public life takes part in anything, what passes is between private people and things.
/// </summary>
internal static class PublicLife
{
    /// <summary>A text of a few sentences says too little of its kind.</summary>
    private const int LeastSentences = 6;

    /// <summary>Drops what is no matter of public life. Violence and protest have tests of their own.</summary>
    public static void Keep(IReadOnlyCollection<SentenceView> views, List<Draft> drafts, Lexicon lexicon)
    {
        if (views.Count < LeastSentences)
        {
            return;
        }

        if (!drafts.Exists(d => d.Factuality is not (Factuality.Hypothetical or Factuality.Negated) && (IsOfTheState(d) || Parties(d).Any(r => IsPublic(d.View, r, lexicon)))))
        {
            drafts.RemoveAll(d => d.Type is not ("ASSAULT" or "PROTEST"));
            return;
        }

        drafts.RemoveAll(d => d.Type is not ("ASSAULT" or "PROTEST" or "COERCE" or "MOBILIZE") && Parties(d).Any() && !Parties(d).Any(r => r.Party.Implied || PartyReader.IsParty(d.View, r.Token)));
    }

    /// <summary>Somebody arrested, tried or sentenced: nobody but a state does that.</summary>
    private static bool IsOfTheState(Draft draft) =>
        draft.Type is "COERCE" or "SANCTION" && draft.Targets.Any(r => draft.View.MentionAt(r.Token)?.Kind == Language.MentionKind.Person || draft.View.PartyNoun(draft.View.Content(r.Token)) is { Kind: "person" or "group" });

    private static IEnumerable<Role> Parties(Draft draft) => draft.Initiators.Concat(draft.Targets).Concat(draft.Victims);

    /// <summary>A camp or an office is a place, and "your handlers" are a program's.</summary>
    private static bool IsPublic(SentenceView s, Role role, Lexicon lexicon) =>
        role.Party.ActorId is not null
        || (role.Party is { Class: { } known, Kind: not "facility" } && lexicon.In("public-class", known) && !(role.Token >= 0 && s.Child(role.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$" && s.Lemma(owner) is "you" or "your" or "my" or "i"));
}
