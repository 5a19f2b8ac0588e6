using System.Collections.Immutable;
using System.Text.Json;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What waits for a reviewer, the most consequential first; what somebody has judged is left out.</summary>
/// <param name="second">A reviewer for whom what others have judged waits instead, and they have not: a second opinion, by which agreement is measured. Null: nobody.</param>
/// <param name="apart">Ids of events that are asked about elsewhere.</param>
internal sealed class ReviewQueue(CasusStore store, string? second = null, ImmutableArray<string> apart = default)
{
    /// <param name="All">How many wait.</param>
    public sealed record Part(ImmutableArray<(double Score, Event Told)> Events, long All);

    /// <summary>Claims of events that the queue leaves out.</summary>
    private readonly string judged = Judged(JudgementTable.Book(store), by => second is null || by == second);

    /// <summary>Of those that it is made of, where it is a second one.</summary>
    private readonly string others = second is null ? "[]" : Judged(JudgementTable.Book(store), by => by != second);

    private readonly string waits = "FROM event e WHERE e.id NOT IN (SELECT x.event_id FROM event_claim x WHERE x.claim_id IN (SELECT value FROM json_each($1)))"
        + (second is null ? "" : " AND e.id IN (SELECT x.event_id FROM event_claim x WHERE x.claim_id IN (SELECT value FROM json_each($2))) AND e.id NOT IN (SELECT value FROM json_each($5))");

    /// <summary>The fifth value of a second queue's question.</summary>
    private object?[] Elsewhere => second is null ? [] : [JsonSerializer.Serialize(apart.IsDefault ? [] : apart)];

    /// <param name="limit">0: all.</param>
    public Part First(int limit, int skip = 0) => store.Read(() =>
    {
        using Statement find = store.Prepare($"SELECT e.doubt, e.record {waits} ORDER BY e.doubt DESC, e.id LIMIT $3 OFFSET $4"), count = store.Prepare(second is null
            ? "SELECT (SELECT coalesce(sum(events), 0) FROM month_sum) - (SELECT count(*) FROM event WHERE id IN (SELECT x.event_id FROM event_claim x WHERE x.claim_id IN (SELECT value FROM json_each($1))))"
            : $"SELECT count(*), $3, $4 {waits}");
        return new Part(
            [.. find.Rows(r => (r.GetDouble(0), EventJson.Read(r.GetString(1))), [judged, others, limit > 0 ? limit : -1, skip, .. Elsewhere])],
            (long)(second is null ? count.Scalar(judged) : count.Scalar([judged, others, null, null, .. Elsewhere]))!);
    });

    private static string Judged(JudgementBook book, Func<string, bool> by) =>
        JsonSerializer.Serialize(book.Standing.Where(j => by(j.By)).SelectMany(j => j.Subject.Claims.Select(c => c.ClaimId)).Distinct());
}
