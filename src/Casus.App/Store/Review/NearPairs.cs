using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Pairs of events that linking nearly joined: of one type, about one day, with a place or an actor in common, and weights just below the threshold.</summary>
internal sealed class NearPairs(CasusStore store, Linker linker)
{
    /// <summary>Of so many events, the weightiest, is asked; of each with so many others.</summary>
    private const int Weightiest = 200, MostOthers = 24;

    private const double Farthest = -2.5;

    private readonly StoredRows rows = new(new Lookup(store), linker);
    private readonly Dictionary<string, List<(EventClaim Claim, LinkRow Row)>> rowsOf = new(StringComparer.Ordinal);

    /// <param name="book">What is judged to be the same or different is not asked again.</param>
    public IEnumerable<ReviewQuestion> Find(JudgementBook book)
    {
        HashSet<(string, string)> judged = Judged(book);
        var asked = new HashSet<(string, string)>();
        List<Event> first = store.Read(() =>
        {
            using Statement weightiest = store.Prepare($"SELECT record FROM event ORDER BY {Queries.ByWeight} LIMIT {Weightiest}");
            return weightiest.Rows(Read);
        });
        foreach (Event told in first)
        {
            foreach (Event other in Others(told))
            {
                (Event a, Event b) = string.CompareOrdinal(told.Id, other.Id) < 0 ? (told, other) : (other, told);
                if (asked.Add((a.Id, b.Id)) && !a.Claims.Any(x => b.Claims.Any(y => judged.Contains((x, y)))) && Question(a, b) is { } question)
                {
                    yield return question;
                }
            }
        }
    }

    private List<Event> Others(Event told)
    {
        if (told.Time.Value is not { Earliest: { } from, Latest: { } to } || to.DayNumber - from.DayNumber > 31)
        {
            return [];
        }

        return store.Read(() =>
        {
            using Statement find = store.Prepare($"""
                SELECT e.record FROM event e WHERE e.type = $1 AND {Reach.Of} IN (0, 1, 2) AND {Reach.Day} BETWEEN $2 AND $3 AND e.id <> $4
                    AND (e.place_id = $5 OR EXISTS (SELECT 1 FROM event_actor x, event_actor y WHERE x.event_id = e.id AND y.event_id = $4 AND x.actor_id = y.actor_id))
                ORDER BY e.weight DESC, e.id LIMIT {MostOthers}
                """);
            return find.Rows(Read, told.Type, from.AddDays(-1), to.AddDays(1), told.Id, told.Place?.Value.PlaceId);
        });
    }

    private static Event Read(Row row) => EventJson.Read(row.GetString(0));

    private ReviewQuestion? Question(Event a, Event b)
    {
        (double Weight, EventClaim A, EventClaim B, LinkRow RowA, LinkRow RowB)? best = null;
        foreach ((EventClaim first, LinkRow one) in Rows(a))
        {
            foreach ((EventClaim second, LinkRow two) in Rows(b))
            {
                if (linker.Similarity.Compare(one, two) is { } weight && (best is null || weight > best.Value.Weight))
                {
                    best = (weight, first, second, one, two);
                }
            }
        }

        if (best is not { Weight: >= Farthest } near)
        {
            return null;
        }

        string why = string.Join(", ", linker.Similarity.Reasons(near.RowA, near.RowB).Select(r => $"{PairFeatures.Words[(int)r.Feature]} {r.Weight.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)}"));
        ImmutableArray<string> words = [EventExplainer.Says(a), "  “" + near.A.Evidence[0].Quote + "”", EventExplainer.Says(b), "  “" + near.B.Evidence[0].Quote + "”", $"{near.Weight.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)} because: {why}"];
        return new(ReviewKind.Pair, ReviewScore.OfPair(a, b, near.Weight, Farthest), a.Id, b.Id, $"{a.Type}: one happening? {EventExplainer.Says(a)} | {EventExplainer.Says(b)}", words);
    }

    private List<(EventClaim Claim, LinkRow Row)> Rows(Event told) => rowsOf.TryGetValue(told.Id, out List<(EventClaim, LinkRow)>? known) ? known : rowsOf[told.Id] = rows.Of(told);

    private static HashSet<(string, string)> Judged(JudgementBook book)
    {
        var judged = new HashSet<(string, string)>();
        foreach (Judgement judgement in book.Effective.Where(j => j.Other is not null))
        {
            foreach (ClaimAnchor one in judgement.Subject.Claims)
            {
                foreach (ClaimAnchor other in judgement.Other!.Claims)
                {
                    judged.Add((one.ClaimId, other.ClaimId));
                    judged.Add((other.ClaimId, one.ClaimId));
                }
            }
        }

        return judged;
    }
}
