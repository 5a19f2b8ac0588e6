using System.CommandLine;
using Casus.App.Fetch.Web;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus feeds</c>: the list of feeds that a store follows.</summary>
internal static class FeedsCommand
{
    private static readonly string[] Verbs = ["list", "add", "remove"];

    public static Verb Build()
    {
        var what = new Argument<string>("what") { HelpName = "WHAT", Arity = ArgumentArity.ZeroOrOne, Description = "list (as when nothing is given), add or remove.", DefaultValueFactory = _ => Verbs[0] };
        what.CompletionSources.Add(Verbs);
        var addresses = new Argument<string[]>("addresses") { HelpName = "ADDRESS", Arity = ArgumentArity.ZeroOrMore, Description = "For add and remove: addresses of feeds, or of pages that name one." };
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("feeds", "Keep a list of feeds in the store, for `casus watch` to follow.")
        {
            Notes = ["Nothing is fetched here: `casus watch` asks the feeds of the list when it is given nothing else, with --once a single time."],
            Examples =
            [
                new("casus feeds add https://example.org/world/rss.xml", "From now on `casus watch` follows it."),
                new("casus feeds", "The list: when each was asked last, how many pages it gave, what failed."),
                new("casus feeds remove https://example.org/world/rss.xml", "Its pages stay in the store."),
            ],
        };
        verb.Add(what);
        verb.Add(addresses);
        verb.Add(db);
        verb.Add(json);
        verb.SetAction(p => Run(p.GetRequiredValue(what), p.GetValue(addresses) ?? [], p.GetRequiredValue(db), p.GetValue(json)));
        return verb;
    }

    private static int Run(string what, string[] addresses, string db, bool json) => what switch
    {
        "list" when addresses.Length == 0 => List(db, json),
        "add" when addresses.Length > 0 => Add(addresses, db),
        "remove" when addresses.Length > 0 => Remove(addresses, db),
        "add" or "remove" => throw Trouble.Usage($"Which feed? casus feeds {what} https://example.org/rss.xml"),
        _ => throw Trouble.Usage($"Feeds can be had with {string.Join(", ", Verbs)}; {(what == "list" ? addresses[0] : what)} is none of them."),
    };

    private static int Add(string[] addresses, string db)
    {
        string[] checkedOnes = [.. addresses.Select(Checked)];
        using CasusStore store = CasusStore.OpenOrCreate(db);
        var list = new FeedList(store);
        foreach (string address in checkedOnes)
        {
            bool added = list.Add(address, TimeProvider.System.GetUtcNow());
            Console.WriteLine(added ? $"{address} is followed from now on: casus watch" : $"{address} is followed already.");
        }

        return ExitCode.Ok;
    }

    private static int Remove(string[] addresses, string db)
    {
        using CasusStore store = CasusStore.OpenExisting(db);
        var list = new FeedList(store);
        int exit = ExitCode.Ok;
        foreach (string address in addresses)
        {
            if (list.Remove(Checked(address)))
            {
                Console.WriteLine($"{address} is followed no longer; its pages stay.");
            }
            else
            {
                Console.Error.WriteLine($"casus: {address} is not in the list: casus feeds shows it.");
                exit = ExitCode.Findings;
            }
        }

        return exit;
    }

    private static int List(string db, bool json)
    {
        using CasusStore store = CasusStore.OpenExisting(db);
        List<KeptFeed> feeds = new FeedList(store).All();
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartArray();
                foreach (KeptFeed feed in feeds)
                {
                    j.WriteStartObject();
                    j.WriteString("address", feed.Address);
                    j.WriteString("addedAt", feed.AddedAt);
                    j.Maybe("triedAt", feed.TriedAt);
                    j.WriteNumber("pages", feed.Pages);
                    j.WriteNumber("failed", feed.Failed);
                    j.Maybe("problem", feed.Problem);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (feeds.Count == 0)
        {
            Console.WriteLine("No feed is followed: casus feeds add https://example.org/rss.xml");
            return ExitCode.Ok;
        }

        Table table = Screen.Table("feed", "asked", "pages", "failed", "problem");
        foreach (KeptFeed feed in feeds)
        {
            table.AddRow(Screen.Plain(feed.Address), feed.TriedAt ?? "not yet", Screen.Number(feed.Pages), Screen.Number(feed.Failed), Screen.Plain(feed.Problem));
        }

        Screen.Out.Write(table);
        return ExitCode.Ok;
    }

    /// <summary>As fetching names it. Ports are left to the run: it may be allowed more.</summary>
    private static string Checked(string text) => WebAddress.Check(text, [], out Uri? address) is { } problem ? throw Trouble.Usage($"{text}: {problem.Detail}") : address!.AbsoluteUri;
}
