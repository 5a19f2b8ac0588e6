using System.CommandLine;
using System.Net;
using Casus.App.Store;
using Casus.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.App.Commands;

/// <summary><c>casus serve</c>: the console in a browser.</summary>
internal static class ServeCommand
{
    public static Verb Build()
    {
        Option<int> port = SharedOptions.Count($"Port; 0 for any that is free. Default: {ServeOptions.DefaultPort}.", ServeOptions.DefaultPort, 0, 65535, "--port");
        var listen = new Option<string>("--listen") { HelpName = "ADDR", Description = "Address of this machine to answer at; 0.0.0.0 for all. Others than loopback demand users (casus users) and https. Default: 127.0.0.1.", DefaultValueFactory = _ => "127.0.0.1" };
        var certificate = new Option<string?>("--certificate") { HelpName = "FILE", Description = $"Answer by https with this certificate: PFX, whose password ${ServerCertificate.PasswordVariable} holds, or PEM with the chain behind it." };
        var key = new Option<string?>("--certificate-key") { HelpName = "FILE", Description = "The certificate's private key in PEM. Default: it is in the certificate's file." };
        var proxy = new Option<string?>("--behind-proxy") { HelpName = "ADDR,…", Description = "A proxy that speaks https stands before the console, and asks from these addresses or networks: what it says of who asks is believed." };
        var names = new Option<string[]>("--name") { HelpName = "HOST", Description = "A name by which others call the console, such as casus.example.org; again for more. Requests under other names are refused." };
        Option<string?> access = AccessOptions.File();
        Option<string> db = SharedOptions.Store(), by = JudgeCommand.By();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        by.Description = "Name under which the console's judgements stand unless its form says another. Default: as of casus judge.";
        var verb = new Verb("serve", "Open the console: see the record in a browser, follow every value to its sentence, correct it.")
        {
            Notes =
            [
                "Every view works without scripts; its address is its whole state, so it can be shared and reloaded. Other runs of casus may read and write the store meanwhile: views show what is committed.",
                "Only this machine is answered, and nobody is asked who they are, until `casus users add` says who may enter: from then on everybody signs in. Other machines are answered by --listen or --behind-proxy, by https alone.",
                "Programs ask the same under /api/v1 (the page /api tells how), feed readers at /feeds/events.atom, assistants at /mcp.",
                "Ctrl-C ends it.",
            ],
            Examples =
            [
                new("casus serve", $"The record of casus.db at http://127.0.0.1:{ServeOptions.DefaultPort}/."),
                new("casus serve --db news.db --port 0", "Another store, at any free port; the address is printed."),
                new("casus serve --by anna", "Judgements made in the browser are Anna's."),
                new("casus serve --listen 0.0.0.0 --port 8443 --certificate casus.pem --name casus.example.org", "For a desk: whoever `casus users` has, at https://casus.example.org:8443/."),
                new("casus serve --behind-proxy 127.0.0.1 --name casus.example.org", "The same behind a web server that has the certificate."),
            ],
        };
        foreach (Option option in (Option[])[db, port, listen, certificate, key, proxy, names, access, by, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            var options = new ServeOptions(p.GetRequiredValue(db), Address(p.GetRequiredValue(listen)), p.GetValue(port), p.GetValue(knowledge), p.GetValue(gazetteer), JudgeCommand.Name(p.GetRequiredValue(by)))
            {
                Certificate = p.GetValue(certificate) is { } file ? ServerCertificate.Load(file, p.GetValue(key), TimeProvider.System.GetUtcNow())
                    : p.GetValue(key) is { } alone ? throw Trouble.Usage($"--certificate-key {alone} needs the certificate that it belongs to: add --certificate FILE.")
                    : null,
                Proxies = p.GetValue(proxy) is { } words ? Proxies.Parse(words) : [],
                Names = [.. p.GetValue(names) ?? []],
            };
            return Run(SharedConsole.Check(options, p.GetValue(access))).GetAwaiter().GetResult();
        });
        return verb;
    }

    private static IPAddress Address(string text)
    {
        IPAddress? address = text == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(text, out IPAddress? parsed) ? parsed : null;
        return address ?? throw Trouble.Usage($"{text} is no address of this machine: give 127.0.0.1, ::1, 0.0.0.0 for all, or one of its own.");
    }

    private static async Task<int> Run(ServeOptions options)
    {
        OwnFolder.Sweep();
        using var interruption = new Interruption();
        await using WebApplication app = ConsoleHost.Build(options);
        try
        {
            await app.StartAsync(interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
        catch (IOException e)
        {
            throw Trouble.Usage($"Port {options.Port} cannot be used ({e.Message.TrimEnd('.')}): name another with --port, or --port 0 for any.");
        }

        string address = ConsoleHost.AddressOf(app);
        Console.Out.WriteLine($"The console of {options.Store}: {address}/{(options.Access is null ? "" : "  (who may enter: casus users)")}");
        Console.Error.WriteLine("Ctrl-C ends it.");
        // Knowledge that cannot be used ends it with what is wrong.
        await app.Services.GetRequiredService<World>().Loading;
        await FirstView.Draw(app.Services);
        await Task.Delay(Timeout.InfiniteTimeSpan, interruption.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync();
        return ExitCode.Ok;
    }
}
