using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>The way from nothing, or from an older version, to the present schema. Each step runs in one transaction with its version number.</summary>
/// <param name="Schema">schema.sql: makes a new store; it sets user_version itself.</param>
/// <param name="Steps">The first brings version 1 to 2, the next 2 to 3 … They are never changed once released.</param>
internal sealed record Migrations(string Schema, ImmutableArray<string> Steps)
{
    public static Migrations Shipped { get; } = new(ReadSchema(), []);

    public int Version => Steps.Length + 1;

    public void Apply(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        // Asked again inside the transaction: another process may have done it meanwhile.
        long version = VersionOf(connection);
        if (version == 0)
        {
            Run(connection, Schema);
        }

        for (long from = Math.Max(version, 1); version != 0 && from < Version; from++)
        {
            Run(connection, Steps[(int)from - 1]);
            Run(connection, $"PRAGMA user_version = {from + 1}");
        }

        transaction.Commit();
    }

    private static long VersionOf(SqliteConnection connection)
    {
        using var command = new SqliteCommand("PRAGMA user_version", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string ReadSchema()
    {
        using Stream stream = typeof(Migrations).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
