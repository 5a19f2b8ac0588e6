using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Chooses among the places that share a name by what the article tells: a container behind the name, countries and divisions
/// named elsewhere, the word for its kind, population, and nearness to places that are certain. One name means one place in an
/// article unless a container says otherwise (cf. Leidner 2007, "one sense per discourse", "spatial minimality").
/// </summary>
internal sealed class PlaceChooser
{
    private const double NearKilometres = 400;
    private readonly Dictionary<string, double> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> divisions = new(StringComparer.Ordinal);
    private readonly List<Place> certain = [];

    public PlaceChooser(IReadOnlyList<PlaceCandidate> candidates)
    {
        foreach (PlaceCandidate candidate in candidates)
        {
            Weigh(candidate);
        }

        foreach (PlaceCandidate candidate in candidates)
        {
            if (candidate is { Demonym: false, Places.Count: > 0 } && Ranked(candidate) is [var best, .. var rest] && best.Place.Kind is not ("country" or "region")
                && (rest.Count == 0 || best.Score > rest[0].Score + 3))
            {
                certain.Add(best.Place);
            }
        }
    }

    /// <summary>The place and the rejected ones; null when no place of the name is known or fits.</summary>
    public (Place? Place, ImmutableArray<Rejected> Rejected) Choose(PlaceCandidate candidate)
    {
        List<(Place Place, double Score)> ranked = Ranked(candidate);
        if (ranked.Count == 0)
        {
            return (null, []);
        }

        Place chosen = ranked[0].Place;
        return (chosen, [.. ranked.Skip(1).Take(5).Select(r => new Rejected(r.Place.Id, Reason(chosen, r.Place)))]);
    }

    private void Weigh(PlaceCandidate candidate)
    {
        foreach (Place place in candidate.Places)
        {
            double share = 1.0 / candidate.Places.Count;
            if (place.Kind == "country" && place.Country is not null)
            {
                Raise(countries, place.Country, share);
            }
            else if (place.Kind == "admin1")
            {
                Raise(divisions, place.Id, share);
                if (place.Country is not null)
                {
                    Raise(countries, place.Country, share * 0.7);
                }
            }
            else if (candidate.Places.Count == 1 && place.Country is not null)
            {
                Raise(countries, place.Country, 0.3);
                if (place.Admin1 is not null)
                {
                    Raise(divisions, place.Admin1, 0.3);
                }
            }
        }
    }

    private static void Raise(Dictionary<string, double> weights, string key, double by) => weights[key] = weights.GetValueOrDefault(key) + by;

    private List<(Place Place, double Score)> Ranked(PlaceCandidate candidate)
    {
        var ranked = new List<(Place Place, double Score)>(candidate.Places.Count);
        foreach (Place place in candidate.Places)
        {
            ranked.Add((place, Score(candidate, place)));
        }

        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Place.Id, b.Place.Id));
        return ranked;
    }

    private double Score(PlaceCandidate candidate, Place place)
    {
        double score = place.Kind switch
        {
            "country" => 7,
            "region" or "line" => 5,
            "admin1" => 5,
            "admin2" => 3,
            "point" => 1.5,
            _ => 0,
        };
        if (place.Kind == "town")
        {
            // A capital of a million has about 5; a theatre town of unknown size stands like one of 30,000.
            score = Math.Log10((place.Population == 0 ? 30_000 : place.Population) + 10) * 0.85;
        }

        if (!place.Id.StartsWith(Gazetteer.IdPrefix, StringComparison.Ordinal))
        {
            score += 0.5;
        }

        if (place.Country is not null && place.Kind != "country")
        {
            score += Math.Min(3, Math.Log2(1 + countries.GetValueOrDefault(place.Country)) * 1.2);
        }

        if (place.Admin1 is not null)
        {
            score += Math.Min(4, Math.Log2(1 + divisions.GetValueOrDefault(place.Admin1)) * 2);
        }

        if (candidate.KindWord is string kind)
        {
            score += place.Kind == kind ? 4 : Coarseness(place.Kind) > Coarseness(kind) ? -4 : -1;
        }

        if (candidate.Container is { } container)
        {
            score += container.Places.Any(c => Holds(c, place)) ? 8 : 0;
        }

        return score + Nearness(place);
    }

    private static int Coarseness(string kind) => kind switch { "country" => 5, "region" => 4, "admin1" => 3, "admin2" => 2, "town" => 1, _ => 0 };

    private static bool Holds(Place container, Place place)
    {
        if (container.Id == place.Id)
        {
            return false;
        }

        return container.Kind switch
        {
            "country" => container.Country == place.Country,
            "admin1" => place.Admin1 == container.Id || (place.Admin1 is null && Kilometres(container, place) < 250 && container.Country == place.Country),
            "admin2" => place.Admin2 == container.Name || (container.Admin1 is not null && container.Admin1 == place.Admin1),
            _ => false,
        };
    }

    private double Nearness(Place place)
    {
        double best = double.MaxValue;
        foreach (Place other in certain)
        {
            if (other.Id != place.Id)
            {
                best = Math.Min(best, Kilometres(other, place));
            }
        }

        return best < NearKilometres ? 2 * (1 - (best / NearKilometres)) : 0;
    }

    /// <summary>Great-circle distance (haversine); huge where a point is not known.</summary>
    private static double Kilometres(Place a, Place b)
    {
        if (a.Latitude is not double lat1 || a.Longitude is not double lon1 || b.Latitude is not double lat2 || b.Longitude is not double lon2)
        {
            return double.MaxValue;
        }

        double p1 = double.DegreesToRadians(lat1), p2 = double.DegreesToRadians(lat2), d = double.DegreesToRadians(lon2 - lon1);
        double h = Math.Pow(Math.Sin((p2 - p1) / 2), 2) + (Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(d / 2), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private string Reason(Place chosen, Place other)
    {
        if (other.Country != chosen.Country && countries.GetValueOrDefault(chosen.Country ?? "") > countries.GetValueOrDefault(other.Country ?? ""))
        {
            return "the article is about another country";
        }

        if (other.Kind != chosen.Kind)
        {
            return $"a {chosen.Kind} is likelier than a {other.Kind} here";
        }

        return other.Population < chosen.Population ? "it is smaller" : "the places named beside it are farther away";
    }
}
