using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Knowledge;
using Casus.Language;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus actors check</c>: which names of a list knowledge resolves, and to whom.</summary>
internal static class ActorsCommand
{
    private const int MostSuggestions = 3;

    public static Verb Build()
    {
        var verb = new Verb("actors", "Ask what Casus knows of actors.")
        {
            Examples = [new("casus actors check names.txt", "Which names of a list are known, and as whom.")],
        };
        verb.Add(BuildCheck());
        return verb;
    }

    private static Verb BuildCheck()
    {
        var file = new Argument<string>("file") { HelpName = "FILE|-", Description = "The names: one a line, or TSV or CSV with a column name and, if wanted, one named date. - is standard input." };
        var on = new Option<string?>("--on") { HelpName = "DATE", Description = "The day that decides between names and offices of different times, like 2021-08-15; a date of the list goes before. Default: any time will do." };
        var beside = new Option<string?>("--beside") { HelpName = "WORDS", Description = "Words that stand in the same article, for names that do not identify alone." };
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("check", "Check a list of names: whom each resolves to, by which rule, what they are on the day, and who else bears the name.")
        {
            Notes =
            [
                "Names are looked up as in an article, capitals included. Empty lines and lines that begin with # are passed over. A name that nobody bears is shown with near spellings and with the provisional id under which articles keep it.",
                "Ends with 1 when a name does not resolve or a line is broken; broken lines are told with their numbers on standard error, and the others are still checked.",
            ],
            Examples =
            [
                new("casus actors check names.txt", "A plain list."),
                new("casus actors check names.txt --on 2020-05-01", "As of a day: offices and names hold only on theirs."),
                new("casus actors check coded.csv --json", "A table with columns name and date; JSON for programs."),
                new("casus actors check - --beside \"$(cat article.txt)\" < names.txt", "Names that need other words beside them, as in an article."),
            ],
        };
        verb.Add(file);
        foreach (Option option in (Option[])[on, beside, json, knowledge])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(file), p.GetValue(on), p.GetValue(beside), p.GetValue(json), p.GetValue(knowledge)));
        return verb;
    }

    private static int Run(string file, string? on, string? beside, bool json, string? folder)
    {
        DateOnly? day = null;
        if (on is not null)
        {
            day = NameList.TryDay(on, out DateOnly known) ? known : throw Trouble.Usage($"--on {on}: write a day like 2021-08-15.");
        }

        using var reader = new StreamReader(StandardStreams.OpenInput(file), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        IReadOnlyList<ListedName> names = NameList.Read(reader, file);
        KnowledgeBase knowledge = Construction.LoadKnowledge(folder);
        var lookup = new ActorLookup(knowledge);
        var near = new NearNames(knowledge);
        var rows = new List<Checked>();
        foreach (ListedName name in names)
        {
            if (name.Problem is { } problem)
            {
                Console.Error.WriteLine($"{(file == "-" ? "line " : file + ":")}{name.Line}: {problem}; the line is left out.");
                continue;
            }

            ActorFinding finding = lookup.Find(name.Name, name.Day ?? day, beside);
            rows.Add(new Checked(name.Line, name.Day ?? day, finding, finding.Actor is null && finding.Rejected.IsEmpty ? near.To(name.Name, MostSuggestions) : []));
        }

        if (json)
        {
            WriteJson(rows, names.Where(n => n.Problem is not null));
        }
        else
        {
            WriteTable(Screen.Out, rows, names.Count - rows.Count);
        }

        return rows.Count == names.Count && rows.TrueForAll(r => r.Finding.Actor is not null) ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void WriteTable(IAnsiConsole console, List<Checked> rows, int broken)
    {
        if (rows.Count > 0)
        {
            Table table = Screen.Table("name", "actor", "rule", "on the day", "others, or why not");
            foreach (Checked row in rows)
            {
                ActorFinding f = row.Finding;
                string actor = f.Actor is { } known ? $"{Screen.Plain(known.Id)}\n[grey]{Screen.Plain(known.Name)}[/]" : f.Rejected.IsEmpty ? "[yellow]unknown[/]" : "[yellow]not alone[/]";
                string role = f is { Actor: { } a, Role: { } r } ? $"{a.Kind}{(r.Class is null ? "" : ", " + r.Class)}\n[grey]{Screen.Plain(r.Code)}[/]" : "";
                string name = row.Day is { } day ? $"{Screen.Plain(f.Name)}\n[grey]{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}[/]" : Screen.Plain(f.Name);
                table.AddRow(name, actor, Screen.Plain(f.Rule?.Value), role, string.Join('\n', Remarks(row).Select(Screen.Plain)));
            }

            console.Write(table);
        }

        int resolved = rows.Count(r => r.Finding.Actor is not null), open = rows.Count(r => r.Finding.Actor is null && !r.Finding.Rejected.IsEmpty);
        console.WriteLine($"{Screen.Plural(rows.Count, "name")}: {resolved} resolved, {open} only with more beside them, {rows.Count - resolved - open} unknown{(broken == 0 ? "" : "; " + Screen.Plural(broken, "broken line"))}.");
    }

    private static IEnumerable<string> Remarks(Checked row)
    {
        foreach (Rejected rejected in row.Finding.Rejected)
        {
            yield return $"{rejected.Id}: {rejected.Reason}";
        }

        if (row.Near.Length > 0)
        {
            yield return "near: " + string.Join(", ", row.Near.Select(n => $"{n.Name} ({n.ActorId})"));
        }

        if (row.Finding.ProvisionalId is { } id)
        {
            yield return "kept as " + id;
        }
    }

    private static void WriteJson(List<Checked> rows, IEnumerable<ListedName> broken)
    {
        Screen.WriteJson(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("names");
            foreach (Checked row in rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
            json.WriteStartArray("broken");
            foreach (ListedName line in broken)
            {
                json.WriteStartObject();
                json.WriteNumber("line", line.Line);
                json.WriteString("problem", line.Problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Checked row)
    {
        ActorFinding f = row.Finding;
        json.WriteStartObject();
        json.WriteNumber("line", row.Line);
        json.WriteString("name", f.Name);
        json.Maybe("day", row.Day);
        json.Maybe("actor", f.Actor?.Id);
        json.Maybe("called", f.Actor?.Name);
        json.Maybe("kind", f.Actor?.Kind);
        json.Maybe("class", f.Role?.Class);
        json.Maybe("code", f.Role?.Code);
        json.Maybe("country", f.Actor?.Country);
        json.Maybe("rule", f.Rule?.Value);
        json.Maybe("provisional", f.ProvisionalId);
        json.WriteStartArray("rejected");
        foreach (Rejected rejected in f.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("actor", rejected.Id);
            json.WriteString("reason", rejected.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("near");
        foreach (NearName near in row.Near)
        {
            json.WriteStartObject();
            json.WriteString("name", near.Name);
            json.WriteString("actor", near.ActorId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Checked(int Line, DateOnly? Day, ActorFinding Finding, NearName[] Near);
}
