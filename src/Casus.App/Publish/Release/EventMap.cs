using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Events as GeoJSON (RFC 7946). Where only a country is known there is no geometry: its middle would be a false point.</summary>
internal static class EventMap
{
    public static long Write(Stream stream, IEnumerable<EventLine> events)
    {
        using var json = new Utf8JsonWriter(stream, Json.Line);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        long count = 0;
        foreach (EventLine told in events)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", told.EventId);
            if (LayoutMaker.Point(told) is ({ } latitude, { } longitude))
            {
                json.WriteStartObject("geometry");
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("geometry");
            }

            json.WriteStartObject("properties");
            json.WriteString("event_type", told.Type);
            json.Maybe("day_from", told.DayFrom);
            json.Maybe("day_to", told.DayTo);
            json.WriteString("initiators", string.Join("; ", told.Initiators));
            json.WriteString("targets", string.Join("; ", told.Targets));
            json.Maybe("place", told.Place);
            json.Maybe("place_precision", told.PlacePrecision);
            json.Maybe("country", told.Country);
            json.Maybe("killed_min", told.KilledMin);
            json.Maybe("killed_max", told.KilledMax);
            json.WriteString("factuality", told.Factuality);
            json.WriteEndObject();
            json.WriteEndObject();
            if (++count % 1000 == 0)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return count;
    }
}
