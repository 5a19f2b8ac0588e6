using System.Text.Json;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What must be chained again when events come and go: all that links or old chains connect with them, and nothing else.</summary>
internal sealed class TouchedChains(CasusStore store) : IDisposable
{
    private readonly Statement record = store.Prepare("SELECT record FROM event WHERE id = $1"), eventsOf = store.Prepare("SELECT event_id FROM event_claim WHERE claim_id = $1");
    private readonly Statement linksOf = store.Prepare("SELECT record FROM claim_link WHERE from_id = $1 AND kind <> 'same' UNION SELECT record FROM claim_link WHERE to_id = $1 AND kind <> 'same'");
    private readonly Statement chainOf = store.Prepare("SELECT episode_id FROM episode_event WHERE event_id = $1"), membersOf = store.Prepare("SELECT event_id FROM episode_event WHERE episode_id = $1");
    private readonly Statement drop = store.Prepare("DELETE FROM episode WHERE id = $1"), dropMembers = store.Prepare("DELETE FROM episode_event WHERE episode_id = $1");
    private readonly HashSet<string> known = new(StringComparer.Ordinal), claims = new(StringComparer.Ordinal);
    private readonly Queue<string> next = new();

    /// <summary>By id.</summary>
    public SortedDictionary<string, Event> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>By their record: one link in two articles is one.</summary>
    public SortedDictionary<string, ClaimLink> Links { get; } = new(StringComparer.Ordinal);

    public void Take(string eventId)
    {
        if (known.Add(eventId))
        {
            next.Enqueue(eventId);
        }
    }

    /// <summary>Takes the chain of the event apart; what was in it is chained again.</summary>
    public void Break(string eventId)
    {
        if (chainOf.Scalar(eventId) is not string chain)
        {
            return;
        }

        List<string> members = membersOf.Rows(r => r.GetString(0), chain);
        drop.Run(chain);
        dropMembers.Run(chain);
        members.ForEach(Take);
    }

    /// <summary>Goes from event to event until no link leads further.</summary>
    public void Follow()
    {
        while (next.TryDequeue(out string? id))
        {
            if (record.Scalar(id) is not string found)
            {
                continue;
            }

            Break(id);
            Event told = EventJson.Read(found);
            Events.Add(id, told);
            foreach (string claim in told.Claims.Where(claims.Add))
            {
                Follow(claim);
            }
        }
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[record, eventsOf, linksOf, chainOf, membersOf, drop, dropMembers])
        {
            statement.Dispose();
        }
    }

    // The same words in two articles make one claim id: every event that holds either end decides to which the link belongs.
    private void Follow(string claim)
    {
        foreach (string text in linksOf.Rows(r => r.GetString(0), claim))
        {
            ClaimLink link = JsonSerializer.Deserialize(text, Records.Json.ClaimLink)!;
            Links.TryAdd(text, link);
            foreach (string end in (string[])[link.From, link.To])
            {
                eventsOf.Rows(r => r.GetString(0), end).ForEach(Take);
            }
        }
    }
}
