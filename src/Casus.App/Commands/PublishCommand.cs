using System.CommandLine;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus publish</c>: a release of the record, or of a part of it.</summary>
internal static class PublishCommand
{
    public static Verb Build()
    {
        var folder = new Argument<string>("folder") { HelpName = "DIR", Description = "Where the release is to stand. It appears whole or not at all." };
        var replace = new Option<bool>("--replace") { Description = "Replace the release that stands there." };
        var reviewers = new Option<bool>("--reviewers") { Description = "Name who judged. Default: \"reviewer 1\" and so on, the same in every release of the store." };
        Option<string> db = SharedOptions.Store();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        var narrowing = new Narrowing();
        var verb = new Verb("publish", "Write a release: every table as CSV, JSON Lines and Parquet, a map, a graph, the layouts of other houses, a manifest.")
        {
            Notes =
            [
                "Nothing is written when a value lacks evidence or a reference leads nowhere: what is wrong is listed, and the exit code is 1.",
                "The same pages give the same bytes, whatever the order and the number of threads they were read with.",
                "The options that narrow make a release of that part of the record: the events that fit, what tells them, and the statistics and relations that fit. Manifest and README say so. Chains of events that reach out of the part are left out, and so are turning points and sums, which are of the whole record.",
            ],
            Examples =
            [
                new("casus publish release/", "The record of casus.db as a release."),
                new("casus publish release/ --replace --db news.db", "Again, in the place of the last one."),
                new("casus publish part/ --place \"{place}\" --from 2024 --to 2024", "A place in a year."),
            ],
        };
        verb.Add(folder);
        foreach (Option option in (Option[])[replace, reviewers, db, jobs, json, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        narrowing.AddTo(verb, "--limit");
        verb.SetAction(p => Run(store => narrowing.Read(p, store, ofClaims: true, p.GetValue(knowledge)), p.GetRequiredValue(folder), p.GetValue(replace), p.GetValue(reviewers), p.GetRequiredValue(db), p.GetValue(jobs), p.GetValue(json), p.GetValue(knowledge), p.GetValue(gazetteer)));
        return verb;
    }

    private static int Run(Func<CasusStore, Filter> asked, string path, bool replace, bool named, string db, int jobs, bool asJson, string? knowledgeFolder, string? gazetteer)
    {
        using CasusStore store = CasusStore.OpenExisting(db);
        Filter part = asked(store);
        KnowledgeBase knowledge = Construction.LoadWorld(knowledgeFolder, gazetteer);
        using var folder = new ReleaseFolder(path, replace);
        if (part.Narrows)
        {
            // A release without events is a true answer of a quiet month, and of a name written wrongly.
            if (new Queries(store).Events(part with { Limit = 1 }).Count == 0)
            {
                Console.Error.WriteLine($"casus: no event fits: the release holds none (of all {NothingMatches.Of(store, part)}).");
            }

            Picked.Fill(store, part);
            Picked.Only(store);
        }

        IReadOnlyList<ReleaseFile> files;
        try
        {
            var writer = new ReleaseWriter(store, knowledge, folder, CasusCommand.Version, jobs) { Part = part, NamesReviewers = named };
            files = writer.Write(what => ReadProgress.Say($"publishing {what} …"));
            if (writer.Check.Problems is { Count: > 0 } problems)
            {
                Console.Error.WriteLine($"casus: no release was written. What is wrong in {db}:");
                problems.ForEach(p => Console.Error.WriteLine("  " + p));
                Console.Error.WriteLine("`casus reread` reads the pages again and links anew; if that does not help, the store is damaged: read the pages into a new one.");
                return ExitCode.Findings;
            }

            folder.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }

        Show(files, path, asJson);
        return ExitCode.Ok;
    }

    private static void Show(IReadOnlyList<ReleaseFile> files, string path, bool asJson)
    {
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("release", path);
                json.WriteStartArray("files");
                foreach (ReleaseFile file in files)
                {
                    json.WriteStartObject();
                    json.WriteString("name", file.Name);
                    json.WriteNumber("bytes", file.Bytes);
                    json.WriteString("sha256", file.Sha256);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        Table table = Screen.Table("file", "rows", "bytes");
        foreach (ReleaseFile file in files)
        {
            table.AddRow(Screen.Plain(file.Name), file.Rows is { } rows ? Screen.Number(rows) : "", Screen.Number(file.Bytes));
        }

        Screen.Out.Write(table);
        Console.Out.WriteLine($"{files.Count + 1} files in {path}; {ReleaseFolder.Manifest} has their hashes and counts.");
    }
}
