using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>An event as its view shows it.</summary>
/// <param name="Claims">By id; of the same words in several articles the first.</param>
/// <param name="Chain">The episode's events in order; empty for an event that stands alone.</param>
internal sealed record EventLines(Event Told, Explanation Why, ImmutableDictionary<string, ClaimContext> Claims, Episode? Episode, ImmutableArray<EventRow> Chain, MappedPlace? Point, ImmutableArray<(Judgement Judgement, JudgementOutcome? Outcome)> Judged, bool IsDue)
{
    /// <summary>Whether others have corrected the event and it is shown without that.</summary>
    public bool IsAsCoded { get; init; }

    /// <summary>Claims up to which it is told how they were joined: each is compared with each.</summary>
    private const int MostJoined = 80;

    /// <param name="shown">What is shown in the place of the record; null: the record.</param>
    public static EventLines Of(CasusStore store, string id, Linker linker, AsCoded? shown = null)
    {
        var lookup = new Lookup(store);
        Event held = lookup.Event(lookup.Complete("event", id)), told = shown?.Of(held) ?? held;
        var judged = new JudgementLines(store);
        Explanation why = judged.On(new EventExplainer(lookup, told.Claims.Length <= MostJoined ? new LinkExplainer(linker, lookup) : null).Explain(told));
        Episode? episode = EpisodeOf(store, told.Id);
        Dictionary<string, EventRow> rows = episode is null ? [] : new Queries(store).EventsOf(episode.Events).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return new(
            told, why, why.Claims.GroupBy(c => c.Claim.Id).ToImmutableDictionary(g => g.Key, g => g.First()), episode,
            [.. episode?.Events.Where(rows.ContainsKey).Select(e => rows[e]) ?? []],
            told.Place is { Value.PlaceId: { } place } ? new MapQueries(store).Find(place, told.Quad) : null, [.. judged.Of(told.Id).Reverse()], JudgementTable.Last(store) != JudgementTable.LastLinked(store))
        { IsAsCoded = !ReferenceEquals(told, held) };
    }

    private static Episode? EpisodeOf(CasusStore store, string id) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT p.record FROM episode_event e JOIN episode p ON p.id = e.episode_id WHERE e.event_id = $1");
        return find.Scalar(id) is string record ? JsonSerializer.Deserialize(record, Records.Json.Episode) : null;
    });
}
