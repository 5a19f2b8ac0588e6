using Casus.Knowledge;
using Casus.Language;

namespace Casus.Events;

/// <summary>How two places lie to each other.</summary>
public enum PlaceRelation
{
    /// <summary>One is not known, or what is known does not tell.</summary>
    Unknown,
    Disjoint,
    SameCountry,
    Contained,
    Same,
}

/// <summary>Compares places by their country, first-level and second-level divisions.</summary>
public sealed class PlaceContainment(PlaceCatalogue places)
{
    /// <summary>Towns further apart are two places, whether or not their divisions are on record.</summary>
    private const double FarKilometres = 60;

    /// <summary>A town of a city's district so near to it is told as that city by who writes from afar ("Sariab", "Quetta").</summary>
    private const double OutskirtsKilometres = 30;

    /// <summary>What lies no further apart may be one place by two names: a quarter and its town, two towns that have grown together.</summary>
    private const double NextKilometres = 12;

    public PlaceRelation Of(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return PlaceRelation.Unknown;
        }

        return a == b ? PlaceRelation.Same : Of(places.Find(a), places.Find(b));
    }

    /// <summary>The same of places that were looked up.</summary>
    public static PlaceRelation Of(Place? first, Place? second)
    {
        if (first is null || second is null)
        {
            return PlaceRelation.Unknown;
        }

        if (first.Id == second.Id)
        {
            return PlaceRelation.Same;
        }

        if (first.Country is null || second.Country is null)
        {
            return PlaceRelation.Unknown;
        }

        if (first.Country != second.Country)
        {
            return PlaceRelation.Disjoint;
        }

        return Inside(first, second) || Inside(second, first) ? Nearness(first, second) : Beside(first, second);
    }

    /// <summary>The more specific of two places that lie in one another is the one with the higher grain.</summary>
    public int Grain(string? id) => id is null || places.Find(id) is not { } place ? 0 : place.Kind switch
    {
        "country" => 1,
        "region" or "line" => 2,
        "admin1" => 3,
        "admin2" => 4,
        _ => 5,
    };

    private static PlaceRelation Nearness(Place a, Place b) =>
        a.Kind == "country" || b.Kind == "country" ? PlaceRelation.SameCountry : PlaceRelation.Contained;

    private static bool Inside(Place part, Place whole) => whole.Kind switch
    {
        "country" => true,
        "admin1" => part.Admin1 == whole.Id,
        "admin2" => part.Admin1 == whole.Admin1 && part.Admin2 is not null && part.Admin2 == whole.Name,
        _ => false,
    };

    // Divisions on record that differ are two places; where one lacks a division nothing is known.
    private static PlaceRelation Beside(Place a, Place b)
    {
        if (IsPoint(a) && IsPoint(b))
        {
            double apart = PlaceDistance.Between(a, b);
            if (apart is > FarKilometres and < double.MaxValue)
            {
                return PlaceRelation.Disjoint;
            }

            if (apart <= OutskirtsKilometres && (IsOfItsDistrict(a, b) || IsOfItsDistrict(b, a)))
            {
                return PlaceRelation.Contained;
            }

            if (apart <= NextKilometres)
            {
                return PlaceRelation.SameCountry;
            }
        }

        string? first = Division(a), second = Division(b);
        if (first is null || second is null)
        {
            return PlaceRelation.SameCountry;
        }

        return first == second && (a.Admin2 ?? b.Admin2) is null ? PlaceRelation.SameCountry : PlaceRelation.Disjoint;
    }

    private static bool IsOfItsDistrict(Place town, Place city) => town.Admin2 is { } district && district == city.Name && town.Admin1 == city.Admin1;

    private static bool IsPoint(Place place) => place.Kind is "town" or "point";

    private static string? Division(Place place) => place.Kind == "admin1" ? place.Id : place.Admin1;
}
