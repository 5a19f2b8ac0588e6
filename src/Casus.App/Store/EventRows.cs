using System.Globalization;

namespace Casus.App.Store;

/// <summary>
/// Numbers of the rows of events, each given once: SQLite by itself would give the number of a row that has gone to the next. So what came since a row stands behind it. To be used in
/// linking's transaction.
/// </summary>
internal static class EventRows
{
    /// <summary>Keeps in mind which numbers have been given. To be called before events are taken out.</summary>
    public static void Keep(CasusStore store) => Note(store, Last(store));

    /// <summary>The last number that was given; 0 where none was.</summary>
    public static long Last(CasusStore store)
    {
        using Statement read = store.Prepare("SELECT max(coalesce((SELECT max(rowid) FROM event), 0), coalesce((SELECT CAST(value AS INTEGER) FROM state WHERE key = $1), 0))");
        return (long)read.Scalar(StateKey.EventRow)!;
    }

    private static void Note(CasusStore store, long last)
    {
        using Statement note = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        note.Run(StateKey.EventRow, last.ToString(CultureInfo.InvariantCulture));
    }
}
