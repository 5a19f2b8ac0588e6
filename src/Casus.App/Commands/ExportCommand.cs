using System.CommandLine;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Tables;

namespace Casus.App.Commands;

/// <summary><c>casus export</c>: published tables as CSV or JSON Lines.</summary>
internal static class ExportCommand
{
    public static Verb Build()
    {
        string[] tables = [.. PublishedTable.All.Select(t => t.Name)];
        var what = new Option<string>("--what") { HelpName = "TABLE", Description = $"Which table: {string.Join(", ", tables)}. Default: events.", DefaultValueFactory = _ => "events" };
        what.Among(tables);
        var format = new Option<string>("--format") { HelpName = "csv|jsonl", Description = "Default: csv.", DefaultValueFactory = _ => "csv" };
        format.Among("csv", "jsonl");
        var columns = new Option<bool>("--columns") { Description = "Print what the tables and columns mean (docs/tables.md) instead." };
        var names = new Option<bool>("--names") { Description = "In judgements: name the reviewers. Default: \"reviewer 1\" and so on." };
        Option<string> output = SharedOptions.Out(), db = SharedOptions.Store();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var narrowing = new Narrowing();
        var verb = new Verb("export", "Write a published table as CSV or JSON Lines, rows in the order of their ids.")
        {
            Notes = ["The options that narrow pick events, with the claims and articles that tell them, and the statistics and relations that fit: every table is then of that part of the record.", "Offsets count Unicode code points and travel with the quoted words. Text cells that a spreadsheet would run as a formula begin with an apostrophe."],
            Examples =
            [
                new("casus export --format csv --out events.csv", "One row an event."),
                new("casus export --what evidence --format jsonl", "The words behind every value of every claim."),
                new("casus export --actor \"{side}\" --from 2024 --min-killed 10 --out part.csv", "Only these events; with --what claims, what tells them."),
                new("casus export judgements --out judged.jsonl", "What people judged, with the sentences: rows to learn from."),
                new("casus export --columns", "The data dictionary."),
            ],
        };
        foreach (Option option in (Option[])[what, format, output, columns, names, db, knowledge])
        {
            verb.Add(option);
        }

        narrowing.AddTo(verb, "--limit");
        verb.Add(ExportJudgements.Build());
        verb.SetAction(p =>
        {
            if (p.GetValue(columns))
            {
                Console.Out.Write(TableDocs.Markdown());
                return ExitCode.Ok;
            }

            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            Filter filter = narrowing.Read(p, store, ofClaims: true, p.GetValue(knowledge));
            return Run(store, PublishedTable.Find(p.GetRequiredValue(what))!, p.GetRequiredValue(format), p.GetRequiredValue(output), p.GetValue(knowledge), filter, p.GetValue(names));
        });
        return verb;
    }

    private static int Run(CasusStore store, PublishedTable table, string format, string output, string? knowledge, Filter filter, bool named)
    {
        if (filter.Narrows)
        {
            if (TableRows.IsWhole(table.Name))
            {
                throw Trouble.Usage($"{table.Name} is of the whole record and cannot be narrowed: leave those options out, or ask `casus show dyad` or `casus sql`.");
            }

            Picked.Fill(store, filter);
        }

        IEnumerable<object> rows = TableRows.Of(table.Name, new Walks(store, filter.Narrows), () => Construction.LoadWorld(knowledge), named);
        return Write(table, rows, format, output);
    }

    /// <param name="output">A file's path, or - for standard output.</param>
    public static int Write(PublishedTable table, IEnumerable<object> rows, string format, string output)
    {
        long count = StandardStreams.WriteWhole(output, stream => TableStream.Write(stream, table, rows, format == "csv"));
        if (output != "-")
        {
            Console.Error.WriteLine($"casus: wrote {Screen.Plural(count, "row")} of {table.Name} to {output}.");
        }

        return ExitCode.Ok;
    }
}
