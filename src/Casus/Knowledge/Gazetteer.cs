using System.Collections.Immutable;
using System.Globalization;

namespace Casus.Knowledge;

/// <summary>What a GeoNames dump gave: places, and the lines that could not be read.</summary>
/// <param name="Problems">Broken lines, the rest was kept.</param>
public sealed record Gazetteer(ImmutableArray<Place> Places, ImmutableArray<KnowledgeProblem> Problems);

/// <summary>
/// Reads the table of the GeoNames download (readme.txt there: 19 columns separated by tabs). Only what news name is kept:
/// divisions (A), towns (P) and large features; alternate names only in Latin letters.
/// </summary>
public static class GazetteerReader
{
    private const int Columns = 19;

    /// <summary>Smaller places are named by their main name only: the alternates of villages are mostly other places' names.</summary>
    private const long LeastForAlternates = 100_000;

    /// <param name="name">For messages: how the user calls the dump.</param>
    /// <param name="known">Places that are there already: a row for one of them adds only its names and point.</param>
    public static Gazetteer Read(string name, IEnumerable<string> lines, PlaceCatalogue known)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        var problems = ImmutableArray.CreateBuilder<KnowledgeProblem>();
        var alpha3 = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Place place in known.All)
        {
            if (place is { Kind: "country", Country: not null })
            {
                alpha3[place.Id] = place.Country;
            }
        }

        HashSet<long> taken = [.. known.All.Where(p => p.Geonames is not null).Select(p => p.Geonames!.Value)];
        var divisions = new Dictionary<string, string?>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length != Columns)
            {
                problems.Add(Problem(name, number, $"{cells.Length} cells instead of {Columns}"));
            }
            else if (!long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long id) || id < 1)
            {
                problems.Add(Problem(name, number, $"'{Short(cells[0])}' is no GeoNames id"));
            }
            else if (!Degrees(cells[4], 90, out double latitude) || !Degrees(cells[5], 180, out double longitude))
            {
                problems.Add(Problem(name, number, $"'{Short(cells[4])}', '{Short(cells[5])}' is no point on earth"));
            }
            else if (cells[1].Length == 0)
            {
                problems.Add(Problem(name, number, "the name is missing"));
            }
            else if (!taken.Contains(id) && KindOf(cells[6], cells[7]) is string kind && taken.Add(id))
            {
                _ = long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out long population);
                string? country = alpha3.GetValueOrDefault(cells[8]);
                places.Add(new Place(
                    "geonames:" + id.ToString(CultureInfo.InvariantCulture),
                    cells[1],
                    kind,
                    country,
                    Division(divisions, known, cells[8], cells[10]),
                    null,
                    latitude,
                    longitude,
                    id,
                    population,
                    Names(cells[1], cells[2], population < LeastForAlternates ? "" : cells[3])));
            }
        }

        return new Gazetteer(places.DrainToImmutable(), problems.DrainToImmutable());
    }

    /// <summary>The knowledge with the gazetteer's places beside its own.</summary>
    public static KnowledgeBase With(this KnowledgeBase knowledge, Gazetteer gazetteer) =>
        knowledge with { Places = new PlaceCatalogue([.. knowledge.Places.All, .. gazetteer.Places]) };

    private static KnowledgeProblem Problem(string name, int line, string message) =>
        new(name, line, message, "the line is left out; download the dump again if there are many");

    private static string Short(string cell) => cell.Length <= 20 ? cell : cell[..20] + "…";

    private static bool Degrees(string cell, double most, out double degrees) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= most;

    /// <summary>GeoNames feature classes and codes to our kinds; null for what is not kept.</summary>
    private static string? KindOf(string featureClass, string code) => (featureClass, code) switch
    {
        ("A", "PCLI" or "PCLD" or "PCL" or "PCLF" or "PCLS" or "PCLIX" or "TERR") => "country",
        ("A", "ADM1" or "ADM1H") => "admin1",
        ("A", "ADM2" or "ADM2H" or "ADM3" or "ADM4" or "ADMD") => "admin2",
        ("P", "PPLX") => "point",
        ("P", "PPLH" or "PPLQ" or "PPLW") => null,
        ("P", _) => "town",
        ("L", "RGN" or "CONT" or "AREA" or "RGNE") => "region",
        ("H", "STM" or "STMI" or "LK" or "SEA" or "GULF" or "STRT" or "BAY" or "CNL") => "region",
        ("T", "MTS" or "ISL" or "ISLS" or "PEN" or "VAL" or "PASS" or "DSRT" or "MT") => "region",
        _ => null,
    };

    /// <summary>The first-level division by its code, where it is the ISO one ("PK" + "KP"); else null.</summary>
    private static string? Division(Dictionary<string, string?> divisions, PlaceCatalogue known, string country, string code)
    {
        string id = country + "-" + code;
        if (!divisions.TryGetValue(id, out string? found))
        {
            found = known.Find(id) is null ? null : id;
            divisions.Add(id, found);
        }

        return found;
    }

    private static ImmutableArray<string> Names(string name, string ascii, string alternates)
    {
        var names = new List<string> { name };
        Add(names, ascii);
        foreach (string alternate in alternates.Split(','))
        {
            // Codes (ALV), transcriptions in small letters and other scripts name nothing in English news.
            if (alternate.Length >= 4 && char.IsAsciiLetterUpper(alternate[0]) && !alternate.AsSpan().ContainsAnyExceptInRange(' ', 'ſ') && alternate.Any(char.IsLower))
            {
                Add(names, alternate);
            }
        }

        return [.. names];
    }

    private static void Add(List<string> names, string name)
    {
        if (name.Length > 0 && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }
}
