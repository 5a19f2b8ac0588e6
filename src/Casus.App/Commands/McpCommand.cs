using System.CommandLine;
using System.Net;
using Casus.App.Api;
using Casus.App.Store;
using Casus.App.Web;

namespace Casus.App.Commands;

/// <summary><c>casus mcp</c>: the record as tools of an assistant.</summary>
internal static class McpCommand
{
    public static Verb Build()
    {
        Option<string> db = SharedOptions.Store();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        var verb = new Verb("mcp", "Serve the record to an assistant by the Model Context Protocol: search events, read accounts, explain a value, trace a relation, read a passage.")
        {
            Notes =
            [
                "Speaks JSON-RPC on standard input and output until the input ends; an assistant starts it by itself once it is told the command. Nothing can be changed through it. casus serve answers the same at /mcp.",
                "Every answer cites words of articles with outlet, day and address. docs/how-to/ask-from-an-assistant.md tells how to set it up.",
            ],
            Examples = [new("casus mcp --db news.db", "What an assistant is told to run.")],
        };
        foreach (Option option in (Option[])[db, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(new ServeOptions(p.GetRequiredValue(db), IPAddress.Loopback, 0, p.GetValue(knowledge), p.GetValue(gazetteer), "")).GetAwaiter().GetResult());
        return verb;
    }

    private static async Task<int> Run(ServeOptions options)
    {
        using var interruption = new Interruption();
        SentenceWriter.Prepare(options.Store);
        using var stores = new StorePool(options.Store);
        var world = new World(options);
        // Knowledge that cannot be used ends it with what is wrong before anything is answered.
        await world.Loading;
        await using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
        await new AssistantServer(stores, world).Serve(input, output, interruption.Token);
        return ExitCode.Ok;
    }
}
