using System.Text.RegularExpressions;
using Casus.Events;

namespace Casus.App.Store;

/// <param name="Field">That is told otherwise, the toll first, in words for people.</param>
/// <param name="Published">Its value; <paramref name="Otherwise"/>: another. Both without ids.</param>
internal sealed record DisputedEvent(EventRow Row, string Field, string Published, string Otherwise);

/// <summary>Events whose accounts contradict each other.</summary>
internal sealed partial class DisputeQueries(CasusStore store)
{
    /// <summary>By the number of fields in dissent and of victims, along the index event_by_dissent.</summary>
    /// <param name="match">Of the filter, where it is known.</param>
    public List<DisputedEvent> Weightiest(Filter filter, int limit, EventMatch? match = null)
    {
        if (match is not null)
        {
            return Weightiest(match, limit);
        }

        Where where = new Narrowed(store, filter).EventsInPassing().And("e.dissent > 0");
        List<(string Id, Event Told)> found = store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT e.id, e.record FROM event e INDEXED BY event_by_dissent {where} ORDER BY e.dissent * (2 + coalesce(e.killed_min, 0) + coalesce(e.injured_min, 0)) DESC, e.id LIMIT {limit}");
            return find.Rows(r => (r.GetString(0), EventJson.Read(r.GetString(1))), [.. where.Values]);
        });
        return Of(found);
    }

    /// <summary>Of what the index tells only the rows are read until enough of them match.</summary>
    private List<DisputedEvent> Weightiest(EventMatch match, int limit) => store.Read(() =>
    {
        using Statement walk = store.Prepare("SELECT e.rowid FROM event e INDEXED BY event_by_dissent WHERE e.dissent > 0 ORDER BY e.dissent * (2 + coalesce(e.killed_min, 0) + coalesce(e.injured_min, 0)) DESC, e.id"), read = store.Prepare("SELECT id, record FROM event WHERE rowid = $1");
        var rows = new List<long>();
        walk.While(r =>
        {
            if (match.Has(r.GetInt64(0)))
            {
                rows.Add(r.GetInt64(0));
            }

            return rows.Count < limit;
        });
        return Of([.. rows.SelectMany(row => read.Rows(r => (r.GetString(0), EventJson.Read(r.Bytes(1))), row))]);
    });

    private List<DisputedEvent> Of(List<(string Id, Event Told)> found)
    {
        Dictionary<string, EventRow> rows = new Queries(store).EventsOf(found.Select(f => f.Id)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. found.Select(f => Of(rows[f.Id], f.Told))];
    }

    private static DisputedEvent Of(EventRow row, Event told)
    {
        foreach (Resolved<Claims.Toll> toll in told.Tolls)
        {
            if (toll.Dissent is [var other, ..])
            {
                return Of(row, "toll", Explain.Values.Of(toll.Value), other);
            }
        }

        return told.Time.Dissent is [var time, ..] ? Of(row, "when", Explain.Values.Of(told.Time.Value), time)
            : told.Initiators.Dissent is [var who, ..] ? Of(row, "who did it", Explain.Values.Of(told.Initiators.Value), who)
            : told.Place is { Dissent: [var where, ..] } place ? Of(row, "where", Explain.Values.Of(place.Value), where)
            : told.Targets.Dissent is [var whom, ..] ? Of(row, "to whom", Explain.Values.Of(told.Targets.Value), whom)
            : new(row, "", "", "");
    }

    private static DisputedEvent Of(EventRow row, string field, string published, Dissent other) => new(row, field, Ids().Replace(published, ""), Ids().Replace(other.Value, ""));

    /// <summary>As <see cref="Explain.Values"/> writes them behind names.</summary>
    [GeneratedRegex(@" \[[^\]\s]+\]")]
    private static partial Regex Ids();
}
