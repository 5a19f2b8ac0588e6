using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Casus.App.Store;

/// <summary>
/// A prepared statement whose parameters are $1, $2 … It stands on SQLite's own calls: the provider's commands look up each parameter by its name and make a reader for each
/// run, which costs more than most of the statements of linking (docs/evaluation.md, The record).
/// </summary>
/// <param name="sql">One statement, or several that are run one after the other and give no rows. Not looked at before it first runs.</param>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    /// <summary>Texts of so many bytes are encoded on the stack.</summary>
    private const int Short = 512;

    private readonly List<Part> parts = [];
    private byte[]? rest;
    private bool running;

    /// <summary>Runs it; returns how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        int changed = 0;
        for (int i = 0; PartAt(i) is { } part; i++)
        {
            Bind(part, values);
            Enter();
            try
            {
                while (Step(part))
                {
                }

                changed += raw.sqlite3_stmt_readonly(part.Handle) == 0 ? raw.sqlite3_changes(connection.Handle) : 0;
            }
            finally
            {
                Leave(part);
            }
        }

        return changed;
    }

    /// <summary>The first column of the first row; null when there is none or it is NULL.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Part part = Only(values);
        try
        {
            object? value = Step(part) ? new Row(part.Handle).GetValue(0) : null;
            // What it writes is whole at its end only.
            while (raw.sqlite3_stmt_readonly(part.Handle) == 0 && Step(part))
            {
            }

            return value;
        }
        finally
        {
            Leave(part);
        }
    }

    public List<T> Rows<T>(Func<Row, T> make, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(row => rows.Add(make(row)), values);
        return rows;
    }

    /// <summary>Row by row; none is kept.</summary>
    public void Each(Action<Row> take, params ReadOnlySpan<object?> values) => While(
        row =>
        {
            take(row);
            return true;
        },
        values);

    /// <summary>Row by row until one is told to be the last.</summary>
    /// <param name="goOn">False: no more are wanted.</param>
    public void While(Func<Row, bool> goOn, params ReadOnlySpan<object?> values)
    {
        Part part = Only(values);
        try
        {
            while (Step(part) && goOn(new Row(part.Handle)))
            {
            }
        }
        finally
        {
            Leave(part);
        }
    }

    /// <summary>Row by row, as they are asked for; each stands until the next is.</summary>
    public IEnumerable<Row> Walk()
    {
        Part part = Only([]);
        try
        {
            while (Step(part))
            {
                yield return new Row(part.Handle);
            }
        }
        finally
        {
            Leave(part);
        }
    }

    public void Dispose()
    {
        foreach (Part part in parts)
        {
            part.Handle.Dispose();
        }
    }

    private Part Only(ReadOnlySpan<object?> values)
    {
        Part part = PartAt(0) ?? throw new InvalidOperationException("There is no statement.");
        Bind(part, values);
        Enter();
        return part;
    }

    private void Enter()
    {
        if (running)
        {
            throw new InvalidOperationException("The statement's rows are being read: " + sql);
        }

        running = true;
    }

    private void Leave(Part part)
    {
        // Its error, if any, was told by the step.
        _ = raw.sqlite3_reset(part.Handle);
        running = false;
    }

    /// <returns>False at the end.</returns>
    private bool Step(Part part)
    {
        int code = raw.sqlite3_step(part.Handle);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return false;
    }

    /// <summary>The next part is looked at when those before it have run: it may need what they made.</summary>
    private Part? PartAt(int index)
    {
        while (index >= parts.Count)
        {
            rest ??= Encoding.UTF8.GetBytes(sql);
            if (rest.Length == 0)
            {
                return null;
            }

            int code = raw.sqlite3_prepare_v2(connection.Handle, rest, out sqlite3_stmt handle, out ReadOnlySpan<byte> tail);
            rest = tail.ToArray();
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
            if (handle.IsInvalid)
            {
                // Comments or nothing.
                continue;
            }

            int[] numbers = new int[raw.sqlite3_bind_parameter_count(handle)];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = int.Parse(raw.sqlite3_bind_parameter_name(handle, i + 1).utf8_to_string().AsSpan(1), CultureInfo.InvariantCulture) - 1;
            }

            parts.Add(new(handle, numbers));
        }

        return parts[index];
    }

    private void Bind(Part part, ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < part.Numbers.Length; i++)
        {
            if (part.Numbers[i] >= values.Length)
            {
                throw new InvalidOperationException($"There is no value for ${part.Numbers[i] + 1}: {sql}");
            }

            SqliteException.ThrowExceptionForRC(Bind(part.Handle, i + 1, values[part.Numbers[i]]), connection.Handle);
        }
    }

    private static int Bind(sqlite3_stmt handle, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(handle, at),
        string text => BindText(handle, at, text),
        int number => raw.sqlite3_bind_int64(handle, at, number),
        long number => raw.sqlite3_bind_int64(handle, at, number),
        bool flag => raw.sqlite3_bind_int64(handle, at, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(handle, at, number),
        DateOnly day => BindText(handle, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(handle, at, 0) : raw.sqlite3_bind_blob(handle, at, bytes),
        _ => throw new InvalidOperationException($"A value of {value.GetType()} cannot be bound."),
    };

    private static int BindText(sqlite3_stmt handle, int at, string text)
    {
        if (text.Length == 0)
        {
            // An empty span would be NULL.
            return raw.sqlite3_bind_text(handle, at, "");
        }

        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= Short)
        {
            Span<byte> brief = stackalloc byte[Short];
            return raw.sqlite3_bind_text(handle, at, brief[..Encoding.UTF8.GetBytes(text, brief)]);
        }

        byte[] lent = ArrayPool<byte>.Shared.Rent(most);
        int code = raw.sqlite3_bind_text(handle, at, lent.AsSpan(0, Encoding.UTF8.GetBytes(text, lent)));
        ArrayPool<byte>.Shared.Return(lent);
        return code;
    }

    /// <param name="Numbers">For each of its parameters, the place among the values.</param>
    private sealed record Part(sqlite3_stmt Handle, int[] Numbers);
}

/// <summary>Statements without parameters. The provider's own transaction objects are not used: every command would have to carry one.</summary>
internal static class Sql
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }

    public static T Value<T>(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return (T)statement.Scalar()!;
    }

    /// <summary>Opens it; its statements wait so long for another writer before they give up.</summary>
    public static void Open(this SqliteConnection connection, int busySeconds)
    {
        connection.Open();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(connection.Handle, checked(1000 * busySeconds)), connection.Handle);
    }

    /// <summary>All of it is kept or nothing. Waits for another writer, as long as the connection was told to.</summary>
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
