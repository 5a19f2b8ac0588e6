using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"Gunmen attacked a post. | They | killed two officers.": a pronoun that the chains of references take for somebody without a name who plays a part in what was told just before.</summary>
internal static class TakenUp
{
    private static readonly RuleId Rule = new("chain.party");

    /// <summary>Less sure links are not followed; where another of the deed told before would do as well, only surer ones.</summary>
    private const float Sure = 0.5f, SureAmongSeveral = 0.75f;

    private const int SentencesBack = 2;

    /// <param name="before">What earlier sentences tell.</param>
    public static Draft With(Draft draft, IReadOnlyList<Draft> before)
    {
        SentenceView s = draft.View;
        if (draft.Noun || !s.IsVerb(draft.Token) || draft.Anchor != draft.Token || before.Count == 0)
        {
            return draft;
        }

        int subject = Clause.DeepSubject(s, draft.Token), whom = Clause.DeepObject(s, draft.Token);
        if (draft.Initiators.IsEmpty && Party(s, subject, before, acts: true) is { } doer && !draft.Targets.Concat(draft.Victims).Any(r => RoleReader.Same(r.Party, doer)))
        {
            draft = draft with { Initiators = [new Role(doer, subject)] };
        }

        return draft.Targets.IsEmpty && draft.Victims.IsEmpty && Party(s, whom, before, acts: false) is { } target && !draft.Initiators.Any(r => RoleReader.Same(r.Party, target))
            ? draft with { Targets = [new Role(target, whom)] }
            : draft;
    }

    private static Party? Party(SentenceView s, int pronoun, IReadOnlyList<Draft> before, bool acts)
    {
        if (pronoun < 0 || s[pronoun].Xpos != "PRP" || s.MentionAt(pronoun)?.Actor is not null)
        {
            return null;
        }

        foreach (Chain chain in s.Analysis.Chains)
        {
            int at = chain.Links.Length - 1;
            while (at >= 0 && !(chain.Links[at].Sentence == s.Index && chain.Links[at].Head == pronoun))
            {
                at--;
            }

            if (at <= 0 || chain.Links[at].Sureness < Sure)
            {
                continue;
            }

            for (int earlier = at - 1; earlier >= 0 && s.Index - chain.Links[earlier].Sentence <= SentencesBack; earlier--)
            {
                if (Played(chain.Links[earlier], s, pronoun, before, acts, chain.Links[at].Sureness) is { } party)
                {
                    return party with { Implied = true, Rule = Rule };
                }
            }
        }

        return null;
    }

    /// <summary>The party of an earlier deed that a link of the chain names; null where it plays no part, was killed and cannot act, or does not agree with the pronoun.</summary>
    private static Party? Played(ChainLink link, SentenceView s, int pronoun, IReadOnlyList<Draft> before, bool acts, float sureness)
    {
        for (int i = before.Count - 1; i >= 0 && s.Index - before[i].Sentence <= SentencesBack; i--)
        {
            Draft told = before[i];
            foreach (Role role in told.Initiators.Concat(told.Targets).Concat(told.Victims))
            {
                if (told.Sentence != link.Sentence || role.Token != link.Head || !NearAntecedent.Agrees(told.View, role.Token, s, pronoun))
                {
                    continue;
                }

                bool fell = told.Victims.Any(v => v.Token == role.Token);
                bool alone = !told.Initiators.Concat(told.Targets).Concat(told.Victims).Any(r => r.Token >= 0 && r.Token != role.Token && !(acts && told.Victims.Any(v => v.Token == r.Token)) && NearAntecedent.Agrees(told.View, r.Token, s, pronoun));
                return (acts && fell) || (!alone && sureness < SureAmongSeveral) ? null : role.Party;
            }
        }

        return null;
    }
}
