using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>The turning points of every pair, with those who act for them: what <c>casus show dyad</c> tells of one.</summary>
internal sealed class TurnWalk(CasusStore store, KnowledgeBase knowledge)
{
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
        var months = new List<DyadMonth>();
        (string First, string Second) pair = ("", "");
        using Statement walk = store.Prepare("""
            SELECT m.first, m.second, m.month, m.verbal_cooperation + m.material_cooperation, m.verbal_conflict + m.material_conflict
            FROM dyad d JOIN dyad_month m ON m.first = d.first AND m.second = d.second WHERE d.events >= $1 ORDER BY d.first, d.second
            """);
        walk.Each(
            row =>
            {
                if (row.GetString(0) is var first && row.GetString(1) is var second && (first, second) != pair)
                {
                    Note();
                    pair = (first, second);
                }

                months.Add(DyadMonth.Nothing(row.GetString(2), DyadWay.Together) with { VerbalCooperation = row.GetInt32(3), VerbalConflict = row.GetInt32(4) });
            },
            ChangePoints.FewestActs);
        Note();
        return turned;

        void Note()
        {
            if (months.Count > 0 && !ChangePoints.Of(MonthSeries.Of(months, covered)).IsEmpty)
            {
                turned.Add(pair);
            }

            months.Clear();
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
