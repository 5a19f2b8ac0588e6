using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>The turning points of every pair, with those who act for them: what <c>casus show dyad</c> tells of one.</summary>
internal sealed class TurnWalk(CasusStore store, KnowledgeBase knowledge)
{
    private readonly Sides sides = new(knowledge.Actors);
    private readonly List<string> covered = new DyadQueries(store).Covered(null, null);

    /// <summary>In the order of the pairs.</summary>
    /// <param name="counted">Pairs whose months change (<see cref="Changed"/>), in any order: only they, and those of which words tell a change, are asked for one by one.</param>
    public IEnumerable<TurnLine> Lines(IEnumerable<(string First, string Second)> counted)
    {
        SortedSet<(string, string)> pairs = new(Comparer<(string First, string Second)>.Create((a, b) => string.CompareOrdinal(a.First, b.First) is var order and not 0 ? order : string.CompareOrdinal(a.Second, b.Second)));
        pairs.UnionWith(counted);
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

    /// <summary>Pure: those of the pairs whose months change.</summary>
    /// <param name="months">Of each pair all, one after the other.</param>
    public List<(string First, string Second)> Changed(ReadOnlySpan<DyadLine> months)
    {
        var changed = new List<(string, string)>();
        var own = new List<DyadMonth>();
        for (int i = 0; i < months.Length; i++)
        {
            DyadLine line = months[i];
            own.Add(DyadMonth.Nothing(line.Month ?? "", DyadWay.Together) with { VerbalCooperation = (int)(line.VerbalCooperation + line.MaterialCooperation), VerbalConflict = (int)(line.VerbalConflict + line.MaterialConflict) });
            if (i + 1 < months.Length && months[i + 1].First == line.First && months[i + 1].Second == line.Second)
            {
                continue;
            }

            if (own.Sum(m => m.Events) >= ChangePoints.FewestActs && !ChangePoints.Of(MonthSeries.Of(own, covered)).IsEmpty)
            {
                changed.Add((line.First, line.Second));
            }

            own.Clear();
        }

        return changed;
    }

    public static TurnLine Line(string first, string second, TurningPoint turn) => new(first, second, turn is ToldTurn ? "told" : "counted", turn.From, turn.To, turn.Earliest, turn.Latest, turn.Sentence, turn.Events, turn.Claims);

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
