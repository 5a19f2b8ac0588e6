using System.Globalization;
using Casus.App.Fetch;
using Casus.App.Publish;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>A prepared statement whose parameters are $1, $2 …</summary>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly SqliteCommand command = new(sql, connection);

    /// <summary>Runs it; returns how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is none or it is NULL.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public List<T> Rows<T>(Func<SqliteDataReader, T> make, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(row => rows.Add(make(row)), values);
        return rows;
    }

    /// <summary>Row by row; none is kept.</summary>
    public void Each(Action<SqliteDataReader> take, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }

    /// <summary>Row by row until one is told to be the last.</summary>
    /// <param name="goOn">False: no more are wanted.</param>
    public void While(Func<SqliteDataReader, bool> goOn, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read() && goOn(reader))
        {
        }
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            object value = values[i] switch
            {
                null => DBNull.Value,
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                { } other => other,
            };
            if (i < command.Parameters.Count)
            {
                command.Parameters[i].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue("$" + (i + 1).ToString(CultureInfo.InvariantCulture), value);
            }
        }
    }
}

/// <summary>Statements without parameters. The provider's own transaction objects are not used: every command would have to carry one.</summary>
internal static class Sql
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static T Value<T>(this SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>All of it is kept or nothing. Waits for another writer, as long as the connection's timeout says.</summary>
    public static T InTransaction<T>(this SqliteConnection connection, Func<T> act)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            T result = act();
            connection.Run("COMMIT");
            return result;
        }
        catch
        {
            try
            {
                connection.Run("ROLLBACK");
            }
            catch (SqliteException)
            {
                // SQLite has rolled back by itself (disk full, input/output error): the first error is the one to tell.
            }

            throw;
        }
    }
}

internal static class Columns
{
    /// <summary>A text as UTF-8, or a blob; stands until the next row.</summary>
    public static ReadOnlySpan<byte> Bytes(this SqliteDataReader row, int column) => SQLitePCL.raw.sqlite3_column_blob(row.Handle, column);

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? Day(this SqliteDataReader row, int column) => Json.Day(row.Text(column));

    /// <summary>The columns record_id, record_at and captured_at of a page.</summary>
    public static ArchivePlace? Place(this SqliteDataReader row, int column) => row.Text(column + 1) is { } at ? new ArchivePlace(row.Text(column), at, row.Text(column + 2)) : null;

    public static long? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
