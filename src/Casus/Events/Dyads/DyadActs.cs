using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>Event → what it adds to every pair of actors between whom it passed. Not safe to use from several threads at once.</summary>
public sealed class DyadActs(Sides sides, Ontology ontology)
{
    private readonly List<string> initiators = [], targets = [], sidesOfOne = [], sidesOfOther = [];
    private readonly Dictionary<(string, string), DyadAct> found = [];

    /// <summary>Adds one act a pair: pairs that the event names, and pairs for which those act.</summary>
    public void Of(Event told, List<DyadAct> acts)
    {
        found.Clear();
        Ids(told.Initiators.Value, initiators);
        Ids(told.Targets.Value, targets);
        ClaimTime time = told.Time.Value;
        DyadAct act = Bare(told);
        if (targets.Count > 0)
        {
            foreach (string initiator in initiators)
            {
                foreach (string target in targets)
                {
                    Between(act, initiator, target, together: false, time.Latest ?? time.Earliest);
                }
            }
        }
        else if (ontology.Find(told.Type) is { Reciprocal: true })
        {
            for (int i = 0; i < initiators.Count; i++)
            {
                for (int k = i + 1; k < initiators.Count; k++)
                {
                    Between(act, initiators[i], initiators[k], together: true, time.Latest ?? time.Earliest);
                }
            }
        }

        acts.AddRange(found.Values);
    }

    private DyadAct Bare(Event told)
    {
        EventType? type = ontology.Find(told.Type);
        double score = type?.Score ?? 0, goldstein = type?.Goldstein ?? 0;
        foreach (string name in told.Modes)
        {
            EventMode? mode = type?.Mode(name);
            score = mode?.Score is { } own && Math.Abs(own) >= Math.Abs(score) ? own : score;
            goldstein = mode?.Goldstein is { } scale && Math.Abs(scale) >= Math.Abs(goldstein) ? scale : goldstein;
        }

        Toll? killed = Toll(told, TollKind.Killed), injured = Toll(told, TollKind.Injured);
        return new DyadAct(
            "", "", DyadWay.Together, true, EventMonth.Of(time: told.Time.Value, told.Factuality), told.Id, told.Quad, Tenths(score), Tenths(goldstein),
            killed?.Min ?? 0, killed is null ? 0 : killed.Max, injured?.Min ?? 0, injured is null ? 0 : injured.Max);
    }

    private void Between(in DyadAct act, string one, string other, bool together, DateOnly? day)
    {
        sidesOfOne.Clear();
        sidesOfOther.Clear();
        sides.Of(one, day, sidesOfOne);
        sides.Of(other, day, sidesOfOther);
        foreach (string a in sidesOfOne)
        {
            foreach (string b in sidesOfOther)
            {
                bool exact = a == one && b == other;
                if (sides.AreOne(a, b))
                {
                    continue;
                }

                bool first = string.CompareOrdinal(a, b) < 0;
                (string, string) pair = first ? (a, b) : (b, a);
                if (exact || !found.ContainsKey(pair))
                {
                    found[pair] = act with { First = pair.Item1, Second = pair.Item2, Exact = exact, Way = together ? DyadWay.Together : first ? DyadWay.FirstActs : DyadWay.SecondActs };
                }
            }
        }
    }

    private static void Ids(ImmutableArray<EventParty> parties, List<string> ids)
    {
        ids.Clear();
        foreach (EventParty party in parties)
        {
            if (party.ActorId is { } id && !ids.Contains(id))
            {
                ids.Add(id);
            }
        }
    }

    private static Toll? Toll(Event told, TollKind kind)
    {
        foreach (Resolved<Toll> toll in told.Tolls)
        {
            if (toll.Value.Kind == kind)
            {
                return toll.Value;
            }
        }

        return null;
    }

    private static int Tenths(double score) => (int)Math.Round(score * 10, MidpointRounding.AwayFromZero);
}
