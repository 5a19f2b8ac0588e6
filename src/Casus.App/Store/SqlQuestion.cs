using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>One question in SQL over the views, on a connection that cannot write. It is interrupted when it takes too long.</summary>
internal sealed class SqlQuestion : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;

    public SqlQuestion(string path)
    {
        this.path = path;
        SentenceWriter.Prepare(path);
        connection = StoreTrouble.Guard(path, () => UnchangingFile.OpenReading(path));
        foreach (SqlView view in SqlViews.All)
        {
            connection.Run($"CREATE TEMP VIEW {view.Name} AS {view.Query}");
        }

        connection.Run("PRAGMA query_only = ON");
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Hands over the names of the columns, then each row; null cells are null.</summary>
    /// <param name="most">Rows after which it stops.</param>
    /// <returns>Whether there were more rows.</returns>
    /// <exception cref="Trouble">It is no question, SQLite does not understand it, or it took longer than <paramref name="limit"/>.</exception>
    public bool Ask(string sql, int most, TimeSpan limit, Action<string[]> head, Action<object?[]> row)
    {
        if (Refusal(sql) is { } why)
        {
            throw Trouble.Usage(why);
        }

        using var deadline = new Deadline(connection, limit);
        try
        {
            using var command = new SqliteCommand(sql, connection);
            using SqliteDataReader reader = command.ExecuteReader();
            head([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            for (int i = 0; reader.Read(); i++)
            {
                if (i == most)
                {
                    return true;
                }

                row([.. Enumerable.Range(0, reader.FieldCount).Select(c => reader.IsDBNull(c) ? null : reader.GetValue(c))]);
            }

            return false;
        }
        catch (SqliteException) when (deadline.IsPast)
        {
            throw Trouble.Usage($"The question took longer than {limit.TotalSeconds:0} s: narrow it, or give it more with --seconds.");
        }
        catch (SqliteException e)
        {
            throw Trouble.Usage($"{path}: {e.Message.Replace("SQLite Error", "SQLite error", StringComparison.Ordinal)} `casus sql --views` lists what can be asked.");
        }
    }

    /// <summary>Why a text is not one question; null when it is.</summary>
    internal static string? Refusal(string sql)
    {
        string bare = WithoutQuoted(sql).Trim();
        bool asks = bare.StartsWith("select", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("with", StringComparison.OrdinalIgnoreCase);
        return !asks ? "Only questions can be asked: begin with SELECT or WITH."
            : bare.TrimEnd(';', ' ', '\n', '\r', '\t').Contains(';', StringComparison.Ordinal) ? "One question at a time: there is more behind the semicolon." : null;
    }

    /// <summary>The statement without comments and with quoted text emptied.</summary>
    private static string WithoutQuoted(string sql)
    {
        var kept = new System.Text.StringBuilder();
        for (int i = 0; i < sql.Length; i++)
        {
            char c = sql[i];
            if (c == '-' && i + 1 < sql.Length && sql[i + 1] == '-')
            {
                i = sql.IndexOf('\n', i) is >= 0 and var line ? line : sql.Length;
            }
            else if (c == '/' && i + 1 < sql.Length && sql[i + 1] == '*')
            {
                i = sql.IndexOf("*/", i + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 1 : sql.Length;
            }
            else if (c is '\'' or '"' or '`')
            {
                i = sql.IndexOf(c, i + 1) is >= 0 and var close ? close : sql.Length;
                kept.Append(c);
            }
            else
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
