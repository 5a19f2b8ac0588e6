using Casus.App.Store;
using Microsoft.Data.Sqlite;

namespace Casus.App.Access;

/// <summary>
/// Who may enter a shared console: users, keys, sessions and the audit log, in a file of their own beside the store. It is no part of the record and of no
/// release. One connection, used by one thread at a time: every question is short.
/// </summary>
internal sealed class AccessFile : IDisposable
{
    private const long ApplicationId = 1128362307, Version = 1;

    private const string Schema = """
        PRAGMA application_id = 1128362307;
        CREATE TABLE user (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL, made_at TEXT NOT NULL, seen_at TEXT) WITHOUT ROWID;
        CREATE TABLE api_key (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL, made_at TEXT NOT NULL, until INTEGER NOT NULL, used INTEGER, revoked_at TEXT) WITHOUT ROWID;
        CREATE TABLE session (hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user (key) ON DELETE CASCADE, began INTEGER NOT NULL, seen INTEGER NOT NULL, address TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX session_by_user ON session (user);
        CREATE TABLE attempt (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE audit (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL, what TEXT NOT NULL, detail TEXT);
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'what was done stays in the log'); END;
        CREATE TRIGGER audit_holds BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'what was done stays in the log'); END;
        PRAGMA user_version = 1;
        """;

    static AccessFile() => SQLitePCL.Batteries_V2.Init();

    private readonly SqliteConnection connection;
    private readonly Lock asking = new();

    private AccessFile(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
    }

    public string Path { get; }

    /// <summary>Where it is unless --access names another: casus.access.db beside casus.db.</summary>
    public static string Beside(string store) => System.IO.Path.ChangeExtension(store, ".access.db");

    /// <exception cref="Trouble">The file is another program's, or cannot be used.</exception>
    public static AccessFile OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            MakeForOwnerAlone(path);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            return StoreTrouble.Guard(path, () =>
            {
                connection.Open(CasusStore.BusySeconds);
                connection.Run("PRAGMA foreign_keys = ON;");
                Check(connection, path);
                return new AccessFile(path, connection);
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="Trouble">There is none, or it cannot be used.</exception>
    public static AccessFile OpenExisting(string path) => File.Exists(path) ? OpenOrCreate(path) : throw Trouble.Usage($"There is no {path}: `casus users add NAME --role admin` makes it, --access names another.");

    /// <summary>In one transaction, alone.</summary>
    public T Ask<T>(Func<SqliteConnection, T> ask)
    {
        lock (asking)
        {
            return StoreTrouble.Guard(Path, () => connection.InTransaction(() => ask(connection)));
        }
    }

    /// <summary>Rows of one statement.</summary>
    public List<T> Rows<T>(string sql, Func<Row, T> make, params object?[] values)
    {
        lock (asking)
        {
            return StoreTrouble.Guard(Path, () =>
            {
                using var statement = new Statement(connection, sql);
                return statement.Rows(make, values);
            });
        }
    }

    /// <summary>One statement; returns how many rows it changed.</summary>
    public int Run(string sql, params object?[] values)
    {
        lock (asking)
        {
            return StoreTrouble.Guard(Path, () =>
            {
                using var statement = new Statement(connection, sql);
                return statement.Run(values);
            });
        }
    }

    public void Dispose() => connection.Dispose();

    private static void MakeForOwnerAlone(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            new FileStream(path, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !File.Exists(path))
        {
            throw Trouble.Failed(e, path);
        }
    }

    private static void Check(SqliteConnection connection, string path)
    {
        if (connection.Value<string>("PRAGMA journal_mode") != "wal")
        {
            connection.Value<string>("PRAGMA journal_mode = WAL");
        }

        connection.InTransaction(() =>
        {
            if (connection.Value<long>("SELECT count(*) FROM sqlite_master") == 0)
            {
                connection.Run(Schema);
            }

            return 0;
        });
        if (connection.Value<long>("PRAGMA application_id") != ApplicationId)
        {
            throw new Trouble(ExitCode.Store, $"{path} does not keep who may enter a console; it was left as it is. Name another file with --access.");
        }

        if (connection.Value<long>("PRAGMA user_version") > Version)
        {
            throw new Trouble(ExitCode.Store, $"{path} was written by a newer Casus: use that one.");
        }
    }
}
