using System.Collections.Concurrent;
using Casus.App.Store;
using Microsoft.Data.Sqlite;

namespace Casus.App.Web;

/// <summary>Connections that only read, for requests of several threads. A question sees the store as it stood when it began, and is interrupted when it takes too long.</summary>
internal sealed class StorePool(string path) : IDisposable
{
    private readonly ConcurrentBag<CasusStore> idle = [];
    private readonly SemaphoreSlim free = new(Limits.Readers);
    private readonly Lock watching = new();
    private readonly KeptColumns columns = new(path);
    private CasusStore? watch;
    private Statement? version;

    public string Path => path;

    /// <summary>Another number after each change that anybody commits, for as long as this pool lives.</summary>
    public long Version
    {
        get
        {
            lock (watching)
            {
                watch ??= CasusStore.OpenReading(path);
                version ??= watch.Prepare("PRAGMA data_version");
                return (long)version.Scalar()!;
            }
        }
    }

    /// <exception cref="Trouble">The store cannot be used, too many are asking, or it took too long.</exception>
    public T Read<T>(Func<CasusStore, T> ask)
    {
        if (!free.Wait(Limits.Waiting))
        {
            throw new Trouble(ExitCode.Store, "Too many questions at a time: try again in a moment.") { Passing = true };
        }

        CasusStore? store = null;
        try
        {
            store = idle.TryTake(out CasusStore? known) ? known : CasusStore.OpenReading(path);
            T answer = Ask(store, ask);
            idle.Add(store);
            store = null;
            return answer;
        }
        finally
        {
            // Who has failed may be broken: it is not used again.
            store?.Dispose();
            free.Release();
        }
    }

    public void Dispose()
    {
        columns.Dispose();
        version?.Dispose();
        watch?.Dispose();
        foreach (CasusStore store in idle)
        {
            store.Dispose();
        }

        free.Dispose();
    }

    /// <summary>Ends when the events are in memory, or with what keeps them from it. Nobody has to wait: until then they are asked of the tables.</summary>
    public Task Columns => columns.Building;

    private T Ask<T>(CasusStore store, Func<CasusStore, T> ask)
    {
        using var deadline = new Deadline(store.Connection, Limits.Question);
        store.Connection.Run("BEGIN");
        store.Held = new(() => columns.Of(store));
        try
        {
            T answer = ask(store);
            store.Connection.Run("COMMIT");
            return answer;
        }
        catch (Exception e) when (deadline.IsPast && e is Trouble or SqliteException)
        {
            throw new Trouble(ExitCode.Store, $"The question took longer than {Limits.Question.TotalSeconds:0} s: narrow it by days, type or actor.") { Passing = true };
        }
        catch (Trouble)
        {
            store.Connection.Run("ROLLBACK");
            throw;
        }
    }
}
