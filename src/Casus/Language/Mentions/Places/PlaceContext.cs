using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Which countries and divisions an article speaks of, by the places that its names may mean. A name gives each country the share of its
/// candidates that lie there, and no name counts for itself, so that five times "Georgia" is no evidence for either.
/// </summary>
internal sealed class PlaceContext
{
    private readonly Dictionary<string, double> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, double>> ofName = new(StringComparer.OrdinalIgnoreCase);

    public PlaceContext(IReadOnlyList<PlaceCandidate> candidates)
    {
        foreach (PlaceCandidate candidate in candidates)
        {
            if (candidate.Places.Count > 0)
            {
                Weigh(candidate);
            }
        }
    }

    /// <summary>How much the other names speak of a country.</summary>
    public double Country(string? code, string name) => Without(countries, code, name);

    /// <summary>How much the other names speak of a first-level division.</summary>
    public double Division(string? id, string name) => Without(divisions, id, name);

    private double Without(Dictionary<string, double> weights, string? key, string name) =>
        key is null ? 0 : Math.Max(0, weights.GetValueOrDefault(key) - (ofName.GetValueOrDefault(name)?.GetValueOrDefault(key) ?? 0));

    private void Weigh(PlaceCandidate candidate)
    {
        if (!ofName.TryGetValue(candidate.Name, out Dictionary<string, double>? own))
        {
            ofName.Add(candidate.Name, own = new Dictionary<string, double>(StringComparer.Ordinal));
        }

        double share = 1.0 / candidate.Places.Count;
        foreach (Place place in candidate.Places)
        {
            if (place.Kind is "country" && place.Country is not null)
            {
                Raise(countries, own, place.Country, share);
            }
            else if (place.Kind == "admin1")
            {
                Raise(divisions, own, place.Id, share);
                Raise(countries, own, place.Country, share * 0.7);
            }
            else if (share > 0.1)
            {
                Raise(countries, own, place.Country, 0.3 * share);
                Raise(divisions, own, place.Admin1, 0.3 * share);
            }
        }
    }

    private static void Raise(Dictionary<string, double> weights, Dictionary<string, double> own, string? key, double by)
    {
        if (key is not null)
        {
            weights[key] = weights.GetValueOrDefault(key) + by;
            own[key] = own.GetValueOrDefault(key) + by;
        }
    }
}
