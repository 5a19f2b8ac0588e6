using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Chains the events of the store anew: what is read for it are the links between claims of different events, and the events they touch.</summary>
internal static class EpisodeWriter
{
    public static int Write(CasusStore store)
    {
        using Statement links = store.Prepare("SELECT DISTINCT l.record FROM claim_link l JOIN event_claim f ON f.claim_id = l.from_id JOIN event_claim t ON t.claim_id = l.to_id WHERE l.kind <> 'same' AND f.event_id <> t.event_id");
        ImmutableArray<ClaimLink> told = [.. links.Rows(r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.ClaimLink)!)];
        using Statement find = store.Prepare("SELECT e.id, e.record FROM event e JOIN event_claim c ON c.event_id = e.id WHERE c.claim_id = $1");
        var events = new SortedDictionary<string, Event>(StringComparer.Ordinal);
        foreach (string claim in told.SelectMany(l => new[] { l.From, l.To }).Distinct())
        {
            foreach ((string id, string record) in find.Rows(r => (r.GetString(0), r.GetString(1)), claim))
            {
                events.TryAdd(id, JsonSerializer.Deserialize(record, Records.Json.Event)!);
            }
        }

        using Statement clear = store.Prepare("DELETE FROM episode; DELETE FROM episode_event;"), add = store.Prepare("INSERT INTO episode (id, events, day_from, day_to, record) VALUES ($1, $2, $3, $4, $5)"), addEvent = store.Prepare("INSERT INTO episode_event (event_id, episode_id, position) VALUES ($1, $2, $3)");
        clear.Run();
        ImmutableArray<Episode> episodes = EpisodeChaining.Of([.. events.Values], told);
        foreach (Episode episode in episodes)
        {
            add.Run(episode.Id, episode.Events.Length, episode.From, episode.To, JsonSerializer.Serialize(episode, Records.Json.Episode));
            for (int i = 0; i < episode.Events.Length; i++)
            {
                addEvent.Run(episode.Events[i], episode.Id, i);
            }
        }

        return episodes.Length;
    }
}
