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

    /// <summary>Divisions of one name that score as close as this are not told apart: there are thirty Washington Counties.</summary>
    private const double Tie = 0.25;

    /// <summary>A place so large is not held by the next name behind a comma unless it lies there: "Kabul, Pakistan and Iran" is a list.</summary>
    private const long StandsAlone = 300_000;

    private readonly PlaceContext context;
    private readonly PlaceSpellings spellings;
    private readonly List<Place> certain = [];
    private readonly HashSet<PlaceCandidate> containers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Place> held = new(StringComparer.OrdinalIgnoreCase);

    public PlaceChooser(IReadOnlyList<PlaceCandidate> candidates, PlaceSpellings spellings)
    {
        this.spellings = spellings;
        context = new PlaceContext(candidates);
        foreach (PlaceCandidate candidate in candidates)
        {
            if (candidate.Container is { } container)
            {
                containers.Add(container);
            }
        }

        foreach (PlaceCandidate candidate in candidates)
        {
            if (candidate is { Demonym: false, Places.Count: > 0 } && Ranked(candidate) is [var best, .. var rest] && best.Place.Kind is not ("country" or "region")
                && (rest.Count == 0 || best.Score > rest[0].Score + 3))
            {
                certain.Add(best.Place);
            }
        }

        // The first time a name stands with its container, it says what the others mean.
        foreach (PlaceCandidate candidate in candidates)
        {
            if (candidate.Container is { } container && Choose(candidate) is { Place: { } place, Held: true } && candidate.Places.Any(p => p.Id == place.Id) && container.Places.Any(c => Holds(c, place)))
            {
                held.TryAdd(candidate.Name, place);
            }
        }
    }

    /// <summary>A place, what else it could have been, and whether the place is only what holds the one that is named.</summary>
    /// <param name="Place">Null when no place of the name is known or fits.</param>
    /// <param name="Held">True when a container behind the name helped to choose, or stands for it.</param>
    public readonly record struct Choice(Place? Place, ImmutableArray<Rejected> Rejected, bool Held = false, bool Outer = false)
    {
        /// <summary>The name is another spelling of the place's.</summary>
        public bool Spelled { get; init; }
    }

    public Choice Choose(PlaceCandidate candidate)
    {
        List<(Place Place, double Score)> ranked = Ranked(candidate);
        Place? outer = candidate.Demonym ? null : Outer(candidate);
        if (outer is not null && !ranked.Exists(r => Holds(outer, r.Place)) && !ranked.Exists(r => Stands(candidate, r.Place)))
        {
            if (candidate.Places.Count == 0 && Spelled(candidate, p => Holds(outer, p) && (outer.Kind != "admin2" || p.Admin2 == outer.Name)) is { } alike)
            {
                return new Choice(alike, [], true) { Spelled = true };
            }

            return new Choice(outer, [.. ranked.Take(5).Select(r => new Rejected(r.Place.Id, "it does not lie in the place named behind it"))], true, true);
        }

        if (ranked.Count == 0)
        {
            // "Jafarabad district": the words say of what kind it is, and the article of what country it speaks.
            return candidate.KindWord is "admin1" or "admin2" && Spelled(candidate, p => p.Kind == candidate.KindWord && context.Country(p.Country, candidate.Name) > 0) is { } division
                ? new Choice(division, []) { Spelled = true }
                : new Choice(null, []);
        }

        Place chosen = ranked[0].Place;
        if (ranked.Count > 1 && chosen.Kind == "admin2" && ranked[1].Place.Kind == "admin2" && ranked[0].Score - ranked[1].Score < Tie && PlaceDistance.Between(chosen, ranked[1].Place) > NearKilometres)
        {
            return new Choice(null, [.. ranked.Take(5).Select(r => new Rejected(r.Place.Id, "another of the name is as likely"))]);
        }

        return new Choice(chosen, [.. ranked.Skip(1).Take(5).Select(r => new Rejected(r.Place.Id, Reason(candidate, chosen, r.Place)))], outer is not null && Holds(outer, chosen));
    }

    private Place? Spelled(PlaceCandidate candidate, Func<Place, bool> fits) => candidate.Demonym ? null : spellings.One(candidate.Name, candidate.KindWord is not null, fits);

    /// <summary>The division or country that the words behind it name as what holds the place.</summary>
    private Place? Outer(PlaceCandidate candidate)
    {
        if (candidate.Container is not { Demonym: false } container || candidate.KindWord is "admin1" or "region" or "line"
            || (container.Mate is { } mate && !ReferenceEquals(mate, candidate) && !candidate.HeldByWords))
        {
            return null;
        }

        // "Luru village of Gumla district": the district, where the village is not known, or only one far from it ("the town of Aquila in Michoacan").
        if (candidate.HeldByWords)
        {
            return Ranked(container) is [{ Place: { Kind: not ("region" or "line") } around }, ..] && (candidate.Places.Count == 0 || (around.Kind == "admin1" && !candidate.Places.Any(p => p.Kind is "country" or "region" or "line" or "admin1"))) ? around : null;
        }

        return Ranked(container) is [{ Place: { Kind: "admin1" or "country" } outer }, ..] && !candidate.Places.Any(p => p.Kind is "country" or "region" or "line" || (p.Kind == "admin1" && outer.Kind == "admin1")) ? outer : null;
    }

    private static bool Stands(PlaceCandidate candidate, Place place) =>
        place.Kind is "country" or "admin1" || (place.Population >= StandsAlone && place.Name.AsSpan().StartsWith(candidate.Name, StringComparison.OrdinalIgnoreCase)) || (candidate.Places.Count == 1 && !place.Id.StartsWith(Gazetteer.IdPrefix, StringComparison.Ordinal));

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

        // "Mexico" is also a name of its capital, but not the one it goes by.
        if (!place.Name.AsSpan().StartsWith(candidate.Name, StringComparison.OrdinalIgnoreCase) && !(candidate.KindWord is not null && candidate.Name.AsSpan().StartsWith(place.Name, StringComparison.OrdinalIgnoreCase)))
        {
            score -= candidate.KindWord is null ? 1 : 2 * Tie;
        }

        score += Math.Min(3, Math.Log2(1 + context.Country(place.Country, candidate.Name)) * 1.2);
        score += Math.Min(4, Math.Log2(1 + context.Division(place.Kind == "admin1" ? place.Id : place.Admin1, candidate.Name)) * 2);
        if (candidate.KindWord is string kind)
        {
            score += place.Kind == kind ? 4 : Coarseness(place.Kind) > Coarseness(kind) ? -4 : -1;
        }

        if (candidate.Container is { } container)
        {
            score += container.Places.Any(c => Holds(c, place)) ? 8 : 0;
        }
        else if (held.TryGetValue(candidate.Name, out Place? said) && said.Id == place.Id)
        {
            score += 6;
        }

        if (containers.Contains(candidate))
        {
            score += place.Kind is "admin1" or "country" ? 2 : place.Kind is "admin2" ? 1 : 0;
        }

        if (candidate.Mate is { Places.Count: > 0 } mate && mate.Places.All(p => p.Kind == place.Kind && (p.Country == place.Country || p.Kind == "country")))
        {
            score += 2;
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
            "admin1" => place.Admin1 == container.Id || (place.Admin1 is null && PlaceDistance.Between(container, place) < 250 && container.Country == place.Country),
            "admin2" => place.Kind is not ("admin1" or "country") && (place.Admin2 == container.Name || (container.Admin1 is not null && container.Admin1 == place.Admin1)),
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
                best = Math.Min(best, PlaceDistance.Between(other, place));
            }
        }

        return best < NearKilometres ? 2 * (1 - (best / NearKilometres)) : 0;
    }

    private string Reason(PlaceCandidate candidate, Place chosen, Place other)
    {
        if (other.Country != chosen.Country && context.Country(chosen.Country, candidate.Name) > context.Country(other.Country, candidate.Name))
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
