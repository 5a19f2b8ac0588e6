using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>
/// The columns of one store, kept from question to question: built once beside the questions, which ask the tables meanwhile, and carried on by the first that sees what linking has written
/// since, whichever process wrote it.
/// </summary>
internal sealed class KeptColumns(string path) : IDisposable
{
    private readonly Lock carrying = new();
    private readonly CancellationTokenSource ending = new();
    private volatile EventColumns? last;
    private bool isBuilding, isOver;

    /// <summary>Ends when the last building that was begun has ended.</summary>
    public Task Building { get; private set; } = Task.CompletedTask;

    /// <summary>The columns as a transaction sees the events; null where they are not there yet, or not any more.</summary>
    /// <param name="store">With an open transaction.</param>
    public EventColumns? Of(CasusStore store)
    {
        var stamp = ColumnStamp.Of(store);
        if (last is not { } known || !known.AreOf(stamp))
        {
            lock (carrying)
            {
                known = Carried(store, stamp);
            }
        }

        return known is null || known.Stamp.IsWaiting == stamp.IsWaiting ? known : known with { Stamp = stamp };
    }

    public void Dispose()
    {
        lock (carrying)
        {
            isOver = true;
        }

        ending.Cancel();
        Building.Wait();
        ending.Dispose();
    }

    private EventColumns? Carried(CasusStore store, ColumnStamp stamp)
    {
        if (last is { } known)
        {
            // A question that began before another may see less than that.
            if (known.AreOf(stamp) || (stamp.Schema == known.Stamp.Schema && (stamp.Row < known.Stamp.Row || stamp.Change < known.Stamp.Change)))
            {
                return known.AreOf(stamp) ? known : null;
            }

            if (!isBuilding && ColumnsRefresh.Of(store, known) is { } carried)
            {
                return last = carried;
            }
        }

        return Anew();
    }

    /// <returns>Null: until all is built the tables are asked.</returns>
    private EventColumns? Anew()
    {
        if (!isBuilding && !isOver)
        {
            isBuilding = true;
            Building = Task.Run(Build);
        }

        return null;
    }

    private void Build()
    {
        try
        {
            using CasusStore store = CasusStore.OpenReading(path);
            using CancellationTokenRegistration stop = ending.Token.Register(() => SQLitePCL.raw.sqlite3_interrupt(store.Connection.Handle));
            store.Connection.Run("BEGIN");
            EventColumns built = ColumnsBuilder.Build(store, ending.Token);
            lock (carrying)
            {
                (last, isBuilding) = (built, false);
            }
        }
        catch (Exception e) when (e is OverflowException or InvalidOperationException or OperationCanceledException or SqliteException or Trouble)
        {
            // The tables tell all that columns do, only later: they are asked from now on.
            lock (carrying)
            {
                (last, isOver) = (null, true);
            }
        }
    }
}
