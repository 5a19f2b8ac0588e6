using System.Collections.Immutable;
using Casus.App.Fetch.Web;

namespace Casus.App.Fetch.Watching;

/// <summary>What is due at one time.</summary>
internal sealed record WatchRound(ImmutableArray<string> Files, ImmutableArray<string> Feeds);

/// <summary>How often is looked.</summary>
/// <param name="Feeds">Between two requests for a feed; longer where its publisher says so, and after failures.</param>
/// <param name="Folders">Between two looks at the folders.</param>
/// <param name="Settle">As long as a file must have stopped growing.</param>
internal sealed record WatchTimes(TimeSpan Feeds, TimeSpan Folders, TimeSpan Settle)
{
    /// <summary>However often a feed failed, and whatever its publisher says, it is asked again after this.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);
}

/// <summary>Looks at folders and feeds again and again, and hands over what is due.</summary>
/// <param name="scan">Null: no folder is watched.</param>
/// <param name="clock">What is waited by.</param>
internal sealed class WatchLoop(FolderScan? scan, ImmutableArray<string> feeds, WatchTimes times, TimeProvider clock)
{
    /// <summary>After a hint: what stirs seldom stirs once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly FeedSchedule schedule = new(feeds, times.Feeds, clock.GetUtcNow());

    /// <param name="act">Reads what is due; gives what became of the feeds, or null when it could not be done now: then it is due again.</param>
    /// <param name="stirred">Ends when something may have happened in a folder before it is time to look.</param>
    /// <param name="once">Ends when nothing is due and no file grows.</param>
    public async Task Run(Func<WatchRound, IReadOnlyList<FeedReport>?> act, Func<CancellationToken, Task> stirred, bool once, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            DateTimeOffset now = clock.GetUtcNow();
            var round = new WatchRound([.. scan?.Ready(now) ?? []], schedule.Due(now));
            if (round.Files.Length + round.Feeds.Length > 0 && act(round) is { } reports)
            {
                scan?.Take(round.Files);
                schedule.Asked(round.Feeds, reports, clock.GetUtcNow());
            }

            if (once && scan is not { IsWaiting: true })
            {
                return;
            }

            try
            {
                await Wait(stirred, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Wait(Func<CancellationToken, Task> stirred, CancellationToken stop)
    {
        TimeSpan wait = scan is null ? WatchTimes.Longest : scan.IsWaiting ? times.Settle : times.Folders;
        TimeSpan feed = schedule.Next - clock.GetUtcNow();
        wait = feed < wait ? feed : wait;
        if (wait < Pause)
        {
            wait = Pause;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task hint = stirred(done.Token);
        Task first = await Task.WhenAny(Task.Delay(wait, clock, done.Token), hint).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        if (first == hint)
        {
            await Task.Delay(Pause, clock, stop).ConfigureAwait(false);
        }
    }
}
