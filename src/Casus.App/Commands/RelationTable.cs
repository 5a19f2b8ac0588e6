using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Relations as told, who says so and who says otherwise.</summary>
internal static class RelationTable
{
    public static void Write(IAnsiConsole console, ImmutableArray<RelationState> states)
    {
        if (states.IsEmpty)
        {
            return;
        }

        Table table = Screen.Table("relation", "between", "and", "since – until", "says", "claims", "against");
        foreach (RelationState state in states)
        {
            string relation = state.Change is { } change ? $"{change.From ?? "?"} → {change.To}" : state.Relation;
            table.AddRow(Screen.Plain(relation), Screen.Plain(state.A), Screen.Plain(state.B), Screen.Plain(Values.Lasting(state)), Screen.Plain(Screen.Shortened(string.Join("; ", state.Voices), 60)), Ids(state.Claims), Ids(state.Against));
        }

        console.Write(table);
    }

    public static void Write(Utf8JsonWriter json, ImmutableArray<RelationState> states)
    {
        json.WriteStartArray("relations");
        foreach (RelationState state in states)
        {
            json.WriteStartObject();
            json.WriteString("relation", state.Relation);
            json.WriteString("a", state.A);
            json.WriteString("b", state.B);
            json.Maybe("from", state.From?.Value);
            json.Maybe("to", state.To?.Value);
            if (state.Change is { } change)
            {
                json.WriteStartObject("change");
                json.Maybe("from", change.From);
                json.WriteString("to", change.To);
                json.WriteEndObject();
            }

            json.WriteNumber("stories", state.Stories);
            json.Strings("voices", state.Voices);
            json.Strings("claims", state.Claims);
            json.Strings("against", state.Against);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Ids(ImmutableArray<string> ids) => $"[grey]{string.Join(' ', ids.Take(3).Select(i => i[..Math.Min(8, i.Length)]))}{(ids.Length > 3 ? " …" : "")}[/]";
}
