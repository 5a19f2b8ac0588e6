using System.CommandLine;
using System.Net;
using Casus.App.Store;
using Casus.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.App.Commands;

/// <summary><c>casus serve</c>: the console in a browser.</summary>
internal static class ServeCommand
{
    public static Verb Build()
    {
        var port = new Option<int>("--port") { HelpName = "N", Description = $"Port; 0 for any that is free. Default: {ServeOptions.DefaultPort}.", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int number) && number is < 0 or > 65535)
            {
                result.AddError($"--port {number}: give a number from 0 to 65535.");
            }
        });
        var listen = new Option<string>("--listen") { HelpName = "ADDR", Description = "Address of this machine to answer at: a loopback one, as the console has no accounts. Default: 127.0.0.1.", DefaultValueFactory = _ => "127.0.0.1" };
        Option<string> db = SharedOptions.Store(), by = JudgeCommand.By();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        by.Description = "Name under which the console's judgements stand unless its form says another. Default: as of casus judge.";
        var verb = new Verb("serve", "Open the console: see the record in a browser, follow every value to its sentence, correct it.")
        {
            Notes =
            [
                "Every view works without scripts; its address is its whole state, so it can be shared and reloaded. Only this machine is answered. Other runs of casus may read and write the store meanwhile: views show what is committed.",
                "Programs ask the same under /api/v1 (the page /api tells how), feed readers at /feeds/events.atom, assistants at /mcp.",
                "Ctrl-C ends it.",
            ],
            Examples =
            [
                new("casus serve", $"The record of casus.db at http://127.0.0.1:{ServeOptions.DefaultPort}/."),
                new("casus serve --db news.db --port 0", "Another store, at any free port; the address is printed."),
                new("casus serve --by anna", "Judgements made in the browser are Anna's."),
            ],
        };
        foreach (Option option in (Option[])[db, port, listen, by, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(new ServeOptions(p.GetRequiredValue(db), Address(p.GetRequiredValue(listen)), p.GetValue(port), p.GetValue(knowledge), p.GetValue(gazetteer), JudgeCommand.Name(p.GetRequiredValue(by)))).GetAwaiter().GetResult());
        return verb;
    }

    private static IPAddress Address(string text)
    {
        IPAddress? address = text == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(text, out IPAddress? parsed) ? parsed : null;
        return address is null ? throw Trouble.Usage($"{text} is no address: give 127.0.0.1 or ::1.")
            : !IPAddress.IsLoopback(address) ? throw Trouble.Usage($"{text} can be reached from other machines, and the console has no accounts yet: give 127.0.0.1 or ::1, and reach it from afar through a tunnel (ssh -L).")
            : address;
    }

    private static async Task<int> Run(ServeOptions options)
    {
        using var interruption = new Interruption();
        await using WebApplication app = ConsoleHost.Build(options);
        try
        {
            await app.StartAsync(interruption.Token);
        }
        catch (IOException e)
        {
            throw Trouble.Usage($"Port {options.Port} cannot be used ({e.Message.TrimEnd('.')}): name another with --port, or --port 0 for any.");
        }

        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.Out.WriteLine($"The console of {options.Store}: {address}/");
        Console.Error.WriteLine("Ctrl-C ends it.");
        // Knowledge that cannot be used ends it with what is wrong.
        await app.Services.GetRequiredService<World>().Loading;
        await Task.Delay(Timeout.InfiniteTimeSpan, interruption.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync();
        return ExitCode.Ok;
    }
}
