using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>
/// Keeps events by whom they concern beside the events themselves: who takes part, and for whom these act on the day, with sums by month and place. So questions about
/// an actor touch only its own. Adding and removing events leaves the same rows as writing all anew. Inside the caller's transaction.
/// </summary>
internal sealed class ActorWriter : IDisposable
{
    /// <summary>Events at a time: of a large record the rows of all would fill the memory.</summary>
    private const int Portion = 50_000;

    private readonly Statement add, drop, addMonth, dropMonth, addPlace, dropPlace;
    private readonly Sides sides;
    private readonly Dictionary<string, (bool Exact, int Roles)> concerned = new(StringComparer.Ordinal);
    private readonly List<string> acting = [];

    public ActorWriter(CasusStore store, KnowledgeBase knowledge)
    {
        sides = new Sides(knowledge.Actors);
        add = store.Prepare("INSERT INTO actor_event (actor_id, undated, day, event_id, until, exact, roles) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        drop = store.Prepare("DELETE FROM actor_event WHERE actor_id = $1 AND undated = $2 AND day = $3 AND event_id = $4");
        addMonth = store.Prepare("INSERT INTO actor_month (actor_id, month, type, quad, exact, events, killed, injured) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO UPDATE SET events = events + $6, killed = killed + $7, injured = injured + $8");
        dropMonth = store.Prepare("DELETE FROM actor_month WHERE actor_id = $1 AND month = $2 AND type = $3 AND quad = $4 AND exact = $5 AND events = 0");
        addPlace = store.Prepare("INSERT INTO actor_place (actor_id, place_id, type, quad, exact, events, killed) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO UPDATE SET events = events + $6, killed = killed + $7");
        dropPlace = store.Prepare("DELETE FROM actor_place WHERE actor_id = $1 AND place_id = $2 AND type = $3 AND quad = $4 AND exact = $5 AND events = 0");
    }

    public static void Clear(CasusStore store)
    {
        using Statement clear = store.Prepare("DELETE FROM actor_event; DELETE FROM actor_month; DELETE FROM actor_place;");
        clear.Run();
    }

    public void Add(IEnumerable<Event> events) => Change(events, 1);

    /// <param name="events">As they were when they were added.</param>
    public void Remove(IEnumerable<Event> events) => Change(events, -1);

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[add, drop, addMonth, dropMonth, addPlace, dropPlace])
        {
            statement.Dispose();
        }
    }

    private void Change(IEnumerable<Event> events, int sign)
    {
        var rows = new List<Row>();
        foreach (Event[] part in events.Chunk(Portion))
        {
            rows.Clear();
            foreach (Event told in part)
            {
                Of(told, rows);
            }

            Write(rows, sign);
        }
    }

    private void Write(List<Row> rows, int sign)
    {
        // In the order of the keys, so that the trees of the tables grow at their ends.
        foreach (Row row in rows.OrderBy(r => r.Actor, StringComparer.Ordinal).ThenBy(r => r.Undated).ThenByDescending(r => r.Day, StringComparer.Ordinal).ThenBy(r => r.Told.Id, StringComparer.Ordinal))
        {
            if (sign > 0)
            {
                add.Run(row.Actor, row.Undated, row.Day, row.Told.Id, row.Until, row.Exact, row.Roles);
            }
            else
            {
                drop.Run(row.Actor, row.Undated, row.Day, row.Told.Id);
            }
        }

        foreach (var month in rows.GroupBy(r => (r.Actor, Month: r.Day.Length > 0 ? r.Day[..7] : "", r.Told.Type, r.Told.Quad, r.Exact)).OrderBy(g => g.Key.Actor, StringComparer.Ordinal).ThenBy(g => g.Key.Month, StringComparer.Ordinal))
        {
            addMonth.Run(month.Key.Actor, month.Key.Month, month.Key.Type, month.Key.Quad, month.Key.Exact, sign * month.Count(), sign * month.Sum(r => r.Killed), sign * month.Sum(r => r.Injured));
            if (sign < 0)
            {
                dropMonth.Run(month.Key.Actor, month.Key.Month, month.Key.Type, month.Key.Quad, month.Key.Exact);
            }
        }

        foreach (var place in rows.Where(r => r.Place is not null).GroupBy(r => (r.Actor, r.Place, r.Told.Type, r.Told.Quad, r.Exact)).OrderBy(g => g.Key.Actor, StringComparer.Ordinal).ThenBy(g => g.Key.Place, StringComparer.Ordinal))
        {
            addPlace.Run(place.Key.Actor, place.Key.Place, place.Key.Type, place.Key.Quad, place.Key.Exact, sign * place.Count(), sign * place.Sum(r => r.Killed));
            if (sign < 0)
            {
                dropPlace.Run(place.Key.Actor, place.Key.Place, place.Key.Type, place.Key.Quad, place.Key.Exact);
            }
        }
    }

    private void Of(Event told, List<Row> rows)
    {
        concerned.Clear();
        ClaimTime time = told.Time.Value;
        foreach ((int role, IEnumerable<EventParty> parties) in ((int, IEnumerable<EventParty>)[])[(1, told.Initiators.Value), (2, told.Targets.Value)])
        {
            foreach (EventParty party in parties)
            {
                if (party.ActorId is { } id)
                {
                    acting.Clear();
                    sides.Of(id, time.Latest ?? time.Earliest, acting);
                    foreach (string side in acting)
                    {
                        (bool exact, int roles) = concerned.GetValueOrDefault(side);
                        concerned[side] = (exact || side == id, side == id ? roles | role : roles);
                    }
                }
            }
        }

        string day = Day(time.Earliest ?? time.Latest), until = Day(time.Latest ?? time.Earliest);
        long killed = told.TollOf(TollKind.Killed)?.Min ?? 0, injured = told.TollOf(TollKind.Injured)?.Min ?? 0;
        foreach ((string actor, (bool exact, int roles)) in concerned)
        {
            rows.Add(new Row(actor, time.Earliest is null ? 1 : 0, day, until, exact ? 1 : 0, roles, told, told.Place?.Value.PlaceId, killed, injured));
        }
    }

    private static string Day(DateOnly? day) => day is { } known ? Publish.Json.Day(known) : "";

    private readonly record struct Row(string Actor, int Undated, string Day, string Until, int Exact, int Roles, Event Told, string? Place, long Killed, long Injured);
}
