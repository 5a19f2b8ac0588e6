using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus brief</c>: a situation report in which every sentence has its evidence.</summary>
internal static class BriefCommand
{
    private const int Told = 40;

    public static Verb Build()
    {
        var narrowing = new Narrowing();
        var between = new Option<bool>("--between") { Description = "Only what two of the actors did to or with each other." };
        Option<int> told = SharedOptions.Count($"Events told one by one at the most, the weightiest; all are counted. Default: {Told}.", Told, 1, int.MaxValue, "--told");
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where to write: .md, .html (one file that fetches nothing) or .pdf (printed by Chromium or Chrome). Default: -, Markdown on standard output.", DefaultValueFactory = _ => "-" };
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        var verb = new Verb("brief", "Write a situation report: what happened, rival accounts, trend, turning points, figures of others, a map; every sentence cites its words.")
        {
            Notes =
            [
                "A sentence without evidence is not written. Counts are of what the record holds, not of what happened. With --since and --until the time before, as long, stands beside. The same record gives the same brief.",
                "When nothing fits, nothing is written, and the exit code is 1.",
            ],
            Examples =
            [
                new("casus brief --actors \"{side},{side-too}\" --since 2024-12 --until 2024-12 --out december.html", "A month of two sides."),
                new("casus brief --place \"{place}\" --since 2024-12-23 --until 2024-12-29 --out week.pdf", "A week of a province, to print."),
                new("casus brief --actors \"{side}\" --type ASSAULT --min-killed 5 --told 20", "Markdown on the terminal."),
            ],
        };
        narrowing.AddTo(verb, "--limit");
        foreach (Option option in (Option[])[between, told, output, db, json, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            string path = p.GetRequiredValue(output);
            string ending = Ending(path, p.GetValue(json));
            KnowledgeBase known = Construction.LoadWorld(p.GetValue(knowledge), p.GetValue(gazetteer));
            Filter filter = narrowing.Read(p, store, ofClaims: true, p.GetValue(knowledge));
            ImmutableArray<Actor> actors = [.. (filter.Actor ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => NamedActor.Find(store, known.Actors, a)).Distinct()];
            if (p.GetValue(between) && actors.Length < 2)
            {
                throw Trouble.Usage("--between needs two actors: --actors A,B.");
            }

            ReadProgress.Say("writing the brief …");
            var question = new BriefQuestion(actors, p.GetValue(between), filter with { Actor = null }, p.GetRequiredValue(told));
            Brief brief = new BriefMaker(store, known).Make(question);
            if (brief.Sections.IsEmpty)
            {
                throw new Trouble(ExitCode.Findings, $"Nothing in {store.Path} fits all of this (of its events {NothingMatches.Of(store, question)}): ask for a longer time or fewer things; `casus show events` with the same options shows what fits.");
            }

            Write(brief, path, ending);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static string Ending(string path, bool asJson)
    {
        if (asJson || path == "-")
        {
            return asJson && path != "-" ? throw Trouble.Usage("--json writes to standard output: leave out --out.") : asJson ? ".json" : ".md";
        }

        string ending = Path.GetExtension(path).ToLowerInvariant();
        return ending is ".md" or ".html" or ".pdf" ? ending : throw Trouble.Usage($"{path}: a brief is written as .md, .html or .pdf.");
    }

    private static void Write(Brief brief, string path, string ending)
    {
        switch (ending)
        {
            case ".json":
                Screen.WriteJson(json => ToJson.Write(json, brief));
                return;
            case ".pdf":
                ToPdf.Write(ToHtml.Of(brief), path);
                break;
            default:
                byte[] page = Encoding.UTF8.GetBytes(ending == ".html" ? ToHtml.Of(brief) : ToMarkdown.Of(brief));
                StandardStreams.WriteWhole(path, stream =>
                {
                    stream.Write(page);
                    return page.Length;
                });
                break;
        }

        if (path != "-")
        {
            Console.Error.WriteLine($"casus: wrote {path}, with {Screen.Plural(brief.Sources.Length, "source")}.");
        }
    }
}
