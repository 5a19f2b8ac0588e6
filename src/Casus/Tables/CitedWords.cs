using Casus.Claims;

namespace Casus.Tables;

/// <summary>Words of an article that stand behind a value of a claim.</summary>
/// <param name="Field">Which value: "trigger", "initiator", "killed" …</param>
/// <param name="Rule">Null where no rule of its own read them.</param>
public readonly record struct CitedWords(string Field, Evidence Words, RuleId? Rule)
{
    /// <summary>Adds all words that the claim stands on.</summary>
    public static void Add(Claim claim, List<CitedWords> all)
    {
        RuleId? decisive = claim.Rules.IsEmpty ? null : claim.Rules[0];
        foreach (Evidence words in claim.Evidence)
        {
            all.Add(new("statement", words, decisive));
        }

        foreach (Speaker speaker in claim.Speakers)
        {
            all.Add(new(speaker.OutletCited ? "outlet-cited" : "speaker", speaker.Evidence, speaker.Resolution?.Rule));
        }

        switch (claim)
        {
            case EventClaim told:
                Add(told, decisive, all);
                break;
            case StatisticClaim statistic:
                Maybe("place", statistic.Place?.Evidence, statistic.Place?.Rule, all);
                Maybe("period", statistic.Period?.Evidence, statistic.Period?.Rule, all);
                Maybe("baseline", statistic.Baseline?.Evidence, statistic.Baseline?.Rule, all);
                foreach (StatisticPart part in statistic.Breakdown)
                {
                    all.Add(new("part", part.Evidence, null));
                }

                break;
            case RelationClaim relation:
                all.Add(new("a", relation.A.Evidence, relation.A.Rule));
                all.Add(new("b", relation.B.Evidence, relation.B.Rule));
                Maybe("from", relation.From?.Evidence, relation.From?.Rule, all);
                Maybe("to", relation.To?.Evidence, relation.To?.Rule, all);
                break;
            default:
                throw new NotSupportedException(claim.GetType().Name);
        }
    }

    private static void Add(EventClaim claim, RuleId? decisive, List<CitedWords> all)
    {
        all.Add(new("trigger", claim.Trigger, decisive));
        Parties("initiator", claim.Initiators.AsSpan(), all);
        Parties("target", claim.Targets.AsSpan(), all);
        Parties("victim", claim.Victims.AsSpan(), all);
        foreach (Means means in claim.Means)
        {
            all.Add(new("means", means.Evidence, null));
        }

        Maybe("time", claim.Time.Evidence, claim.Time.Rule, all);
        Maybe("place", claim.Place?.Evidence, claim.Place?.Rule, all);
        foreach (Toll toll in claim.Tolls)
        {
            all.Add(new(EnumWords<TollKind>.Of(toll.Kind), toll.Evidence, toll.Rule));
        }

        Maybe("responsibility", claim.Responsibility?.Evidence, null, all);
    }

    private static void Parties(string field, ReadOnlySpan<Party> parties, List<CitedWords> all)
    {
        foreach (Party party in parties)
        {
            all.Add(new(field, party.Evidence, party.Rule));
        }
    }

    private static void Maybe(string field, Evidence? words, RuleId? rule, List<CitedWords> all)
    {
        if (words is not null)
        {
            all.Add(new(field, words, rule));
        }
    }
}
