using System.Globalization;
using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>A part of the map, in degrees. It does not cross the antimeridian.</summary>
internal sealed record MapWindow(double South, double West, double North, double East)
{
    /// <summary>Room around places, and the least extent that can be parted, in degrees.</summary>
    private const double Room = 0.02, Least = 0.1;

    /// <summary>As addresses write it.</summary>
    public string Word => string.Create(CultureInfo.InvariantCulture, $"{South:0.##},{West:0.##},{North:0.##},{East:0.##}");

    /// <summary>False where all lies so near that no larger scale would tell it apart.</summary>
    public bool CanBeParted => North - South > Least || East - West > Least;

    /// <exception cref="Trouble">It is none.</exception>
    public static MapWindow Parse(string word)
    {
        double[] edges = [.. word.Split(',').Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double edge) ? edge : double.NaN)];
        return edges is [>= -90 and var south, >= -180 and var west, <= 90 and var north, <= 180 and var east] && south < north && west < east ? new(south, west, north, east) : throw Trouble.Usage($"{word} is no part of the map: four degrees, south, west, north, east.");
    }

    public static MapWindow Around(IReadOnlyList<MappedPlace> places) => new(
        Math.Max(-90, places.Min(p => p.Latitude) - Room), Math.Max(-180, places.Min(p => p.Longitude) - Room), Math.Min(90, places.Max(p => p.Latitude) + Room), Math.Min(180, places.Max(p => p.Longitude) + Room));

    public bool Holds(MappedPlace place) => place.Latitude >= South && place.Latitude <= North && place.Longitude >= West && place.Longitude <= East;
}
