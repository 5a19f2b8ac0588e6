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

    /// <summary>The chunks of several sources in turns, so that while one is slow to read there is work on another. Each keeps its own order.</summary>
    /// <param name="chunks">With what is made of each and done with it.</param>
    /// <param name="jobs">As for one source.</param>
    public static void Run(IEnumerable<IChunk>[] chunks, int jobs) => Run(
        Turns(chunks),
        chunk =>
        {
            chunk.Make();
            return chunk;
        },
        chunk => chunk.Take(),
        jobs);

    /// <param name="make">Pure; called on any thread.</param>
    /// <param name="take">Called on the calling thread.</param>
    public static IEnumerable<IChunk> Chunks<TChunk, TMade>(IEnumerable<TChunk> chunks, Func<TChunk, TMade> make, Action<TMade> take) => chunks.Select(c => new Chunk<TChunk, TMade>(c, make, take));

    private static IEnumerable<IChunk> Turns(IEnumerable<IChunk>[] chunks)
    {
        var open = new List<IEnumerator<IChunk>>();
        try
        {
            open.AddRange(chunks.Select(c => c.GetEnumerator()));
            while (open.Count > 0)
            {
                for (int i = 0; i < open.Count; i++)
                {
                    if (open[i].MoveNext())
                    {
                        yield return open[i].Current;
                        continue;
                    }

                    open[i].Dispose();
                    open.RemoveAt(i--);
                }
            }
        }
        finally
        {
            open.ForEach(o => o.Dispose());
        }
    }

    /// <summary>Something read, what is made of it, and what is then done with that.</summary>
    public interface IChunk
    {
        void Make();

        void Take();
    }

    private sealed class Chunk<TChunk, TMade>(TChunk chunk, Func<TChunk, TMade> make, Action<TMade> take) : IChunk
    {
        private TMade? made;

        public void Make() => made = make(chunk);

        public void Take() => take(made!);
    }
}
