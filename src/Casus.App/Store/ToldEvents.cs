using System.Collections.Immutable;
using System.Text.Json;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>The events that claims told when they were last linked: what they tell now as before stays as it is.</summary>
internal sealed class ToldEvents(CasusStore store) : IDisposable
{
    private readonly Statement of = store.Prepare("SELECT event_id FROM event_claim WHERE claim_id = $1"), record = store.Prepare("SELECT record FROM event WHERE id = $1"), claimsOf = store.Prepare("SELECT claim_id FROM event_claim WHERE event_id = $1");
    private readonly Statement[] drop = [.. new[] { "event WHERE id", "event_claim WHERE event_id", "event_outlet WHERE event_id" }.Select(t => store.Prepare($"DELETE FROM {t} = $1"))];
    private readonly Statement dropActor = store.Prepare("DELETE FROM event_actor WHERE actor_id = $1 AND event_id = $2 AND role IN ('initiator', 'target')");
    private readonly HashSet<string> before = new(StringComparer.Ordinal);

    /// <summary>Whether the claims, and no others, told one event.</summary>
    /// <param name="claims">Each once; each stands in one event at most.</param>
    public bool IsOne(string[] claims) => of.Rows(r => r.GetString(0), claims[0]) is [var told] && claimsOf.Rows(r => r.GetString(0), told) is var all && all.Count == claims.Length && all.ToHashSet(StringComparer.Ordinal).SetEquals(claims);

    /// <param name="claims">All whose events are made anew, and those that have gone.</param>
    public void Were(IEnumerable<string> claims)
    {
        foreach (string claim in claims)
        {
            before.UnionWith(of.Rows(r => r.GetString(0), claim));
        }
    }

    /// <summary>Events that stay as they are, in which the claim stands.</summary>
    public IEnumerable<string> Others(string claim) => of.Rows(r => r.GetString(0), claim).Where(e => !before.Contains(e));

    /// <summary>Those of the events that are not in the store as they are now.</summary>
    /// <param name="restless">Claims that came, went, or may stand there otherwise: what tells of them is written anew.</param>
    public ImmutableArray<Event> Differing(ImmutableArray<Event> events, HashSet<string> restless)
    {
        var differing = ImmutableArray.CreateBuilder<Event>();
        foreach (Event told in events)
        {
            if (before.Contains(told.Id) && !told.Claims.Any(restless.Contains) && (string)record.Scalar(told.Id)! == JsonSerializer.Serialize(told, Records.Json.Event))
            {
                before.Remove(told.Id);
            }
            else
            {
                differing.Add(told);
            }
        }

        return differing.ToImmutable();
    }

    /// <summary>Takes out of the store what was told before and is not told now, or otherwise.</summary>
    public ImmutableArray<Event> Remove()
    {
        ImmutableArray<Event> gone = [.. before.Order(StringComparer.Ordinal).Select(id => EventJson.Read((string)record.Scalar(id)!))];
        foreach (Event told in gone)
        {
            foreach (Statement statement in drop)
            {
                statement.Run(told.Id);
            }

            foreach (string actor in told.Initiators.Value.Concat(told.Targets.Value).Select(p => p.ActorId).OfType<string>())
            {
                dropActor.Run(actor, told.Id);
            }
        }

        return gone;
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[of, record, claimsOf, .. drop, dropActor])
        {
            statement.Dispose();
        }
    }
}
