using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>The names of the areas that hold a place, itself included. Null: not known, or the place is larger.</summary>
internal readonly record struct PlaceNames(string? District, string? Province, string? Country)
{
    public static PlaceNames Of(Place place, PlaceCatalogue places) => new(
        place.Admin2 ?? (place.Kind == "admin2" ? place.Name : null),
        place.Kind == "admin1" ? place.Name : place.Admin1 is { } division ? places.Find(division)?.Name ?? division : null,
        place.Kind == "country" ? place.Name : place.Country is { } country ? places.CountryOf(country)?.Name ?? country : null);

    /// <summary>As above, but in the district that the article tells.</summary>
    public static PlaceNames Of(ClaimPlace told, PlaceCatalogue places)
    {
        Place? place = told.PlaceId is { } id ? places.Find(id) : null, district = told.District?.PlaceId is { } division ? places.Find(division) : null;
        PlaceNames own = (district ?? place) is { } known ? Of(known, places) : default;
        return told.District is { } called ? own with { District = called.Name } : own;
    }
}
