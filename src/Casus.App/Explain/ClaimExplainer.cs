using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.Claims;
using static Casus.App.Explain.EventExplainer;

namespace Casus.App.Explain;

/// <summary>Follows every value of a claim back to its words.</summary>
internal static class ClaimExplainer
{
    public static Explanation Explain(ClaimContext context)
    {
        Claim claim = context.Claim;
        var fields = ImmutableArray.CreateBuilder<FieldExplanation>();

        void Add(string field, string value, ImmutableArray<string> rules, ImmutableArray<Evidence> words) =>
            fields.Add(new FieldExplanation(field, value, null, [new Support(claim.Id, rules, words)], []));

        void AddTime(string field, ClaimTime? time)
        {
            if (time is not null)
            {
                Add(field, Values.When(time), Rules(time.Rule), time.Evidence is { } words ? [words] : []);
            }
        }

        void AddPlace(ClaimPlace? place)
        {
            if (place is not null)
            {
                Add("place", Values.Of(place), Rules(place.Rule), [place.Evidence]);
            }
        }

        void AddParties(string field, ImmutableArray<Party> parties)
        {
            foreach (Party party in parties.IsDefault ? [] : parties)
            {
                Add(field, Values.Of(party), Parties([party]).Rules, [party.Evidence]);
            }
        }

        string says;
        switch (claim)
        {
            case EventClaim told:
                says = told.Modes.IsDefaultOrEmpty ? told.Type : $"{told.Type} ({string.Join(", ", told.Modes)})";
                Add("type", says, Coded(told), [told.Trigger]);
                AddParties("initiators", told.Initiators);
                AddParties("targets", told.Targets);
                AddParties("victims", told.Victims);
                foreach (Means means in told.Means.IsDefault ? [] : told.Means)
                {
                    Add("means", means.Kind, [], [means.Evidence]);
                }

                AddTime("time", told.Time);
                AddPlace(told.Place);
                foreach (Toll toll in told.Tolls.IsDefault ? [] : told.Tolls)
                {
                    Add(Json.Word(toll.Kind), Values.Of(toll), Rules(toll.Rule), [toll.Evidence]);
                }

                if (told.Responsibility is { } responsibility)
                {
                    Add("responsibility", responsibility.Claimed ? "claimed" : "not claimed", [], [responsibility.Evidence]);
                }

                break;
            case StatisticClaim statistic:
                says = $"statistic: {statistic.Measure}{(statistic.Cause is { } cause ? $" by {cause}" : "")}";
                string value = statistic switch
                {
                    { Min: { } min, Max: { } max } => min == max ? Values.Number(min) : $"{Values.Number(min)} to {Values.Number(max)}",
                    { Min: { } min } => $"at least {Values.Number(min)}",
                    { Max: { } max } => $"at most {Values.Number(max)}",
                    _ => "",
                };
                string change = statistic.ChangePercent is { } percent ? $"{(percent > 0 ? "+" : "")}{Values.Number(percent)} %" : "";
                Add("value", string.Join(", ", new[] { value, change }.Where(v => v.Length > 0)), Rules(statistic.Rules), statistic.Evidence);
                AddTime("period", statistic.Period);
                AddTime("baseline", statistic.Baseline);
                AddPlace(statistic.Place);
                foreach (StatisticPart part in statistic.Breakdown.IsDefault ? [] : statistic.Breakdown)
                {
                    Add("part", $"{Values.Number(part.Min)} {part.Whom}", [], [part.Evidence]);
                }

                break;
            case RelationClaim relation:
                says = $"relation: {relation.Relation}";
                Add("relation", relation.Relation, Rules(relation.Rules), relation.Evidence);
                AddParties("a", [relation.A]);
                AddParties("b", [relation.B]);
                if (relation.Change is { } turned)
                {
                    Add("change", turned.From is { } before ? $"{before} → {turned.To}" : $"→ {turned.To}", Rules(relation.Rules), [turned.Cue]);
                }

                AddTime("from", relation.From);
                AddTime("to", relation.To);
                break;
            default:
                throw new NotSupportedException(claim.GetType().Name);
        }

        foreach (Speaker speaker in claim.Speakers.IsDefault ? [] : claim.Speakers)
        {
            string who = speaker.Resolution is { } actor ? $"{speaker.Evidence.Quote} [{actor.ActorId}]" : speaker.Evidence.Quote;
            Add(speaker.OutletCited ? "outlet cited" : "speaker", $"{who} ({speaker.Strength})", speaker.Resolution is { } r ? Rules(r.Rule) : [], [speaker.Evidence]);
        }

        Add("factuality", Json.Word(claim.Factuality), [], []);
        return new Explanation(claim.Id, "claim", says, fields.ToImmutable(), [], [context]);
    }
}
