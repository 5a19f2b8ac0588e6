using System.Collections.Immutable;
using Casus.Claims;
using Casus.Language;

namespace Casus.Events;

/// <summary>Puts a corrected value in the place of a claim's own. Its evidence is the judgement: no words of the text say it.</summary>
internal static class ClaimCorrection
{
    public static EventClaim Apply(EventClaim claim, Correction correction, Judgement judgement)
    {
        Evidence evidence = Of(claim.Trigger.Text, judgement);
        switch (correction)
        {
            case CorrectedType type:
                return claim with { Type = type.Type, Quad = type.Quad, Cameo = null, Modes = [], Rules = [judgement.Rule, .. claim.Rules] };
            case CorrectedFactuality factuality:
                return claim with { Factuality = factuality.Factuality };
            case CorrectedTime time:
                return claim with { Time = Time(time, evidence, judgement) };
            case CorrectedPlace place:
                return claim with { Place = Place(place, evidence, judgement) };
            case CorrectedParties { Role: "initiators" } who:
                return claim with { Initiators = Parties(who, evidence, judgement) };
            case CorrectedParties whom:
                return claim with { Targets = Parties(whom, evidence, judgement), Victims = [] };
            case CorrectedToll toll:
                Toll? old = TollTotal.Of(claim.Tolls, toll.Kind);
                ImmutableArray<Toll> others = [.. claim.Tolls.Where(t => t.Kind != toll.Kind)];
                return claim with { Tolls = toll.Min is null ? others : others.Add(Toll(toll, old?.Whom, evidence, judgement)) };
            default:
                throw new InvalidOperationException($"A correction of no known kind: {correction.GetType().Name}.");
        }
    }

    public static Evidence Of(TextId text, Judgement judgement) => new(text, null, judgement.Value ?? "", "judgement " + judgement.Id);

    public static ClaimTime Time(CorrectedTime time, Evidence evidence, Judgement judgement) => new(time.Value, time.Precision, time.From, time.To, evidence, judgement.Rule);

    public static ClaimPlace? Place(CorrectedPlace place, Evidence evidence, Judgement judgement) => place.Place is { } where ? new(where.Id, where.Kind, evidence, judgement.Rule) : null;

    public static Toll Toll(CorrectedToll toll, string? whom, Evidence evidence, Judgement judgement) => new(toll.Kind, toll.Min ?? 0, toll.Max, false, evidence, whom, judgement.Rule);

    private static ImmutableArray<Party> Parties(CorrectedParties parties, Evidence evidence, Judgement judgement) =>
        [.. parties.Parties.Select(p => new Party(evidence with { Quote = p.Name }, p.ActorId is { } id ? new Resolution(id, judgement.Rule, []) : null, "group", p.Class, judgement.Rule))];
}
