using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus sql</c>: questions of one's own to the record.</summary>
internal static class SqlCommand
{
    public static Verb Build()
    {
        var question = new Argument<string?>("question") { HelpName = "QUESTION", Arity = ArgumentArity.ZeroOrOne, Description = "One SELECT over the views; - reads it from standard input." };
        var views = new Option<bool>("--views") { Description = "List the views and their columns instead." };
        var markdown = new Option<bool>("--markdown") { Description = "With --views: what each column means, as a page (docs/sql.md)." };
        var format = new Option<string>("--format") { HelpName = "table|csv|jsonl", Description = "Default: table.", DefaultValueFactory = _ => "table" };
        format.Among("table", "csv", "jsonl");
        Option<int> limit = SharedOptions.Limit("At most so many rows; 0 for all. Default: 1,000.", 1000);
        Option<int> seconds = SharedOptions.Count("How long it may take. Default: 30.", 30, 1, 3600, "--seconds");
        Option<string> db = SharedOptions.Store();
        var verb = new Verb("sql", "Ask the record in SQL: one SELECT over documented views, on a connection that cannot write.")
        {
            Notes = ["SQLite's dialect. Days are ISO 8601 text; a month is substr(day_from, 1, 7)."],
            Examples =
            [
                new("casus sql --views", "What can be asked."),
                new("casus sql \"SELECT type, count(*) AS n, sum(killed_min) AS killed FROM events GROUP BY type ORDER BY n DESC\"", "Events and killed by type."),
                new("casus sql \"SELECT outlet, count(*) AS articles FROM articles GROUP BY outlet\" --format csv", "As CSV, for other programs."),
            ],
        };
        verb.Add(question);
        foreach (Option option in (Option[])[views, markdown, format, limit, seconds, db])
        {
            verb.Add(option);
        }

        verb.SetAction(p => p.GetValue(views) || p.GetValue(markdown) ? List(p.GetValue(markdown)) : Run(
            p.GetValue(question) ?? throw Trouble.Usage("What is the question? casus sql --help has examples, casus sql --views what can be asked."),
            p.GetRequiredValue(format), p.GetValue(limit), TimeSpan.FromSeconds(p.GetValue(seconds)), p.GetRequiredValue(db)));
        return verb;
    }

    private static int List(bool markdown)
    {
        if (markdown)
        {
            Console.Out.Write(SqlViews.Markdown());
            return ExitCode.Ok;
        }

        Table table = Screen.Table("view", "a row is", "columns");
        foreach (SqlView view in SqlViews.All)
        {
            table.AddRow(view.Name, Screen.Plain(view.RowIs), string.Join(", ", view.Columns.Select(c => c.Name)));
        }

        Screen.Out.Write(table);
        return ExitCode.Ok;
    }

    private static int Run(string question, string format, int limit, TimeSpan seconds, string db)
    {
        string sql = question == "-" ? Console.In.ReadToEnd() : question;
        using var store = new SqlQuestion(db);
        string[] names = [];
        var rows = new List<object?[]>();
        bool more = store.Ask(sql, limit < 1 ? int.MaxValue : limit, seconds, n => names = n, rows.Add);
        switch (format)
        {
            case "csv":
                Console.Out.Write(Csv(names, rows));
                break;
            case "jsonl":
                Lines(names, rows);
                break;
            default:
                Table table = Screen.Table([.. names.Select(n => Screen.Plain(n))]);
                rows.ForEach(r => table.AddRow([.. r.Select(c => Screen.Plain(Cell(c)))]));
                Screen.Out.Write(table);
                break;
        }

        if (more)
        {
            Console.Error.WriteLine($"casus: there are more than {Screen.Plural(limit, "row")}; --limit N gives more.");
        }

        return ExitCode.Ok;
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        byte[] bytes => Screen.Plural(bytes.Length, "byte"),
        _ => value.ToString() ?? "",
    };

    private static string Csv(string[] names, List<object?[]> rows) =>
        string.Concat(rows.Select(r => r.Select(c => c is string text ? CsvTable.Harmless(text) : Cell(c))).Prepend(names).Select(r => string.Join(',', r.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n\r") ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;

    private static void Lines(string[] names, List<object?[]> rows)
    {
        using Stream output = Console.OpenStandardOutput();
        foreach (object?[] row in rows)
        {
            using (var json = new Utf8JsonWriter(output, Json.Line))
            {
                json.WriteStartObject();
                for (int i = 0; i < names.Length; i++)
                {
                    switch (row[i])
                    {
                        case null:
                            break;
                        case long number:
                            json.WriteNumber(names[i], number);
                            break;
                        case double real:
                            json.WriteNumber(names[i], real);
                            break;
                        case var other:
                            json.WriteString(names[i], Cell(other));
                            break;
                    }
                }

                json.WriteEndObject();
            }

            output.Write("\n"u8);
        }
    }
}
