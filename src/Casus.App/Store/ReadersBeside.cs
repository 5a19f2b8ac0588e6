namespace Casus.App.Store;

/// <summary>
/// Reads on several threads, each by a connection of its own, what the open transaction has not changed: a connection serves one thread, and on a cold disk waits for one page after the other.
/// What the transaction has written is not seen by them.
/// </summary>
internal sealed class ReadersBeside : IDisposable
{
    /// <summary>More than a laptop has processors: most of them wait for the disk.</summary>
    private const int MostReaders = 4;

    private readonly CasusStore own;
    private readonly CasusStore[] readers;

    private ReadersBeside(CasusStore own, CasusStore[] readers) => (this.own, this.readers) = (own, readers);

    /// <param name="store">In a transaction: so nobody else changes what is read.</param>
    /// <param name="state">A question that is answered alike unless the transaction has changed what is to be read; if it has, all is read by the store itself.</param>
    public static ReadersBeside Of(CasusStore store, string state)
    {
        var readers = new List<CasusStore>();
        try
        {
            string? known = store.Connection.Value<string>(state);
            for (int i = 0; i < MostReaders; i++)
            {
                readers.Add(CasusStore.OpenReading(store.Path));
                if (readers[i].Connection.Value<string>(state) != known)
                {
                    Close(readers);
                    readers.Clear();
                    break;
                }
            }

            return new ReadersBeside(store, [.. readers]);
        }
        catch
        {
            Close(readers);
            throw;
        }
    }

    /// <summary>Cuts what is to be read into pieces, reads each on a thread of its own, and gives what was read in their order.</summary>
    /// <param name="read">Gets the connection to read by and the piece.</param>
    public List<TRead> Run<T, TRead>(T[] all, Func<CasusStore, ArraySegment<T>, List<TRead>> read)
    {
        if (readers.Length == 0 || all.Length < readers.Length)
        {
            return read(own, all);
        }

        int piece = (all.Length + readers.Length - 1) / readers.Length;
        Task<List<TRead>>[] pieces = [.. readers.Select((reader, i) => Task.Run(() => read(reader, new ArraySegment<T>(all)[Math.Min(all.Length, i * piece)..Math.Min(all.Length, (i + 1) * piece)])))];
        Task.WaitAll(pieces.Select(p => p.ContinueWith(_ => { }, TaskScheduler.Default)).ToArray());
        return [.. pieces.SelectMany(p => p.GetAwaiter().GetResult())];
    }

    public void Dispose() => Close(readers);

    private static void Close(IEnumerable<CasusStore> readers)
    {
        foreach (CasusStore reader in readers)
        {
            reader.Dispose();
        }
    }
}
