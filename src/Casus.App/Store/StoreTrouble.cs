using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>SQLite's errors in the user's words, each with what to do.</summary>
internal static class StoreTrouble
{
    public static Trouble Of(SqliteException error, string path) => new(ExitCode.Store, error.SqliteErrorCode switch
    {
        5 or 6 => $"{path} is locked by another program that writes to it: wait until it is done and run this again.",
        8 => $"{path} may not be written: check its permissions, or name another store with --db.",
        10 or 13 => $"The disk of {path} is full or failing. What was finished is kept: free some space and run this again.",
        11 => $"{path} is damaged: restore a copy, or read the pages into a new store with --db.",
        14 => $"{path} cannot be opened or made: check that its folder exists and may be written.",
        26 => NotAStore(path),
        _ => $"{path}: SQLite error {error.SqliteErrorCode}: {error.Message}",
    })
    { Passing = error.SqliteErrorCode is 5 or 6 };

    public static string NotAStore(string path) => $"{path} is not a store of Casus; it was left as it is. Name another file with --db.";

    /// <summary>Runs it with SQLite's errors turned into <see cref="Trouble"/>.</summary>
    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw Of(e, path);
        }
    }
}
