using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>
/// The embedded store: one SQLite file in WAL mode. One writer at a time, any number of readers in other processes; a killed
/// writer loses nothing that was committed.
/// </summary>
internal sealed class CasusStore : IDisposable
{
    /// <summary>How long to wait for another writer before giving up.</summary>
    public const int BusySeconds = 10;

    private const int ApplicationId = 1128354645;

    /// <summary>Of a page of a new store; older ones keep theirs.</summary>
    private const int PageBytes = 8192;

    /// <summary>Of the file, in memory while it is written.</summary>
    private const int HeldKilobytes = 65_536;

    static CasusStore() => SQLitePCL.Batteries_V2.Init();

    private readonly LogKeeper log;
    private bool within, wrote;

    private CasusStore(string path, SqliteConnection connection)
    {
        Path = path;
        Connection = connection;
        log = new LogKeeper(path, connection.Handle!);
    }

    public string Path { get; }

    public SqliteConnection Connection { get; }

    /// <summary>The events in memory as the transaction that is open sees them; null: they are asked of the tables.</summary>
    public EventColumns? Columns => Held?.Value;

    /// <summary>Gives <see cref="Columns"/> when they are first asked for; null: there are none.</summary>
    public Lazy<EventColumns?>? Held { get; set; }

    /// <summary>Opens the store, makes it when it is not there, and brings an older one up to date.</summary>
    public static CasusStore OpenOrCreate(string path, int busySeconds = BusySeconds) => Open(path, SqliteOpenMode.ReadWriteCreate, Migrations.Shipped, busySeconds);

    /// <exception cref="Trouble">There is none, or it cannot be used.</exception>
    public static CasusStore OpenExisting(string path, int busySeconds = BusySeconds) => File.Exists(path) || Directory.Exists(path)
        ? Open(path, SqliteOpenMode.ReadWrite, Migrations.Shipped, busySeconds)
        : throw Trouble.Usage($"There is no store {path} yet: `casus read PATH` makes one, --db names another.");

    /// <summary>Opens a store that is there and up to date, for reading alone: nothing that is asked through it can change anything.</summary>
    public static CasusStore OpenReading(string path) => StoreTrouble.Guard(path, () =>
    {
        SqliteConnection connection = UnchangingFile.OpenReading(path);
        connection.Run("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;");
        return new CasusStore(path, connection);
    });

    internal static CasusStore Open(string path, SqliteOpenMode mode, Migrations migrations, int busySeconds)
    {
        if (Directory.Exists(path))
        {
            throw new Trouble(ExitCode.Store, $"{path} is a folder: give --db a file in it, like {System.IO.Path.Combine(path, "casus.db")}.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ToString());
        try
        {
            return StoreTrouble.Guard(path, () =>
            {
                try
                {
                    connection.Open(busySeconds);
                    Prepare(connection, path, migrations, busySeconds);
                    return new CasusStore(path, connection);
                }
                catch (SqliteException e) when (mode == SqliteOpenMode.ReadWrite && UnchangingFile.Is(e, path))
                {
                    connection.Dispose();
                    return new CasusStore(path, UnchangingFile.Open(path, migrations.Version));
                }
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs it in one transaction, or as a part of the one that is open: all of it is kept or nothing.</summary>
    public T Write<T>(Func<T> act)
    {
        if (within)
        {
            return StoreTrouble.Guard(Path, act);
        }

        within = wrote = true;
        try
        {
            T result = StoreTrouble.Guard(Path, () => Connection.InTransaction(act));
            log.Committed();
            return result;
        }
        finally
        {
            within = false;
        }
    }

    /// <summary>As <see cref="Write"/>, with room in memory for four times as much of the file while it runs: for what touches pages all over it.</summary>
    public T WriteWidely<T>(Func<T> act)
    {
        Hold(Connection, 4 * HeldKilobytes);
        try
        {
            return Write(act);
        }
        finally
        {
            Hold(Connection, HeldKilobytes);
        }
    }

    /// <summary>Runs it in one transaction, with all that it writes, and takes everything back.</summary>
    public T Try<T>(Func<T> act) => StoreTrouble.Guard(Path, () =>
    {
        Connection.Run("BEGIN IMMEDIATE");
        within = true;
        try
        {
            return act();
        }
        finally
        {
            within = false;
            Connection.Run("ROLLBACK");
        }
    });

    public T Read<T>(Func<T> act) => StoreTrouble.Guard(Path, act);

    public Statement Prepare(string sql) => new(Connection, sql);

    /// <summary>Brings what was written into the file itself, so that a copy of it alone is whole; left to the next who writes while others read or write.</summary>
    public void Dispose()
    {
        log.Dispose();
        if (wrote)
        {
            try
            {
                Connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            catch (SqliteException)
            {
                // Nothing is lost: it stands in the log beside the file.
            }
        }

        Connection.Dispose();
    }

    private static void Prepare(SqliteConnection connection, string path, Migrations migrations, int busySeconds)
    {
        long version = connection.Value<long>("PRAGMA user_version");
        bool empty = connection.Value<long>("SELECT count(*) FROM sqlite_master") == 0;
        if (!empty && connection.Value<long>("PRAGMA application_id") != ApplicationId)
        {
            throw new Trouble(ExitCode.Store, StoreTrouble.NotAStore(path));
        }

        if (version > migrations.Version)
        {
            throw new Trouble(ExitCode.Store, string.Create(CultureInfo.InvariantCulture, $"{path} was written by a newer Casus (store version {version}, this one knows {migrations.Version}): use the newer one, or another store with --db."));
        }

        if (empty)
        {
            // Set before anything is written. Records of claims and events have 1 to 3 kB: pages of 4 kB hold one or two and stay empty by two fifths.
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageBytes}"));
        }

        // A store in a folder that may not be written can still be asked as long as nothing has to change.
        KeepLog(connection, busySeconds);

        // Keys are hashes, so every article touches pages all over the file: the longer they wait in the log, the fewer times each is written back.
        connection.Run("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {LogKeeper.MostPages}"));
        Hold(connection, HeldKilobytes);
        if (empty || version < migrations.Version)
        {
            migrations.Apply(connection);
        }
    }

    /// <summary>Where another makes the store at the same time, SQLite gives up at once instead of waiting: both hold the file and want it alone.</summary>
    private static void KeepLog(SqliteConnection connection, int busySeconds)
    {
        const int wait = 10;
        for (int left = busySeconds * 1000 / wait; connection.Value<string>("PRAGMA journal_mode") != "wal"; left--)
        {
            try
            {
                // Where the disk knows no such log, it stays as it is.
                connection.Value<string>("PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && left > 0)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private static void Hold(SqliteConnection connection, int kilobytes) => connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{kilobytes}"));
}
