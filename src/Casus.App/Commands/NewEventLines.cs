using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary>New events, a line each, for people or as JSON Lines.</summary>
internal static class NewEventLines
{
    public static void Write(TextWriter output, IEnumerable<EventRow> events, bool json)
    {
        foreach (EventRow row in events)
        {
            output.WriteLine(json ? AsJson(row) : AsText(row));
        }

        output.Flush();
    }

    private static string AsText(EventRow row)
    {
        string who = $"{(row.Initiators.Length == 0 ? "?" : row.Initiators)} → {(row.Targets.Length == 0 ? "?" : row.Targets)}";
        string type = row.Factuality is "asserted" or "reported" ? row.Type : $"{row.Type} ({row.Factuality})";
        string[] parts = [EventTable.Day(row.From, row.To), type, Screen.Shortened(who, 100), row.Place ?? "", EventTable.Toll(row).Replace("\n", ", ", StringComparison.Ordinal), row.Id];
        return string.Join("  ", parts.Where(p => p.Length > 0)).ReplaceLineEndings(" ");
    }

    private static string AsJson(EventRow row)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Json.Line))
        {
            json.WriteStartObject();
            ShowList.Write(json, row);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }
}
