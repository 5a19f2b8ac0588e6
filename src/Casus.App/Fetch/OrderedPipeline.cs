using System.Collections.Concurrent;

namespace Casus.App.Fetch;

/// <summary>Work on several threads whose results come back in the order of the inputs. At most four inputs a thread wait, so memory stays flat.</summary>
internal static class OrderedPipeline
{
    /// <summary>Markup may be nested deeply; the readers recurse.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>Milliseconds without a result after which the caller may see to what it has.</summary>
    private const int Rest = 100;

    /// <param name="newWorker">Called once on each thread: what it makes need not be safe for use by two.</param>
    /// <param name="take">Called on the caller's thread, in input order.</param>
    /// <param name="stop">No further input is taken once it is set; what was taken is finished and handed over.</param>
    /// <param name="rest">Called on the caller's thread where a result lets it wait.</param>
    public static void Run<TIn, TOut>(IEnumerable<TIn> inputs, int jobs, Func<Func<TIn, TOut>> newWorker, Action<TIn, TOut> take, CancellationToken stop, Action? rest = null)
    {
        using var ordered = new BlockingCollection<Slot<TIn, TOut>>(jobs * 4);
        using var waiting = new BlockingCollection<Slot<TIn, TOut>>(jobs * 4);
        Exception? broken = null;
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(stop);

        var feeder = new Thread(() =>
        {
            try
            {
                foreach (TIn input in inputs)
                {
                    if (abandon.IsCancellationRequested)
                    {
                        break;
                    }

                    var slot = new Slot<TIn, TOut>(input);
                    ordered.Add(slot);
                    waiting.Add(slot);
                }
            }
            catch (Exception e)
            {
                broken = e;
            }
            finally
            {
                ordered.CompleteAdding();
                waiting.CompleteAdding();
            }
        })
        { IsBackground = true };

        var workers = new Thread[jobs];
        for (int i = 0; i < jobs; i++)
        {
            workers[i] = new Thread(() => Work(waiting, newWorker), StackBytes) { IsBackground = true };
            workers[i].Start();
        }

        feeder.Start();
        try
        {
            while (Next(ordered, rest) is { } slot)
            {
                take(slot.Input, slot.Wait());
            }
        }
        catch
        {
            // The caller's trouble ends the run: let the feeder see it, and empty the queue that it may be waiting on.
            abandon.Cancel();
            foreach (Slot<TIn, TOut> _ in ordered.GetConsumingEnumerable())
            {
            }

            throw;
        }
        finally
        {
            foreach (Thread worker in workers)
            {
                worker.Join();
            }
        }

        if (broken is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(broken);
        }
    }

    /// <returns>The next, done or broken; null when there is no more.</returns>
    private static Slot<TIn, TOut>? Next<TIn, TOut>(BlockingCollection<Slot<TIn, TOut>> ordered, Action? rest)
    {
        if (!ordered.TryTake(out Slot<TIn, TOut>? slot, rest is null ? Timeout.Infinite : Rest))
        {
            rest?.Invoke();
            ordered.TryTake(out slot, Timeout.Infinite);
        }

        if (rest is not null && slot?.IsDone(Rest) == false)
        {
            rest();
        }

        return slot;
    }

    private static void Work<TIn, TOut>(BlockingCollection<Slot<TIn, TOut>> waiting, Func<Func<TIn, TOut>> newWorker)
    {
        Func<TIn, TOut>? work = null;
        foreach (Slot<TIn, TOut> slot in waiting.GetConsumingEnumerable())
        {
            try
            {
                work ??= newWorker();
                slot.Done(work(slot.Input));
            }
            catch (Exception e)
            {
                slot.Broke(e);
            }
        }
    }

    private sealed class Slot<TIn, TOut>(TIn input)
    {
        private readonly TaskCompletionSource<TOut> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TIn Input { get; } = input;

        public void Done(TOut value) => result.SetResult(value);

        public void Broke(Exception error) => result.SetException(error);

        /// <summary>Done or broken within so many milliseconds.</summary>
        public bool IsDone(int milliseconds) => ((IAsyncResult)result.Task).AsyncWaitHandle.WaitOne(milliseconds);

        public TOut Wait() => result.Task.GetAwaiter().GetResult();
    }
}
