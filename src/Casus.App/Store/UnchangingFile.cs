using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>
/// A store on a disk or in a folder that may not be written. SQLite wants files beside a store even to read it; told that nothing changes it, it does without them.
/// </summary>
internal static class UnchangingFile
{
    private const int ReadOnly = 8, CannotOpen = 14;

    /// <summary>Whether the store failed because nothing may be written beside it, and is whole without what stands beside it.</summary>
    public static bool Is(SqliteException error, string path) =>
        error.SqliteErrorCode is ReadOnly or CannotOpen && File.Exists(path) && new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };

    /// <summary>A connection that only reads, whether the store's folder may be written or not.</summary>
    public static SqliteConnection OpenReading(string path, int busySeconds = CasusStore.BusySeconds)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open(busySeconds);
            // The first that looks into the file.
            connection.Value<long>("PRAGMA schema_version");
            return connection;
        }
        catch (SqliteException e) when (Is(e, path))
        {
            connection.Dispose();
            return Open(path, Migrations.Shipped.Version);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="Trouble">It is of an earlier version: that would have to be changed first.</exception>
    public static SqliteConnection Open(string path, long version)
    {
        string address = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = address, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open(CasusStore.BusySeconds);
            connection.Run("PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;");
            long held = connection.Value<long>("PRAGMA user_version");
            return held == version ? connection
                : throw new Trouble(ExitCode.Store, string.Create(CultureInfo.InvariantCulture, $"{path} may not be written, and is of another version ({held}; this Casus has {version}): copy it to where it may be, and ask the copy."));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
