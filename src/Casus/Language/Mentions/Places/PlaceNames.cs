using Casus.Knowledge;

namespace Casus.Language;

/// <summary>A place name found in a sentence.</summary>
/// <param name="Begin">Index of its first atom; <paramref name="End"/> is after the last.</param>
/// <param name="Places">Every place of the name.</param>
/// <param name="Demonym">Only the country's word for its own people and things.</param>
internal readonly record struct PlaceHit(int Begin, int End, IReadOnlyList<Place> Places, bool Demonym);

/// <summary>Every name of a place: those of knowledge/ and the words for a country's people and things in a trie, those of gazetteers by key.</summary>
internal sealed class PlaceNames
{
    private const int AnyCasing = 0b1111;

    private readonly NameTrie trie = new();
    private readonly List<(IReadOnlyList<Place> Places, bool Demonym)> entries = [];
    private readonly PlaceCatalogue catalogue;
    private readonly Gazetteer? gazetteer;

    public PlaceNames(KnowledgeBase knowledge)
    {
        catalogue = knowledge.Places;
        gazetteer = knowledge.Places.Gazetteer;
        var byName = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (Place place in knowledge.Places.All)
        {
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
            if (actor.Country is not string code || knowledge.Places.CountryOf(code) is not { } country)
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

    /// <summary>Adds every name in a sentence, by where it begins and then by its length.</summary>
    /// <param name="seen">Names already looked up in the article.</param>
    public void Find(AtomBuffer atoms, List<NameHit> scratch, Dictionary<ulong, IReadOnlyList<Place>> seen, List<PlaceHit> hits)
    {
        scratch.Clear();
        trie.Find(atoms, scratch);
        int at = 0;
        for (int begin = 0; begin < atoms.Count; begin++)
        {
            ulong hash = NameKey.Start;
            bool open = gazetteer is not null && char.IsUpper(atoms.Word(begin)[0]);
            for (int end = begin + 1; end <= atoms.Count && (open || (at < scratch.Count && scratch[at].Begin == begin)); end++)
            {
                IReadOnlyList<Place> known = [];
                IReadOnlyList<Place>? demonym = null;
                for (; at < scratch.Count && scratch[at].Begin == begin && scratch[at].End == end; at++)
                {
                    (IReadOnlyList<Place> places, bool adjective) = entries[scratch[at].Entry];
                    if (adjective)
                    {
                        demonym = places;
                    }
                    else
                    {
                        known = known.Count == 0 ? places : [.. known.Union(places)];
                    }
                }

                open = open && end - begin <= GazetteerFormat.MaxWords && Continues(atoms.Word(end - 1));
                if (open)
                {
                    hash = NameKey.Add(hash, atoms.Word(end - 1));
                    known = char.IsLower(atoms.Word(end - 1)[0]) ? known : WithGazetteer(atoms, begin, end, NameKey.Of(hash), known, seen);
                }

                if (known.Count > 0 || demonym is not null)
                {
                    hits.Add(new PlaceHit(begin, end, known.Count > 0 ? known : demonym!, known.Count == 0));
                }
            }
        }
    }

    /// <summary>The places of a name that does not stand in the text as it is.</summary>
    public IReadOnlyList<Place> Exactly(string name)
    {
        var all = new List<Place>(catalogue.Named(name));
        gazetteer?.Named(NameKey.Of(name, out _), AnyCasing, all);
        return all;
    }

    private static bool Continues(ReadOnlySpan<char> word) => char.IsLetterOrDigit(word[0]) || word[0] is '-' or '–' or '\'' or '’';

    private IReadOnlyList<Place> WithGazetteer(AtomBuffer atoms, int begin, int end, ulong key, IReadOnlyList<Place> known, Dictionary<ulong, IReadOnlyList<Place>> seen)
    {
        int casings = 0;
        for (NameCasing casing = NameCasing.Any; casing <= NameCasing.All; casing++)
        {
            casings |= NameTrie.Agrees(atoms, begin, end, casing) ? 1 << (int)casing : 0;
        }

        if (!seen.TryGetValue(key + (uint)casings, out IReadOnlyList<Place>? all))
        {
            var places = new List<Place>(known);
            gazetteer!.Named(key, casings, places);
            seen.Add(key + (uint)casings, all = places.Count == known.Count ? known : places);
        }

        return all;
    }

    private void Add(string name, IReadOnlyList<Place> places, bool demonym)
    {
        trie.Add(name, entries.Count);
        entries.Add((places, demonym));
    }
}
