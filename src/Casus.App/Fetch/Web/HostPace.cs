using System.Collections.Concurrent;

namespace Casus.App.Fetch.Web;

/// <summary>One request at a time to a host, and a pause between two.</summary>
/// <param name="clock">What is waited by.</param>
/// <param name="longest">A host that asked for a longer wait is not waited for.</param>
internal sealed class HostPace(TimeProvider clock, TimeSpan longest) : IDisposable
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host asked to be left alone until then.</summary>
    public void Pause(string host, DateTimeOffset until)
    {
        Turn turn = Of(host);
        turn.PausedUntil = until > turn.PausedUntil ? until : turn.PausedUntil;
    }

    /// <summary>Waits for the host's turn, does it, and lets the next wait at least <paramref name="pause"/> from the start of this one.</summary>
    /// <param name="leftAlone">Done instead while the host asks for a longer wait than is given.</param>
    public async Task<T> Take<T>(string host, TimeSpan pause, Func<Task<T>> act, Func<DateTimeOffset, T> leftAlone, CancellationToken stop)
    {
        Turn turn = Of(host);
        await turn.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (turn.PausedUntil - clock.GetUtcNow() > longest)
            {
                return leftAlone(turn.PausedUntil);
            }

            TimeSpan wait = (turn.Next > turn.PausedUntil ? turn.Next : turn.PausedUntil) - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, stop).ConfigureAwait(false);
            }

            turn.Next = clock.GetUtcNow() + pause;
            return await act().ConfigureAwait(false);
        }
        finally
        {
            turn.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (Turn turn in turns.Values)
        {
            turn.Gate.Dispose();
        }
    }

    private Turn Of(string host) => turns.GetOrAdd(host, static _ => new Turn());

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset PausedUntil { get; set; }
    }
}
