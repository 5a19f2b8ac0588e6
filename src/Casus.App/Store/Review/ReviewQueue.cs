using System.Collections.Immutable;
using System.Text.Json;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What waits for a reviewer, the most consequential first; what somebody has judged is left out.</summary>
internal sealed class ReviewQueue(CasusStore store)
{
    /// <param name="All">How many wait.</param>
    public sealed record Part(ImmutableArray<(double Score, Event Told)> Events, long All);

    private readonly string judged = JsonSerializer.Serialize(JudgementTable.Book(store).Effective.SelectMany(j => j.Subject.Claims.Select(c => c.ClaimId)).Distinct());

    private const string Waits = "FROM event e WHERE e.id NOT IN (SELECT x.event_id FROM event_claim x WHERE x.claim_id IN (SELECT value FROM json_each($1)))";

    /// <param name="limit">0: all.</param>
    public Part First(int limit, int skip = 0) => store.Read(() =>
    {
        using Statement find = store.Prepare($"SELECT e.doubt, e.record {Waits} ORDER BY e.doubt DESC, e.id LIMIT $2 OFFSET $3"), count = store.Prepare($"SELECT count(*) {Waits}");
        return new Part(
            [.. find.Rows(r => (r.GetDouble(0), JsonSerializer.Deserialize(r.GetString(1), Records.Json.Event)!), judged, limit > 0 ? limit : -1, skip)],
            judged == "[]" ? store.Connection.Value<long>("SELECT count(*) FROM event") : (long)count.Scalar(judged)!);
    });
}
