using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>The turning points of every pair, with those who act for them: what <c>casus show dyad</c> tells of one.</summary>
/// <param name="jobs">Threads that look for changes.</param>
internal sealed class TurnWalk(CasusStore store, KnowledgeBase knowledge, int jobs)
{
    /// <summary>Pairs that a thread looks at at a time.</summary>
    private const int PairsAtOnce = 64;

    private readonly Sides sides = new(knowledge.Actors);

    /// <summary>In the order of the pairs.</summary>
    public IEnumerable<TurnLine> Lines()
    {
        SortedSet<(string, string)> pairs = new(Comparer<(string First, string Second)>.Create((a, b) => string.CompareOrdinal(a.First, b.First) is var order and not 0 ? order : string.CompareOrdinal(a.Second, b.Second)));
        pairs.UnionWith(Counted());
        pairs.UnionWith(Told());
        foreach ((string first, string second) in pairs)
        {
            if (knowledge.Actors.Find(first) is { } one && knowledge.Actors.Find(second) is { } other)
            {
                foreach (TurningPoint turn in DyadStory.Of(store, sides, one, other, Filter.None, exact: false).Turns)
                {
                    yield return Line(first, second, turn);
                }
            }
        }
    }

    public static TurnLine Line(string first, string second, TurningPoint turn) => new(first, second, turn is ToldTurn ? "told" : "counted", turn.From, turn.To, turn.Earliest, turn.Latest, turn.Sentence, turn.Events, turn.Claims);

    /// <summary>Pairs whose months change: found in one walk, so that only they are asked for one by one.</summary>
    private List<(string First, string Second)> Counted()
    {
        var turned = new List<(string, string)>();
        List<string> covered = new DyadQueries(store).Covered(null, null);
        InOrder.Run(ByPair().Chunk(PairsAtOnce), chunk => chunk.Where(p => !ChangePoints.Of(MonthSeries.Of(p.Months, covered)).IsEmpty).Select(p => (p.First, p.Second)).ToList(), turned.AddRange, jobs);
        return turned;
    }

    /// <summary>Each pair that has acts enough for a change, with its months.</summary>
    private IEnumerable<(string First, string Second, List<DyadMonth> Months)> ByPair()
    {
        (string First, string Second, List<DyadMonth> Months) pair = ("", "", []);
        foreach ((string first, string second, DyadMonth month) in new Walks(store).MonthsOfPairs(ChangePoints.FewestActs))
        {
            if (first != pair.First || second != pair.Second)
            {
                if (pair.Months.Count > 0)
                {
                    yield return pair;
                }

                pair = (first, second, []);
            }

            pair.Months.Add(month);
        }

        if (pair.Months.Count > 0)
        {
            yield return pair;
        }
    }

    /// <summary>Pairs of which an article tells a change in words, and those for whom they act.</summary>
    private IEnumerable<(string First, string Second)> Told()
    {
        using Statement relations = store.Prepare("SELECT record FROM claim WHERE kind = 'relation' AND kind <> 'event'");
        List<RelationClaim> changes = [];
        relations.Each(r =>
        {
            if ((RelationClaim)Records.ReadClaim("relation", r.GetString(0)) is { Change: not null } change)
            {
                changes.Add(change);
            }
        });
        return from change in changes
               where change.A.ActorId is not null && change.B.ActorId is not null
               from a in sides.WholesOf(change.A.ActorId!)
               from b in sides.WholesOf(change.B.ActorId!)
               where !sides.AreOne(a.Id, b.Id)
               select string.CompareOrdinal(a.Id, b.Id) < 0 ? (a.Id, b.Id) : (b.Id, a.Id);
    }
}
