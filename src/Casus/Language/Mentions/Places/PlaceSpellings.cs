using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Places of knowledge/ by the sound of their names (<see cref="ActorNameKey"/>): Jaffarabad is Jafarabad, Qarabagh is Qara Bagh.</summary>
internal sealed class PlaceSpellings
{
    private readonly Dictionary<ulong, List<(string Folded, Place Place)>> bySound = [];

    public PlaceSpellings(PlaceCatalogue places)
    {
        foreach (Place place in places.All)
        {
            if (place.Kind is not ("admin1" or "admin2" or "town" or "point"))
            {
                continue;
            }

            foreach (string name in place.Names)
            {
                string folded = ActorNameKey.Fold(name);
                if (ActorNameKey.Consonants(folded) < (name.Contains(' ') ? ActorNameKey.LeastOfSeveral : ActorNameKey.LeastOfOne))
                {
                    continue;
                }

                ulong sound = ActorNameKey.Skeleton(folded);
                if (!bySound.TryGetValue(sound, out List<(string, Place)>? alike))
                {
                    bySound.Add(sound, alike = []);
                }

                alike.Add((folded, place));
            }
        }
    }

    /// <summary>The one place that fits and has a name like this; null when there is none or several.</summary>
    /// <param name="kindWord">The last word of the name may be that for its kind: "Hazaribag District".</param>
    public Place? One(string name, bool kindWord, Func<Place, bool> fits)
    {
        Place? one = null;
        return Take(name, fits, ref one) && (!kindWord || name.LastIndexOf(' ') is not (> 0 and var blank) || Take(name[..blank], fits, ref one)) ? one : null;
    }

    /// <summary>False when there are several.</summary>
    private bool Take(string name, Func<Place, bool> fits, ref Place? one)
    {
        string folded = ActorNameKey.Fold(name);
        if (!bySound.TryGetValue(ActorNameKey.Skeleton(folded), out List<(string Folded, Place Place)>? alike))
        {
            return true;
        }

        foreach ((string other, Place place) in alike)
        {
            if (place.Id == one?.Id || !fits(place) || !ActorNameKey.Alike(folded, other))
            {
                continue;
            }

            if (one is not null)
            {
                return false;
            }

            one = place;
        }

        return true;
    }
}
