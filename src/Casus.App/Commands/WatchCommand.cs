using System.Collections.Immutable;
using System.CommandLine;
using Casus.App.Fetch;
using Casus.App.Fetch.Watching;
using Casus.App.Fetch.Web;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary><c>casus watch</c>: reads what comes into folders and feeds, and tells new events.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan FolderEvery = TimeSpan.FromSeconds(10), Settle = TimeSpan.FromSeconds(3);

    public static Verb Build()
    {
        var sources = new Argument<string[]>("source")
        {
            HelpName = "FOLDER|ADDRESS",
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Folders, and addresses of feeds or of pages that name one. Default: the feeds of `casus feeds`.",
        };
        Option<string> db = SharedOptions.Store();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json();
        json.Description = "Each new event as one line of JSON.";
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        Option<string> model = SharedOptions.Model();
        var web = new WebOptions();
        var own = new WatchOptions();
        var verb = new Verb("watch", "Read pages as they come into folders and feeds, and print each new event on a line.")
        {
            Notes =
            [
                "A file is read once it has stopped growing: better still, write it elsewhere and move it in. Of a feed, entries are fetched that are new, that changed, or that failed and are worth another try. Events that new pages only confirm are not printed again.",
                WebOptions.Note,
                "Ctrl-C or SIGTERM ends it cleanly with exit code 0; what was read stays, and the next run goes on from there.",
            ],
            Examples =
            [
                new("casus watch incoming/", "Whatever is put into the folder."),
                new("casus watch https://example.org/rss.xml --every 30m --json >> events.jsonl", "A feed every half hour; new events as JSON Lines."),
                new("casus watch --once", "The feeds of `casus feeds`, once: for cron."),
            ],
        };
        verb.Add(sources);
        foreach (Option option in (Option[])[own.Every, own.Once, db, jobs, json, model, knowledge, gazetteer, .. web.WithoutFeed])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetValue(sources) ?? [], WatchOptions.Interval(p.GetRequiredValue(own.Every)), p.GetValue(own.Once), web.Of(p), p.GetRequiredValue(db), p.GetValue(jobs), p.GetValue(json), () => Construction.Load(p.GetValue(knowledge), p.GetValue(gazetteer), p.GetRequiredValue(model))));
        return verb;
    }

    private static int Run(string[] sources, TimeSpan every, bool once, WebChoices web, string db, int jobs, bool json, Func<Engine> load)
    {
        foreach (string folder in sources.Where(s => !WebAddress.IsAddress(s) && !Directory.Exists(s)))
        {
            throw Trouble.Usage($"{folder} is no folder: folders and addresses (https://…) can be watched; `casus read` reads a file.");
        }

        using CasusStore store = sources.Length > 0 ? CasusStore.OpenOrCreate(db) : CasusStore.OpenExisting(db);
        string[] folders = [.. sources.Where(s => !WebAddress.IsAddress(s))];
        ImmutableArray<string> feeds = sources.Length > 0 ? [.. sources.Where(WebAddress.IsAddress)] : [.. new FeedList(store).All().Select(f => f.Address)];
        if (folders.Length + feeds.Length == 0)
        {
            throw Trouble.Usage("What to watch? Name folders or feeds, or keep a list: casus feeds add https://example.org/rss.xml");
        }

        Engine engine = load();
        using var interruption = new Interruption();
        using WebAccess? access = feeds.Length > 0 ? new WebAccess(web, store.Path) : null;
        using var hint = new FolderHint(folders);
        var files = new PageFinder(folders);
        FolderScan? scan = folders.Length > 0 ? new FolderScan(() => folders.SelectMany(files.FilesOf), Settle) : null;
        var loop = new WatchLoop(scan, feeds, new WatchTimes(every, FolderEvery, Settle), TimeProvider.System);
        var reading = new WatchReading(store, engine, jobs, json, Console.Out, interruption.Token);
        Say($"watching {string.Join(", ", folders.Concat(feeds))}; Ctrl-C ends it");
        loop.Run(Read, hint.Stirred, once, interruption.Token).GetAwaiter().GetResult();
        return ExitCode.Ok;

        IReadOnlyList<FeedReport>? Read(WatchRound round)
        {
            var finder = new PageFinder([.. round.Files, .. round.Feeds], access?.Source(new WebManner(AsFeeds: true, OnlyDue: true), interruption.Token));
            return reading.Read(finder) ? finder.Feeds : null;
        }
    }

    private static void Say(string what) => Console.Error.WriteLine("casus: " + what);
}
