using Casus.Knowledge;

namespace Casus.Language;

internal static class PlaceDistance
{
    /// <summary>Great-circle distance in kilometres (haversine); huge where a point is not known.</summary>
    public static double Between(Place a, Place b)
    {
        if (a.Latitude is not double lat1 || a.Longitude is not double lon1 || b.Latitude is not double lat2 || b.Longitude is not double lon2)
        {
            return double.MaxValue;
        }

        double p1 = double.DegreesToRadians(lat1), p2 = double.DegreesToRadians(lat2), d = double.DegreesToRadians(lon2 - lon1);
        double h = Math.Pow(Math.Sin((p2 - p1) / 2), 2) + (Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(d / 2), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
