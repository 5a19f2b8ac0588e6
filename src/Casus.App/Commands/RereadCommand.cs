using System.CommandLine;
using System.Diagnostics;
using Casus.App.Fetch;
using Casus.App.Store;
using Casus.Articles;

namespace Casus.App.Commands;

/// <summary><c>casus reread</c>: every page that the store keeps, read again with the present program, knowledge and model.</summary>
internal static class RereadCommand
{
    public static Verb Build()
    {
        var only = new Option<string?>("--only") { HelpName = "WHICH", Description = "Only pages of this outcome (read, empty, duplicate, refused), refused for this reason, or with this in their name or address. Default: all." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing. Other programs cannot write to the store meanwhile." };
        Option<string> db = SharedOptions.Store();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        Option<string> model = SharedOptions.Model();
        var verb = new Verb("reread", "Read the pages that the store keeps again, with the present program, knowledge and model, and tell what changed.")
        {
            Notes =
            [
                "The store keeps each page's bytes; nothing is fetched. Pages that were read with the same program, knowledge, model and gazetteer are passed over.",
                "Each page is put in its place in one transaction. A run that was stopped or killed keeps what it finished; the same command goes on from there. Stories and events are linked again at the end.",
            ],
            Examples =
            [
                new("casus reread", "After knowledge/ was edited or the program was updated."),
                new("casus reread --dry-run --json", "What would change, for programs."),
                new("casus reread --only refused", "Only what was refused before."),
                new("casus reread --only not-an-article --db news.db", "Only what was refused for one reason."),
            ],
        };
        foreach (Option option in (Option[])[only, dryRun, db, jobs, json, model, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetValue(only), p.GetValue(dryRun), p.GetRequiredValue(db), p.GetValue(jobs), p.GetValue(json), () => Construction.Load(p.GetValue(knowledge), p.GetValue(gazetteer), p.GetRequiredValue(model))));
        return verb;
    }

    private static int Run(string? only, bool dryRun, string db, int jobs, bool json, Func<Engine> load)
    {
        var watch = Stopwatch.StartNew();
        using CasusStore store = CasusStore.OpenExisting(db), look = CasusStore.OpenExisting(db);
        Engine engine = load();
        var kept = new KeptPages(look, engine.Provenance, only);
        using var interruption = new Interruption();
        Totals before = new Queries(store).Totals();
        var ledger = new RereadLedger();
        Totals Work()
        {
            ReadProgress.Run((int)kept.Count(), step => Reread(kept, store, engine, jobs, ledger, step, interruption.Token));
            if (!interruption.Asked && LinkWriter.IsDue(store, engine.Knowledge, engine.Links))
            {
                ReadProgress.Say("linking …");
                LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
            }

            return new Queries(store).Totals();
        }

        Totals after = dryRun ? store.Try(Work) : Work();
        if (interruption.Asked)
        {
            Console.Error.WriteLine($"casus: stopped after {Screen.Plural(ledger.Pages, "page")}; {(dryRun ? "nothing was changed." : $"what they tell is in {db}. The same command goes on from there.")}");
            return ExitCode.Interrupted;
        }

        var summary = new RereadSummary(ledger, before, after, kept.CountMeant(), dryRun, db, watch.Elapsed);
        if (json)
        {
            Screen.WriteJson(summary.WriteJson);
        }
        else
        {
            summary.Write(Screen.Out);
        }

        return ExitCode.Ok;
    }

    private static RereadLedger Reread(KeptPages kept, CasusStore store, Engine engine, int jobs, RereadLedger ledger, Action<string> step, CancellationToken stop)
    {
        using var writer = new RereadWriter(store, engine.Provenance, TimeProvider.System.GetUtcNow());
        OrderedPipeline.Run<Page, ReadOutcome>(
            kept.Walk(),
            jobs,
            () =>
            {
                Reader reader = engine.NewReader();
                return page => SafeReading.Read(reader, page, entries: true);
            },
            (page, outcome) =>
            {
                ledger.Add(writer.Replace(outcome));
                step(page.Name);
            },
            stop);
        return ledger;
    }
}
