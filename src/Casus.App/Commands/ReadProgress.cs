using System.Diagnostics;
using Casus.App.Fetch;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Shows on standard error how far reading is: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class ReadProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <param name="pages">How many are expected; null when that cannot be told.</param>
    /// <param name="read">Does the work and calls its argument with the name of each page that is done.</param>
    public static T Run<T>(int? pages, Func<Action<string>, T> read)
    {
        if (!Screen.Error.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            return RunPlain(pages, read);
        }

        return Screen.Error.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                ProgressTask task = context.AddTask("reading", maxValue: Math.Max(pages ?? 1, 1));
                task.IsIndeterminate = pages is null;
                int done = 0;
                return read(name =>
                {
                    done++;
                    task.MaxValue = Math.Max(task.MaxValue, done);
                    task.Value = done;
                    task.Description = $"{Count(done, pages)} · {Screen.Plain(Screen.Shortened(Path.GetFileName(name), 40))}";
                });
            });
    }

    private static string Count(int done, int? pages) => pages is { } all ? $"{done} of {Screen.Plural(Math.Max(all, done), "page")}" : Screen.Plural(done, "page");

    public static void Say(string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Screen.Error.MarkupLine($"[grey]{Screen.Plain(what)}[/]");
        }
    }

    private static T RunPlain<T>(int? pages, Func<Action<string>, T> read)
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
                Console.Error.WriteLine($"casus: read {Count(done, pages)}");
            }
        });
    }
}
