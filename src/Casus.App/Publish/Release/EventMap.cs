using System.Buffers;
using System.Text.Json;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Events as GeoJSON (RFC 7946), a feature a line. Where only a country is known there is no geometry: its middle would be a false point.</summary>
internal sealed class EventMap(ReleaseFolder folder) : IDisposable
{
    private readonly HashedFile file = new(folder, "events.geojson");
    private long features;

    /// <param name="map">As <see cref="EventRows.Map"/>.</param>
    public void Take(ReadOnlySpan<byte> map, int count)
    {
        if (features == 0 && count > 0)
        {
            file.Write("""{"type":"FeatureCollection","features":["""u8);
            map = map[1..];
        }

        features += count;
        file.Write(map);
    }

    public ReleaseFile Finish()
    {
        file.Write(features == 0 ? """{"type":"FeatureCollection","features":[]}"""u8 : "\n]}"u8);
        file.Write("\n"u8);
        return file.Close(features);
    }

    public void Dispose() => file.Dispose();

    /// <summary>Appends a comma, a line feed and the event.</summary>
    public static void Feature(Utf8JsonWriter json, IBufferWriter<byte> output, EventLine told)
    {
        output.Write(",\n"u8);
        json.Reset();
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
        json.Flush();
    }
}
