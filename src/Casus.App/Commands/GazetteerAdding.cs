using System.Diagnostics;
using Casus.App.Gazetteers;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus gazetteer add</c>: compiles a dump and tells how far it is, what was left out and what came of it.</summary>
internal static class GazetteerAdding
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    public static int Add(GazetteerFolder folder, string file, string? name, bool json)
    {
        name = GazetteerFolder.NameOf(name ?? file);
        using var interruption = new Interruption();
        try
        {
            GazetteerCompiled? compiled = IsCompiled(file) ? Copy(folder, file, name) : Compile(folder, file, name, interruption.Token);
            InstalledGazetteer added = folder.Find(name)!;
            GazetteerIndex index = added.Index ?? throw Trouble.Usage($"{added.Path}: {added.Problem}");
            foreach (KnowledgeProblem problem in compiled?.Problems ?? [])
            {
                Console.Error.WriteLine($"casus: {problem.Path}:{problem.Line}: {problem.Message}");
            }

            if (compiled is { Broken: > 0 })
            {
                Console.Error.WriteLine($"casus: {Screen.Plural(compiled.Broken, "broken line")} left out{(compiled.Broken > compiled.Problems.Length ? $"; the first {compiled.Problems.Length} are above" : "")}. Download the dump again if there are many.");
            }

            if (json)
            {
                Screen.WriteJson(j =>
                {
                    j.WriteStartObject();
                    j.WriteString("added", name);
                    j.WriteNumber("places", index.PlaceCount);
                    j.WriteNumber("names", index.NameCount);
                    j.WriteNumber("lines", index.LineCount);
                    j.WriteNumber("broken", index.BrokenCount);
                    j.WriteString("hash", index.Hash);
                    j.WriteEndObject();
                });
            }
            else
            {
                Console.WriteLine($"{name}: {Screen.Plural(index.PlaceCount, "place")} with {Screen.Plural(index.NameCount, "name")}, from {Screen.Plural(index.LineCount, "line")}. Every command uses it from now on.");
            }

            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("casus: stopped; nothing was added.");
            return ExitCode.Interrupted;
        }
        catch (InvalidDataException e)
        {
            throw Trouble.Usage($"{file}: {e.Message} Nothing was added.");
        }
    }

    private static bool IsCompiled(string file)
    {
        try
        {
            return GazetteerChoice.IsCompiled(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, file);
        }
    }

    /// <summary>One that was compiled elsewhere, if it is whole.</summary>
    private static GazetteerCompiled? Copy(GazetteerFolder folder, string file, string name)
    {
        ReadOnlyMemory<byte> bytes = new MappedBytes(file).Memory;
        if (!GazetteerIndex.Open(bytes).IsWhole())
        {
            throw new InvalidDataException("the compiled gazetteer is damaged: copy it again, or add the dump.");
        }

        return folder.Add<GazetteerCompiled?>(name, (output, _) =>
        {
            output.Write(bytes.Span);
            return null;
        });
    }

    private static GazetteerCompiled Compile(GazetteerFolder folder, string file, string name, CancellationToken stop)
    {
        using DumpFile dump = DumpFile.Open(file);
        if (!Screen.Error.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            var watch = Stopwatch.StartNew();
            TimeSpan next = LineEvery;
            return Run((share, lines) =>
            {
                if (watch.Elapsed >= next)
                {
                    next = watch.Elapsed + LineEvery;
                    Console.Error.WriteLine($"casus: {share:P0} of {file}, {Screen.Plural(lines, "line")}");
                }
            });
        }

        return Screen.Error.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                ProgressTask task = context.AddTask("reading", maxValue: 1);
                return Run((share, lines) =>
                {
                    task.Value = share;
                    task.Description = share < 1 ? Screen.Plural(lines, "line") : "sorting the names";
                });
            });

        GazetteerCompiled Run(Action<double, int> told) =>
            folder.Add(name, (output, scratch) => GazetteerCompiler.Compile(Path.GetFileName(file), Counted(dump, told, stop), output, scratch));
    }

    private static IEnumerable<string> Counted(DumpFile dump, Action<double, int> told, CancellationToken stop)
    {
        const int Often = 1 << 13;
        int lines = 0;
        foreach (string line in dump.Lines())
        {
            if (++lines % Often == 0)
            {
                stop.ThrowIfCancellationRequested();
                told(dump.Share, lines);
            }

            yield return line;
        }

        told(1, lines);
    }
}
