using Casus.App.Store;

namespace Casus.Tests.App;

/// <summary>Every row of tables of a store as text, in an order of its own: what two stores are compared by.</summary>
internal static class StoreDump
{
    /// <summary>All that linking writes, but for what it notes of its own way.</summary>
    public static readonly string[] Linked = ["event", "event_claim", "event_actor", "episode", "episode_event", "story", "edition", "passage", "dyad", "dyad_month", "dyad_event", "record_month", "month_sum", "actor_sum", "place_sum", "toll_sum", "actor", "actor_name", "actor_whole", "place"];

    /// <summary>What reading writes of claims.</summary>
    public static readonly string[] Coded = ["claim", "claim_actor", "claim_link", "sentence"];

    public static string Of(CasusStore store, params IEnumerable<string> tables) => string.Join('\n', tables.Select(t => Rows(store, t)));

    public static string Of(string path, params IEnumerable<string> tables)
    {
        using CasusStore store = CasusStore.OpenExisting(path);
        return Of(store, tables);
    }

    private static string Rows(CasusStore store, string table)
    {
        using Statement columns = store.Prepare("SELECT name FROM pragma_table_xinfo($1) WHERE name NOT IN ('rowid', 'number')");
        using Statement all = store.Prepare($"SELECT {string.Join(", ", columns.Rows(r => r.GetString(0), table))} FROM {table}");
        List<string> rows = all.Rows(r => string.Join(' ', Enumerable.Range(0, r.FieldCount).Select(i => r.Text(i) ?? "-")));
        rows.Sort(StringComparer.Ordinal);
        return table + "\n" + string.Join('\n', rows);
    }
}
