using System.Text.Json;
using Casus.Events;

namespace Casus.App.Store;

/// <param name="Published">Value of a field that is told otherwise, the toll first; <paramref name="Otherwise"/>: another.</param>
internal sealed record DisputedEvent(EventRow Row, string Published, string Otherwise);

/// <summary>Events whose accounts contradict each other.</summary>
internal sealed class DisputeQueries(CasusStore store)
{
    /// <summary>By the number of fields in dissent and of victims, along the index event_by_dissent.</summary>
    public List<DisputedEvent> Weightiest(Filter filter, int limit)
    {
        Where where = new Narrowed(store, filter).EventsInPassing().And("e.dissent > 0");
        List<(string Id, Event Told)> found = store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT e.id, e.record FROM event e {where} ORDER BY e.dissent * (2 + coalesce(e.killed_min, 0) + coalesce(e.injured_min, 0)) DESC, e.id LIMIT {limit}");
            return find.Rows(r => (r.GetString(0), JsonSerializer.Deserialize(r.GetString(1), Records.Json.Event)!), [.. where.Values]);
        });
        Dictionary<string, EventRow> rows = new Queries(store).EventsOf(found.Select(f => f.Id)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. found.Select(f => Of(rows[f.Id], f.Told))];
    }

    private static DisputedEvent Of(EventRow row, Event told)
    {
        foreach (Resolved<Claims.Toll> toll in told.Tolls)
        {
            if (toll.Dissent is [var other, ..])
            {
                return new(row, Explain.Values.Of(toll.Value), other.Value);
            }
        }

        return told.Time.Dissent is [var time, ..] ? new(row, Explain.Values.Of(told.Time.Value), time.Value)
            : told.Initiators.Dissent is [var who, ..] ? new(row, Explain.Values.Of(told.Initiators.Value), who.Value)
            : told.Place is { Dissent: [var where, ..] } place ? new(row, Explain.Values.Of(place.Value), where.Value)
            : told.Targets.Dissent is [var whom, ..] ? new(row, Explain.Values.Of(told.Targets.Value), whom.Value)
            : new(row, "", "");
    }
}
