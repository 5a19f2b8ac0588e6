using System.Globalization;

namespace Casus.Knowledge;

/// <summary>A line of a GeoNames dump (readme.txt of the download: 19 columns separated by tabs) that is of use in news.</summary>
/// <param name="Division1">Code of the first-level division, GeoNames' own; empty where there is none. <paramref name="Division2"/> likewise.</param>
/// <param name="Level">1 or 2 when the place is itself the division of that level, else 0.</param>
/// <param name="Alternates">The comma-separated column, as it is.</param>
internal readonly record struct GazetteerRow(
    uint Id, string Name, string Ascii, string Alternates, double Latitude, double Longitude, GazetteerKind Kind, int Level,
    string Country, string Division1, string Division2, long Population)
{
    private const int Columns = 19;

    /// <summary>Null with a problem: the line is broken. Null without: the dump has it right, but news do not name such things.</summary>
    public static GazetteerRow? Parse(string line, out string? problem)
    {
        Span<Range> cells = stackalloc Range[Columns + 1];
        ReadOnlySpan<char> text = line;
        int count = text.Split(cells, '\t');
        if (count != Columns)
        {
            problem = $"{text.Count('\t') + 1} cells instead of {Columns}";
            return null;
        }

        if (!uint.TryParse(text[cells[0]], NumberStyles.None, CultureInfo.InvariantCulture, out uint id) || id < 1)
        {
            problem = $"'{Short(text[cells[0]])}' is no GeoNames id";
            return null;
        }

        if (!Degrees(text[cells[4]], 90, out double latitude) || !Degrees(text[cells[5]], 180, out double longitude))
        {
            problem = $"'{Short(text[cells[4]])}', '{Short(text[cells[5]])}' is no point on earth";
            return null;
        }

        if (text[cells[1]].IsWhiteSpace())
        {
            problem = "the name is missing";
            return null;
        }

        problem = null;
        ReadOnlySpan<char> code = text[cells[7]];
        if (KindOf(text[cells[6]], code) is not { } kind)
        {
            return null;
        }

        _ = long.TryParse(text[cells[14]], NumberStyles.None, CultureInfo.InvariantCulture, out long population);
        ReadOnlySpan<char> country = text[cells[8]];
        return new GazetteerRow(
            id, text[cells[1]].ToString(), text[cells[2]].ToString(), text[cells[3]].ToString(), latitude, longitude, kind, code is "ADM1" ? 1 : code is "ADM2" ? 2 : 0,
            country.Length == 2 && char.IsAsciiLetterUpper(country[0]) && char.IsAsciiLetterUpper(country[1]) ? country.ToString() : "",
            text[cells[10]].ToString(), text[cells[11]].ToString(), population);
    }

    private static string Short(ReadOnlySpan<char> cell) => cell.Length <= 20 ? cell.ToString() : string.Concat(cell[..20], "…");

    private static bool Degrees(ReadOnlySpan<char> cell, double most, out double degrees) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= most;

    /// <summary>GeoNames feature classes and codes to our kinds; null for what is not kept.</summary>
    private static GazetteerKind? KindOf(ReadOnlySpan<char> featureClass, ReadOnlySpan<char> code) => featureClass switch
    {
        "A" => code switch
        {
            "PCLI" or "PCLD" or "PCL" or "PCLF" or "PCLS" or "PCLIX" or "TERR" => GazetteerKind.Country,
            "ADM1" or "ADM1H" => GazetteerKind.Admin1,
            "ADM2" or "ADM2H" or "ADM3" or "ADM4" or "ADMD" => GazetteerKind.Admin2,
            _ => null,
        },
        "P" => code switch { "PPLX" => GazetteerKind.Point, "PPLH" or "PPLQ" or "PPLW" => null, _ => GazetteerKind.Town },
        "L" => code is "RGN" or "CONT" or "AREA" or "RGNE" ? GazetteerKind.Region : null,
        "H" => code is "STM" or "STMI" or "LK" or "SEA" or "GULF" or "STRT" or "BAY" or "CNL" ? GazetteerKind.Region : null,
        "T" => code is "MTS" or "ISL" or "ISLS" or "PEN" or "VAL" or "PASS" or "DSRT" or "MT" ? GazetteerKind.Region : null,
        _ => null,
    };
}
