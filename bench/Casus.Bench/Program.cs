using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Casus.App;

namespace Casus.Bench;

/// <summary>
/// <c>dotnet run -c Release --project bench/Casus.Bench</c> measures with BenchmarkDotNet; with <c>--quick</c> it prints the
/// figures of docs/evaluation.md in about a minute, with <c>--stages [fast]</c> the shares of each stage, with <c>--parse</c> those of the parser, with <c>--mentions</c> those of the mentions, with
/// <c>--gazetteer</c> those of a gazetteer, with <c>--linking [--all]</c> those of linking, with <c>--pages [FOLDER]</c> those of reading pages, with <c>--warc</c> those of a web archive, with
/// <c>--publish [N …]</c> those of releases of N events (10,000 unless told), with
/// <c>--stories [N] [--passages]</c> those of grouping up to N documents (100,000 unless told), with <c>--likeness [FILE]</c> how like news they are, with <c>--store [N]</c> those of a store of up to N claims (100,000 unless told), with
/// <c>--console [N] [STORE]</c> those of the console on N events. <c>--make-record FILE CLAIMS</c> keeps a store, <c>--grow-record FILE</c> measures adding pages to copies of it (with <c>--in-place</c>: pages of the last days to itself),
/// <c>--make-store FILE EVENTS</c> keeps what <c>--publish-store FILE</c> measures.
/// </summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args is [ConsoleClient.Argument, var console, var load])
        {
            ConsoleClient.Ask(new Uri(console), load).GetAwaiter().GetResult();
            return;
        }

        if (args.Contains("--parse"))
        {
            ParseFigures.Print();
            return;
        }

        if (args.Contains("--stages"))
        {
            StageFigures.Print([.. args.Where(a => a is Construction.Accurate or Construction.Fast)]);
            return;
        }

        if (args.Contains("--mentions"))
        {
            MentionFigures.Print();
            return;
        }

        if (args.Contains("--gazetteer"))
        {
            GazetteerFigures.Print();
            return;
        }

        if (args.Contains("--stories"))
        {
            StoryFigures.Print(args.Select(a => int.TryParse(a, out int most) ? most : 0).Append(100_000).First(m => m > 0), args.Contains("--passages"));
            return;
        }

        if (args is ["--likeness", ..])
        {
            StoryLikeness.Print(args.Length > 1 ? args[1] : null);
            return;
        }

        if (args.Contains("--store"))
        {
            StoreFigures.Print(args.Select(a => int.TryParse(a, out int most) ? most : 0).Append(100_000).First(m => m > 0));
            return;
        }

        if (args is ["--console", ..])
        {
            ConsoleFigures.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, args.Length > 2 ? args[2] : null, args.Length > 3 ? args[3] : null);
            return;
        }

        if (args.Contains("--warc"))
        {
            WarcFigures.Print();
            return;
        }

        if (args is ["--pages", ..])
        {
            PageFigures.Print(args.Length > 1 ? args[1] : null);
            return;
        }

        if (args is ["--publish", ..])
        {
            ReleaseFigures.Print([.. args.Skip(1).Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(10_000)]);
            return;
        }

        if (args is ["--make-store", var made, var events])
        {
            MadeStore.Write(made, int.Parse(events, System.Globalization.CultureInfo.InvariantCulture), Casus.App.Construction.LoadWorld(null, "none"));
            return;
        }

        if (args is ["--make-record", var filled, var claims])
        {
            StoreFigures.Make(filled, int.Parse(claims, System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        if (args is ["--grow-record", var grown])
        {
            StoreFigures.Grow(grown);
            return;
        }

        if (args is ["--grow-record", var own, "--in-place"])
        {
            StoreFigures.GrowInPlace(own);
            return;
        }

        if (args is ["--publish-store", var store])
        {
            ReleaseFigures.Publish(store);
            return;
        }

        if (args.Contains("--linking"))
        {
            LinkingFigures.Print(args.Contains("--all") ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
            return;
        }

        if (args.Contains("--quick"))
        {
            QuickFigures.Print();
            return;
        }

        IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
    }
}
