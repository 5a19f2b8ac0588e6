using System.Text.Json;
using Casus.App.Publish;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>What changed between two records: sums by type and month, then row by row.</summary>
internal static class DiffPage
{
    private const int ShownRows = 40;

    public static void Write(IAnsiConsole console, List<RowChange> changes)
    {
        if (changes.Count == 0)
        {
            console.MarkupLine("[grey]no event differs[/]");
            return;
        }

        foreach ((string name, Func<RowChange, string> by) in new (string, Func<RowChange, string>)[] { ("type", c => c.Type), ("month", c => c.Month) })
        {
            Table sums = Screen.Table(name, "added", "removed", "altered");
            foreach (IGrouping<string, RowChange> group in changes.GroupBy(by).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                sums.AddRow(Screen.Plain(group.Key.Length == 0 ? "no day" : group.Key), Count(group, "added"), Count(group, "removed"), Count(group, "altered"));
            }

            console.Write(sums);
        }

        Table rows = Screen.Table("event", "", "type", "what changed");
        foreach (RowChange change in changes.Take(ShownRows))
        {
            string fields = string.Join('\n', change.Fields.Select(f => $"{Screen.Plain(f.Field)}: {Screen.Plain(Screen.Shortened(f.Before, 60))} [grey]→[/] {Screen.Plain(Screen.Shortened(f.After, 60))}"));
            rows.AddRow($"[grey]{Screen.Plain(change.Id)}[/]", change.Kind, Screen.Plain(change.Type), fields);
        }

        console.Write(rows);
        console.MarkupLine($"[grey]{(changes.Count > ShownRows ? $"{ShownRows} of " : "")}{Screen.Plural(changes.Count, "event")} that differ{(changes.Count > ShownRows ? "; --json lists all" : "")}[/]");
    }

    public static void Write(Utf8JsonWriter json, List<RowChange> changes)
    {
        foreach (string kind in new[] { "added", "removed", "altered" })
        {
            json.WriteNumber(kind, changes.Count(c => c.Kind == kind));
        }

        json.WriteStartArray("changes");
        foreach (RowChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change", change.Kind);
            json.WriteString("id", change.Id);
            json.WriteString("type", change.Type);
            json.Maybe("month", change.Month.Length == 0 ? null : change.Month);
            json.WriteStartArray("fields");
            foreach (FieldChange field in change.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Field);
                json.WriteString("before", field.Before);
                json.WriteString("after", field.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Count(IEnumerable<RowChange> changes, string kind) => Screen.Number(changes.Count(c => c.Kind == kind));
}
