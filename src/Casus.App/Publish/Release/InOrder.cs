namespace Casus.App.Publish;

/// <summary>Work on several threads whose results are taken one by one in the order of what they were made from.</summary>
internal static class InOrder
{
    /// <param name="chunks">Read on the calling thread: they may come out of a store.</param>
    /// <param name="make">Pure; called on any thread.</param>
    /// <param name="take">Called on the calling thread.</param>
    /// <param name="jobs">Threads that make; at most so many results wait. 1: all is done on the calling thread.</param>
    public static void Run<TChunk, TMade>(IEnumerable<TChunk> chunks, Func<TChunk, TMade> make, Action<TMade> take, int jobs)
    {
        if (jobs <= 1)
        {
            foreach (TChunk chunk in chunks)
            {
                take(make(chunk));
            }

            return;
        }

        var waiting = new Queue<Task<TMade>>();
        try
        {
            foreach (TChunk chunk in chunks)
            {
                waiting.Enqueue(Task.Run(() => make(chunk)));
                if (waiting.Count > jobs)
                {
                    take(waiting.Dequeue().GetAwaiter().GetResult());
                }
            }

            while (waiting.TryDequeue(out Task<TMade>? next))
            {
                take(next.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // After a failure nothing may still be at work on what the caller takes back.
            Task.WaitAll([.. waiting.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default))]);
        }
    }
}
