using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>
/// Whom an act is aimed at when its own clause does not say: "Islamabad accused Kabul … Islamabad has imposed trade
/// restrictions." The one whom the same side turned against in the sentence before is taken as target, and marked as implied.
/// </summary>
internal static class Dispute
{
    private const int Verbal = 3;
    private static readonly RuleId Rule = new("target.same-dispute");

    /// <summary>Acts that one side does to another; mobilisation and protest may be aimed at nobody.</summary>
    private static readonly ImmutableArray<string> Aimed = ["COERCE", "SANCTION", "REJECT", "THREATEN", "ACCUSE"];

    public static Draft Complete(IReadOnlyList<Draft> drafts, int at, ActorCatalogue actors, Ontology ontology)
    {
        Draft draft = drafts[at];
        if (!Aimed.Contains(draft.Type) || !draft.Targets.IsEmpty || !draft.Victims.IsEmpty || draft.Initiators.IsEmpty)
        {
            return draft;
        }

        for (int i = at - 1; i >= 0 && draft.Sentence - drafts[i].Sentence <= 1; i--)
        {
            Draft before = drafts[i];
            if (before.Sentence == draft.Sentence || before.View.Sentence.Block != draft.View.Sentence.Block || ontology.Find(before.Type) is not { Quad: >= Verbal } || !OneSide(before.Initiators, draft.Initiators, actors))
            {
                continue;
            }

            ImmutableArray<Role> aimedAt = [.. before.Targets.Where(t => t.Party.ActorId is not null && !draft.Initiators.Any(d => OneSide(t.Party, d.Party, actors)))];
            if (!aimedAt.IsEmpty)
            {
                return draft with { Targets = [.. MentionedAgain.Implied(aimedAt).Select(r => r with { Party = r.Party with { Rule = Rule } })], Rules = draft.Rules.Add(Rule) };
            }
        }

        return draft;
    }

    private static bool OneSide(ImmutableArray<Role> a, ImmutableArray<Role> b, ActorCatalogue actors) => a.Any(x => b.Any(y => OneSide(x.Party, y.Party, actors)));

    private static bool OneSide(Party a, Party b, ActorCatalogue actors) =>
        a.ActorId is { } first && b.ActorId is { } second && (first == second || Within(first, second, actors) || Within(second, first, actors));

    private static bool Within(string part, string whole, ActorCatalogue actors) =>
        actors.Find(part) is { } actor && actor.Ties.Any(t => t.Kind == "part-of" && t.To == whole);
}
