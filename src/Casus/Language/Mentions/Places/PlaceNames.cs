using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Every name of a place, in a trie made once: names of places, and words for a country's people and things.</summary>
internal sealed class PlaceNames
{
    private readonly NameTrie trie = new();
    private readonly List<(IReadOnlyList<Place> Places, bool Demonym)> entries = [];

    public PlaceNames(KnowledgeBase knowledge)
    {
        var byName = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        var countries = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (Place place in knowledge.Places.All)
        {
            if (place is { Kind: "country", Country: string code } && !place.Id.StartsWith("geonames:", StringComparison.Ordinal))
            {
                countries.TryAdd(code, place);
            }

            foreach (string name in place.Names)
            {
                if (name.Length < 2)
                {
                    continue;
                }

                if (!byName.TryGetValue(name, out List<Place>? list))
                {
                    byName.Add(name, list = []);
                }

                if (!list.Contains(place))
                {
                    list.Add(place);
                }
            }
        }

        foreach ((string name, List<Place> places) in byName)
        {
            Add(name, places, false);
        }

        foreach (Actor actor in knowledge.Actors.All)
        {
            if (actor.Country is not string code || !countries.TryGetValue(code, out Place? country))
            {
                continue;
            }

            foreach (ActorName name in actor.Names)
            {
                if (name.Demonym)
                {
                    Add(name.Text, [country], true);
                }
            }
        }
    }

    public void Find(AtomBuffer atoms, List<NameHit> hits) => trie.Find(atoms, hits);

    public (IReadOnlyList<Place> Places, bool Demonym) this[int entry] => entries[entry];

    private void Add(string name, IReadOnlyList<Place> places, bool demonym)
    {
        trie.Add(name, entries.Count);
        entries.Add((places, demonym));
    }
}
