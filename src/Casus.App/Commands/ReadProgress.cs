using System.Diagnostics;
using Casus.App.Fetch;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Shows on standard error how far reading is: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class ReadProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <param name="files">How many are expected; lines of a .jsonl file count beyond it.</param>
    /// <param name="read">Does the work and calls its argument with the name of each page that is done.</param>
    public static Ledger Run(int files, Func<Action<string>, Ledger> read)
    {
        if (!Screen.Error.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            return RunPlain(files, read);
        }

        return Screen.Error.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                ProgressTask task = context.AddTask("reading", maxValue: Math.Max(files, 1));
                int done = 0;
                return read(name =>
                {
                    done++;
                    task.MaxValue = Math.Max(task.MaxValue, done);
                    task.Value = done;
                    task.Description = $"{done} of {Math.Max(files, done)} · {Screen.Plain(Screen.Shortened(Path.GetFileName(name), 40))}";
                });
            });
    }

    public static void Say(string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Screen.Error.MarkupLine($"[grey]{Screen.Plain(what)}[/]");
        }
    }

    private static Ledger RunPlain(int files, Func<Action<string>, Ledger> read)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan next = LineEvery;
        int done = 0;
        return read(_ =>
        {
            done++;
            if (watch.Elapsed >= next)
            {
                next = watch.Elapsed + LineEvery;
                Console.Error.WriteLine($"casus: read {done} of {Math.Max(files, done)}");
            }
        });
    }
}
