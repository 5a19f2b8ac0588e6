using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Casus.App.Store;

/// <summary>
/// Brings what waits in a store's log into the file on a thread of its own: pages lie all over the file, and who writes would wait for the disk. What a killed program leaves in the
/// log is found there by the next.
/// </summary>
internal sealed class LogKeeper(string path, sqlite3 writer) : IDisposable
{
    /// <summary>Pages of the log after which it begins; where it comes to nothing, SQLite itself does it in the writer after <see cref="MostPages"/>.</summary>
    public const int Pages = 8192, MostPages = 4 * Pages;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE: pages that a connection has written.</summary>
    private const int Written = 9;

    private SqliteConnection? connection;
    private Task running = Task.CompletedTask;
    private int waiting;

    /// <summary>To be called by the writer after each transaction.</summary>
    public void Committed()
    {
        if (raw.sqlite3_db_status(writer, Written, out int pages, out _, resetFlg: 1) != raw.SQLITE_OK)
        {
            return;
        }

        waiting += pages;
        if (waiting >= Pages && running.IsCompleted)
        {
            waiting = 0;
            running = Task.Run(Checkpoint);
        }
    }

    public void Dispose()
    {
        running.Wait();
        connection?.Dispose();
    }

    private void Checkpoint()
    {
        try
        {
            if (connection is null)
            {
                connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
                connection.Open(0);
            }

            // Neither waits for others nor keeps them from anything.
            connection.Run("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException)
        {
            // Nothing is lost: it stands in the log, and the writer is told what is wrong with the disk when it writes.
        }
    }
}
