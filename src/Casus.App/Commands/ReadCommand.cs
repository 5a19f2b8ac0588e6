using System.CommandLine;
using System.Diagnostics;
using Casus.App.Fetch;
using Casus.App.Fetch.Web;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;

namespace Casus.App.Commands;

/// <summary><c>casus read</c>: pages into the store, then stories and events.</summary>
internal static class ReadCommand
{
    public static Verb Build()
    {
        var paths = new Argument<string[]>("path")
        {
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
            Description = "Files, folders (read with all folders in them) or - for standard input: saved pages (.html, .htm, .xhtml, .mht, .mhtml), messages (.eml), Markdown (.md), text (.txt: of a page, of a PDF, or an export of a press archive with any number of articles), any of them as .gz, JSON Lines (.jsonl), web archives (.warc, .warc.gz), .zip files of pages, and tables (.csv, .tsv) that are named themselves. Or addresses (https://…) of pages and feeds, which are fetched.",
        };
        var columns = new Option<string?>("--columns")
        {
            HelpName = "MAP",
            Description = $"Which column of a table is what, like text=body,title=headline,published=date:dmy,url=link,outlet=source. Keys: {ColumnMap.Keys}; html holds a path or markup. Default: told from the header, and said.",
        };
        var web = new WebOptions();
        Option<string> db = SharedOptions.Store();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        Option<string> model = SharedOptions.Model();
        var verb = new Verb("read", "Read pages into the store, link what they tell, and show the events.")
        {
            Notes =
            [
                "Pages are known by the hash of their bytes: reading them again adds nothing. A run that was stopped keeps every page it finished, one that was killed all but those of its last moment (at most 64); the same command goes on from there.",
                "The entries of a live blog are articles of their own, with their own times, and so are those of an export. In folders README.md is passed over.",
                $"A page may hold {FileBytes.MaxPageBytes >> 20} MiB, and unpack to {ArchiveParts.MostRatio} times its packed size. What cannot be read is refused with its reason, and counted; where every page is refused the exit code is 2.",
                "Of a web archive the responses and resources are read that hold markup or text, with their addresses; a page is called news.warc.gz@12345, by the place of its record. Records that hold no page are passed over and counted. The day of a crawl is no day of publication.",
                WebOptions.Note,
            ],
            Examples =
            [
                new("casus read samples/", "Every page under a folder, into casus.db."),
                new("casus read news.jsonl --db news.db --jobs 4", "JSON Lines of {id, text or html, url, published}, into a store of its own."),
                new("casus read export.txt newsletter.eml report.md", "An archive's export, a message and a Markdown file."),
                new("casus read CC-NEWS-20241228.warc.gz", "A web archive as Common Crawl gives it."),
                new("casus read table.csv --columns text=body,title=headline,published=date,url=link,outlet=source", "A table with a header, one article a row."),
                new("casus read https://example.org/world/rss.xml --contact desk@example.com", "The pages that a feed lists; the next run fetches what is new or has changed."),
                new("casus read https://example.org/ --feed", "The pages of the feed that a site's front page names."),
                new("curl -s https://example.org/report | casus read -", "One page from standard input."),
            ],
        };
        verb.Add(paths);
        foreach (Option option in (Option[])[columns, db, jobs, json, model, knowledge, gazetteer, .. web.All])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(paths), p.GetValue(columns), web.Of(p), p.GetRequiredValue(db), p.GetValue(jobs), p.GetValue(json), p.GetRequiredValue(model), p.GetValue(knowledge), p.GetValue(gazetteer)));
        return verb;
    }

    private static int Run(string[] paths, string? columns, WebChoices web, string db, int jobs, bool json, string model, string? knowledge, string? gazetteer)
    {
        var watch = Stopwatch.StartNew();
        new PageFinder(paths, null, columns).Check(words => Console.Error.WriteLine("casus: " + words));
        using CasusStore store = CasusStore.OpenOrCreate(db);
        Engine engine = Construction.Load(knowledge, gazetteer, model);
        using var interruption = new Interruption();
        using WebAccess? access = paths.Any(WebAddress.IsAddress) ? new WebAccess(web, store.Path) : null;
        var finder = new PageFinder(paths, access?.Source(new WebManner(web.AsFeeds, OnlyDue: false), interruption.Token), columns);
        Ledger ledger = ReadProgress.Run(finder.CountPages(), step => ReadPages(finder.Pages(), store, engine, jobs, step, interruption.Token));
        if (interruption.Asked)
        {
            Console.Error.WriteLine($"casus: stopped after {Screen.Plural(ledger.Fetched, "page")}; what they tell is in {db}. The same command goes on from there.");
            return ExitCode.Interrupted;
        }

        if (LinkWriter.IsDue(store, engine.Knowledge, engine.Links))
        {
            ReadProgress.Say("linking …");
            LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
        }

        var summary = new ReadSummary(ledger, finder, store, watch.Elapsed);
        if (json)
        {
            summary.WriteJson(Console.OpenStandardOutput());
        }
        else
        {
            summary.Write(Screen.Out);
        }

        return ledger.AreAllRefused ? ExitCode.Usage : ExitCode.Ok;
    }

    /// <summary>Reads what was found into the store; linking is left to the caller.</summary>
    /// <param name="step">Called with the name of each page that is done.</param>
    /// <remarks>What is read in quick succession is written together: each transaction writes whole pages of the file, most of them for many articles alike.</remarks>
    internal static Ledger ReadPages(IEnumerable<Found> pages, CasusStore store, Engine engine, int jobs, Action<string> step, CancellationToken stop)
    {
        var ledger = new Ledger();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using var writer = new PageWriter(store, engine.Provenance, now);
        using var visits = new VisitWriter(store, now);
        var waiting = new List<(Found Found, Answer Answer)>();
        try
        {
            OrderedPipeline.Run<Found, Answer>(ExportPages.Each(pages, new ArticleReader(engine.Knowledge).Split), jobs, () => new Worker(engine, store.Path).Read, Take, stop, Write);
        }
        finally
        {
            Write();
        }

        return ledger;

        void Take(Found found, Answer answer)
        {
            waiting.Add((found, answer));
            if (waiting.Count == PageWriter.Together)
            {
                Write();
            }
        }

        void Write()
        {
            if (waiting.Count == 0)
            {
                return;
            }

            (Found Found, Answer Answer)[] some = [.. waiting];
            waiting.Clear();
            store.Write(() =>
            {
                foreach ((Found found, Answer answer) in some)
                {
                    Note(found, answer);
                }

                return some.Length;
            });
            foreach ((Found found, _) in some)
            {
                step(found.Name);
            }
        }

        void Note(Found found, Answer answer)
        {
            if (found is { Page: null, Problem: null })
            {
                writer.AddUnchanged(found.Name);
                if (found.Visit is { IsFeed: false })
                {
                    ledger.Add(found.Name, Outcome.Duplicate, null, null, added: false);
                }
            }
            else if (found.Page is null)
            {
                bool added = writer.AddUnfetched(found.Name, found.Problem!, found.Place);
                ledger.Add(found.Name, Outcome.Refused, null, found.Problem, added);
            }
            else if (answer.Outcome is null)
            {
                writer.AddSighting(found.Page);
                ledger.Add(found.Name, Outcome.Duplicate, null, null, added: false, answer.WasRefused);
            }
            else
            {
                Outcome became = writer.Add(answer.Outcome, found.Place);
                ledger.Add(found.Name, became, answer.Outcome, (answer.Outcome as PageRefused)?.Why, became != Outcome.Duplicate, answer.Outcome is PageRefused);
            }

            // Last: a run that is killed before it asks again instead of missing the page.
            if (found.Visit is { } visit)
            {
                visits.Note(visit, found.Page?.Id);
            }
        }
    }

    /// <param name="Outcome">Null when the store has the page already, or there is no page.</param>
    /// <param name="WasRefused">The store holds the page as refused.</param>
    private readonly record struct Answer(ReadOutcome? Outcome, bool WasRefused = false);

    /// <summary>The work of one thread: a reader and a look into the store.</summary>
    private sealed class Worker
    {
        private readonly Reader reader;
        private readonly CasusStore store;
        private readonly Statement known;

        public Worker(Engine engine, string path)
        {
            reader = engine.NewReader();
            store = CasusStore.OpenExisting(path);
            known = store.Prepare("SELECT outcome FROM page WHERE id = $1");
        }

        public Answer Read(Found found)
        {
            if (found.Page is not { } page)
            {
                return new Answer(null);
            }

            return store.Read(() => known.Scalar(page.Id)) is string outcome ? new Answer(null, outcome == Json.Word(Outcome.Refused)) : new Answer(SafeReading.Read(reader, page, entries: true));
        }
    }
}
