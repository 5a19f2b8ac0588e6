using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace Casus.App.Commands;

/// <summary>Prints the help of a command: usage, options, examples; for the whole program also the exit codes.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public static int TerminalWidth => Console.IsOutputRedirected ? Math.Min(Screen.Columns ?? 100, 120) : Math.Clamp(Console.WindowWidth, 40, 120);

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, Console.Out, TerminalWidth);
        return ExitCode.Ok;
    }

    public static string Path(Command command) => command is RootCommand ? "casus" : Path((Command)command.Parents.First()) + " " + command.Name;

    public static void Write(Command command, TextWriter output, int width)
    {
        var page = new StringBuilder();
        Wrap(page, command.Description ?? "", 0, width);
        foreach (string note in (command as Verb)?.Notes ?? [])
        {
            page.Append('\n');
            Wrap(page, note, 0, width);
        }

        page.Append("\nUsage:\n");
        Wrap(page, UsageLine(command), 2, width, hanging: 4);
        Rows(page, "Arguments", command.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description ?? "")), width);
        Rows(page, "Commands", command.Subcommands.Select(c => (c.Name, c.Description ?? "")), width);
        Rows(page, "Options", command.Options.Select(o => (OptionNames(o), o.Description ?? "")), width);
        if (command is RootCommand)
        {
            Rows(page, "Exit codes", ExitCodes.Select(c => (c.Code.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Means)), width);
        }

        if (command is Verb { Examples.IsEmpty: false } verb)
        {
            page.Append("\nExamples:\n");
            foreach (Usage example in verb.Examples)
            {
                page.Append("  ").Append(example.Line).Append('\n');
                Wrap(page, example.Does, 6, width);
            }
        }
        else if (command is RootCommand)
        {
            page.Append("\nTo begin:\n  casus read samples/\n  casus show events\n  casus explain ID\n\n`casus COMMAND --help` shows what a command takes, with examples; the ids in them are those of samples/.\n");
        }

        output.Write(page.ToString());
    }

    public static readonly (int Code, string Means)[] ExitCodes =
    [
        (ExitCode.Ok, "done"),
        (ExitCode.Findings, "a check failed, or nothing has the id that was asked for"),
        (ExitCode.Usage, "unusable arguments, or input or knowledge that cannot be read; of read: every page was refused"),
        (ExitCode.Store, "the store cannot be used: not writable, locked, of a newer version, not a store; or no space is left on the disk, for it or for a file"),
        (ExitCode.Interrupted, "interrupted; finished pages are kept"),
    ];

    public static string UsageLine(Command command)
    {
        var line = new StringBuilder(Path(command));
        if (command.Subcommands.Count > 0)
        {
            line.Append(command.Action is null ? " COMMAND" : " [COMMAND]");
        }

        foreach (Argument argument in command.Arguments)
        {
            string name = argument.HelpName ?? argument.Name;
            line.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name);
            if (argument.Arity.MaximumNumberOfValues > 1)
            {
                line.Append("...");
            }
        }

        foreach (Option option in command.Options.Where(o => o is not HelpOption and not VersionOption))
        {
            line.Append(" [").Append(option.Name).Append(option.HelpName is { } value ? " " + value : "").Append(']');
        }

        return line.ToString();
    }

    public static string OptionNames(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(a => a is not "-?" and not "/?" and not "/h").OrderBy(a => a.Length).Append(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static void Rows(StringBuilder page, string title, IEnumerable<(string Name, string Text)> rows, int width)
    {
        (string Name, string Text)[] listed = [.. rows];
        if (listed.Length == 0)
        {
            return;
        }

        page.Append('\n').Append(title).Append(":\n");
        int column = Math.Min(listed.Max(r => r.Name.Length), 24) + 4;
        foreach ((string name, string text) in listed)
        {
            page.Append("  ").Append(name);
            if (name.Length + 4 > column)
            {
                page.Append('\n').Append(' ', column);
            }
            else
            {
                page.Append(' ', column - name.Length - 2);
            }

            var wrapped = new StringBuilder();
            Wrap(wrapped, text, column, width);
            page.Append(wrapped.ToString().AsSpan(Math.Min(column, wrapped.Length)));
        }
    }

    private static void Wrap(StringBuilder page, string text, int indent, int width, int? hanging = null)
    {
        int at = indent;
        page.Append(' ', indent);
        bool first = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!first && at + 1 + word.Length > width)
            {
                int next = hanging ?? indent;
                page.Append('\n').Append(' ', next);
                at = next;
                first = true;
            }

            page.Append(first ? "" : " ").Append(word);
            at += word.Length + (first ? 0 : 1);
            first = false;
        }

        page.Append('\n');
    }
}
