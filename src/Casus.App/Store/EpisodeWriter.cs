using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Chains the events of the store by the links between their claims. To be called in linking's transaction, when the events are written.</summary>
internal static class EpisodeWriter
{
    /// <summary>All anew: what is read for it are the links between claims of different events, and the events they touch.</summary>
    /// <returns>How many episodes there are.</returns>
    public static int Write(CasusStore store)
    {
        using Statement links = store.Prepare("SELECT DISTINCT l.record FROM claim_link l JOIN event_claim f ON f.claim_id = l.from_id JOIN event_claim t ON t.claim_id = l.to_id WHERE l.kind <> 'same' AND f.event_id <> t.event_id");
        ImmutableArray<ClaimLink> told = [.. links.Rows(Link)];
        using Statement find = store.Prepare("SELECT e.id, e.record FROM event e JOIN event_claim c ON c.event_id = e.id WHERE c.claim_id = $1");
        var events = new SortedDictionary<string, Event>(StringComparer.Ordinal);
        foreach (string claim in told.SelectMany(l => new[] { l.From, l.To }).Distinct())
        {
            foreach ((string id, string record) in find.Rows(r => (r.GetString(0), r.GetString(1)), claim))
            {
                events.TryAdd(id, EventJson.Read(record));
            }
        }

        using Statement clear = store.Prepare("DELETE FROM episode; DELETE FROM episode_event;");
        clear.Run();
        return Add(store, [.. events.Values], told);
    }

    /// <summary>The same where only these events came and went: chains that none of them belongs to stay as they are.</summary>
    public static int Change(CasusStore store, IEnumerable<Event> added, IEnumerable<Event> removed)
    {
        using var touched = new TouchedChains(store);
        foreach (Event gone in removed)
        {
            touched.Break(gone.Id);
        }

        foreach (Event told in added)
        {
            touched.Take(told.Id);
        }

        touched.Follow();
        Add(store, [.. touched.Events.Values], touched.Links.Values);
        return (int)store.Connection.Value<long>("SELECT rows FROM total WHERE what = 'episode'");
    }

    internal static ClaimLink Link(Row row) => JsonSerializer.Deserialize(row.GetString(0), Records.Json.ClaimLink)!;

    /// <param name="events">In the order of their ids.</param>
    private static int Add(CasusStore store, ImmutableArray<Event> events, IEnumerable<ClaimLink> links)
    {
        using Statement add = store.Prepare("INSERT INTO episode (id, events, day_from, day_to, record) VALUES ($1, $2, $3, $4, $5)"), addEvent = store.Prepare("INSERT INTO episode_event (event_id, episode_id, position) VALUES ($1, $2, $3)");
        ImmutableArray<Episode> episodes = EpisodeChaining.Of(events, links);
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
