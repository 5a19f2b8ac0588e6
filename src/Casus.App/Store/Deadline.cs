using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>Interrupts what a connection is asked once it has taken too long; SQLite then fails in the question.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Timer timer;

    public Deadline(SqliteConnection connection, TimeSpan limit) => timer = new Timer(
        _ =>
        {
            IsPast = true;
            SQLitePCL.raw.sqlite3_interrupt(connection.Handle);
        },
        null, limit, Timeout.InfiniteTimeSpan);

    /// <summary>Whether it has interrupted.</summary>
    public bool IsPast { get; private set; }

    public void Dispose() => timer.Dispose();
}
