using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Casus.Knowledge;

internal sealed record PlacedPlace(Place Place, string Path, int Line);

/// <summary>Reads the tables of knowledge/places.</summary>
internal static class PlaceReader
{
    public static IEnumerable<PlacedPlace> Read(string path, KnowledgeTable table)
    {
        int id = table.Column("id"), name = table.Column("name"), kind = table.Column("kind"), country = table.Column("country"),
            admin1 = table.Column("admin1"), admin2 = table.Column("admin2"), lat = table.Column("lat"), lon = table.Column("lon"),
            geonames = table.Column("geonames"), population = table.Column("population"), names = table.Column("names"),
            from = table.Column("from"), until = table.Column("until");
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KnowledgeRow row in table.Rows)
        {
            ImmutableArray<string> all = [row[name], .. row[names].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            yield return new PlacedPlace(
                new Place(
                    row[id],
                    row[name],
                    Shared(row[kind]),
                    NullIfEmpty(Shared(row[country])),
                    NullIfEmpty(Shared(row[admin1])),
                    NullIfEmpty(row[admin2]) ?? (row[kind] == "admin2" ? row[name] : null),
                    Degrees(row[lat]),
                    Degrees(row[lon]),
                    Whole(row[geonames]) ?? (row[id].StartsWith(Gazetteer.IdPrefix, StringComparison.Ordinal) ? Whole(row[id][Gazetteer.IdPrefix.Length..]) : null),
                    Whole(row[population]) ?? 0,
                    all.Length == 1 ? all : [.. all.Distinct(StringComparer.OrdinalIgnoreCase)],
                    Day(row[from]),
                    Day(row[until])),
                path,
                row.Line);
        }

        // Thousands of rows have the same few: each is kept once.
        string Shared(string cell) => CollectionsMarshal.GetValueRefOrAddDefault(shared, cell, out _) ??= cell;
    }

    /// <summary>A town whose district is not told lies in the one that has its name: Kohat in the district of Kohat. A first-level division may be one district: Islamabad.</summary>
    public static IEnumerable<Place> WithDistricts(IReadOnlyCollection<Place> places)
    {
        var districts = new Dictionary<(string Admin1, string Name), Place>();
        var only = new Dictionary<string, Place?>(StringComparer.Ordinal);
        foreach (Place place in places)
        {
            if (place is { Kind: "admin2", Admin1: { } admin1, Until: null })
            {
                districts.TryAdd((admin1, place.Name), place);
                only[admin1] = only.ContainsKey(admin1) ? null : place;
            }
        }

        return places.Select(p => p is { Kind: "admin1" } && only.GetValueOrDefault(p.Id) is { } whole && p.Names.Contains(whole.Name) ? p with { Admin2 = whole.Name } : p is { Kind: "town" or "point", Admin1: { } admin1, Admin2: null } && districts.TryGetValue((admin1, p.Name), out Place? district) ? p with { Admin2 = district.Name } : p);
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;

    private static double? Degrees(string cell) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double degrees) ? degrees : null;

    private static long? Whole(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static DateOnly? Day(string cell) => Dates.Try(cell, false, out DateOnly? day) ? day : null;
}
