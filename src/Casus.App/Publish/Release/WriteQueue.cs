using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Casus.App.Publish;

/// <summary>Writes files on a thread of its own, in the order of asking: hashing and the system's own copying then wait for nobody who reads or renders.</summary>
internal sealed class WriteQueue : IDisposable
{
    /// <summary>Writes that may wait; who asks for more waits with them, so that memory stays bounded.</summary>
    private const int MostWaiting = 16;

    private readonly BlockingCollection<Action>? waiting;
    private readonly Task? work;
    private volatile ExceptionDispatchInfo? failure;

    /// <param name="parallel">False: everything is written by who asks.</param>
    public WriteQueue(bool parallel)
    {
        if (parallel)
        {
            waiting = new BlockingCollection<Action>(MostWaiting);
            work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <exception cref="IOException">This write, or one before it, could not be done.</exception>
    public void Run(Action write)
    {
        failure?.Throw();
        if (waiting is null)
        {
            write();
        }
        else
        {
            waiting.Add(write);
        }
    }

    /// <summary>Returns when all is written; nothing can be asked for after.</summary>
    /// <exception cref="IOException">A write could not be done.</exception>
    public void Finish()
    {
        Close();
        failure?.Throw();
    }

    public void Dispose()
    {
        Close();
        waiting?.Dispose();
    }

    private void Close()
    {
        waiting?.CompleteAdding();
        work?.Wait();
    }

    private void Work()
    {
        foreach (Action write in waiting!.GetConsumingEnumerable())
        {
            // After a failure the rest is thrown away: nobody may be left waiting for room.
            if (failure is null)
            {
                try
                {
                    write();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            }
        }
    }
}
