using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Standard output for people: tables that fit the terminal, colours only where there is one.</summary>
internal static class Screen
{
    /// <summary>What a table may take when nobody looks at a terminal, unless $COLUMNS tells how wide the one behind the pipe is.</summary>
    public const int PipedWidth = 160;

    private const int Narrowest = 40, Widest = 1000;

    public static IAnsiConsole Out { get; } = Make(System.Console.Out, System.Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Make(System.Console.Error, System.Console.IsErrorRedirected);

    public static int Width => Out.Profile.Width;

    /// <summary>What $COLUMNS says, within reason; null: nothing.</summary>
    public static int? Columns => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) ? Math.Clamp(columns, Narrowest, Widest) : null;

    public static Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = new Style(Color.Grey) };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn($"[bold]{column}[/]") { Padding = new Padding(0, 0, 1, 0) });
        }

        return table;
    }

    /// <summary>One JSON value on standard output, for programs, closed by a line feed.</summary>
    public static void WriteJson(Action<Utf8JsonWriter> write)
    {
        using Stream stream = System.Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, Json.Pretty))
        {
            write(json);
        }

        stream.Write("\n"u8);
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plural(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>The text as it is in one line; Spectre's markup in it means nothing.</summary>
    public static string Plain(string? text) => text is null ? "" : Markup.Escape(text.ReplaceLineEndings(" "));

    public static string Shortened(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    private static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(redirected ? new TrimmedLines(writer) : writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Profile.Capabilities.Unicode = true;
        if (redirected)
        {
            console.Profile.Width = Columns ?? PipedWidth;
        }

        return console;
    }
}
