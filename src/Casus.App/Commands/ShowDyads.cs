using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus show dyads</c>: the pairs between whom most passed.</summary>
internal static class ShowDyads
{
    private const int Shown = 20, Nested = 12;

    public static int Show(CasusStore store, string? actor, int limit, bool exact, bool asJson)
    {
        KnowledgeBase knowledge = Construction.LoadKnowledge(null);
        string? id = actor is null ? null : NamedActor.Find(store, knowledge.Actors, actor).Id;
        int most = limit > 0 ? limit : asJson ? int.MaxValue : Shown;
        // Of a pair and the pairs that it holds only the widest is shown; some more rows are asked for in their place.
        List<DyadRow> rows = new DyadQueries(store).Busiest(id, exact, most == int.MaxValue ? 0 : most * Nested);
        rows = [.. (exact ? rows : OutermostDyads.Of(rows, new Sides(knowledge.Actors))).Take(most)];
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (DyadRow row in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("first", row.First);
                    json.WriteString("second", row.Second);
                    json.WriteNumber("events", row.Events);
                    json.WriteNumber("exact", row.ExactEvents);
                    json.WriteNumber("hostile", row.Hostile);
                    json.WriteNumber("cooperative", row.Cooperative);
                    json.WriteNumber("killed", row.Killed);
                    json.Maybe("firstMonth", row.FirstMonth);
                    json.Maybe("lastMonth", row.LastMonth);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (rows.Count > 0)
        {
            Table table = Screen.Table("between", "and", "events", "hostile", "cooperative", "killed", "months");
            for (int i = 2; i < 6; i++)
            {
                table.Columns[i].Alignment = Justify.Right;
            }

            foreach (DyadRow row in rows)
            {
                table.AddRow(Who(knowledge, row.First), Who(knowledge, row.Second), Screen.Number(exact ? row.ExactEvents : row.Events), Screen.Number(row.Hostile), Screen.Number(row.Cooperative), Screen.Number(row.Killed), row.FirstMonth == row.LastMonth ? row.FirstMonth ?? "" : $"{row.FirstMonth} – {row.LastMonth}");
            }

            Screen.Out.Write(table);
        }

        Screen.Out.MarkupLine($"[grey]{(rows.Count == 0 ? "no pairs that match" : Screen.Plural(rows.Count, "pair"))}{(exact ? "" : ", those who act for them counted with them")}[/]");
        return ExitCode.Ok;
    }

    private static string Who(KnowledgeBase knowledge, string id) => knowledge.Actors.Find(id) is { } actor ? $"{Screen.Plain(actor.Name)} [grey]{Screen.Plain(id)}[/]" : Screen.Plain(id);
}
