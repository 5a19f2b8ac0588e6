using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Commands;

/// <summary>A pair for programs. Sums of scores are as published: not in tenths.</summary>
internal static class DyadJson
{
    public static void Write(Utf8JsonWriter json, DyadStory story, bool exact)
    {
        json.WriteStartObject();
        json.WriteString("first", story.First.Id);
        json.WriteString("second", story.Second.Id);
        json.WriteBoolean("exact", exact);
        json.WriteStartArray("months");
        foreach (DyadMonth month in story.Months)
        {
            json.WriteStartObject();
            json.WriteString("month", month.Month);
            json.WriteString("way", Json.Word(month.Way));
            json.WriteNumber("verbalCooperation", month.VerbalCooperation);
            json.WriteNumber("materialCooperation", month.MaterialCooperation);
            json.WriteNumber("verbalConflict", month.VerbalConflict);
            json.WriteNumber("materialConflict", month.MaterialConflict);
            json.WriteNumber("plover", month.Score / 10.0);
            json.WriteNumber("goldstein", month.Goldstein / 10.0);
            json.WriteNumber("tone", Math.Round(ShowDyad.Tone(month.Hostile, month.Cooperative), 4));
            json.WriteNumber("killedMin", month.Killed);
            json.WriteNumber("killedMax", month.KilledMost);
            json.WriteNumber("injuredMin", month.Injured);
            json.WriteNumber("injuredMax", month.InjuredMost);
            json.WriteNumber("withoutUpperBound", month.Open);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RelationTable.Write(json, story.Relations);
        json.WriteStartArray("turningPoints");
        foreach (TurningPoint turn in story.Turns)
        {
            json.WriteStartObject();
            json.WriteString("by", turn is ToldTurn ? "told" : "counted");
            json.Maybe("from", turn.From);
            json.WriteString("to", turn.To);
            json.Maybe("earliest", turn.Earliest);
            json.Maybe("latest", turn.Latest);
            json.WriteString("sentence", turn.Sentence);
            json.Strings("events", turn.Events);
            json.Strings("claims", turn.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
