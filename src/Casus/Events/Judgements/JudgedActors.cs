using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Events;

/// <summary>
/// Judgements on actors: "A same B" takes A's claims for B's, "reject" says that a provisional name is nobody's. What is one actor is named as the
/// latest judgement of them names it, so that a circle of judgements ends.
/// </summary>
internal sealed class JudgedActors
{
    private readonly Dictionary<string, (string Id, RuleId Rule)> keeps = new(StringComparer.Ordinal);
    private readonly HashSet<string> nobody = new(StringComparer.Ordinal);

    public JudgedActors(IEnumerable<Judgement> effective, ActorCatalogue actors)
    {
        var whole = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Judgement judgement in effective.Where(j => j.Subject.Kind == SubjectKind.Actor))
        {
            string id = judgement.Subject.Id;
            if (judgement is { Verb: JudgementVerb.Same, Other.Id: { } other })
            {
                HashSet<string> one = whole.GetValueOrDefault(id) ?? [id];
                one.UnionWith(whole.GetValueOrDefault(other) ?? [other]);

                // A provisional name gives way to an actor of knowledge/, on whichever side it stands.
                string kept = actors.Find(other) is null && actors.Find(id) is not null ? id : other;
                foreach (string member in one)
                {
                    whole[member] = one;
                    keeps[member] = (kept, judgement.Rule);
                }
            }
            else if (judgement.Verb == JudgementVerb.Reject)
            {
                nobody.Add(id);
            }
        }
    }

    public bool IsEmpty => keeps.Count == 0 && nobody.Count == 0;

    /// <summary>What is judged of each actor that is not left as it is, in words that differ where the judgement does.</summary>
    public IEnumerable<(string Actor, string Effect)> Effects =>
        nobody.Select(id => (id, "nobody")).Concat(keeps.Where(k => k.Value.Id != k.Key && !nobody.Contains(k.Key)).Select(k => (k.Key, $"{k.Value.Id} {k.Value.Rule.Value}")));

    public EventClaim In(EventClaim claim) => claim with { Initiators = In(claim.Initiators), Targets = In(claim.Targets), Victims = In(claim.Victims) };

    private ImmutableArray<Party> In(ImmutableArray<Party> parties) => parties.IsDefaultOrEmpty ? parties : [.. parties.Select(In)];

    private Party In(Party party)
    {
        string? id = party.ActorId ?? party.Provisional?.Id;
        if (id is null)
        {
            return party;
        }

        if (nobody.Contains(id))
        {
            return party with { Provisional = null };
        }

        return keeps.TryGetValue(id, out var kept) && kept.Id != id
            ? party with { Resolution = new Resolution(kept.Id, kept.Rule, [new Rejected(id, "judged to be the same")]), Provisional = null }
            : party;
    }
}
