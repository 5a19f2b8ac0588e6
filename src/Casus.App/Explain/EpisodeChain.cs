using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>The episode that an event belongs to, in the order of its days: each event with what ties it to another and the words that say so.</summary>
internal sealed record EpisodeChain(string Id, DateOnly? From, DateOnly? To, ImmutableArray<ChainedEvent> Events)
{
    /// <returns>Null when no article ties the event to another.</returns>
    public static EpisodeChain? Of(CasusStore store, string eventId)
    {
        string? record = store.Read(() =>
        {
            using Statement find = store.Prepare("SELECT p.record FROM episode_event e JOIN episode p ON p.id = e.episode_id WHERE e.event_id = $1");
            return find.Scalar(eventId) as string;
        });
        return record is null ? null : Of(JsonSerializer.Deserialize(record, Records.Json.Episode)!, new Lookup(store));
    }

    public static EpisodeChain Of(Episode episode, Lookup lookup) => new(
        episode.Id, episode.From, episode.To,
        [.. episode.Events.Select(lookup.Event).Select(e => new ChainedEvent(e.Id, e.Type, EventExplainer.Says(e), [.. episode.Steps.Where(s => s.From == e.Id).Select(s => new ChainStep(s.Kind, s.To, s.Support[0].Cue.Quote))]))]);
}

/// <param name="Steps">What it answers, causes, follows or is part of.</param>
internal sealed record ChainedEvent(string Id, string Type, string Says, ImmutableArray<ChainStep> Steps);

/// <param name="Cue">The words that say it.</param>
internal sealed record ChainStep(string Kind, string To, string Cue);
