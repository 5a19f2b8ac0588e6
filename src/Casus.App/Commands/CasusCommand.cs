using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;

namespace Casus.App.Commands;

/// <summary>The command line: every verb, and what happens around it.</summary>
internal static class CasusCommand
{
    public const string Slogan = "Pages in, events out; every value points at the words it came from.";

    public static string Version { get; } =
        typeof(CasusCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static RootCommand Build()
    {
        var root = new RootCommand(Slogan);
        foreach (Verb verb in (Verb[])[ReadCommand.Build(), WatchCommand.Build(), FeedsCommand.Build(), RereadCommand.Build(), RecodeCommand.Build(), JudgeCommand.Build(), ReviewCommand.Build(), ShowCommand.Build(), SearchCommand.Build(), ExplainCommand.Build(), BriefCommand.Build(), ExportCommand.Build(), PublishCommand.Build(), DiffCommand.Build(), ServeCommand.Build(), McpCommand.Build(), UsersCommand.Build(), KeysCommand.Build(), AuditCommand.Build(), SqlCommand.Build(), AnnotateCommand.Build(), ParseCommand.Build(), StoriesCommand.Build(), ActorsCommand.Build(), GazetteerCommand.Build(), CheckCommand.Build(), CodebookCommand.Build(), CompletionCommand.Build()])
        {
            root.Add(verb);
        }

        foreach (Option option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new HelpPage();
                    help.Description = "Show this page, or the page of a command.";
                    break;
                case VersionOption version:
                    version.Action = new VersionLine();
                    version.Description = "Show the version and the hash of what Casus knows.";
                    break;
            }
        }

        return root;
    }

    public static int Run(string[] args)
    {
        try
        {
            RootCommand root = Build();
            ParseResult parsed = root.Parse(args);
            if (args.Length == 0)
            {
                HelpPage.Write(root, Console.Out, HelpPage.TerminalWidth);
                return ExitCode.Ok;
            }

            if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
            {
                return Refuse(parsed);
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Trouble trouble)
        {
            Console.Error.WriteLine("casus: " + trouble.Message);
            return trouble.Exit;
        }
        catch (Exception e) when (e is InvalidDataException or UnauthorizedAccessException or IOException { HResult: not BrokenPipe })
        {
            Console.Error.WriteLine("casus: " + (e is IOException { HResult: Trouble.NoSpace } ? "No space is left where it writes: free some and run it again." : e.Message));
            return Trouble.ExitOf(e);
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            // The reader of our output has seen enough (casus … | head).
            return ExitCode.Ok;
        }
    }

    /// <summary>EPIPE on Unix.</summary>
    private const int BrokenPipe = 32;

    private static int Refuse(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string[] words = [.. command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name))];
        // What follows a command that is none was meant for it.
        foreach (string unknown in command.Subcommands.Count > 0 ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens)
        {
            string? near = words.Where(w => Typing.Distance(w, unknown) <= 2 || (unknown.Length > 2 && w.StartsWith(unknown, StringComparison.Ordinal))).MinBy(w => Typing.Distance(w, unknown));
            Console.Error.WriteLine($"casus: {unknown} is not known here{(near is null ? "." : $": did you mean {near}?")}");
        }

        // "A command is required" after "foo is not known" says nothing.
        foreach (ParseError error in parsed.Errors.Where(_ => parsed.UnmatchedTokens.Count == 0))
        {
            Console.Error.WriteLine("casus: " + error.Message);
        }

        string path = HelpPage.Path(command);
        Console.Error.WriteLine($"Type `{path} --help` for what it takes.");
        return ExitCode.Usage;
    }
}
