using System.Globalization;
using Casus.App.Publish;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>Whom and what places the record names, as knowledge/ describes them now: what questions look their words up in. In the place of what was there, where that was of others.</summary>
internal static class NamesWriter
{
    public static void Write(CasusStore store, KnowledgeBase knowledge)
    {
        List<string> actors = Used(store, Different("claim_actor", "actor_id") + " UNION " + Different("event_actor", "actor_id"));
        List<string> places = Used(store, Different("claim", "place_id") + " UNION " + Different("event", "place_id"));
        string names = ContentHash.Of("names", knowledge.Hash, string.Join(' ', actors), string.Join(' ', places));
        using Statement before = store.Prepare("SELECT value FROM state WHERE key = $1"), note = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        if (before.Scalar(StateKey.NamesOf) is string known && known == names)
        {
            return;
        }

        using Statement clear = store.Prepare("DELETE FROM actor; DELETE FROM actor_name; DELETE FROM actor_whole; DELETE FROM place;");
        clear.Run();
        WriteActors(store, actors, knowledge.Actors);
        WritePlaces(store, places, knowledge.Places);
        note.Run(StateKey.NamesOf, names);
    }

    private static List<string> Used(CasusStore store, string ids)
    {
        using Statement used = store.Prepare(ids + " ORDER BY 1");
        return used.Rows(row => row.GetString(0));
    }

    private static void WriteActors(CasusStore store, List<string> used, ActorCatalogue actors)
    {
        using Statement addWhole = store.Prepare("INSERT INTO actor_whole (whole_id, actor_id, since, until) VALUES ($1, $2, $3, $4)");
        var sides = new Sides(actors);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Actor part in used.Select(actors.Find).OfType<Actor>())
        {
            named.Add(part.Id);
            foreach ((string whole, DateOnly? from, DateOnly? until) in sides.WholesOf(part.Id))
            {
                named.Add(whole);
                addWhole.Run(whole, part.Id, Day(from) ?? "", Day(until) ?? "~");
            }
        }

        using Statement add = store.Prepare("INSERT INTO actor (id, name, code, kind) VALUES ($1, $2, $3, $4)");
        using Statement addName = store.Prepare("INSERT OR IGNORE INTO actor_name (name, actor_id) VALUES ($1, $2)");
        foreach (Actor actor in named.Select(actors.Find).OfType<Actor>())
        {
            add.Run(actor.Id, actor.Name, actor.Code, actor.Kind);
            foreach (ActorName name in actor.Names.Where(n => n.Alone && !n.Demonym))
            {
                addName.Run(name.Text, actor.Id);
            }
        }
    }

    /// <summary>Leaps from one value of an indexed column to the next: the rows between are not walked.</summary>
    internal static string Different(string table, string column) => $"SELECT id FROM (WITH RECURSIVE each (id) AS (SELECT min({column}) FROM {table} UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > each.id) FROM each WHERE each.id IS NOT NULL) SELECT id FROM each WHERE id IS NOT NULL)";

    private static void WritePlaces(CasusStore store, List<string> used, PlaceCatalogue places)
    {
        using Statement add = store.Prepare("INSERT INTO place (id, name, kind, latitude, longitude, within) VALUES ($1, $2, $3, $4, $5, $6)");
        foreach (Place place in used.Select(places.Find).OfType<Place>())
        {
            add.Run(place.Id, place.Name, place.Kind, place.Latitude, place.Longitude, Within(place, places));
        }
    }

    /// <summary>Ids and names of the place and of what holds it, each between bars.</summary>
    public static string Within(Place place, PlaceCatalogue places)
    {
        PlaceNames names = PlaceNames.Of(place, places);
        string?[] parts = [place.Id, place.Name, names.District, place.Admin1, names.Province, place.Country, names.Country];
        return "|" + string.Join('|', parts.Where(p => p is not null).Distinct()) + "|";
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
